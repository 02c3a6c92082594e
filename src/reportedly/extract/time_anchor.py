"""Where an expression of time lies: its TIMEX3 value, counted from the publication or from the date the text is at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from reportedly.extract.time_interval import Bounds, bounds
from reportedly.extract.time_meaning import Base, Length, Meaning, Point, Repeat, Shift, Vague
from reportedly.extract.time_pick import Direction, pick_day, pick_year
from reportedly.extract.time_surroundings import Anchored, Surroundings
from reportedly.extract.time_value import (
    CLOCK_UNITS,
    DAYS_IN,
    MONTHS_IN,
    Moment,
    duration,
    feast,
    moment,
    period,
    shifted,
)
from reportedly.model import TimexType

SATURDAY = 6


def anchor(meaning: Meaning, around: Surroundings) -> Anchored:
    """The value of `meaning` in its surroundings; X-forms ("XXXX-03") or None where it cannot be anchored."""
    if isinstance(meaning, Length):
        return Anchored(type=TimexType.DURATION, value=duration(meaning.count, meaning.unit), mod=meaning.mod)
    if isinstance(meaning, Repeat):
        return Anchored(type=TimexType.SET, value=meaning.value)
    if isinstance(meaning, Vague):
        return vague(meaning, around)
    if isinstance(meaning, Shift):
        return shift(meaning, around)
    return point(meaning, around)


def vague(meaning: Vague, around: Surroundings) -> Anchored:
    """The value of "now", the publication's; "at the time" is the date the text is at, or else the past."""
    if meaning.value is not None:
        origin = around.today if meaning.value == "PRESENT_REF" and not around.narrative else None
        return Anchored(type=TimexType.DATE, value=meaning.value, origin=origin)
    if around.current is None:
        return Anchored(type=TimexType.DATE, value="PAST_REF")
    value, _, _ = around.current.value.partition("T")
    return Anchored(type=TimexType.DATE, value=value, origin=around.current)


def shift(meaning: Shift, around: Surroundings) -> Anchored:
    """The value of "two weeks ago", "last year", "that day"."""
    kind = TimexType.TIME if meaning.unit in CLOCK_UNITS else TimexType.DATE
    if meaning.count is None:
        return Anchored(type=kind, value="PAST_REF" if meaning.sign < 0 else "FUTURE_REF", mod=meaning.mod)
    origin = around.origin_of(meaning)
    if around.renamed and origin is not None:
        return Anchored(type=kind, value=origin.value.partition("T")[0], origin=origin)
    if meaning.unit in CLOCK_UNITS:
        return Anchored(type=kind, value=shift_clock(meaning, around), mod=meaning.mod, origin=origin)
    value = None if origin is None else shift_value(meaning, origin, around)
    return Anchored(type=kind, value=value, mod=meaning.mod, origin=origin if value else None)


