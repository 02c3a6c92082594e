"""What engines agree on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from reportedly.errors import ReadingCrashed, ReadingError
from reportedly.extract.chain import Caps, read_article
from reportedly.model import Article, Reading

Outcome = tuple[Article, Reading | ReadingError]


class Engine(Protocol):
    """Somewhere that reading runs."""

    def read(self, articles: Iterable[Article]) -> Iterator[Outcome]:
        """Each article with its reading, or with why it could not be read; in the order of `articles`, as they come."""


def guarded(article: Article, caps: Caps) -> Reading:
    """The reading of one article; whatever goes wrong in it is a ReadingError, so that it costs only itself."""
    try:
        return read_article(article, caps)
    except ReadingError:
        raise
    except Exception as error:  # noqa: BLE001 - a fault of the reader on one article must not end a run over many
        fault = f"a fault in the reader ({type(error).__name__}: {error})"
        raise ReadingCrashed(article.path or article.id, problem=fault) from None
