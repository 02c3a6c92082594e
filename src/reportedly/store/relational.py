"""The store contract over SQLAlchemy Core; what databases do differently is left to a subclass."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby, islice, pairwise
from typing import TypeVar

from sqlalchemy import Connection, Engine, Table, select
from sqlalchemy.exc import DatabaseError, IntegrityError, ProgrammingError

from reportedly.errors import LedgerError
from reportedly.model import Article, Correction, Judgement, Reading, Sighting, Statement, Tombstone, storable
from reportedly.store import queries, records, writing
from reportedly.store.base import MOST_IDS, Kept, Shown
from reportedly.store.moments import in_utc
from reportedly.store.schema import ARTICLE, CORRECTION, DIGEST, JUDGEMENT, READING, SIGHTING, TOMBSTONE
from reportedly.store.words import phrases

Decision = TypeVar("Decision", Correction, Judgement)

# Readings whose statements are fetched at once: a few thousand statements, some megabytes.
AT_ONCE = 200


class RelationalStore(ABC):
    """`Store` over tables. `source` is how the ledger is named in errors."""

    def __init__(self, engine: Engine, dialect: writing.Dialect, *, source: str) -> None:
        self._engine = engine
        self._dialect = dialect
        self._writing = engine.execution_options(writes=True)
        self.source = source

    @abstractmethod
    def _overwrite(self) -> None:
        """Leave no byte of what was erased in files, logs or indexes."""

    # Adding

    def add(self, article: Article, reading: Reading | None, *, when: str) -> bool:
        """See `Store`."""
        with self._writer() as writer:
            return writer.add(article, reading, in_utc(when))

    def add_reading(self, reading: Reading, *, when: str) -> None:
        """See `Store`."""
        with self._writer() as writer:
            writer.add_reading(reading, in_utc(when))

    def add_sighting(self, sighting: Sighting) -> None:
        """See `Store`."""
        with self._writer() as writer:
            writer.add_sighting(sighting)

    def restore(self, article: Article, *, sightings: Iterable[Sighting], readings: Iterable[Shown]) -> None:
        """See `Store`."""
        with self._writer() as writer:
            writer.restore(article, list(sightings), readings)

    def add_correction(self, correction: Correction, *, reading: Reading | None = None) -> None:
        """See `Store`."""
        with self._writer() as writer:
            writer.add_correction(correction)
            if reading is not None:
                writer.add_reading(reading, in_utc(correction.when))

    def add_judgement(self, judgement: Judgement) -> None:
        """See `Store`."""
        with self._writer() as writer:
            writer.add_judgement(judgement)

    def undo(self, id: str, *, when: str, reading: Reading | None = None) -> bool:
        """See `Store`."""
        with self._writer() as writer:
            done = writer.undo(storable(id), in_utc(when))
            if done and reading is not None:
                writer.add_reading(reading, in_utc(when))
            return done

    # Articles

    def has_digest(self, digest: str) -> tuple[str, ...]:
        """See `Store`."""
        query = select(DIGEST.c.article).where(DIGEST.c.digest == storable(digest)).order_by(DIGEST.c.article)
        with self._read() as connection:
            return tuple(connection.scalars(query))

    def kept(self, *, known_at: str | None = None) -> Iterator[Kept]:
        """See `Store`."""
        known = _moment(known_at)
        known_articles = select(ARTICLE.c.id, ARTICLE.c.added, ARTICLE.c.record).order_by(ARTICLE.c.id)
        with self._read() as connection:
            pairs = pairwise(connection.execute(queries.with_address(known)))
            revised = {later.id: earlier.id for earlier, later in pairs if earlier.url == later.url}
            for row in connection.execute(known_articles.where(queries.by_then(ARTICLE.c.added, known))):
                yield Kept(article=records.article_from(row.record), added=row.added, revises=revised.get(row.id))

    def article(self, id: str, *, known_at: str | None = None) -> Kept | None:
        """See `Store`."""
        known = _moment(known_at)
        query = select(ARTICLE).where(ARTICLE.c.id == storable(id), queries.by_then(ARTICLE.c.added, known))
        with self._read() as connection:
            row = connection.execute(query).first()
            if row is None:
                return None
            revises = None
            if row.url is not None:
                revises = connection.scalar(queries.before(row.id, row.url, row.issued, known))
        return Kept(article=records.article_from(row.record), added=row.added, revises=revises)

    def sightings(self, article: str) -> tuple[Sighting, ...]:
        """See `Store`."""
        query = select(SIGHTING).where(SIGHTING.c.article == storable(article))
        with self._read() as connection:
            rows = connection.execute(query.order_by(SIGHTING.c.seen, SIGHTING.c.path)).all()
        return tuple(Sighting(article=row.article, path=row.path, when=row.seen) for row in rows)

    # Readings and statements

    def has_reading(self, id: str) -> bool:
        """See `Store`."""
        with self._read() as connection:
            return connection.scalar(select(READING.c.row).where(READING.c.id == storable(id))) is not None

    def reading(self, article: str, *, known_at: str | None = None) -> Reading | None:
        """See `Store`."""
        with self._read() as connection:
            row = connection.execute(queries.newest_reading(storable(article), _moment(known_at))).first()
            return None if row is None else _reading(connection, row.row, row.record)

    def readings(self, article: str) -> Iterator[Shown]:
        """See `Store`."""
        with self._read() as connection:
            shown = connection.execute(queries.shown_readings(storable(article))).all()
            for _, rows in groupby(shown, key=lambda each: each.row):
                first = next(rows)
                yield Shown(reading=_reading(connection, first.row, first.record), added=first.added)

    def statements(self, *, known_at: str | None = None) -> Iterator[Statement]:
        """See `Store`."""
        newest = queries.newest_readings(_moment(known_at))
        with self._read() as connection:
            rows = iter([row.row for row in connection.execute(newest.order_by("article"))])
            while batch := list(islice(rows, AT_ONCE)):
                found = connection.execute(queries.statements_of_all(batch)).all()
                by_reading = {row: list(group) for row, group in groupby(found, key=lambda each: each.reading)}
                for row in batch:
                    yield from (records.statement_from(each.record) for each in by_reading.get(row, ()))

    def statement(self, id: str, *, known_at: str | None = None) -> Statement | None:
        """See `Store`."""
        with self._read() as connection:
            record = connection.scalar(queries.statement_by_id(storable(id), _moment(known_at)))
        return None if record is None else records.statement_from(record)

    def holding(self, id: str, *, known_at: str | None = None) -> tuple[Statement, ...]:
        """See `Store`."""
        with self._read() as connection:
            found = connection.scalars(queries.statements_holding(storable(id), _moment(known_at))).all()
        return tuple(records.statement_from(record) for record in found)

    # Finding

    def article_of(self, id: str) -> str | None:
        """See `Store`."""
        with self._read() as connection:
            found = (connection.scalar(query.limit(1)) for query in queries.owners(storable(id)))
            return next((article for article in found if article is not None), None)

    def find_ids(self, prefix: str) -> tuple[str, ...]:
        """See `Store`."""
        start = storable(prefix)
        with self._read() as connection:
            found = {
                id
                for column in queries.ID_COLUMNS
                for id in connection.scalars(queries.ids_from(column, start, at_most=MOST_IDS))
            }
        return tuple(sorted(found)[:MOST_IDS])

    def search(self, words: str, *, known_at: str | None = None) -> tuple[str, ...]:
        """See `Store`."""
        wanted = phrases(words)
        if not wanted:
            return ()
        with self._read() as connection:
            return tuple(dict.fromkeys(connection.scalars(self._dialect.matches(wanted, _moment(known_at)))))

    # Decisions

    def corrections(self, *, known_at: str | None = None) -> tuple[Correction, ...]:
        """See `Store`."""
        return self._decisions(CORRECTION, records.correction_from, known_at)

    def judgements(self, *, known_at: str | None = None) -> tuple[Judgement, ...]:
        """See `Store`."""
        return self._decisions(JUDGEMENT, records.judgement_from, known_at)

    def _decisions(self, table: Table, decode: Callable[[str], Decision], known_at: str | None) -> tuple[Decision, ...]:
        """What a table of decisions held at a moment."""
        known = _moment(known_at)
        query = select(table.c.record, table.c.undone).where(queries.by_then(table.c.made, known))
        with self._read() as connection:
            rows = connection.execute(query.order_by(table.c.made, table.c.id)).all()
        held = (row.undone if known is None or (row.undone or "") <= known else None for row in rows)
        return tuple(replace(decode(row.record), undone=undone) for row, undone in zip(rows, held, strict=True))

    # Erasing

    def forget(self, articles: Iterable[str], *, tombstones: Iterable[Tombstone]) -> None:
        """See `Store`."""
        with self._writer() as writer:
            writer.erase([storable(id) for id in articles])
            writer.add_tombstones(tombstones)
        self._overwrite()

    def redact(
        self,
        redacted: Iterable[tuple[Article, Reading | None]],
        *,
        keep: Iterable[Correction | Judgement] = (),
        tombstones: Iterable[Tombstone] = (),
    ) -> None:
        """See `Store`."""
        with self._writer() as writer:
            writer.redact(list(redacted), keep)
            writer.add_tombstones(tombstones)
        self._overwrite()

    def tombstones(self) -> tuple[Tombstone, ...]:
        """See `Store`."""
        with self._read() as connection:
            rows = connection.execute(select(TOMBSTONE).order_by(TOMBSTONE.c.forgotten, TOMBSTONE.c.id)).all()
        return tuple(Tombstone(id=row.id, hash=row.hash, why=row.why, when=row.forgotten) for row in rows)

    def prune(self) -> int:
        """See `Store`."""
        with self._writer() as writer:
            return writer.prune()

    def close(self) -> None:
        """See `Store`."""
        self._engine.dispose()

    # Connections

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        """A connection that sees the ledger as of one moment."""
        with self._translated(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        """A connection in one transaction that nobody else writes beside."""
        with self._translated(), self._writing.begin() as connection:
            yield connection

    @contextmanager
    def _writer(self) -> Iterator[writing.Writer]:
        """What changes the tables, all of it or nothing."""
        with self._write() as connection:
            yield writing.Writer(connection, self._dialect)

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """The database's refusals as LedgerErrors; what only a mistake of ours can cause passes."""
        try:
            yield
        except (IntegrityError, ProgrammingError):
            raise
        except DatabaseError as error:
            raise LedgerError(self.source, problem=str(error.orig)) from error


def _moment(known_at: str | None) -> str | None:
    return None if known_at is None else in_utc(known_at)


def _reading(connection: Connection, row: int, record: str) -> Reading:
    """A reading with its statements."""
    statements = tuple(map(records.statement_from, connection.scalars(queries.statements_of(row))))
    return records.whole(record, statements)