def shift_clock(meaning: Shift, around: Surroundings) -> str | None:
    """The value of "two hours ago", from the hour of publication; PAST_REF or FUTURE_REF where that is unknown."""
    assert meaning.count is not None
    if isinstance(around.published, datetime) and meaning.base is Base.PUBLISHED:
        hours = {"H": 1.0, "MI": 1 / 60, "S": 1 / 3600}[meaning.unit] * float(meaning.count)
        return (around.published + timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M")
    return "PAST_REF" if meaning.count < 0 else "FUTURE_REF" if meaning.count > 0 else "PRESENT_REF"


def shift_value(meaning: Shift, origin: Moment, around: Surroundings) -> str | None:
    """The value of a shift by days or longer units; None where the origin is not known as finely as that."""
    unit, count = meaning.unit, int(meaning.count or 0)
    if origin.bc:
        return before_our_era(origin.year, unit, count)
    if (unit in ("D", "W", "WE", "FN") and origin.day is None) or (unit in ("M", "Q") and origin.month is None):
        return f"{origin.year:04}-XX-XX" if unit == "D" else f"{origin.year:04}-{'XX' if unit in ('M', 'Q') else 'WXX'}"
    start = origin.date
    if start is None:
        return None
    if unit == "Y" and origin.value[4:6] == "-Q":  # "a year earlier" than a quarter is that quarter of the year before
        return (
            f"{origin.year + count:04}{origin.value[4:]}"
            if meaning.base is Base.CONTEXT and count
            else f"{origin.year + count:04}"
        )
    if (
        unit == "Q"
        and not count
        and meaning.base is Base.CONTEXT
        and origin == around.today
        and around.direction is Direction.PAST
    ):
        count = -1  # what a firm reports of "the quarter" is of the last one over
    if unit == "WE" and count == 0 and start.isoweekday() < SATURDAY and over(meaning, around.direction):
        count = -1
    day = shifted(start, unit, count)
    return None if day is None else period(day, unit)


def over(weekend: Shift, direction: Direction) -> bool:
    """Whether "the weekend" or "this weekend" is the one before; without a tense "the" one is, "this" one is not."""
    if direction in (Direction.FUTURE, Direction.PRESENT):
        return False
    return direction is Direction.PAST or weekend.sign < 0


def before_our_era(year: int, unit: str, count: int) -> str | None:
    """The value of a shift by years or more from a year BC; later years have smaller numbers."""
    if unit not in ("Y", "DE", "CE"):
        return None
    size = {"Y": 1, "DE": 10, "CE": 100}[unit]
    number = (year - count * size) // size
    return f"BC{number:04}" if unit == "Y" else f"BC{number:03}" if unit == "DE" else f"BC{number:02}"


def point(meaning: Point, around: Surroundings) -> Anchored:
    """A calendar date or clock time."""
    kind = TimexType.TIME if meaning.part or meaning.clock else TimexType.DATE
    value, origin = dated(meaning, around)
    if meaning.beside is not None:
        value = beside(value, *meaning.beside)
    if kind is TimexType.TIME:
        clock = f"T{meaning.clock}{meaning.zone or ''}" if meaning.clock else f"T{meaning.part}"
        value = f"{value or 'XXXX-XX-XX'}{clock}"
    return Anchored(type=kind, value=value, mod=meaning.mod, origin=origin)


def beside(value: str | None, count: int, unit: str) -> str | None:
    """The value so many units from a day's; the day's own for hours and less; None for what is no day."""
    known = moment(value) if value else None
    if unit not in MONTHS_IN and unit not in DAYS_IN:
        return value
    if known is None or known.day is None or known.date is None:
        return None
    there = shifted(known.date, unit, count)
    return None if there is None else period(there, unit)


def dated(meaning: Point, around: Surroundings) -> tuple[str | None, Moment | None]:
    """The value of the date in a point, and what it was counted from."""
    if meaning.anywhen:
        return None, None
    if meaning.day is not None and meaning.month is None and meaning.within is None:
        return day_of_month(meaning.day, around)
    if meaning.within is not None:
        return dated_within(meaning, meaning.within, around)
    if meaning.year is not None:
        return in_year(replace(meaning, month=None) if meaning.either else meaning, meaning.year), None
    origin = around.origin(meaning.base)
    if not any(
        (meaning.month, meaning.feast, meaning.season, meaning.quarter, meaning.half, meaning.weekday, meaning.fiscal)
    ):
        origin = around.day or around.today
        return (f"{origin.date}" if origin and origin.day and not origin.bc else None), origin
    if origin is not None and origin.bc and meaning.weekday is None and meaning.feast is None:
        return in_year(replace(meaning, bc=True), origin.year), origin
    if origin is None or origin.bc:
        return unanchored(meaning), None
    if meaning.weekday is not None and meaning.month is None:
        day = pick_day(
            meaning.weekday, origin, step=meaning.step, direction=around.direction, narrative=around.narrative
        )
        return (day.isoformat() if day else f"XXXX-WXX-{meaning.weekday}"), origin if day else None
    year = pick_year(
        lambda year: days_in(meaning, year),
        origin,
        step=meaning.step,
        direction=around.direction,
        narrative=around.narrative,
    )
    return in_year(meaning, year), origin


def day_of_month(day: int, around: Surroundings) -> tuple[str | None, Moment | None]:
    """The value of "the 12th": of the month the text is at, or the one next to the publication that tense points to."""
    origin = around.current if around.current and around.current.month else around.today
    if origin is None or origin.bc or origin.month is None:
        return f"XXXX-XX-{day:02}", None
    first = date(origin.year, origin.month, 1)
    if origin is not around.current and origin.day:
        ahead = around.direction in (Direction.FUTURE, Direction.PRESENT)
        first = shifted(first, "M", (day < origin.day) if ahead else -(day > origin.day)) or first
    return f"{first.year:04}-{first.month:02}-{day:02}", origin


def dated_within(meaning: Point, within: Shift, around: Surroundings) -> tuple[str | None, Moment | None]:
    """The value of "October of next year", "Tuesday last week", "yesterday evening"."""
    outer = shift(within, around)
    if meaning.same:
        return same_in(outer, around), outer.origin
    inner = moment(outer.value) if outer.value else None
    if within.unit == "W" and meaning.weekday and outer.value and outer.value[5:6] == "W" and outer.value[6:].isdigit():
        return date.fromisocalendar(
            int(outer.value[:4]), int(outer.value[6:]), meaning.weekday
        ).isoformat(), outer.origin
    if within.unit == "M" and meaning.day and outer.value and outer.value[-2:].isdigit():
        return f"{outer.value}-{meaning.day:02}", outer.origin
    if inner is None or within.unit in ("D", "M") or in_year(meaning, inner.year) == str(inner.year):
        return outer.value, outer.origin
    return in_year(meaning, inner.year), outer.origin


def same_in(outer: Anchored, around: Surroundings) -> str | None:
    """The date the text is at, moved into another year; that year itself where no date is near."""
    if around.current is None or not outer.value or not around.current.value[:4].isdigit():
        return outer.value
    known = moment(outer.value)
    year = int(around.current.value[:4]) - 1 if known is None else known.year
    return f"{year:04}{around.current.value[4:]}"


def in_year(meaning: Point, year: int) -> str | None:
    """The value of a point whose year is known."""
    era = "BC" if meaning.bc else ""
    if meaning.grain != "Y":
        return f"{era}{year:03}" if meaning.grain == "DE" else f"{era}{year:02}"
    head = f"{'FY' if meaning.fiscal else era}{year:04}"
    if meaning.bc and (meaning.feast or meaning.nth):
        return head
    if meaning.feast:
        return feast(meaning.feast, year).isoformat()
    if meaning.nth and meaning.month:
        return nth_of_month(meaning.nth, year, meaning.month)
    for mark, field in (("-Q", meaning.quarter), ("-H", meaning.half), ("-", meaning.season)):
        if field is not None:
            return f"{head}{mark}{field}"
    if meaning.month is None:
        return head
    return f"{head}-{meaning.month:02}" + (f"-{meaning.day:02}" if meaning.day is not None else "")


def nth_of_month(nth: tuple[int, str], year: int, month: int) -> str:
    """The value of "the last week of March": a week or day; the month itself for other units."""
    number, unit = nth
    first = date(year, month, 1)
    last = shifted(first, "M", 1)
    assert last is not None
    if unit not in ("D", "W"):
        return period(first, "M")
    size = 1 if unit == "D" else 7
    day = last - timedelta(days=size) if number < 0 else first + timedelta(days=size * (number - 1))
    return period(day, unit)


def days_in(meaning: Point, year: int) -> Bounds | None:
    """The days of a point in `year`; None in years without."""
    value = in_year(meaning, year)
    return bounds(value.removeprefix("FY")) if value else None


def unanchored(meaning: Point) -> str | None:
    """The X-form of a point of unknown year; None where TIMEX3 has none."""
    if meaning.weekday is not None and meaning.month is None:
        return f"XXXX-WXX-{meaning.weekday}"
    if meaning.feast and meaning.feast[:2].isdigit() and meaning.feast[2] == "-":
        return f"XXXX-{meaning.feast}"
    if meaning.feast or meaning.nth:
        return None
    value = in_year(meaning, 0)
    return None if value is None or value == "0000" else value.replace("0000", "XXXX", 1)
