"""Two expressions that make one time: "from March to May", "between 3 and 9 June", "three days after 3 June"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from reportedly.extract.time_interval import LENGTH, bounds, lengthened, precision
from reportedly.extract.time_value import period
from reportedly.model import Timex, TimexType

BETWEEN = re.compile(r"\s*(?:to|until|till|through|and|-|–|—)\s*(?:the\s)?", re.IGNORECASE)
OPENING = re.compile(r"\b(from|between)\s+(?:the\s)?$", re.IGNORECASE)
COUNTING = re.compile(r"\s+(before|after)\s+(?:the\s)?", re.IGNORECASE)
APART = re.compile(r"\s*[,(]\s*(?:on\s)?", re.IGNORECASE)
LOOK_BACK = 14


def joined(times: list[Timex], text: str) -> Iterator[Timex]:
    """`times` in order; both ends of a range carry the interval of the whole range."""
    at = 0
    while at < len(times):
        pair = paired(times[at], times[at + 1], text) if at + 1 < len(times) else None
        yield from pair or (times[at],)
        at += 2 if pair else 1


def paired(first: Timex, last: Timex, text: str) -> tuple[Timex, Timex] | None:
    """Both, as a range or as a length counted from a day; None where they stand by themselves."""
    return ranged(first, last, text) or counted(first, last, text) or explained(first, last, text)


def explained(first: Timex, last: Timex, text: str) -> tuple[Timex, Timex] | None:
    """Both, where the first has no day but in the second ("two days later, on 9 March"); else None."""
    mark = APART.fullmatch(text[first.span.end : last.span.start])
    if mark is None or first.value is not None or first.type is not TimexType.DATE or last.precision != 1:
        return None
    known = replace(first, value=last.value, start=last.start, end=last.end, anchor=last.id)
    return replace(known, precise=last.precise, precision=last.precision), last


def counted(first: Timex, last: Timex, text: str) -> tuple[Timex, Timex] | None:
    """Both, where the first counts from the second ("three days after 3 June") and so lies on a day; else None."""
    mark = COUNTING.fullmatch(text[first.span.end : last.span.start])
    if mark is None or first.type is not TimexType.DURATION or first.value is None or last.precision != 1:
        return None
    there = away(first, last, 1 if mark[1].lower() == "after" else -1)
    return None if there is None else (there, last)


def year_before(timex: Timex) -> Timex:
    """A month or day a year earlier: what a range begins with lies before its end."""
    moved = (value and f"{int(value[:4]) - 1:04}{value[4:]}" for value in (timex.value, timex.start, timex.end))
    value, start, end = moved
    return timex if "02-29" in f"{value} {end}" else replace(timex, value=value, start=start, end=end)


def away(length: Timex, from_day: Timex, sign: int) -> Timex | None:
    """A duration as the day, week, month or year that lies so far from a day; None where that cannot be told."""
    counted = LENGTH.fullmatch(length.value or "")
    day = date.fromisoformat((from_day.start or "")[:10])
    there = lengthened(day, length.value or "", sign)
    known = None if counted is None or there is None else bounds(period(there, counted[3]))
    if known is None:
        return None
    start, end = (moved.isoformat() for moved in known)
    code = precision(*known)
    return replace(length, start=start, end=end, anchor=from_day.id, precise=code == 1, precision=code)


def ranged(first: Timex, last: Timex, text: str) -> tuple[Timex, Timex] | None:
    """Both with the interval of the range they bound; None where they bound none."""
    if first.type is not TimexType.DATE or last.type is not TimexType.DATE or not first.start or not last.end:
        return None
    mark = text[first.span.end : last.span.start]
    opening = OPENING.search(text[max(0, first.span.start - LOOK_BACK) : first.span.start])
    if not BETWEEN.fullmatch(mark) or (opening is None and mark.strip() not in ("-", "–", "—")):
        return None
    if (mark.strip().lower() == "and") != (opening is not None and opening[1].lower() == "between"):
        return None
    if first.start >= last.end and first.anchor == last.anchor == "published":
        first = year_before(first)
    start, end = first.start or "", last.end
    if start >= end:
        return None
    precise = opening is None or opening[1].lower() == "from"
    code = precision(date.fromisoformat(start[:10]), date.fromisoformat(end[:10]))
    return (
        replace(first, start=start, end=end, precise=precise, precision=code),
        replace(last, start=start, end=end, precise=precise, precision=code),
    )
