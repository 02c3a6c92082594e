"""An article with what hangs on it, as the store in memory keeps it."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportedly.model import Article, Reading
from reportedly.store.records import finding_ids


@dataclass(slots=True, kw_only=True)
class Shelf:
    """One article with what hangs on it.

    Attributes:
        article: As first read.
        added: When.
        digests: Of the bytes it was read from.
        seen: (moment, path) of every sighting.
        readings: By id.
        shown: (moment, reading's id).
    """

    article: Article
    added: str
    digests: set[str] = field(default_factory=set)
    seen: set[tuple[str, str]] = field(default_factory=set)
    readings: dict[str, Reading] = field(default_factory=dict)
    shown: set[tuple[str, str]] = field(default_factory=set)

    def newest(self, known: str | None) -> Reading | None:
        """The reading shown last by then."""
        shown = max((each for each in self.shown if known is None or each[0] <= known), default=None)
        return None if shown is None else self.readings[shown[1]]

    def keep(self, reading: Reading, when: str) -> None:
        """See `Store.add_reading`."""
        there = self.readings.get(reading.id)
        if there is not None and there.unread is not None and reading.unread is None:
            del self.readings[reading.id]
            self.shown = {each for each in self.shown if each[1] != reading.id}
        self.readings.setdefault(reading.id, reading)
        self.shown.add((when, reading.id))

    def ids(self) -> set[str]:
        """Ids of everything read in the article, its own too."""
        found = {self.article.id, *self.readings}
        for reading in self.readings.values():
            found |= {statement.id for statement in reading.statements} | {id for id, _ in finding_ids(reading)}
        return found
