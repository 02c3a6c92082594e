"""Which Friday, which March: the one of that name that an expression means."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum

from reportedly.extract.time_interval import Bounds
from reportedly.extract.time_value import Moment

# A narrative in December goes on to "January" of the next year: what ended over so many days before lies ahead.
# Days to what "in November" means, said in January, and "on Jan. 3", said in December. Set by hand.
LATELY, SOON = 150, 45
TURNED = 240


class Direction(StrEnum):
    """Where a predicate points, seen from the publication.

    The present ("opens Monday") is ahead for days, near for longer times.
    """

    PAST = "past"
    FUTURE = "future"
    PRESENT = "present"
    UNKNOWN = "unknown"


def pick_day(weekday: int, origin: Moment, *, step: int | None, direction: Direction, narrative: bool) -> date | None:
    """The day of that weekday: the last one up to the origin, or the next where step or direction says so.

    A weekday that the origin is itself means that day, unless it is "last" or "next" one. A narrative goes forward.
    None where the origin is no day.
    """
    start = origin.date
    if start is None or origin.day is None:
        return None
    ahead = (weekday - start.isoweekday()) % 7
    if step == -1:
        return start - timedelta(days=(7 - ahead) % 7 or 7)
    if step == 1:
        return start + timedelta(days=ahead or 7)
    if (
        narrative
        or direction in (Direction.FUTURE, Direction.PRESENT)
        or (step == 0 and direction is Direction.UNKNOWN)
    ):
        return start + timedelta(days=ahead)
    return start - timedelta(days=(7 - ahead) % 7)


def pick_year(
    periods: Callable[[int], Bounds | None], origin: Moment, *, step: int | None, direction: Direction, narrative: bool
) -> int:
    """The year in which a month, day or season of that name is meant.

    Args:
        periods: Its days in a year; None in years without (29 February).
        origin: What it is counted from.
        step: -1 the last one over, 1 the next to begin, 0 this year's.
        direction: Of the predicate; without one the nearest.
        narrative: Whether the text tells on from the origin: the year it is in goes on.
    """
    day = origin.date
    assert day is not None
    near = {year: found for year in range(day.year - 4, day.year + 5) if (found := periods(year)) is not None}
    if step == -1:
        return max((year for year, (_, last) in near.items() if last <= day), default=day.year)
    if step == 1:
        return min((year for year, (first, _) in near.items() if first > day), default=day.year)
    if narrative:
        begun = near.get(day.year)
        over = origin.month is not None and begun is not None and (day - begun[1]).days > TURNED
        return day.year + over
    before = max((year for year, (first, _) in near.items() if first <= day), default=day.year)
    after = min((year for year, (_, last) in near.items() if last > day), default=day.year)
    if direction is Direction.UNKNOWN and day.year in near:
        return usual_year(near, day)
    if direction in (Direction.UNKNOWN, Direction.PRESENT):
        nearest_first = [year for year in (before, after) if year in near]
        return min(nearest_first, key=lambda year: distance(near[year], day), default=day.year)
    return before if direction is Direction.PAST else after


def usual_year(near: dict[int, Bounds], day: date) -> int:
    """The year that goes without saying: the publication's, but for what the last one ended or the next begins with."""
    years = ((day.year - 1, LATELY), (day.year + 1, SOON))
    close = (year for year, days in years if year in near and distance(near[year], day) <= timedelta(days=days))
    return min((*close, day.year), key=lambda year: distance(near[year], day))


def distance(period: Bounds, day: date) -> timedelta:
    """How far `day` is from the days of a period; zero inside it."""
    first, last = period
    return max(first - day, day - last, timedelta(0))
