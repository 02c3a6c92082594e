"""From the lexemes of a match to its meaning."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportedly.extract.time_meaning import Base, Length, Meaning, Point, Repeat, Shift, Vague
from reportedly.extract.time_point import STEPS, UNIT_SORTS, PointBuilder, modifier
from reportedly.extract.time_words import Lexeme

COUNT_SORTS = frozenset({"number", "integer", "day", "decimal", "few", "year"})
HALF = Decimal("0.5")
SETS = {
    "S": "PT1S",
    "MI": "PT1M",
    "H": "PT1H",
    "D": "P1D",
    "W": "P1W",
    "WE": "XXXX-WXX-WE",
    "FN": "P2W",
    "M": "P1M",
    "Q": "P3M",
    "Y": "P1Y",
    "DE": "P10Y",
    "CE": "P100Y",
}


def build(kind: str, lexemes: Sequence[Lexeme]) -> Meaning | None:
    """What the lexemes of a match of `kind` say; None where they make no sense together ("45 May")."""
    if kind == "point":
        return PointBuilder(lexemes).meaning()
    if kind == "same":
        return Point(same=True, within=Shift(unit="Y", count=Decimal(-1), base=Base.PUBLISHED))
    if kind == "length":
        return length(lexemes)
    if kind == "ago":
        return ago(lexemes)
    if kind == "repeat":
        return repeat(lexemes)
    if kind == "weekend":
        return Shift(unit="WE", count=Decimal(0), base=Base.PUBLISHED, sign=-1) if lexemes[-1].value == "WE" else None
    if kind == "night":
        return Point(part="NI", anywhen=True)
    value = next((one.value for one in lexemes if one.sort in ("reference", "then", "recent")), "PAST_REF")
    return Vague(value=value or None)


def count_of(lexemes: Sequence[Lexeme]) -> Decimal | None:
    """The number that the words give; None where they are vague ("several") or give none."""
    total = group = Decimal(0)
    seen = False
    for one in lexemes:
        if one.sort == "few":
            return None
        if one.sort == "number" and one.value in ("100", "1000"):
            group, seen = max(group, Decimal(1)) * int(one.value), True
            total, group = (total + group, Decimal(0)) if one.value == "1000" else (total, group)
        elif one.sort in COUNT_SORTS:
            group, seen = group + Decimal(one.value.replace(",", "")), True
    if any(one.sort == "half" for one in lexemes):
        return (total + group if seen else Decimal(1 if has_unit_before_half(lexemes) else 0)) + HALF
    if seen:
        return total + group
    return Decimal(1) if any(one.sort in ("a", "the", "unit") for one in lexemes) and not plural(lexemes) else None


def has_unit_before_half(lexemes: Sequence[Lexeme]) -> bool:
    """Whether it reads "a year and a half", not "half a year"."""
    sorts = [one.sort for one in lexemes]
    return any(sort in UNIT_SORTS for sort in sorts[: sorts.index("half")])


def plural(lexemes: Sequence[Lexeme]) -> bool:
    """Whether the unit is a bare plural."""
    return any(one.sort == "units" for one in lexemes)


def unit_of(lexemes: Sequence[Lexeme]) -> str:
    """The last unit named."""
    return next(one.value for one in reversed(lexemes) if one.sort in UNIT_SORTS)


def length(lexemes: Sequence[Lexeme]) -> Meaning:
    """The meaning of "ten years", "the past few days"."""
    sides = [STEPS[one.sort] for one in lexemes if one.sort in STEPS]
    if any(one.text == "recent" for one in lexemes):
        return Vague(value="PAST_REF")
    side = sides[0][0] if sides else 0
    return Length(unit=unit_of(lexemes), count=count_of(lexemes), side=side, mod=modifier(lexemes))


def ago(lexemes: Sequence[Lexeme]) -> Meaning:
    """The meaning of "two weeks ago", "three days later", "a year before"."""
    at = max(
        i for i, one in enumerate(lexemes) if one.sort in ("ago", "before", "after", "later", "earlier", "from_now")
    )
    word, head = lexemes[at].sort, lexemes[:at]
    count, unit = count_of(head), unit_of(head)
    sign = -1 if word in ("ago", "before", "earlier") else 1
    base = Base.PUBLISHED if word in ("ago", "from_now") else Base.CONTEXT
    return Shift(unit=unit, count=None if count is None else sign * count, sign=sign, base=base, mod=modifier(head))


def repeat(lexemes: Sequence[Lexeme]) -> Meaning:
    """The meaning of "every Friday", "twice a week", "daily"."""
    by_sort = {one.sort: one for one in lexemes}
    if "freq" in by_sort:
        return Repeat(value=by_sort["freq"].value)
    if "weekday" in by_sort or "weekdays" in by_sort:
        part = by_sort.get("part") or by_sort.get("parts")
        day = by_sort.get("weekday") or by_sort["weekdays"]
        return Repeat(value=f"XXXX-WXX-{day.value}" + (f"T{part.value}" if part else ""))
    if "part" in by_sort:
        return Repeat(value=f"XXXX-XX-XXT{by_sort['part'].value}")
    if "month" in by_sort:
        return Repeat(value=f"XXXX-{int(by_sort['month'].value):02}")
    if "season" in by_sort:
        return Repeat(value=f"XXXX-{by_sort['season'].value}")
    unit = unit_of(lexemes)
    after = lexemes[max((i for i, one in enumerate(lexemes) if one.sort in ("each", "per", "a")), default=0) :]
    count = count_of([one for one in after if one.sort in COUNT_SORTS])
    if count is None:
        return Repeat(value=SETS[unit])
    sign = "PT" if unit in ("S", "MI", "H") else "P"
    return Repeat(value=f"{sign}{count}{unit[0]}")
