"""The days of what has no value in the calendar: "the past two weeks", "for ten years", "now"."""

from __future__ import annotations

from datetime import date, timedelta

from reportedly.extract.time_anchor import Anchored
from reportedly.extract.time_interval import Interval, bounds, lengthened
from reportedly.extract.time_meaning import Length, Vague


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


def moment_of(anchored: Anchored, published: date | None) -> Interval:
    """The days of "now" and of "at the time"."""
    if anchored.value == "PRESENT_REF":
        known = (published, published + timedelta(days=1)) if published else None
    else:
        known = bounds(anchored.value or "")
    if known is None:
        return Interval()
    return Interval(start=known[0].isoformat(), end=known[1].isoformat(), precise=(known[1] - known[0]).days == 1)
