"""What opens as a ledger, and what does not."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reportedly.errors import CannotOpenLedger, LedgerError, MissingExtra, NewerLedger
from reportedly.store import open_store
from reportedly.store.migrate import MIGRATIONS, migrate
from tests.builders import WHEN, article


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger with one article."""
    path = tmp_path / "ledger.db"
    store = open_store(path)
    store.add(article(), None, when=WHEN)
    store.close()
    return path


@pytest.mark.parametrize("start", ["", "sqlite:///"])
def test_a_path_opens_with_and_without_a_scheme(ledger, start):
    store = open_store(f"{start}{ledger}")
    assert len(list(store.kept())) == 1
    store.close()


NAMES = ["a b.db", "100%.db", "what?.db", "#1.db", "é.db", "notes:2024.db", "file:x.db", ":memory:"]


@pytest.mark.parametrize("name", NAMES)
def test_any_file_name_is_a_file_name(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    open_store(name).close()
    assert os.listdir(tmp_path) == [name]


def test_a_relative_path_stays_where_it_was_opened(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    store = open_store("here.db")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    store.add(article(), None, when=WHEN)
    store.close()
    assert sorted(os.listdir(tmp_path)) == ["elsewhere", "here.db"]


def test_what_is_only_looked_at_is_not_made(tmp_path):
    with pytest.raises(CannotOpenLedger) as caught:
        open_store(tmp_path / "ledger.db", create=False)
    assert "no ledger there" in str(caught.value) and "reportedly add" in str(caught.value)
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"The ferry left Ostend at noon.", "not a ledger"),
        (b"SQLite format 3\x00", "file is not a database"),
        (b"SQLite format 3\x00" + bytes(range(256)) * 40, "file is not a database"),
    ],
)
def test_what_is_no_ledger_is_refused_and_left_alone(tmp_path, content, problem):
    path = tmp_path / "notes.db"
    path.write_bytes(content)
    with pytest.raises(CannotOpenLedger, match=problem):
        open_store(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE article (id TEXT)")
    before = path.read_bytes()
    with pytest.raises(CannotOpenLedger, match="no ledger"):
        open_store(path)
    assert path.read_bytes() == before


def test_a_damaged_ledger_is_refused(ledger):
    content = bytearray(ledger.read_bytes())
    content[100:4096] = b"\xff" * 3996
    ledger.write_bytes(content)
    with pytest.raises(CannotOpenLedger, match="malformed"):
        open_store(ledger)


def test_an_empty_file_becomes_a_ledger(tmp_path):
    path = tmp_path / "empty.db"
    path.touch()
    open_store(path).close()
    assert path.stat().st_size > 0


@pytest.mark.parametrize(
    "place",
    ["", ".", "missing/ledger.db", "file.txt/ledger.db", "nul\0.db", "\udce9.db", "~nobody-here/x.db", "x" * 300],
)
def test_where_no_file_can_be_none_is_opened(tmp_path, monkeypatch, place):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file.txt").touch()
    with pytest.raises(CannotOpenLedger):
        open_store(place)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to this user")
def test_a_folder_that_is_closed_to_us_is_refused(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(CannotOpenLedger):
        open_store(tmp_path / "ledger.db")


def test_a_ledger_of_a_newer_version_is_refused(ledger):
    with closing(sqlite3.connect(ledger)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerLedger, match="upgrade"):
        open_store(ledger)


@pytest.mark.parametrize(
    "url", ["postgresql://me:secret@host/story", "postgres://host", "postgresql+psycopg://me:secret@host"]
)
def test_postgresql_is_said_to_be_missing_without_saying_the_password(url):
    with pytest.raises(MissingExtra, match="PostgreSQL") as caught:
        open_store(url)
    assert "secret" not in str(caught.value)


def test_an_unknown_kind_of_ledger_is_named(tmp_path):
    with pytest.raises(CannotOpenLedger, match="no such kind"):
        open_store("mongodb://host/story")


def test_a_ledger_that_cannot_be_written_says_so(ledger):
    store = open_store(ledger)
    with closing(sqlite3.connect(ledger)) as connection, connection:
        connection.execute("ALTER TABLE sighting RENAME TO gone")
    with pytest.raises(LedgerError) as caught:
        store.add(article("Another."), None, when=WHEN)
    assert str(ledger) in str(caught.value)
    store.close()


def test_the_steps_make_the_tables_that_the_code_expects(ledger):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from sqlalchemy import create_engine

    from reportedly.store.schema import METADATA

    ours = {table.name for table in METADATA.sorted_tables}
    engine = create_engine(f"sqlite:///{ledger}")
    with engine.connect() as connection:
        options = {"include_name": lambda name, kind, parents: kind != "table" or name in ours}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


def test_every_step_is_a_version_that_the_code_knows():
    from alembic.script import ScriptDirectory

    from reportedly.store.schema import VERSIONS

    steps = ScriptDirectory(str(MIGRATIONS)).walk_revisions()
    assert tuple(step.revision for step in steps)[::-1] == VERSIONS


def test_every_step_can_be_taken_back():
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine, inspect

    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        migrate(connection)
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]
    engine.dispose()


@pytest.mark.parametrize(
    ("code", "never"),
    [
        ("import reportedly.store", ("sqlalchemy", "alembic", "msgspec")),
        ("import reportedly.store as s; s.open_store('memory:')", ("sqlalchemy", "alembic")),
        (
            "import sys, reportedly.store as s; list(s.open_store(sys.argv[1]).kept())",
            ("alembic", "sqlalchemy.orm"),
        ),
    ],
)
def test_nothing_is_imported_before_it_is_needed(ledger, code, never):
    check = f"{code}\nimport sys; print(sorted({set(never)} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", check, str(ledger)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
