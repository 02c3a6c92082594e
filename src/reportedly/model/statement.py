"""The unit of the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.attribution import Form
from reportedly.model.comparison import Comparison
from reportedly.model.event import Event
from reportedly.model.factuality import Factuality
from reportedly.model.figure import Figure
from reportedly.model.ids import identify
from reportedly.model.mention import Mention
from reportedly.model.place import Place
from reportedly.model.source import Source
from reportedly.model.span import Span
from reportedly.model.status import Status
from reportedly.model.timex import Timex
from reportedly.model.unknown import Unknown


class Mark(StrEnum):
    """What a statement is, where it is not plain assertion."""

    OPINION = "opinion"
    APPEAL = "appeal"
    QUESTION = "question"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One clause-sized thing that an article says, or reports a source as saying.

    Attributes:
        id: Hash of article, part, content span, cue and source spans: no scores, no versions.
        article: Id of the article.
        content: Its words.
        form: Direct, indirect, mixed, or the article's own voice.
        sources: The chain, from the outlet (depth 0) to the origin.
        factuality: How sure, according to the deepest source.
        attribution: Id of the attribution it is a clause of; None in the article's own voice.
        within: Id of the statement that this one is a relative clause or an apposition of; None otherwise.
        cue: The words that attribute; None in the own voice.
        mark: Opinion, appeal or question; None for plain assertion.
        times: Expressions of time that lie inside the content, or govern it in the same sentence; so for all findings.
        places: Named places.
        figures: Reported quantities.
        events: What happened, is denied, is feared or is planned.
        statuses: What is said of somebody's state.
        unknowns: What is said not to be known or disclosed.
        comparisons: Comparisons without a number.
        mentions: Who and what is named or pointed at.
        confidence: 0 to 1: of statements with this confidence, the share whose content and source are right, measured
            on reports that people marked; never part of the id.
    """

    id: str
    article: str
    content: Span
    form: Form
    sources: tuple[Source, ...]
    factuality: Factuality
    attribution: str | None = None
    within: str | None = None
    cue: Span | None = None
    mark: Mark | None = None
    times: tuple[Timex, ...] = ()
    places: tuple[Place, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    statuses: tuple[Status, ...] = ()
    unknowns: tuple[Unknown, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    mentions: tuple[Mention, ...] = ()
    confidence: float = 1.0

    def origins(self) -> tuple[Source, ...]:
        """The deepest sources, side by side; the outlet itself in the own voice."""
        deepest = max((source.depth for source in self.sources), default=0)
        return tuple(source for source in self.sources if source.depth == deepest)


def statement_id(article: str, content: Span, cue: Span | None, sources: tuple[Source, ...]) -> str:
    """The id of the statement that has these; sources without a span do not count."""
    spoken = [[source.span.start, source.span.end] for source in sources if source.span is not None]
    said = None if cue is None else [cue.start, cue.end]
    return identify("s", article, content.part.value, [content.start, content.end], said, spoken)
