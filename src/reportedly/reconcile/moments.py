"""When something is said to hold, fine enough to tell a Thursday morning from a Thursday night."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from reportedly.model import Event, Statement, Timex, TimexRole, TimexType

A_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Local hours of TIMEX3's parts of a day, first and exclusive end; "24" sorts after every hour. Set by hand, overlapping
# as people use the words.
PARTS = {
    "MO": ("06", "12"),
    "MI": ("12", "13"),
    "AF": ("12", "18"),
    "EV": ("17", "24"),
    "NI": ("20", "24"),
    "DT": ("06", "18"),
}
# "Late on Thursday", "early on Monday".
MODS = {"END": ("18", "24"), "START": ("00", "10")}


@dataclass(frozen=True, slots=True)
class Moment:
    """A time, from its first day or hour to its exclusive end; ISO, local, so that both sort as text."""

    start: str
    end: str


def moment_of(timex: Timex) -> Moment | None:
    """The day, part of a day or interval of a time; None where it has none. "Since Monday" is Monday."""
    if timex.type not in (TimexType.DATE, TimexType.TIME):
        return None
    if timex.value is not None and A_DAY.match(timex.value):
        return _of_day(timex.value, timex.mod)
    if timex.start is None or timex.end is None:
        return None
    return Moment(_local(timex.start), _local(timex.end))


def _of_day(value: str, mod: str | None) -> Moment:
    day, _, clock = value.partition("T")
    if clock[:2].isdigit():
        return Moment(f"{day}T{clock[:5]}", f"{day}T{clock[:2]}:59")
    hours = PARTS.get(clock[:2]) or MODS.get(mod or "")
    if hours is not None:
        return Moment(f"{day}T{hours[0]}", f"{day}T{hours[1]}")
    return Moment(day, next_day(day))


def _local(when: str) -> str:
    """A day, or a clock time without its zone, to the minute."""
    return when[:16] if len(when) > 10 else when


def next_day(day: str) -> str:
    """The day after an ISO date; the same text where there is none or it is no date."""
    try:
        return (date.fromisoformat(day[:10]) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return day


def days_apart(one: str, other: str) -> int | None:
    """How many days lie between two moments; None where one is no date."""
    try:
        return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)
    except ValueError:
        return None


def published_at(said: str | None) -> str | None:
    """The local moment of a publication: its clock time, or the end of its day; None where it is not known."""
    if said is None:
        return None
    return said[:16] if len(said) > 10 else f"{said}T24"


def time_of(statement: Statement, event: Event | None = None) -> Timex | None:
    """When the event is said to be, or what the statement says: its own time, else the first day that it names.

    A day that belongs to another event of the statement, or to the words around its content, is left out.
    """
    if event is not None and event.time is not None:
        return next((timex for timex in statement.times if timex.id == event.time), None)
    taken = {other.time for other in statement.events if other is not event}
    inside = [
        timex
        for timex in statement.times
        if timex.id not in taken and statement.content.covers(timex.span) and moment_of(timex) is not None
    ]
    return min(inside, key=lambda timex: (timex.role is not TimexRole.TRUE, timex.span), default=None)
