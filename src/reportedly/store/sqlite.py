"""A ledger in one SQLite file."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from sqlite3 import Connection as Plain
from sqlite3 import OperationalError
from typing import Any

from sqlalchemy import URL, Connection, create_engine, event, text

from reportedly.errors import CannotOpenLedger, LedgerError
from reportedly.model import storable
from reportedly.store.fts import FullText
from reportedly.store.migrate import is_current, migrate
from reportedly.store.relational import RelationalStore

# Marks the file as a ledger in its header (`PRAGMA application_id`): the letters "rptd".
LEDGER_MARK = 0x72707464

# How long to wait for another process that writes, in seconds: longer than any of our transactions.
PATIENCE = 30.0

# How long to wait for other processes that open a new ledger at the same moment, in seconds, before asking again.
TURN = 0.01

# Every SQLite file begins so (https://www.sqlite.org/fileformat.html).
MAGIC = b"SQLite format 3\x00"

Execute = Callable[[str], list[Any]]


class SqliteStore(RelationalStore):
    """`Store` in one SQLite file, with FTS5 for search. Several processes may use it at once."""

    def __init__(self, path: Path, *, create: bool) -> None:
        """Open the ledger at `path`; make it where nothing is, if `create`. Raises CannotOpenLedger, NewerLedger."""
        path = _checked(path, create=create)
        engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": PATIENCE})
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        super().__init__(engine, FullText(), source=str(path))
        try:
            self._open()
        except LedgerError as error:
            engine.dispose()
            if type(error) is not LedgerError:
                raise
            raise CannotOpenLedger(str(path), problem=f"cannot be opened as a ledger: {error.problem}") from error

    def _open(self) -> None:
        """Make or mend what is missing, and finish an erasing that was interrupted."""
        with self._read() as connection:
            current = self._is_current(connection)
            unfinished = _pragma(connection, "user_version")
            journal = _pragma(connection, "journal_mode")
        if journal != "wal":
            self._use_wal()
        if not current:
            self._bring_up()
        if unfinished:
            # Somebody may be reading: then it is done at a later opening.
            with suppress(LedgerError):
                self._overwrite()

    def _is_current(self, connection: Connection) -> bool:
        """Whether the tables are as this code wants them; False for an empty file."""
        if _pragma(connection, "application_id") == LEDGER_MARK:
            return is_current(connection, source=self.source)
        if connection.scalar(text("SELECT count(*) FROM sqlite_master")):
            raise CannotOpenLedger(self.source, problem="an SQLite file, but no ledger")
        return False

    def _bring_up(self) -> None:
        """Make or migrate the tables, unless another process was faster."""
        with self._write() as connection:
            if not self._is_current(connection):
                connection.exec_driver_sql(f"PRAGMA application_id = {LEDGER_MARK}")
                migrate(connection)

    def _use_wal(self) -> None:
        """Have readers and one writer work beside each other from now on. SQLite does not wait for its turn here."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                with self._plain() as execute:
                    execute("PRAGMA journal_mode = WAL")
                return
            except LedgerError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(TURN)

    def _overwrite(self) -> None:
        """Write file and log anew, without the pages that erasing freed."""
        with self._plain() as execute:
            execute("VACUUM")
            [(busy, _, _)] = execute("PRAGMA wal_checkpoint(TRUNCATE)")
            if busy:
                raise LedgerError(
                    self.source,
                    problem="erased, but another program reads this ledger and holds old pages",
                    hint="close that program, then open the ledger once more",
                )
            execute("PRAGMA user_version = 0")

    @contextmanager
    def _plain(self) -> Iterator[Execute]:
        """What runs one statement outside of any transaction and gives all its rows; its refusals are LedgerErrors."""
        with self._translated(), self._engine.connect() as connection:
            plain: Any = connection.connection.driver_connection
            try:
                yield lambda statement: plain.execute(statement).fetchall()
            except OperationalError as error:
                raise LedgerError(self.source, problem=str(error)) from error


def _checked(path: Path, *, create: bool) -> Path:
    """The absolute path of a file that is a ledger or may become one, as far as its first bytes tell."""
    if str(path) != storable(str(path)):
        raise CannotOpenLedger(ascii(str(path)), problem="a name that is no text", hint="rename it")
    try:
        place = path.expanduser().absolute()
        if place.is_dir():
            raise CannotOpenLedger(str(path), problem="a folder, not a ledger", hint="name a file in it")
        if not place.exists():
            return _free(path, place, create=create)
        with place.open("rb") as file:
            start = file.read(len(MAGIC))
    except (OSError, RuntimeError) as error:
        raise CannotOpenLedger(str(path), problem=f"cannot be opened as a ledger: {error}") from error
    if start not in (MAGIC, b""):
        raise CannotOpenLedger(str(path), problem="not a ledger")
    return place


def _free(path: Path, place: Path, *, create: bool) -> Path:
    """`place`, where nothing is yet, if a ledger may be made there."""
    if not create:
        raise CannotOpenLedger(str(path), problem="no ledger there", hint="`reportedly add` makes one")
    if not place.parent.is_dir():
        raise CannotOpenLedger(str(path), problem="its folder does not exist", hint="make the folder first")
    return place


def _pragma(connection: Connection, name: str) -> Any:
    return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def _prepare(connection: Plain, record: object) -> None:
    """What SQLite is told on every new connection."""
    connection.isolation_level = None  # transactions begin where `_begin` says, not where sqlite3 guesses
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")


def _begin(connection: Connection) -> None:
    """Take the one writer's place at once, so that what is read before writing still holds when it is written."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
