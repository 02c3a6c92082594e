"""What engines agree on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from reportedly.errors import ReadingCrashed, ReadingError, SetupError
from reportedly.extract.caps import Caps
from reportedly.model import Article, Reading

Outcome = tuple[Article, Reading | ReadingError]
Read = Callable[[Article, Caps], Reading]


class Engine(Protocol):
    """Somewhere that reading runs."""

    def read(self, articles: Iterable[Article]) -> Iterator[Outcome]:
        """Each article with its reading, or with why it could not be read; in the order of `articles`, as they come."""


def read_here(article: Article, caps: Caps) -> Reading:
    """The reading of one article by the reading chain, which is loaded now if it was not; raises TooManyWords."""
    from reportedly.extract.chain import read_article

    return read_article(article, caps)


def guarded(read: Read, article: Article, caps: Caps) -> Reading:
    """The reading of one article; whatever goes wrong in it is a ReadingError, so that it costs only itself.

    What is wrong with the installation is wrong for every article: SetupError passes.
    """
    try:
        return read(article, caps)
    except (ReadingError, SetupError):
        raise
    except Exception as error:  # noqa: BLE001 - a fault of the reader on one article must not end a run over many
        fault = f"a fault in the reader ({type(error).__name__}: {error})"
        raise ReadingCrashed(article.path or article.id, problem=fault) from None
