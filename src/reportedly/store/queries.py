"""What is asked of the tables, as SQLAlchemy selects that every relational store runs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, and_, func, or_, select, true

from reportedly.store.schema import ARTICLE, CORRECTION, FINDING, JUDGEMENT, READING, SHOWN, STATEMENT, TOMBSTONE

# Everything that has an id, but for what is only spoken of in a judgement.
ID_COLUMNS: tuple[Column[str], ...] = (
    ARTICLE.c.id,
    READING.c.id,
    STATEMENT.c.id,
    FINDING.c.id,
    CORRECTION.c.id,
    JUDGEMENT.c.id,
    TOMBSTONE.c.id,
)

# The last code point: no id that begins with a prefix sorts after prefix and this.
LAST = "\U0010ffff"


def by_then(column: Column[str], known_at: str | None) -> ColumnElement[bool]:
    """That a moment is not after `known_at`."""
    return true() if known_at is None else column <= known_at


def newest_readings(known_at: str | None) -> Select[str, int]:
    """(article, reading's row) of the newest reading of every article that has one."""
    by_recency = (SHOWN.c.added.desc(), READING.c.id.desc())
    ranked = (
        select(
            READING.c.article,
            READING.c.row,
            func.row_number().over(partition_by=READING.c.article, order_by=by_recency).label("rank"),
        )
        .join(SHOWN, SHOWN.c.reading == READING.c.row)
        .where(by_then(SHOWN.c.added, known_at))
        .subquery()
    )
    return select(ranked.c.article, ranked.c.row).where(ranked.c.rank == 1)


def newest_rows(known_at: str | None) -> Select[int]:
    """The rows of the newest readings alone."""
    return select(newest_readings(known_at).subquery().c.row)


def newest_reading(article: str, known_at: str | None) -> Select[int, str, str]:
    """(row, id, record) of the newest reading of one article."""
    return (
        select(READING.c.row, READING.c.id, READING.c.record)
        .join(SHOWN, SHOWN.c.reading == READING.c.row)
        .where(READING.c.article == article, by_then(SHOWN.c.added, known_at))
        .order_by(SHOWN.c.added.desc(), READING.c.id.desc())
        .limit(1)
    )


def shown_readings(article: str) -> Select[int, str, str]:
    """(row, record, since when) of every reading of an article, in the order they were shown."""
    return (
        select(READING.c.row, READING.c.record, SHOWN.c.added)
        .join(SHOWN, SHOWN.c.reading == READING.c.row)
        .where(READING.c.article == article)
        .order_by(SHOWN.c.added, READING.c.id)
    )


def statements_of(reading: int) -> Select[str]:
    """The records of a reading's statements, in order."""
    return select(STATEMENT.c.record).where(STATEMENT.c.reading == reading).order_by(STATEMENT.c.position)


def statements_of_all(readings: Iterable[int]) -> Select[int, str]:
    """(reading's row, record) of the statements of several readings, each reading's in order."""
    return (
        select(STATEMENT.c.reading, STATEMENT.c.record)
        .where(STATEMENT.c.reading.in_(list(readings)))
        .order_by(STATEMENT.c.reading, STATEMENT.c.position)
    )


def statement_by_id(id: str, known_at: str | None) -> Select[str]:
    """The record of a statement in the newest reading that has it, of an article's readings."""
    return (
        select(STATEMENT.c.record)
        .join(READING, READING.c.row == STATEMENT.c.reading)
        .join(SHOWN, SHOWN.c.reading == READING.c.row)
        .where(STATEMENT.c.id == id, by_then(SHOWN.c.added, known_at))
        .order_by(SHOWN.c.added.desc(), READING.c.id.desc())
        .limit(1)
    )


def statements_holding(id: str, known_at: str | None) -> Select[str]:
    """The records of the statements of newest readings that hold a finding, in order."""
    newest = newest_readings(known_at).subquery()
    here = and_(FINDING.c.reading == STATEMENT.c.reading, FINDING.c.position == STATEMENT.c.position)
    return (
        select(STATEMENT.c.record)
        .join(FINDING, here)
        .join(newest, newest.c.row == STATEMENT.c.reading)
        .where(FINDING.c.id == id)
        .order_by(newest.c.article, STATEMENT.c.position)
    )


def owners(id: str) -> tuple[Select[str], ...]:
    """Selects of the article that something with this id stands in, the likeliest first."""
    return (
        select(ARTICLE.c.id).where(ARTICLE.c.id == id),
        select(READING.c.article).where(READING.c.id == id),
        select(READING.c.article).join(STATEMENT, STATEMENT.c.reading == READING.c.row).where(STATEMENT.c.id == id),
        select(READING.c.article).join(FINDING, FINDING.c.reading == READING.c.row).where(FINDING.c.id == id),
        select(CORRECTION.c.article).where(CORRECTION.c.id == id),
    )


def ids_from(column: Column[str], prefix: str, *, at_most: int) -> Select[str]:
    """The first ids of a column that begin like `prefix`, each once, sorted."""
    return select(column).distinct().where(column >= prefix, column < prefix + LAST).order_by(column).limit(at_most)


def with_address(known_at: str | None) -> Select[Any, str]:
    """(url, id) of the articles that have an address, those of one address together and in their order."""
    return (
        select(ARTICLE.c.url, ARTICLE.c.id)
        .where(ARTICLE.c.url.is_not(None), by_then(ARTICLE.c.added, known_at))
        .order_by(ARTICLE.c.url, ARTICLE.c.issued, ARTICLE.c.id)
    )


def before(id: str, url: str, issued: str, known_at: str | None) -> Select[str]:
    """Id of the article of this address that comes right before `id`."""
    earlier = or_(ARTICLE.c.issued < issued, and_(ARTICLE.c.issued == issued, ARTICLE.c.id < id))
    return (
        select(ARTICLE.c.id)
        .where(ARTICLE.c.url == url, earlier, by_then(ARTICLE.c.added, known_at))
        .order_by(ARTICLE.c.issued.desc(), ARTICLE.c.id.desc())
        .limit(1)
    )
