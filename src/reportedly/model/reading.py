"""What one version of the reader made of one article."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.attribution import Attribution
from reportedly.model.event import Event
from reportedly.model.figure import Figure
from reportedly.model.ids import identify
from reportedly.model.mention import Mention
from reportedly.model.place import Place
from reportedly.model.span import Span
from reportedly.model.statement import Statement
from reportedly.model.timex import Timex


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The statements and findings that one version of the reader made of one article.

    Attributes:
        article: Id of the article.
        fingerprint: Of the reader: code version, weights, lexicons, settings.
        metadata: What of the article's metadata went in: outlet, published, language, title; another date reads anew.
        attributions: Every act of attributing, in the order of the text.
        statements: Every statement, in the order of the text.
        times: Every expression of time, also outside statements; so for all findings.
        places: Every named place.
        figures: Every reported quantity.
        events: Every event.
        mentions: Everything that names or points at somebody or something.
        residue: What no statement covers.
        warnings: What the reader could not do, in words ("no publication date: relative dates stay open").
        unread: Why the article was stored but not read ("no pipeline for nl"); None when it was read.
    """

    article: str
    fingerprint: str
    metadata: tuple[str | None, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    statements: tuple[Statement, ...] = ()
    times: tuple[Timex, ...] = ()
    places: tuple[Place, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    mentions: tuple[Mention, ...] = ()
    residue: tuple[Span, ...] = ()
    warnings: tuple[str, ...] = ()
    unread: str | None = None

    @property
    def id(self) -> str:
        """The hash of article, its metadata, and fingerprint."""
        return identify("r", self.article, list(self.metadata), self.fingerprint)
