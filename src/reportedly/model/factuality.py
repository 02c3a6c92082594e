"""How sure, and whether at all, according to the source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.span import Span


class Modality(StrEnum):
    """How sure the source is (FactBank)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Polarity(StrEnum):
    """Whether it is said to be so or not to be so (FactBank)."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Factuality:
    """How sure the deepest source is of a statement, and the words that show it.

    Attributes:
        modality: How sure. The future is a tense, not a doubt.
        polarity: Whether it is said to be so.
        cues: The words that show either ("may", "not", "alleged"), in order.
        distance: The outlet's own distance ("claimed without evidence"); None where it keeps none.
    """

    modality: Modality = Modality.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    cues: tuple[Span, ...] = ()
    distance: str | None = None
