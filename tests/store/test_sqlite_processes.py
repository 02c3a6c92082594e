"""A ledger file that several processes use, one of which may die."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from reportedly.store import open_store
from tests.store.adding import report

ROOT = Path(__file__).parents[2]
REPORTS = 40
KILLS = 6


def adding(ledger: Path, first: int, last: int, step: int = 1) -> subprocess.Popen[str]:
    """A process that adds reports to a ledger."""
    command = [sys.executable, "-m", "tests.store.adding", str(ledger), str(first), str(last), str(step)]
    paths = [str(ROOT), str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment)


def contents(ledger: Path) -> list[object]:
    """All that a ledger says."""
    store = open_store(ledger, create=False)
    try:
        kept = list(store.kept())
        return [
            kept,
            [store.reading(each.article.id) for each in kept],
            list(store.statements()),
            [store.sightings(each.article.id)[0] for each in kept],
            store.search("boats 100"),
            store.find_ids(""),
        ]
    finally:
        store.close()


def check_is_whole(ledger: Path) -> None:
    """The file is sound, and every article in it has all of its reading, also in the index."""
    store = open_store(ledger)
    whole = {a.id: (a, r) for a, r in map(report, range(REPORTS))}
    for kept in store.kept():
        assert (kept.article, store.reading(kept.article.id)) == whole[kept.article.id]
    statements = len(list(store.statements()))
    assert statements == 60 * len(list(store.kept())) == len(store.search("boats"))
    store.close()
    with closing(sqlite3.connect(ledger)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> list[object]:
    """What a ledger says to which one process added everything in peace."""
    ledger = tmp_path_factory.mktemp("undisturbed") / "ledger.db"
    with adding(ledger, 0, REPORTS) as process:
        assert process.communicate()[0].split() == [str(n) for n in range(REPORTS)]
    check_is_whole(ledger)
    return contents(ledger)


def test_a_kill_at_any_moment_leaves_whole_articles_and_a_rerun_completes_them(tmp_path, undisturbed):
    ledger = tmp_path / "ledger.db"
    chance = random.Random(8)
    for _ in range(KILLS):
        with adding(ledger, 0, REPORTS) as process:
            for _ in range(chance.randrange(REPORTS // 2)):
                process.stdout.readline()
            time.sleep(chance.random() / 100)
            process.kill()
        check_is_whole(ledger)
    with adding(ledger, 0, REPORTS) as process:
        process.communicate()
    assert process.returncode == 0
    assert contents(ledger) == undisturbed


def test_a_kill_while_a_new_ledger_is_made_leaves_one_that_opens(tmp_path):
    chance = random.Random(9)
    for attempt in range(4):
        ledger = tmp_path / f"{attempt}.db"
        with adding(ledger, 0, 1) as process:
            while not ledger.exists() and process.poll() is None:
                time.sleep(0.001)
            time.sleep(chance.random() / 20)
            process.kill()
        check_is_whole(ledger)


def test_two_processes_that_add_at_once_make_the_ledger_that_one_would_have_made(tmp_path, undisturbed):
    ledger = tmp_path / "ledger.db"
    halves = [adding(ledger, 0, REPORTS), adding(ledger, REPORTS - 1, -1, -1)]
    for process in halves:
        process.communicate()
        assert process.returncode == 0
    check_is_whole(ledger)
    assert contents(ledger) == undisturbed


def test_readers_are_not_kept_waiting_by_a_writer(tmp_path):
    ledger = tmp_path / "ledger.db"
    one, other = open_store(ledger), open_store(ledger)
    try:
        one.add(*report(1), when="2026-01-01T00:00:00+00:00")
        reader = other.statements()
        first = next(reader)
        one.add(*report(2), when="2026-01-02T00:00:00+00:00")
        assert [first, *reader] == list(report(1)[1].statements)
        assert len(list(other.statements())) == 120
    finally:
        one.close()
        other.close()
