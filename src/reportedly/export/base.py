"""What exporters agree on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TextIO

from reportedly.model import Article, Correction, Judgement, Reading, Sighting, Span, Statement, Tombstone

# Code points of context either side of a statement: enough to find it on a page, too few to stand for the article.
CONTEXT = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One record of a ledger, as a backup holds it.

    Attributes:
        record: The record.
        when: For a reading: since when it was shown, aware UTC, ISO. None for records that carry their own times.
        where: The file and line it was read from; empty for what comes from a ledger.
    """

    record: Article | Sighting | Reading | Correction | Judgement | Tombstone
    when: str | None = None
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """What is exported.

    Attributes:
        articles: By id, with their corrected metadata.
        statements: With every correction applied.
        held: Everything the ledger holds, for a backup; made when it is gone through, once.
        full_text: Whether the articles' whole texts were asked for.
    """

    articles: Mapping[str, Article]
    statements: tuple[Statement, ...]
    held: Iterable[Held] = ()
    full_text: bool = False


class Exporter(Protocol):
    """One format. A module satisfies it."""

    @property
    def NAME(self) -> str:  # noqa: N802
        """What `--to` calls it."""

    @property
    def SUFFIX(self) -> str:  # noqa: N802
        """The usual ending of its files, with the dot."""

    def write(self, records: Records, out: TextIO) -> None:
        """Write all of it to `out`, a statement never without its chain and factuality."""


def context(article: Article, span: Span) -> tuple[str, str]:
    """Some words before and after a span."""
    text = article.part(span.part)
    return text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
