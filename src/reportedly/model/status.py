"""What a statement says of somebody's state."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.factuality import Modality, Polarity
from reportedly.model.span import Span


class State(StrEnum):
    """The states that are told apart."""

    ALIVE = "alive"
    DEAD = "dead"
    MISSING = "missing"
    INJURED = "injured"
    DETAINED = "detained"
    CHARGED = "charged"
    CONVICTED = "convicted"
    FREE = "free"
    WHEREABOUTS = "whereabouts"
    ROLE = "role"
    NATIONALITY = "nationality"
    KINSHIP = "kinship"
    MEMBERSHIP = "membership"


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What a statement says of somebody's state. "Suspected of" never becomes "did".

    Attributes:
        id: Of this finding.
        span: The words that say so.
        state: Which state.
        who: Id of the article's entity whose state it is; None where unresolved.
        name: The fullest name of that somebody, or the wording.
        value: What the state takes: the role, the place, the nationality or the body as worded, the kin ("mother of Luc
            Morel"); None for states that take nothing.
        tied_to: Id of the article's entity whose kin, or which body's member, they are; None otherwise or unresolved.
        modality: How sure, according to the deepest source.
        polarity: Whether it is said to be so.
    """

    id: str
    span: Span
    state: State
    who: str | None = None
    name: str | None = None
    value: str | None = None
    tied_to: str | None = None
    modality: Modality = Modality.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
