"""The days of what has no value in the calendar: "the past two weeks", "for ten years", "now"."""

from __future__ import annotations

from datetime import date, timedelta

from reportedly.extract.time_interval import Interval, bounds, lengthened
from reportedly.extract.time_meaning import Length, Vague
from reportedly.extract.time_surroundings import Anchored


def reach(meaning: Length | Vague, anchored: Anchored, published: date | None, *, preposition: str) -> Interval:
    """The days that a duration beside the publication covers, or that "now" and "at the time" stand for.

    A duration that does not say where it lies ("took ten years") has none.
    """
    if anchored.value is None:
        return Interval()
    if isinstance(meaning, Vague):
        return moment_of(anchored, published)
    if meaning.side == 0 or published is None:
        return Interval()
    other = lengthened(published, anchored.value, meaning.side)
    if other is None:
        return Interval()
    first, last = (other, published + timedelta(days=1)) if meaning.side < 0 else (published, other)
    return Interval(start=first.isoformat(), end=last.isoformat(), precise=preposition in ("for", "throughout"))


def part_of(meaning: Length, value: str | None, whole: str | None) -> Interval:
    """The days of "the first nine months of 2012", by the values of the part and of the whole."""
    known = bounds(whole or "")
    if known is None:
        return Interval()
    start, end = known
    other = lengthened(start if meaning.side > 0 else end, value or "", meaning.side)
    if other is None or not start <= other <= end:
        return Interval(start=start.isoformat(), end=end.isoformat(), precise=False)
    first, last = (start, other) if meaning.side > 0 else (other, end)
    return Interval(start=first.isoformat(), end=last.isoformat(), precise=False)


def moment_of(anchored: Anchored, published: date | None) -> Interval:
    """The days of "now" and of "at the time"."""
    if anchored.value == "PRESENT_REF":
        known = (published, published + timedelta(days=1)) if published else None
    else:
        known = bounds(anchored.value or "")
    if known is None:
        return Interval()
    return Interval(start=known[0].isoformat(), end=known[1].isoformat(), precise=(known[1] - known[0]).days == 1)
