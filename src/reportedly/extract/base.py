"""What extractors agree on: the protocol, and what has been found so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from reportedly.model import (
    Article,
    Attribution,
    Comparison,
    Event,
    Figure,
    Mention,
    Part,
    Place,
    Span,
    Statement,
    Status,
    Timex,
    Unknown,
    identify,
    span_of,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc

Finding = Mention | Timex | Place | Figure | Attribution | Event | Status | Unknown | Comparison | Statement


@dataclass(slots=True, kw_only=True)
class Found:
    """What has been found in one part of an article so far; extractors read it, the chain fills it.

    Attributes:
        article: The article, with its metadata.
        part: Which of its texts is being read.
        before: What was found in the text, while the title is read; None for the text itself.
    """

    article: Article
    part: Part = Part.TEXT
    before: Found | None = None
    times: list[Timex] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    statuses: list[Status] = field(default_factory=list)
    unknowns: list[Unknown] = field(default_factory=list)
    comparisons: list[Comparison] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)

    def span(self, start: int, end: int) -> Span:
        """The span of this part from code point `start` to `end`."""
        return span_of(self.article.part(self.part), start, end, self.part)

    def id(self, kind: str, span: Span, *more: object) -> str:
        """The id of a finding of `kind` (one or two letters) at `span`; `more` tells apart what shares a span."""
        return identify(kind, self.article.id, span.part.value, span.start, span.end, *more)


class Extractor(Protocol):
    """One layer of the reading chain. A module satisfies it."""

    @property
    def NAME(self) -> str:  # noqa: N802
        """The list of `Found` that it fills."""

    @property
    def VERSION(self) -> str:  # noqa: N802
        """Changes whenever the same article may give other findings; part of the fingerprint."""

    @property
    def NEEDS(self) -> tuple[str, ...]:  # noqa: N802
        """Lists of `Found` that must be filled before."""

    def find(self, doc: Doc, found: Found) -> Iterator[Finding]:
        """The findings in `doc`, in the order of the text. Reads `found`, never changes it."""
