"""The contract that every store keeps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from reportedly.model import Article, Correction, Judgement, Reading, Sighting, Statement, Tombstone

# How many ids `find_ids` gives at most: more help nobody to choose.
MOST_IDS = 20

# What a hit weighs in content, source names and title: all statements under a headline share its words.
WEIGHTS = (10.0, 4.0, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An article as the ledger holds it.

    Attributes:
        article: As first read; metadata corrections are not applied here.
        added: When it joined the ledger, aware UTC, ISO.
        revises: Id of the article of the same address that came before it, by time of publication, then by id, whatever
            the order of adding; one without a date comes before all. None for the first, and without an address.
    """

    article: Article
    added: str
    revises: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """That a reading became the one that is shown.

    Attributes:
        reading: The reading.
        added: Since when, aware UTC, ISO. A reading that is made again after another one is shown again from then on.
    """

    reading: Reading
    added: str


class Store(Protocol):
    """Durable keeping of articles, readings, corrections and judgements. It only grows, but for `forget` and `redact`.

    Text ids, ISO strings; whatever has no order of its own comes back sorted as said below. `when` and `known_at` are
    aware UTC, ISO (naive is taken for UTC); they come back as `datetime.isoformat` writes UTC. `known_at` leaves out
    whatever joined later; None is now. The *newest* reading of an article is the one made last, ties by id.
    Raises LedgerError where the ledger cannot be read or written.
    """

    def add(self, article: Article, reading: Reading | None, *, when: str) -> bool:
        """Keep an article with its reading in one transaction; True if the article is new.

        An article that is there already gets a sighting, and the reading as in `add_reading`; but no reading of another
        text than the one kept (it was redacted), or under another headline than the one kept or corrected.
        """

    def add_reading(self, reading: Reading, *, when: str) -> None:
        """Keep one more reading of an article that is there; NoSuchId if it is not.

        The newest reading once more changes nothing; an older one once more becomes the newest (a corrected date that
        was taken back). One that was `unread` gives way to the same reader's reading of the same article.
        """

    def add_sighting(self, sighting: Sighting) -> None:
        """Keep a sighting of an article that is there; NoSuchId if it is not. For restoring: `add` leaves its own."""

    def restore(self, article: Article, *, sightings: Iterable[Sighting], readings: Iterable[Shown]) -> None:
        """Keep an article with what hung on it in another ledger, in one transaction; it joins at its first sighting.

        What is there already stays. An article that is kept in another text than this (it was redacted) stays as it is.
        ValueError, and nothing kept, without a sighting.
        """

    def has_digest(self, digest: str) -> tuple[str, ...]:
        """Ids of the articles that were read from bytes with this digest, sorted."""

    def has_reading(self, id: str) -> bool:
        """Whether a reading of this id is kept; one marked `unread` counts, too."""

    def kept(self, *, known_at: str | None = None) -> Iterator[Kept]:
        """Every article, by id."""

    def article(self, id: str, *, known_at: str | None = None) -> Kept | None:
        """One article; None if the store does not hold it."""

    def article_of(self, id: str) -> str | None:
        """Id of the article in which something has this id; None if nothing has.

        The something: the article itself, a reading, statement, attribution, finding, article's own entity, correction.
        """

    def reading(self, article: str, *, known_at: str | None = None) -> Reading | None:
        """The newest reading of an article; None if there is none."""

    def readings(self, article: str) -> Iterator[Shown]:
        """Every reading of an article, by the time it was shown, then by id: added in this order, they restore it."""

    def statements(self, *, known_at: str | None = None) -> Iterator[Statement]:
        """The statements of the newest reading of every article, by article id, then in the order of the text."""

    def statement(self, id: str, *, known_at: str | None = None) -> Statement | None:
        """One statement, of the newest reading that has it; None if none has."""

    def holding(self, id: str, *, known_at: str | None = None) -> tuple[Statement, ...]:
        """Statements of newest readings in which a finding, an attribution or an article's own entity has this id.

        By article id, then in the order of the text.
        """

    def find_ids(self, prefix: str) -> tuple[str, ...]:
        """Ids of anything kept here, findings too, that begin like this, sorted, at most 20."""

    def search(self, words: str, *, known_at: str | None = None) -> tuple[str, ...]:
        """Ids of the statements of newest readings that hold every one of the words, best first, ties by id.

        Content, source names and the article's title are searched, whatever the case and accents. `words` is what a
        user typed: any text is safe, one without letters or digits finds nothing. What is typed without a space
        ("al-Sham") must stand together in this order.
        """

    def add_correction(self, correction: Correction, *, reading: Reading | None = None) -> None:
        """Keep a correction; one whose id is there changes nothing. NoSuchId if its article is not there.

        With the reading that it led to, if any, in one transaction; the reading is shown from the correction on.
        """

    def add_judgement(self, judgement: Judgement) -> None:
        """Keep a judgement; one whose id is there changes nothing."""

    def undo(self, id: str, *, when: str, reading: Reading | None = None) -> bool:
        """Take a correction or judgement back; False, and nothing kept, if nothing of that id holds.

        With the reading that this led to, if any, in one transaction; the reading is shown from `when` on.
        """

    def corrections(self, *, known_at: str | None = None) -> tuple[Correction, ...]:
        """Every correction, undone ones too, by time then id.

        With `known_at`, those made by then, and `undone` only if it was undone by then.
        """

    def judgements(self, *, known_at: str | None = None) -> tuple[Judgement, ...]:
        """Every judgement, in the same way."""

    def sightings(self, article: str) -> tuple[Sighting, ...]:
        """When and where an article was added, by time then path; the first adding is one.

        `path` is empty where the article came from no file.
        """

    def forget(self, articles: Iterable[str], *, tombstones: Iterable[Tombstone]) -> None:
        """Erase articles with all that hangs on them, and overwrite what was freed; keep the tombstones.

        What hangs on them: text, readings, statements, index entries, sightings, corrections, and judgements on what is
        in them. Ids that are not there are passed over. Where another program still holds old pages, a LedgerError says
        so after the erasing; they are overwritten when this is called again, or when the ledger is opened again.
        """

    def redact(
        self,
        redacted: Iterable[tuple[Article, Reading | None]],
        *,
        keep: Iterable[Correction | Judgement] = (),
        tombstones: Iterable[Tombstone] = (),
    ) -> None:
        """Erase as `forget` does, but keep each article in the text given here, under its old id and time.

        The reading given with it is kept as if it had been made then; of corrections and judgements those in `keep`.
        Digests and times of sightings stay, their path becomes the redacted article's. NoSuchId, and nothing erased, if
        an article is not there.
        """

    def tombstones(self) -> tuple[Tombstone, ...]:
        """What was forgotten, by time then id."""

    def prune(self) -> int:
        """Drop readings that are not the newest of their article; returns how many.

        Of a moment before the newest was shown, no reading of that article is known any more.
        """

    def close(self) -> None:
        """Let go of files and connections."""
