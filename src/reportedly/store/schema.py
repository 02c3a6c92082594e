"""The tables, the same in every relational store.

A record is kept whole as JSON in `record`; beside it stand the columns that are asked for. Moments are strings in the
form of `in_utc`. Every change here is a step in migrations/versions/, and its name joins VERSIONS.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, MetaData, Table, Text, UniqueConstraint

# Of every version of the tables, oldest first; the last is what this code reads and writes.
VERSIONS = ("0001",)

METADATA = MetaData()


def _of_article() -> Column[str]:
    return Column("article", Text, ForeignKey("article.id", ondelete="CASCADE"), nullable=False)


ARTICLE = Table(
    "article",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("url", Text),  # None where empty
    Column("issued", Text, nullable=False),  # see `revision.issued`
    Column("added", Text, nullable=False),
    Column("record", Text, nullable=False),
    Index("article_by_url", "url", "issued", "id"),
)

DIGEST = Table(
    "digest",
    METADATA,
    Column("digest", Text, primary_key=True),
    Column("article", Text, ForeignKey("article.id", ondelete="CASCADE"), primary_key=True, index=True),
)

SIGHTING = Table(
    "sighting",
    METADATA,
    Column("article", Text, ForeignKey("article.id", ondelete="CASCADE"), primary_key=True),
    Column("seen", Text, primary_key=True),
    Column("path", Text, primary_key=True),
)

# `record` is the reading without its statements, which are rows of their own.
READING = Table(
    "reading",
    METADATA,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    _of_article(),
    Column("unread", Boolean(create_constraint=False), nullable=False),
    Column("record", Text, nullable=False),
    Index("reading_by_article", "article"),
)

# When a reading was made; the one made last is shown.
SHOWN = Table(
    "shown",
    METADATA,
    Column("reading", Integer, ForeignKey("reading.row", ondelete="CASCADE"), primary_key=True),
    Column("added", Text, primary_key=True),
)

# `said`, `sources` and `title` are folded words: what search looks at.
STATEMENT = Table(
    "statement",
    METADATA,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False, index=True),
    Column("reading", Integer, ForeignKey("reading.row", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("said", Text, nullable=False),
    Column("sources", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("record", Text, nullable=False),
    UniqueConstraint("reading", "position", name="statement_in_reading"),
)

# From the id of a finding, an attribution or an article's own entity to the statements that hold it. No foreign key:
# it would ask for one more index as large as the table; rows are erased with their reading by hand.
FINDING = Table(
    "finding",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("reading", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),  # of the statement, or records.NOWHERE
    sqlite_with_rowid=False,
)

CORRECTION = Table(
    "correction",
    METADATA,
    Column("id", Text, primary_key=True),
    _of_article(),
    Column("made", Text, nullable=False),
    Column("undone", Text),
    Column("record", Text, nullable=False),  # with `undone` empty
    Index("correction_by_article", "article"),
)

JUDGEMENT = Table(
    "judgement",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("made", Text, nullable=False),
    Column("undone", Text),
    Column("record", Text, nullable=False),  # with `undone` empty
)

TOMBSTONE = Table(
    "tombstone",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("forgotten", Text, primary_key=True),
    Column("hash", Text, nullable=False),
    Column("why", Text, nullable=False),
)
