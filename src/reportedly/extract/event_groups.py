"""Which triggers of one article tell of one event ("raided … the raid"): the first trigger lends its id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.model import Event, Participant

# Types that say too little for two of them to be one event.
LOOSE = frozenset({"other", "disclose", "begin", "change", "travel", "transport", "compete", "trade", "build"})


@dataclass(slots=True, kw_only=True)
class Mark:
    """An event with what decides whether it is one that was told before.

    Attributes:
        event: The event.
        definite: Whether its trigger is a noun that points back ("the raid").
        number: Low and high of the figure that counts its recipients; None without one.
    """

    event: Event
    definite: bool
    number: tuple[float | None, float | None] | None = None
    group: list[Mark] = field(default_factory=list)


def grouped(marks: Sequence[Mark]) -> list[list[Mark]]:
    """Groups of marks that tell of one event, in the order of their first."""
    groups: list[list[Mark]] = []
    for mark in marks:
        home = None if mark.event.type in LOOSE else _home(mark, groups)
        if home is None:
            groups.append([mark])
        else:
            home.append(mark)
    return groups


def _home(mark: Mark, groups: list[list[Mark]]) -> list[Mark] | None:
    """The latest group that a mark belongs to; None where it is a new event."""
    for group in reversed(groups):
        may = group[0].event.type == mark.event.type and all(_agree(mark, other) for other in group)
        if may and (mark.definite or any(_share(mark.event, other.event) for other in group)):
            return group
    return None


def _agree(one: Mark, other: Mark) -> bool:
    """Whether nothing tells two events apart."""
    a, b = one.event, other.event
    if a.polarity is not b.polarity or a.tense is not b.tense:
        return False
    if not (_same(a.place, b.place) and _same(one.number, other.number)):
        return False
    return _overlap(a.actor, b.actor) is not False and _overlap(a.recipient, b.recipient) is not False


def _same(a: object, b: object) -> bool:
    return a is None or b is None or a == b


def _overlap(a: Sequence[Participant], b: Sequence[Participant]) -> bool | None:
    """Whether participants are the same; None where one side has none that is resolved."""
    one, other = ({p.refers_to for p in side if p.refers_to is not None} for side in (a, b))
    if not one or not other:
        return None
    return bool(one & other)


def _share(a: Event, b: Event) -> bool:
    """Whether something beyond the type speaks for one event: a participant, or time and place."""
    if _overlap(a.recipient, b.recipient) or (_overlap(a.actor, b.actor) and a.recipient == b.recipient == ()):
        return True
    return a.place is not None and a.place == b.place and a.time is not None and a.time == b.time
