"""Search in SQLite: FTS5 over the folded words of the table `statement`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, column, func, literal_column, select, table, text
from sqlalchemy.dialects.sqlite import insert

from reportedly.store.base import WEIGHTS
from reportedly.store.queries import newest_rows
from reportedly.store.schema import STATEMENT

SEARCH = table("search", column("rowid", STATEMENT.c.row.type))

# FTS5 keeps no copy of the words: it is told those of a row when the row enters and when it leaves.
_ENTER = text(
    "INSERT INTO search (rowid, said, sources, title)"
    " SELECT row, said, sources, title FROM statement WHERE reading = :reading"
)
_LEAVE = text(
    "INSERT INTO search (search, rowid, said, sources, title)"
    " SELECT 'delete', row, said, sources, title FROM statement WHERE reading IN :readings"
).bindparams(bindparam("readings", expanding=True))
_RANK = func.bm25(literal_column("search"), *WEIGHTS)


class FullText:
    """The index, and SQLite's way to insert what is not there yet."""

    def insert(self, connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """See `Dialect`."""
        connection.execute(insert(table).on_conflict_do_nothing(), rows)

    def enter(self, connection: Connection, reading: int) -> None:
        """See `Dialect`."""
        connection.execute(_ENTER, {"reading": reading})

    def leave(self, connection: Connection, readings: Sequence[int]) -> None:
        """See `Dialect`."""
        connection.execute(_LEAVE, {"readings": list(readings)})

    def purge(self, connection: Connection) -> None:
        """See `Dialect`."""
        # FTS5 keeps words that left until its segments merge, so the index is built anew.
        connection.exec_driver_sql("INSERT INTO search (search) VALUES ('rebuild')")
        # Until the freed pages are overwritten, too (`SqliteStore._overwrite`), lest a kill between the two leave them.
        connection.exec_driver_sql("PRAGMA user_version = 1")

    def matches(self, phrases: Sequence[str], known_at: str | None) -> Select[Any]:
        """See `Dialect`. Phrases are folded: letters, digits and spaces, so the quotes hold."""
        every = " ".join(f'"{phrase}"' for phrase in phrases)
        # "+ 0" keeps SQLite from walking all newest readings and asking the index for each of their rows.
        newest = (STATEMENT.c.reading + 0).in_(newest_rows(known_at))
        return (
            select(STATEMENT.c.id)
            .select_from(SEARCH)
            .join(STATEMENT, STATEMENT.c.row == SEARCH.c.rowid)
            .where(text("search MATCH :every").bindparams(every=every), newest)
            .order_by(_RANK, STATEMENT.c.id)
        )
