"""One act of attributing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.source import Source
from reportedly.model.span import Span


class Form(StrEnum):
    """Whose words a content is in."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One act of attributing: who, by which words, what.

    Attributes:
        id: Of this finding.
        sources: From the outlet (depth 0) to the origin (deepest).
        cue: The words that attribute ("said", "according to"); None for a bare colon or a free-standing quote.
        content: From the first word of what is attributed to the last; quotation marks belong to it.
        parts: The pieces of a content that is split by its cue, or runs over paragraphs; one piece otherwise.
        form: Direct, indirect or mixed.
        within: Id of the attribution whose content this one is nested in; None at the top.
        confidence: 0 to 1: of attributions with this confidence, the share that is right; never part of an id.
    """

    id: str
    sources: tuple[Source, ...]
    cue: Span | None
    content: Span
    parts: tuple[Span, ...]
    form: Form
    within: str | None = None
    confidence: float = 1.0
