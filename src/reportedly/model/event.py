"""Something that happened, is denied, is feared or is planned."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.factuality import Modality, Polarity
from reportedly.model.span import Span


class Tense(StrEnum):
    """When an event is said to be, seen from the statement."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    HABITUAL = "habitual"


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody or something that takes part in an event.

    Attributes:
        span: The words that say who.
        refers_to: Id of the article's entity; None where unresolved.
    """

    span: Span
    refers_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One mention of an event.

    Attributes:
        id: Of this finding.
        type: A verb lemma ("kill", "arrest", "travel"), or "other".
        trigger: The word that tells of it.
        actor: Who did it; empty where it is not said, which is still an event.
        recipient: To whom it was done.
        from_: Id of the place it starts from; None where not said.
        to: Id of the place it leads to; None where not said.
        place: Id of the place it happened at; None where not said.
        time: Id of the timex that says when; None where not said.
        instrument: The words for the means; None where not said.
        count: Id of the figure that counts the recipients; None where not said.
        modality: How sure, according to the deepest source.
        polarity: Whether it is said to have happened.
        tense: Past, present, future, habitual.
        refers_to: Id, inside this article, of the event: triggers that share it tell of one event.
    """

    id: str
    type: str
    trigger: Span
    actor: tuple[Participant, ...] = ()
    recipient: tuple[Participant, ...] = ()
    from_: str | None = None
    to: str | None = None
    place: str | None = None
    time: str | None = None
    instrument: Span | None = None
    count: str | None = None
    modality: Modality = Modality.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    tense: Tense = Tense.PAST
    refers_to: str | None = None
