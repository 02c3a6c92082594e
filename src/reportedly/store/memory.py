"""A ledger that lasts as long as the process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from reportedly.errors import NoSuchId
from reportedly.model import Article, Correction, Judgement, Reading, Sighting, Statement, Tombstone, storable
from reportedly.model.revision import revisions
from reportedly.store.base import MOST_IDS, Kept, Shown
from reportedly.store.hits import relevance
from reportedly.store.moments import in_utc
from reportedly.store.records import cleaned, finding_ids, headlines, searched
from reportedly.store.shelf import Shelf
from reportedly.store.words import folded, phrases

Decision = TypeVar("Decision", Correction, Judgement)


class MemoryStore:
    """`Store` in memory, for trying out and for the contract's tests."""

    def __init__(self) -> None:
        self._shelves: dict[str, Shelf] = {}
        self._corrections: dict[str, Correction] = {}
        self._judgements: dict[str, Judgement] = {}
        self._tombstones: set[Tombstone] = set()

    # Adding

    def add(self, article: Article, reading: Reading | None, *, when: str) -> bool:
        """See `Store`."""
        article, moment = cleaned(article), in_utc(when)
        known = self._shelves.get(article.id)
        shelf = self._shelves.setdefault(article.id, Shelf(article=article, added=moment))
        shelf.added = min(shelf.added, moment)
        shelf.digests.add(article.digest)
        shelf.seen.add((moment, article.path or ""))
        made = (each for each in self._corrections.values() if each.article == article.id and each.undone is None)
        same_words = article.text == shelf.article.text and article.title in {shelf.article.title, *headlines(made)}
        if reading is not None and same_words:
            shelf.keep(reading, moment)
        return known is None

    def add_reading(self, reading: Reading, *, when: str) -> None:
        """See `Store`."""
        self._shelf(reading.article).keep(reading, in_utc(when))

    def add_sighting(self, sighting: Sighting) -> None:
        """See `Store`."""
        self._shelf(sighting.article).seen.add((in_utc(sighting.when), storable(sighting.path)))

    def restore(self, article: Article, *, sightings: Iterable[Sighting], readings: Iterable[Shown]) -> None:
        """See `Store`."""
        seen = sorted((in_utc(each.when), storable(each.path)) for each in sightings)
        shown = [(each.reading, in_utc(each.added)) for each in readings]
        if not seen:
            raise ValueError(article.id)
        if strange := {reading.article for reading, _ in shown} - {article.id}:
            raise NoSuchId(min(strange))
        there = self._shelves.get(article.id)
        if there is not None and there.article.text != storable(article.text):
            return
        self.add(article, None, when=seen[0][0])
        shelf = self._shelves[article.id]
        shelf.seen.update(seen)
        for reading, moment in shown:
            shelf.keep(reading, moment)

    def add_correction(self, correction: Correction, *, reading: Reading | None = None) -> None:
        """See `Store`."""
        self._shelf(correction.article)
        if reading is not None:
            self.add_reading(reading, when=correction.when)
        self._corrections.setdefault(correction.id, _decided(correction))

    def add_judgement(self, judgement: Judgement) -> None:
        """See `Store`."""
        self._judgements.setdefault(judgement.id, _decided(judgement))

    def undo(self, id: str, *, when: str, reading: Reading | None = None) -> bool:
        """See `Store`."""
        correction, judgement = self._corrections.get(id), self._judgements.get(id)
        if reading is not None:
            self._shelf(reading.article)
        if correction is not None and correction.undone is None:
            self._corrections[id] = replace(correction, undone=in_utc(when))
        elif judgement is not None and judgement.undone is None:
            self._judgements[id] = replace(judgement, undone=in_utc(when))
        else:
            return False
        if reading is not None:
            self.add_reading(reading, when=when)
        return True

    # Articles

    def has_digest(self, digest: str) -> tuple[str, ...]:
        """See `Store`."""
        return tuple(sorted(id for id, shelf in self._shelves.items() if storable(digest) in shelf.digests))

    def kept(self, *, known_at: str | None = None) -> Iterator[Kept]:
        """See `Store`."""
        shelves = self._known(known_at)
        revised = revisions(shelf.article for shelf in shelves)
        for shelf in shelves:
            yield Kept(article=shelf.article, added=shelf.added, revises=revised.get(shelf.article.id))

    def article(self, id: str, *, known_at: str | None = None) -> Kept | None:
        """See `Store`."""
        return next((kept for kept in self.kept(known_at=known_at) if kept.article.id == id), None)

    def sightings(self, article: str) -> tuple[Sighting, ...]:
        """See `Store`."""
        shelf = self._shelves.get(article)
        seen = () if shelf is None else sorted(shelf.seen)
        return tuple(Sighting(article=article, path=path, when=when) for when, path in seen)

    # Readings and statements

    def has_reading(self, id: str) -> bool:
        """See `Store`."""
        return any(id in shelf.readings for shelf in self._shelves.values())

    def reading(self, article: str, *, known_at: str | None = None) -> Reading | None:
        """See `Store`."""
        shelf = self._shelves.get(article)
        return None if shelf is None else shelf.newest(_moment(known_at))

    def readings(self, article: str) -> Iterator[Shown]:
        """See `Store`."""
        shelf = self._shelves.get(article)
        shown = () if shelf is None else sorted(shelf.shown)
        for id, times in groupby(shown, key=lambda each: each[1]):
            yield Shown(reading=self._shelves[article].readings[id], added=next(times)[0])

    def statements(self, *, known_at: str | None = None) -> Iterator[Statement]:
        """See `Store`."""
        for reading in self._newest(known_at):
            yield from reading.statements

    def statement(self, id: str, *, known_at: str | None = None) -> Statement | None:
        """See `Store`."""
        known = _moment(known_at)
        having = {
            (added, reading): statement
            for shelf in self._shelves.values()
            for added, reading in shelf.shown
            if known is None or added <= known
            for statement in shelf.readings[reading].statements
            if statement.id == id
        }
        return having[max(having)] if having else None

    def holding(self, id: str, *, known_at: str | None = None) -> tuple[Statement, ...]:
        """See `Store`."""
        found = []
        for reading in self._newest(known_at):
            positions = sorted(position for held, position in finding_ids(reading) if held == id and position >= 0)
            found += [reading.statements[position] for position in positions]
        return tuple(found)

    # Finding

    def article_of(self, id: str) -> str | None:
        """See `Store`."""
        if id in self._corrections:
            return self._corrections[id].article
        return next((shelf.article.id for shelf in self._shelves.values() if id in shelf.ids()), None)

    def find_ids(self, prefix: str) -> tuple[str, ...]:
        """See `Store`."""
        ids = {each.id for each in self._tombstones}.union(
            self._corrections, self._judgements, *(shelf.ids() for shelf in self._shelves.values())
        )
        return tuple(sorted(id for id in ids if id.startswith(prefix))[:MOST_IDS])

    def search(self, words: str, *, known_at: str | None = None) -> tuple[str, ...]:
        """See `Store`."""
        wanted = phrases(words)
        found: dict[str, float] = {}
        for reading in self._newest(known_at):
            title = folded(self._shelves[reading.article].article.title or "")
            for statement in reading.statements:
                score = relevance(searched(statement, title=title), wanted)
                if score is not None:
                    found[statement.id] = score
        return tuple(sorted(found, key=lambda id: (-found[id], id)))

    # Decisions

    def corrections(self, *, known_at: str | None = None) -> tuple[Correction, ...]:
        """See `Store`."""
        return _held(self._corrections.values(), _moment(known_at))

    def judgements(self, *, known_at: str | None = None) -> tuple[Judgement, ...]:
        """See `Store`."""
        return _held(self._judgements.values(), _moment(known_at))

    # Erasing

    def forget(self, articles: Iterable[str], *, tombstones: Iterable[Tombstone]) -> None:
        """See `Store`."""
        gone = {id: shelf for id in set(articles) if (shelf := self._shelves.pop(id, None)) is not None}
        ids = {id for shelf in gone.values() for id in shelf.ids()}
        self._corrections = {id: each for id, each in self._corrections.items() if each.article not in gone}
        self._judgements = {id: each for id, each in self._judgements.items() if not {each.left, each.right} & ids}
        self._tombstones |= {replace(each, when=in_utc(each.when), why=storable(each.why)) for each in tombstones}

    def redact(
        self,
        redacted: Iterable[tuple[Article, Reading | None]],
        *,
        keep: Iterable[Correction | Judgement] = (),
        tombstones: Iterable[Tombstone] = (),
    ) -> None:
        """See `Store`."""
        pairs = [(cleaned(article), reading) for article, reading in redacted]
        old = {article.id: self._shelf(article.id) for article, _ in pairs}
        self.forget(old, tombstones=tombstones)
        for article, reading in pairs:
            before = old[article.id]
            shelf = Shelf(article=article, added=before.added, digests=before.digests)
            shelf.seen = {(when, article.path or "") for when, _ in before.seen}
            self._shelves[article.id] = shelf
            if reading is not None:
                shelf.keep(reading, shelf.added)
        for decision in keep:
            if isinstance(decision, Correction):
                self.add_correction(decision)
            else:
                self.add_judgement(decision)

    def tombstones(self) -> tuple[Tombstone, ...]:
        """See `Store`."""
        return tuple(sorted(self._tombstones, key=lambda each: (each.when, each.id)))

    def prune(self) -> int:
        """See `Store`."""
        dropped = 0
        for shelf in self._shelves.values():
            newest = shelf.newest(None)
            kept = {} if newest is None else {newest.id: newest}
            dropped += len(shelf.readings) - len(kept)
            shelf.readings = kept
            shelf.shown = {each for each in shelf.shown if each[1] in kept}
        return dropped

    def close(self) -> None:
        """See `Store`."""

    # Within

    def _shelf(self, article: str) -> Shelf:
        if article not in self._shelves:
            raise NoSuchId(article)
        return self._shelves[article]

    def _known(self, known_at: str | None) -> list[Shelf]:
        """The articles that were there by then, by id."""
        known = _moment(known_at)
        return [shelf for _, shelf in sorted(self._shelves.items()) if known is None or shelf.added <= known]

    def _newest(self, known_at: str | None) -> list[Reading]:
        """The newest reading of every article, by article id."""
        known = _moment(known_at)
        found = (shelf.newest(known) for _, shelf in sorted(self._shelves.items()))
        return [reading for reading in found if reading is not None]


def _moment(known_at: str | None) -> str | None:
    return None if known_at is None else in_utc(known_at)


def _decided(decision: Decision) -> Decision:
    """A decision as it is kept: storable, with the moment it was undone in our form."""
    undone = None if decision.undone is None else in_utc(decision.undone)
    return replace(cleaned(decision), undone=undone)


def _held(decisions: Iterable[Decision], known: str | None) -> tuple[Decision, ...]:
    """The decisions that were made by a moment, as they held then, by time then id."""
    made = sorted((each for each in decisions if known is None or in_utc(each.when) <= known), key=_order)
    late = (each.undone is not None and known is not None and each.undone > known for each in made)
    return tuple(replace(each, undone=None) if later else each for each, later in zip(made, late, strict=True))


def _order(decision: Correction | Judgement) -> tuple[str, str]:
    return in_utc(decision.when), decision.id
