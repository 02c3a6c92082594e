"""Reading in this process: for libraries and tests. The time cap needs a worker and is not kept here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.engine.base import Outcome, Read, guarded, read_here
from reportedly.errors import ReadingError
from reportedly.extract.caps import Caps
from reportedly.model import Article


class Inline:
    """Reads one article after the other, here, by `read`."""

    def __init__(self, *, caps: Caps | None = None, read: Read = read_here) -> None:
        self.caps = caps or Caps()
        self._read = read

    def read(self, articles: Iterable[Article]) -> Iterator[Outcome]:
        """Each article with its reading, or with why it could not be read."""
        for article in articles:
            try:
                yield article, guarded(self._read, article, self.caps)
            except ReadingError as error:
                yield article, error
