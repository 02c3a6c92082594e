"""Every change of the tables, inside a transaction that the store holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, Select, Table, delete, select, update

from reportedly.errors import NoSuchId
from reportedly.model import Article, Correction, Judgement, Reading, Sighting, Tombstone, storable
from reportedly.model.revision import issued
from reportedly.store import queries, records
from reportedly.store.base import Shown
from reportedly.store.moments import in_utc
from reportedly.store.schema import (
    ARTICLE,
    CORRECTION,
    DIGEST,
    FINDING,
    JUDGEMENT,
    READING,
    SHOWN,
    SIGHTING,
    STATEMENT,
    TOMBSTONE,
)

Value = TypeVar("Value")

# Values in one statement: SQLite before 3.32 allows 999.
MOST_VALUES = 500


class Dialect(Protocol):
    """What databases do differently: keeping both a search index, and what is there already."""

    def insert(self, connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert rows, leaving out those whose key is there."""

    def enter(self, connection: Connection, reading: int) -> None:
        """Index the statements of a reading that were just kept."""

    def leave(self, connection: Connection, readings: Sequence[int]) -> None:
        """Take the statements of readings out of the index; they are still in the table."""

    def purge(self, connection: Connection) -> None:
        """After erasing, in its transaction: no word may stay in the index that is in no row of the table."""

    def matches(self, phrases: Sequence[str], known_at: str | None) -> Select[Any]:
        """Ids of the statements of newest readings that hold every phrase, best first, ties by id."""


