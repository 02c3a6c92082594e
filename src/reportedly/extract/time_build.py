"""From the lexemes of a match to its meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reportedly.extract.time_meaning import Base, Length, Meaning, Point, Repeat, Shift, Vague
from reportedly.extract.time_point import STEPS, UNIT_SORTS, PointBuilder, modifier
from reportedly.extract.time_value import in_whole
from reportedly.extract.time_words import Lexeme

COUNT_SORTS = frozenset({"alternate", "number", "integer", "day", "decimal", "few", "year"})
HALF = Decimal("0.5")
# "More than a year ago" lies before that day, "more than a year later" after it. Source: TIDES, values of MOD.
FARTHER = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER", "EQUAL_OR_MORE": "ON_OR_BEFORE", "EQUAL_OR_LESS": "ON_OR_AFTER"}
NEARER = {"MORE_THAN": "AFTER", "LESS_THAN": "BEFORE", "EQUAL_OR_MORE": "ON_OR_AFTER", "EQUAL_OR_LESS": "ON_OR_BEFORE"}
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
        return point(lexemes)
    if kind == "same":
        return Point(same=True, within=Shift(unit="Y", count=Decimal(-1), base=Base.PUBLISHED))
    if kind == "length":
        return length(lexemes)
    if kind == "ago":
        return ago(lexemes)
    if kind == "repeat":
        return repeat(lexemes)
    if kind == "weekend" or (kind == "point" and [one.value for one in lexemes] == ["", "WE"]):
        return Shift(unit="WE", count=Decimal(0), base=Base.PUBLISHED, sign=-1) if lexemes[-1].value == "WE" else None
    if kind == "night":
        return Point(part="NI", anywhen=True)
    value = next((one.value for one in lexemes if one.sort in ("reference", "then", "recent")), "PAST_REF")
    return Vague(value=value or None)


def point(lexemes: Sequence[Lexeme]) -> Meaning | None:
    """The meaning of a date, or of one beside it: "the day after Easter"."""
    at = next((i for i, one in enumerate(lexemes[:-1]) if one.sort in ("eve", "before", "after")), None)
    if at is None:
        return PointBuilder(plain(lexemes)).meaning()
    meaning = PointBuilder(lexemes[at + 1 :]).meaning()
    if not isinstance(meaning, Point):
        return None
    unit = lexemes[at - 1].value if lexemes[at].sort != "eve" else "D"
    return replace(meaning, beside=(1 if lexemes[at].sort == "after" else -1, unit))


def plain(lexemes: Sequence[Lexeme]) -> Sequence[Lexeme]:
    """The lexemes without what only names the unit: "the month of May", "the year 2000"."""
    first = 1 if lexemes[0].sort == "the" else 0
    for lead in (("unit", "of"), ("unit",), ("units",)):
        named = lexemes[first : first + len(lead) + 1]
        if tuple(one.sort for one in named[:-1]) == lead and named[-1].sort in ("month", "month_short", "year"):
            return lexemes[first + len(lead) :]
    return lexemes


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
    return (
        Decimal(1)
        if any(one.sort in ("a", "the", "unit", "spell") for one in lexemes) and not plural(lexemes)
        else None
    )


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
    if side == 1 and unit_of(lexemes) == "D" and lexemes[-1].sort == "unit" and count_of(lexemes) == 1:
        return Shift(unit="D", count=Decimal(1), base=Base.CONTEXT)  # "over the next day" is that day
    at = next((i for i, one in enumerate(lexemes) if one.sort == "of"), None)
    if at is not None:
        head, whole = lexemes[:at], point(lexemes[at + 1 :])
        first = any(one.text in ("first", "opening") for one in head)
        of = whole if isinstance(whole, Point | Shift) else None
        return Length(unit=unit_of(head), count=count_of(head), side=1 if first else side, of=of, mod=modifier(head))
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
    if count is not None:
        count, unit = in_whole(count, unit)
    mod = modifier(head)
    mod = FARTHER.get(mod or "", mod) if sign < 0 else NEARER.get(mod or "", mod)
    shift = Shift(unit=unit, count=None if count is None else sign * count, sign=sign, base=base, mod=mod)
    day = next((one for one in lexemes[at:] if one.sort == "weekday"), None)
    return shift if day is None else Point(weekday=int(day.value), within=shift)


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
    count = count_of([one for one in after if one.sort in COUNT_SORTS or one.sort == "alternate"])
    if count is None:
        return Repeat(value=SETS[unit])
    sign = "PT" if unit in ("S", "MI", "H") else "P"
    return Repeat(value=f"{sign}{count}{unit[0]}")
