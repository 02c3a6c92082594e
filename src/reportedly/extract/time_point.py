"""From the lexemes of a calendar date or clock time to its meaning."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from reportedly.extract.time_figures import fields
from reportedly.extract.time_meaning import Base, Meaning, Point, Shift
from reportedly.extract.time_value import safe_date
from reportedly.extract.time_words import Lexeme

# Which one of a kind a word picks: its step, and what it counts from. "Previous" and "following" look at the text.
STEPS = {
    "this": (0, Base.PUBLISHED),
    "current": (0, Base.PUBLISHED),
    "last": (-1, Base.PUBLISHED),
    "past": (-1, Base.PUBLISHED),
    "next": (1, Base.PUBLISHED),
    "that": (0, Base.CONTEXT),
    "same": (0, Base.CONTEXT),
    "entire": (0, Base.CONTEXT),
    "previous": (-1, Base.CONTEXT),
    "following": (1, Base.CONTEXT),
}
MODIFIERS = frozenset({"approx", "circa", "over", "edge", "edge_noun"})
UNIT_SORTS = frozenset({"spell", "unit", "units", "second", "quarter"})
LAST_QUARTER = 4
# What the calendar can count with, some way from the ends of what `datetime` holds.
FIRST_YEAR, LAST_YEAR = 1, 9000
A_LEAP_YEAR = 2000
HOURS, MINUTES = 24, 60
# "The 30s" are of the last century, "the 20s" of this one.
SINGLE_DIGIT_DECADES_FROM = 30


def modifier(lexemes: Sequence[Lexeme]) -> str | None:
    """The mod of the first word that has one."""
    return next((one.value for one in lexemes if one.sort in MODIFIERS and one.value), None)


class PointBuilder:
    """Reads the lexemes of a point from left to right into fields."""

    def __init__(self, lexemes: Sequence[Lexeme]) -> None:
        self.lexemes = lexemes
        self.point = Point(mod=modifier(lexemes))
        self.step: tuple[int, Base] | None = None
        self.number: int | None = None
        self.senseless = False

    def meaning(self) -> Meaning | None:
        """The point, or the shift where nothing but a shift was said; None where it makes no sense."""
        for at, one in enumerate(self.lexemes):
            self.read(at, one)
        point = self.point
        if self.number is not None and point.month and point.day is None and point.nth is None:
            point = replace(point, day=self.number)
        if self.number is not None and point.within and point.within.unit == "M":
            point = replace(point, day=self.number)
        elif self.number is not None and point == Point():
            return Point(day=self.number, base=Base.CONTEXT)
        elif point.day is not None and point.month is None:
            return None
        if self.senseless or impossible(point):
            return None
        if point.within and point == Point(within=point.within, so_far=point.so_far, mod=point.mod):
            return replace(point.within, so_far=point.so_far, mod=point.mod)
        return point

    def read(self, at: int, one: Lexeme) -> None:
        """Take one lexeme."""
        if one.sort in STEPS and self.point.within and at and self.lexemes[at - 1].sort in UNIT_SORTS:
            self.shift(STEPS[one.sort][0])
        elif one.sort in STEPS:
            self.step = (
                STEPS[one.sort][0],
                Base.CONTEXT
                if one.sort == "next" and at and self.lexemes[at - 1].sort == "the"
                else STEPS[one.sort][1],
            )
        elif one.sort in ("earlier", "later"):
            self.point = replace(self.point, so_far="before" if one.sort == "earlier" else "after")
        elif one.sort == "second" and self.lexemes[at + 1 : at + 2]:
            self.number = 2
        elif one.sort in UNIT_SORTS:
            self.unit(at, one)
        elif one.sort in ("before", "after"):
            self.shift(-1 if one.sort == "before" else 1)
        else:
            self.named(at, one)

    def named(self, at: int, one: Lexeme) -> None:
        """Take a lexeme that names a field."""
        reader = FIELDS.get(one.sort)
        if reader is not None:
            reader(self, at, one)

    def stepped(self, **fields: object) -> None:
        """Set fields, and which one of that name is meant."""
        step, base = self.step or (self.point.step, self.point.base)
        self.point = replace(self.point, step=step, base=base, **fields)  # type: ignore[arg-type]
        self.step = None

    def unit(self, at: int, one: Lexeme) -> None:
        """A unit: part of "the third quarter", of "the last week of March", or of a shift."""
        ordinal, self.number = self.number, None
        if one.value == "CE" and ordinal is not None:
            self.point = replace(self.point, year=ordinal - 1, grain="CE")
        elif one.sort == "quarter" and (ordinal is not None or self.year_follows(at)):
            self.point = replace(self.point, quarter=ordinal if ordinal and ordinal > 0 else LAST_QUARTER)
            self.step = None
        elif self.month_follows(at):
            self.point = replace(self.point, nth=(ordinal if ordinal is not None else -1, one.value))
            self.step = None
        elif ordinal is not None and not (
            one.value == "M" and any(before.sort == "of" for before in self.lexemes[:at])
        ):
            self.senseless = True
        elif self.point.fiscal or one.sort == "units":
            return
        else:
            self.number = ordinal  # "the 28th of that month"
            step, base = self.step or (0, Base.CONTEXT)
            self.point = replace(self.point, within=Shift(unit=one.value, count=Decimal(step), base=base))
            self.step = None

    def year_follows(self, at: int) -> bool:
        """Whether "the last quarter" is that of a year named after it."""
        return any(later.sort in ("year", "fiscal") for later in self.lexemes[at + 1 :])

    def month_follows(self, at: int) -> bool:
        """Whether "of March" or the like comes next."""
        return any(later.sort in ("month", "month_short") for later in self.lexemes[at + 1 : at + 4]) and (
            self.number is not None or self.step is not None or self.lexemes[at - 1].sort in ("ordinal", "second")
        )

    def shift(self, step: int) -> None:
        """Turn "the day" into "the day before" or "the day after"."""
        if self.point.within is not None:
            self.point = replace(self.point, within=replace(self.point.within, count=Decimal(step), base=Base.CONTEXT))

    def _month(self, at: int, one: Lexeme) -> None:
        self.stepped(month=int(one.value))

    def _weekday(self, at: int, one: Lexeme) -> None:
        self.stepped(weekday=int(one.value))

    def _season(self, at: int, one: Lexeme) -> None:
        self.stepped(season=one.value)

    def _holiday(self, at: int, one: Lexeme) -> None:
        self.stepped(feast=one.value)

    def _part(self, at: int, one: Lexeme) -> None:
        if self.step and not (self.point.weekday or self.point.month or self.point.within):
            step, base = self.step
            self.point = replace(self.point, within=Shift(unit="D", count=Decimal(step), base=base))
            self.step = None
        self.point = replace(self.point, part=one.value)

    def _day(self, at: int, one: Lexeme) -> None:
        if at > 1 and self.lexemes[at - 2].sort == "zone" and self.lexemes[at - 1].sort in ("plus", "dash"):
            sign = "+" if self.lexemes[at - 1].sort == "plus" else "-"
            self.point = replace(self.point, zone=f"{sign}{int(one.value):02}:00")
        elif at + 1 < len(self.lexemes) and self.lexemes[at + 1].sort in ("ampm", "oclock"):
            self.point = replace(self.point, clock=f"{int(one.value):02}:00")
        elif at + 1 < len(self.lexemes) and self.lexemes[at + 1].sort == "era":
            self.point = replace(self.point, year=int(one.value))
        else:
            self.point = replace(self.point, day=int(one.value))

    def _number(self, at: int, one: Lexeme) -> None:
        self.point = replace(self.point, clock=f"{int(one.value):02}:00")

    def _nth(self, at: int, one: Lexeme) -> None:
        self.number = int(one.text[:-2])

    def _ordinal(self, at: int, one: Lexeme) -> None:
        self.number = int(one.value)

    def _second(self, at: int, one: Lexeme) -> None:
        self.number = 2

    def _year(self, at: int, one: Lexeme) -> None:
        self.point = replace(self.point, year=int(one.text))

    def _integer(self, at: int, one: Lexeme) -> None:
        if one.text.isdigit():
            self.point = replace(self.point, year=int(one.text))

    def _era(self, at: int, one: Lexeme) -> None:
        self.point = replace(self.point, bc=one.value == "BC")

    def _decade(self, at: int, one: Lexeme) -> None:
        digits = "".join(char for char in one.value if char.isdigit())
        if len(digits) == 2:
            digits = ("19" if int(digits) >= SINGLE_DIGIT_DECADES_FROM else "20") + digits
        self.point = replace(self.point, year=int(digits[:3]), grain="DE")

    def _nth_quarter(self, at: int, one: Lexeme) -> None:
        self.point = replace(self.point, quarter=int(one.text.strip("q")))

    def _unit_end(self, at: int, one: Lexeme) -> None:
        self.point = replace(self.point, within=Shift(unit=one.value, count=Decimal(0), base=Base.CONTEXT), mod="END")

    def _half_nth(self, at: int, one: Lexeme) -> None:
        self.point = replace(self.point, half=int(one.value))

    def _fiscal(self, at: int, one: Lexeme) -> None:
        self.stepped(fiscal=True)

    def _hour_word(self, at: int, one: Lexeme) -> None:
        self.point = replace(self.point, clock=one.value)

    def _clock(self, at: int, one: Lexeme) -> None:
        hour, _, rest = one.text.replace(".", ":").partition(":")
        self.point = replace(self.point, clock=f"{int(hour):02}:{rest}")

    def _ampm(self, at: int, one: Lexeme) -> None:
        if self.point.clock is None:
            return
        hour, rest = int(self.point.clock[:2]), self.point.clock[2:]
        hour = hour % 12 + (12 if "p" in one.text else 0)
        self.point = replace(self.point, clock=f"{hour:02}{rest}")

    def _zone(self, at: int, one: Lexeme) -> None:
        self.point = replace(self.point, zone=one.value or self.point.zone)
        if self.point.clock is None and at and self.lexemes[at - 1].sort in ("year", "integer"):
            digits = self.lexemes[at - 1].text
            self.senseless = not (digits.isdigit() and len(digits) in (3, 4))
            self.point = replace(self.point, year=None, clock=f"{digits[:-2]:0>2}:{digits[-2:]}")

    def _deictic(self, at: int, one: Lexeme) -> None:
        unit, count, *part = one.value.split()
        shift = Shift(unit=unit, count=Decimal(count), base=Base.PUBLISHED)
        self.point = replace(self.point, within=shift, part=part[0] if part else self.point.part)

    def _date(self, at: int, one: Lexeme) -> None:
        """ISO, or day, month and year in figures."""
        text = one.value.upper()
        if text[4:5] == "-":
            day, _, time = text.partition("T")
            year, month, number = (int(part) for part in day.split("-"))
            clock = time[:5] or None
            self.point = replace(self.point, clock=clock, zone=time.lstrip("0123456789:") or None)
        else:
            self.point = replace(self.point, **fields(text))
            return
        self.point = replace(self.point, year=year, month=month, day=number)


def impossible(point: Point) -> bool:
    """Whether no calendar or clock has it: "30 February", "25:61"."""
    if point.year is not None and not FIRST_YEAR <= point.year <= LAST_YEAR and point.grain == "Y" and not point.bc:
        return True
    hour, _, minute = (point.clock or "00:00").partition(":")
    if int(hour) > HOURS or int(minute[:2]) >= MINUTES:
        return True
    if point.month is None:
        return False
    year = point.year if point.year is not None and not point.bc else A_LEAP_YEAR
    return safe_date(year, point.month, 1 if point.day is None else point.day) is None


# Which reader takes lexemes of which sort; those of other sorts only hold an expression together.
FIELDS: dict[str, Callable[[PointBuilder, int, Lexeme], None]] = {
    "month": PointBuilder._month,
    "weekday": PointBuilder._weekday,
    "season": PointBuilder._season,
    "holiday": PointBuilder._holiday,
    "part": PointBuilder._part,
    "day": PointBuilder._day,
    "number": PointBuilder._number,
    "nth": PointBuilder._nth,
    "ordinal": PointBuilder._ordinal,
    "second": PointBuilder._second,
    "year": PointBuilder._year,
    "integer": PointBuilder._integer,
    "era": PointBuilder._era,
    "decade": PointBuilder._decade,
    "half_nth": PointBuilder._half_nth,
    "unit_end": PointBuilder._unit_end,
    "nth_quarter": PointBuilder._nth_quarter,
    "fiscal": PointBuilder._fiscal,
    "hour_word": PointBuilder._hour_word,
    "clock": PointBuilder._clock,
    "ampm": PointBuilder._ampm,
    "zone": PointBuilder._zone,
    "deictic": PointBuilder._deictic,
    "date": PointBuilder._date,
    "month_short": PointBuilder._month,
    "weekday_short": PointBuilder._weekday,
}