class Writer:
    """The changes, on one connection in one transaction."""

    def __init__(self, connection: Connection, dialect: Dialect) -> None:
        self._connection = connection
        self._dialect = dialect

    # Adding

    def add(self, article: Article, reading: Reading | None, when: str) -> bool:
        """See `Store.add`."""
        article = records.cleaned(article)
        known = self._known(article.id)
        if known is None:
            self._insert_article(article, when)
        elif when < known[1]:
            self._connection.execute(update(ARTICLE).where(ARTICLE.c.id == article.id).values(added=when))
        self._insert(DIGEST, [{"digest": article.digest, "article": article.id}])
        self._insert(SIGHTING, [{"article": article.id, "seen": when, "path": article.path or ""}])
        if reading is not None and (known is None or self._reads_kept_words(article, known[0])):
            self._keep(reading, when, title=article.title)
        return known is None

    def add_reading(self, reading: Reading, when: str) -> None:
        """See `Store.add_reading`."""
        known = self._known(reading.article)
        if known is None:
            raise NoSuchId(reading.article)
        self._keep(reading, when, title=known[0].title)

    def add_sighting(self, sighting: Sighting) -> None:
        """See `Store.add_sighting`."""
        self._require(sighting.article)
        row = {"article": sighting.article, "seen": in_utc(sighting.when), "path": storable(sighting.path)}
        self._insert(SIGHTING, [row])

    def restore(self, article: Article, sightings: Sequence[Sighting], readings: Iterable[Shown]) -> None:
        """See `Store.restore`."""
        if not sightings:
            raise ValueError(article.id)
        article, known = records.cleaned(article), self._known(article.id)
        if known is not None and known[0].text != article.text:
            return
        self.add(article, None, min(in_utc(each.when) for each in sightings))
        for sighting in sightings:
            self.add_sighting(sighting)
        for shown in readings:
            self.add_reading(shown.reading, in_utc(shown.added))

    def add_correction(self, correction: Correction) -> None:
        """See `Store.add_correction`."""
        self._require(correction.article)
        self._insert(CORRECTION, [{"article": correction.article, **_decision(correction)}])

    def add_judgement(self, judgement: Judgement) -> None:
        """See `Store.add_judgement`."""
        self._insert(JUDGEMENT, [_decision(judgement)])

    def add_tombstones(self, tombstones: Iterable[Tombstone]) -> None:
        """Keep tombstones; one of the same id and moment is there already."""
        cleaned = ((each, in_utc(each.when)) for each in tombstones)
        rows = [
            {"id": each.id, "forgotten": when, "hash": each.hash, "why": storable(each.why)} for each, when in cleaned
        ]
        self._insert(TOMBSTONE, rows)

    def undo(self, id: str, when: str) -> bool:
        """See `Store.undo`."""
        tables = (CORRECTION, JUDGEMENT)
        holds = (update(table).where(table.c.id == id, table.c.undone.is_(None)) for table in tables)
        return sum(self._connection.execute(each.values(undone=when)).rowcount for each in holds) > 0

    # Erasing

    def prune(self) -> int:
        """See `Store.prune`."""
        older = self._connection.scalars(select(READING.c.row).where(READING.c.row.not_in(queries.newest_rows(None))))
        rows = older.all()
        self._drop(rows)
        return len(rows)

    def erase(self, articles: Sequence[str]) -> None:
        """Erase articles with everything that hangs on them; ids that are not there are passed over."""
        rows = [row for part in _parts(articles) for row in self._connection.scalars(_readings_of(part))]
        self._erase_judgements({*articles, *self._ids_within(rows)})
        self._drop(rows)
        for part in _parts(articles):
            self._connection.execute(delete(ARTICLE).where(ARTICLE.c.id.in_(part)))
        self._dialect.purge(self._connection)

    def redact(
        self, redacted: Sequence[tuple[Article, Reading | None]], keep: Iterable[Correction | Judgement]
    ) -> None:
        """See `Store.redact`."""
        traces = [self._traces(article.id) for article, _ in redacted]
        self.erase([article.id for article, _ in redacted])
        for (article, reading), (added, digests, seen) in zip(redacted, traces, strict=True):
            clean = records.cleaned(article)
            self._insert_article(clean, added)
            self._insert(DIGEST, [{"digest": digest, "article": clean.id} for digest in digests])
            rows = [{"article": clean.id, "seen": moment, "path": clean.path or ""} for moment in seen]
            self._insert(SIGHTING, rows)
            if reading is not None:
                self._keep(reading, added, title=clean.title)
        for decision in keep:
            if isinstance(decision, Correction):
                self.add_correction(decision)
            else:
                self.add_judgement(decision)

    # Within

    def _insert(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        if rows:
            self._dialect.insert(self._connection, table, rows)

    def _insert_article(self, article: Article, added: str) -> None:
        row = {
            "id": article.id,
            "url": article.url or None,
            "issued": issued(article.published),
            "added": added,
            "record": records.to_json(article),
        }
        self._insert(ARTICLE, [row])

    def _known(self, article: str) -> tuple[Article, str] | None:
        """An article that is kept, and when it was added."""
        query = select(ARTICLE.c.record, ARTICLE.c.added).where(ARTICLE.c.id == article)
        row = self._connection.execute(query).first()
        return None if row is None else (records.article_from(row.record), row.added)

    def _reads_kept_words(self, article: Article, kept: Article) -> bool:
        """Whether a reading of `article` is one of the article kept, or of its headline as corrected."""
        query = select(CORRECTION.c.record).where(CORRECTION.c.article == kept.id, CORRECTION.c.undone.is_(None))
        made = map(records.correction_from, self._connection.scalars(query))
        return article.text == kept.text and article.title in {kept.title, *records.headlines(made)}

    def _require(self, article: str) -> None:
        if self._connection.scalar(select(ARTICLE.c.id).where(ARTICLE.c.id == article)) is None:
            raise NoSuchId(article)

    def _traces(self, article: str) -> tuple[str, Sequence[str], Sequence[str]]:
        """When an article was added, the digests it was read from, and when it was seen."""
        added = self._connection.scalar(select(ARTICLE.c.added).where(ARTICLE.c.id == article))
        if added is None:
            raise NoSuchId(article)
        digests = self._connection.scalars(select(DIGEST.c.digest).where(DIGEST.c.article == article)).all()
        seen = self._connection.scalars(select(SIGHTING.c.seen).where(SIGHTING.c.article == article)).all()
        return added, digests, seen

    def _keep(self, reading: Reading, when: str, *, title: str | None) -> None:
        """Keep a reading, if its id is new or was unread, and show it from `when` on."""
        there = self._connection.execute(
            select(READING.c.row, READING.c.unread).where(READING.c.id == reading.id)
        ).first()
        if there is not None and there.unread and reading.unread is None:
            self._drop([there.row])
            there = None
        row = self._insert_reading(reading, title) if there is None else there.row
        self._insert(SHOWN, [{"reading": row, "added": when}])

    def _insert_reading(self, reading: Reading, title: str | None) -> int:
        """Insert a reading with its statements and their index entries; its row."""
        values = {
            "id": reading.id,
            "article": reading.article,
            "unread": reading.unread is not None,
            "record": records.rest_of(reading),
        }
        key: Any = self._connection.execute(READING.insert().values(values)).inserted_primary_key
        row = int(key[0])
        if reading.statements:
            self._connection.execute(STATEMENT.insert(), records.statement_rows(reading, row=row, title=title))
        findings = [{"id": id, "reading": row, "position": position} for id, position in records.finding_ids(reading)]
        self._insert(FINDING, findings)
        self._dialect.enter(self._connection, row)
        return row

    def _drop(self, readings: Sequence[int]) -> None:
        """Erase readings with their statements and their index entries."""
        for part in _parts(readings):
            self._dialect.leave(self._connection, part)
            self._connection.execute(delete(FINDING).where(FINDING.c.reading.in_(part)))
            self._connection.execute(delete(READING).where(READING.c.row.in_(part)))

    def _ids_within(self, readings: Sequence[int]) -> Iterator[str]:
        """Ids of the statements and findings of readings."""
        for part in _parts(readings):
            yield from self._connection.scalars(select(STATEMENT.c.id).where(STATEMENT.c.reading.in_(part)))
            yield from self._connection.scalars(select(FINDING.c.id).where(FINDING.c.reading.in_(part)))

    def _erase_judgements(self, about: set[str]) -> None:
        """Erase judgements on any of these ids."""
        found = map(records.judgement_from, self._connection.scalars(select(JUDGEMENT.c.record)).all())
        gone = [each.id for each in found if each.left in about or each.right in about]
        for part in _parts(gone):
            self._connection.execute(delete(JUDGEMENT).where(JUDGEMENT.c.id.in_(part)))


def _decision(decision: Correction | Judgement) -> dict[str, Any]:
    """The columns that corrections and judgements share."""
    clean = records.cleaned(decision)
    return {
        "id": clean.id,
        "made": in_utc(clean.when),
        "undone": None if clean.undone is None else in_utc(clean.undone),
        "record": records.to_json(replace(clean, undone=None)),
    }


def _readings_of(articles: Sequence[str]) -> Select[int]:
    return select(READING.c.row).where(READING.c.article.in_(articles))


def _parts(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """`values` in pieces that one statement can name."""
    rest = iter(values)
    while part := list(islice(rest, MOST_VALUES)):
        yield part
