"""From a TIMEX3 value to days: a half-open interval, and how precise it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from reportedly.extract.time_value import SEASON_MONTHS, VALUE, shifted

Bounds = tuple[date, date]
CLOCK = re.compile(r"T(\d\d):(\d\d)(?::(\d\d))?(.*)$")
LENGTH = re.compile(r"P(T?)(\d+)(H|M|S|D|W|WE|Y)$")
# UCDP's classes of precision by the most days: 1 a day, 2 two to six days, 3 a week, 4 a month. Source: UCDP.
PRECISION = ((1, 1), (6, 2), (7, 3), (31, 4))
OPEN_ENDED = 5
SINCE = frozenset({"since"})
UNTIL = frozenset({"until", "till", "by"})
BEFORE = frozenset({"before"})
AFTER = frozenset({"after"})


def bounds(value: str) -> Bounds | None:
    """First day and the day after the last of what `value` covers; None for what has no place in the calendar."""
    if value.startswith("BC"):
        return None
    if value.startswith("FY"):
        return None
    found = VALUE.match(value)
    if found is None:
        return decade_or_century(value)
    try:
        return calendar_bounds(found, value)
    except (ValueError, OverflowError):
        return None


def calendar_bounds(found: re.Match[str], value: str) -> Bounds | None:
    """`bounds` of a value that names a year."""
    year, unit = int(found["year"]), "Y"
    first: date | None = date(year, 1, 1)
    months = 12
    if found["day"]:
        first, unit = date(year, int(found["month"]), int(found["day"])), "D"
    elif found["month"]:
        first, months = date(year, int(found["month"]), 1), 1
    elif found["week"]:
        weekend = value.endswith("-WE")
        first = date.fromisocalendar(year, int(found["week"]), 6 if weekend else 1)
        return first, first + timedelta(days=2 if weekend else 7)
    elif found["quarter"]:
        first, months = date(year, 3 * int(found["quarter"]) - 2, 1), 3
    elif found["half"]:
        first, months = date(year, 6 * int(found["half"]) - 5, 1), 6
    elif found["season"]:
        first, months = date(year, SEASON_MONTHS[found["season"]], 1), 3
    assert first is not None
    last = first + timedelta(days=1) if unit == "D" else shifted(first, "M", months)
    return None if last is None else (first, last)


def decade_or_century(value: str) -> Bounds | None:
    """`bounds` of "199" and "20"."""
    if not value.isdigit() or len(value) not in (2, 3):
        return None
    size = 10 if len(value) == 3 else 100
    first = int(value) * size
    return (date(first, 1, 1), date(first + size, 1, 1)) if 1 <= first <= 9000 else None


def clock_bounds(value: str) -> tuple[str, str] | None:
    """A minute (or second) by its clock time, with its zone if the value has one; None for values without a clock."""
    found = CLOCK.search(value)
    day = bounds(value)
    if found is None or day is None or int(found[1]) > 24 or int(found[2]) > 59:
        return None
    first = datetime.combine(day[0], datetime.min.time()) + timedelta(
        hours=int(found[1]), minutes=int(found[2]), seconds=int(found[3] or 0)
    )
    last = first + (timedelta(seconds=1) if found[3] else timedelta(minutes=1))
    form = "seconds" if found[3] else "minutes"
    return first.isoformat(timespec=form) + found[4], last.isoformat(timespec=form) + found[4]


def lengthened(day: date, value: str, sign: int) -> date | None:
    """`day` moved by a duration's value ("P3D"), back where `sign` is negative; None for vague ones and for hours."""
    found = LENGTH.match(value)
    if found is None or found[1]:
        return None
    return shifted(day, found[3], sign * int(found[2]))


def precision(first: date, last: date) -> int:
    """UCDP's class of an interval."""
    days = (last - first).days
    return next((code for most, code in PRECISION if days <= most), OPEN_ENDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """The days an expression covers, as `Timex` has them.

    Attributes:
        start: First day (or clock time); None where open.
        end: The day after the last; None where open.
        precise: Whether it holds on every day in between.
    """

    start: str | None = None
    end: str | None = None
    precise: bool = True

    @property
    def precision(self) -> int | None:
        """UCDP's class; None without an interval, the coarsest where one end is open."""
        if self.start is None and self.end is None:
            return None
        if self.start is None or self.end is None:
            return OPEN_ENDED
        return precision(date.fromisoformat(self.start[:10]), date.fromisoformat(self.end[:10]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What narrows or opens an interval.

    Attributes:
        published: The day of publication; None where unknown. Nothing reported as past reaches beyond it.
        past: Whether the predicate lies behind.
        so_far: "before" for "earlier this year", "after" for "later this year".
        preposition: The word before the expression: "since", "until", "before", "after" open one side.
        whole: Whether the words say that it holds throughout.
    """

    published: date | None = None
    past: bool = False
    so_far: str | None = None
    preposition: str = ""
    whole: bool = False


def interval(value: str, cut: Cut) -> Interval:
    """The interval of a value in its surroundings; without ends where it has none."""
    exact = clock_bounds(value)
    if exact is not None and cut.preposition not in SINCE | UNTIL | BEFORE | AFTER:
        return Interval(start=exact[0], end=exact[1])
    known = bounds(value)
    if known is None:
        return Interval()
    first, last = known
    today = cut.published
    end_of_today = today + timedelta(days=1) if today else None
    if cut.preposition in SINCE | AFTER:
        start = last if cut.preposition in AFTER else first
        stop = end_of_today if end_of_today and end_of_today > start else None
        return Interval(
            start=start.isoformat(),
            end=stop.isoformat() if stop else None,
            precise=(last - first).days == 1 and cut.preposition in SINCE,
        )
    if cut.preposition in UNTIL | BEFORE:
        stop = first if cut.preposition in BEFORE else last
        return Interval(end=stop.isoformat(), precise=False)
    if (
        end_of_today
        and today
        and first <= today < last
        and (cut.so_far == "before" or (cut.past and cut.so_far is None))
    ):
        last = end_of_today
    if today and first <= today < last and cut.so_far == "after":
        first = today
    return Interval(start=first.isoformat(), end=last.isoformat(), precise=(last - first).days == 1 or cut.whole)


def into_next_day(known: Interval) -> Interval:
    """The interval of a night, which lies in two days: on either of them."""
    if known.end is None or "T" in known.end:
        return known
    last = date.fromisoformat(known.end) + timedelta(days=1)
    return Interval(start=known.start, end=last.isoformat(), precise=False)
