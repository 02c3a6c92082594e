"""What the trained reader makes of one cue, in tokens."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Labelled:
    """What the second step makes of one cue.

    Attributes:
        anchor: The cue's token.
        probability: That the cue is one.
        source: Tokens, in order.
        content: Tokens, in order.
        cue: Tokens, the anchor among them.
    """

    anchor: int
    probability: float
    source: list[int]
    content: list[int]
    cue: list[int]
