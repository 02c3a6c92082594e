"""What the trained reader makes of one cue, in tokens."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.extract.attribution_view import View


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


def first_of(view: View, inner: Labelled) -> int:
    """The first token of a verb with what leads it in: "and has sworn"."""
    leads = (t for t in view.tokens[inner.anchor].lefts if t.dep_ in {"aux", "advmod", "neg"})
    first = min([inner.anchor, *(t.left_edge.i for t in leads)])
    while first > 0 and view.pos[first - 1] == "CCONJ":
        first -= 1
    return first
