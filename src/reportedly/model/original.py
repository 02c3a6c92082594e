"""For copies: the article that others carried."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.score import Score


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One article that carries another's words.

    Attributes:
        article: Id of the copy.
        original: Id of the article it was taken from: the earlier published, then the smaller id.
        score: How much of it is shared, and why it was taken for a copy.
    """

    article: str
    original: str
    score: Score
