"""A comparison made without a number."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.span import Span


class Direction(StrEnum):
    """How the subject of a comparison stands to the other side."""

    MORE = "more"
    LESS = "less"
    SAME = "same"
    MOST = "most"
    LEAST = "least"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A comparison or rank without a number: "fewer than from Britain", "the highest in Europe per capita".

    Attributes:
        id: Of this finding.
        span: The words that compare.
        direction: More, less, same; most and least are ranks at either end.
        against: The words for the other side, or the scope of a rank; None where left out.
        measure: By which measure ("per capita"); None where not said.
        rank: 1 for the highest or lowest, 2 for the second …; None for a plain comparison.
    """

    id: str
    span: Span
    direction: Direction
    against: Span | None = None
    measure: str | None = None
    rank: int | None = None
