"""What is left in the files of a ledger after words were erased: nothing of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.errors import LedgerError
from reportedly.model import Tombstone, Verdict
from reportedly.store import open_store
from reportedly.store import sqlite as sqlite_store
from tests.builders import WHEN, article, correction, judgement, mention, place, reading, span, statement

# Words that stand nowhere else, in several scripts; one is long enough to fill pages of its own.
SECRETS = ("Quillemette", "Zwartendijk", "Ëlspethine", "Ахмедханова", "المستودعات", "xylo" * 3000)
TEXT = "{0} met {1} and {2} in {3} near {4}. Then {5} was read out."
PLAIN = "The harbour of Ostend was quiet."


def secret_article():
    return article(
        TEXT.format(*SECRETS),
        title=f"{SECRETS[0]} at sea",
        outlet=f"{SECRETS[1]} Courier",
        url=f"https://post.example/{SECRETS[0]}",
        path=f"in/{SECRETS[1]}.txt",
        author=SECRETS[2],
        ref=SECRETS[0],
    )


def full_reading(of, fingerprint="1"):
    found = {"mentions": [mention(of, SECRETS[0])], "places": [place(of, SECRETS[3])]}
    told = [statement(of, f"{SECRETS[1]} and {SECRETS[2]}", by=SECRETS[0], cue="met", **found), statement(of)]
    return reading(of, *told, fingerprint=fingerprint, residue=(span(of, SECRETS[4]),), warnings=(f"{SECRETS[3]}?",))


def fill(ledger: Path) -> None:
    """A ledger with the secret article, in several readings, between many others."""
    store = open_store(ledger)
    for number in range(30):
        a = article(f"{PLAIN} Report {number}.")
        store.add(a, reading(a, statement(a, PLAIN)), when=WHEN)
        if number % 10 == 5:
            a = secret_article()
            store.add(a, full_reading(a, str(number)), when=WHEN)
    a = secret_article()
    store.add_correction(correction(a, "title", f"{SECRETS[0]} on land", at=span(a, SECRETS[4])))
    store.add_judgement(judgement(Verdict.SAME, mention(a, SECRETS[0]).id, "x-1", why=f"both are {SECRETS[0]}"))
    store.close()


def words_of(secret: str) -> set[bytes]:
    """A word as it may stand in a file: in its case or folded, in UTF-8 or UTF-16; of a long one, a part."""
    spelled = {secret, secret.lower(), secret.upper(), secret.replace("Ë", "e").lower()}
    return {
        form.encode(code) for form in (each[:40] for each in spelled) for code in ("utf-8", "utf-16-le", "utf-16-be")
    }


def traces(ledger: Path, secrets: Iterable[str] = SECRETS) -> set[str]:
    """Which of the secrets stand anywhere in the files of a ledger, and in which."""
    files = sorted(ledger.parent.glob(f"{ledger.name}*"))
    return {
        f"{secret[:12]} in {file.name}"
        for file in files
        for secret in secrets
        if any(form in file.read_bytes() for form in words_of(secret))
    }


def terms(ledger: Path) -> set[str]:
    """Every word that the index knows."""
    with closing(sqlite3.connect(ledger)) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'search', 'row')")
        return {term for (term,) in connection.execute("SELECT term FROM terms")}


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    fill(path)
    assert len(traces(path)) == len(SECRETS)
    return path


def test_forgetting_leaves_no_byte_of_the_words_while_the_ledger_is_open(ledger):
    store = open_store(ledger)
    a = secret_article()
    store.search(SECRETS[0])
    store.forget([a.id], tombstones=[Tombstone(id=a.id, hash="0" * 64, why="asked to", when=WHEN)])
    assert traces(ledger) == set()
    assert {file.name for file in ledger.parent.iterdir()} == {"ledger.db", "ledger.db-wal", "ledger.db-shm"}
    assert len(store.search("harbour")) == 30
    store.close()
    assert traces(ledger) == set()


def test_forgetting_leaves_no_word_in_the_index(ledger):
    assert "quillemette" in terms(ledger)
    store = open_store(ledger)
    store.forget([secret_article().id], tombstones=[])
    store.close()
    assert terms(ledger) == {"the", "harbour", "of", "ostend", "was", "quiet", "post"}


def test_forgetting_works_beside_another_process_that_has_the_ledger_open(ledger):
    one, other = open_store(ledger), open_store(ledger)
    assert len(list(other.statements())) == 32
    one.forget([secret_article().id], tombstones=[])
    assert traces(ledger) == set()
    assert len(list(other.statements())) == 30
    one.close()
    other.close()


def test_forgetting_says_when_another_program_holds_old_pages_and_finishes_at_the_next_opening(ledger, monkeypatch):
    monkeypatch.setattr(sqlite_store, "PATIENCE", 0.2)
    one, other = open_store(ledger), open_store(ledger)
    reader = other.statements()
    next(reader)
    with pytest.raises(LedgerError):
        one.forget([secret_article().id], tombstones=[])
    assert one.article(secret_article().id) is None
    reader.close()
    other.close()
    one.close()
    open_store(ledger).close()
    assert traces(ledger) == set()


def test_an_erasing_that_was_cut_short_is_finished_at_the_next_opening(ledger, monkeypatch):
    class Cut(Exception):
        pass

    def cut(store):
        raise Cut

    with monkeypatch.context() as patch:
        patch.setattr(sqlite_store.SqliteStore, "_overwrite", cut)
        store = open_store(ledger)
        with pytest.raises(Cut):
            store.forget([secret_article().id], tombstones=[])
        assert traces(ledger) != set()
    open_store(ledger).close()
    assert traces(ledger) == set()
    store.close()
    with closing(sqlite3.connect(ledger)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (0,)


def test_redacting_leaves_no_byte_of_the_words(ledger):
    store = open_store(ledger)
    a = secret_article()
    clean = replace(
        a, text="Somebody met somebody.", title=None, outlet=None, url=None, path=None, author=None, ref=None
    )
    store.redact([(clean, reading(clean, statement(clean, "Somebody met somebody")))])
    assert traces(ledger) == set()
    assert store.search("somebody") != ()
    store.close()
    assert traces(ledger) == set()


def test_forgetting_one_article_leaves_the_words_that_others_hold(tmp_path):
    ledger = tmp_path / "ledger.db"
    store = open_store(ledger)
    one, other = article("Quillemette and Zwartendijk left."), article("Zwartendijk came back.")
    for a in (one, other):
        store.add(a, reading(a, statement(a)), when=WHEN)
    store.forget([one.id], tombstones=[])
    assert traces(ledger, ["Quillemette"]) == set()
    assert store.search("zwartendijk") == (statement(other).id,)
    store.close()


def test_forgetting_also_overwrites_what_another_program_deleted_and_left_in_free_pages(ledger):
    with closing(sqlite3.connect(ledger)) as connection, connection:
        connection.execute("PRAGMA secure_delete = OFF")
        for table in ("article", "digest", "sighting", "reading", "statement", "correction", "judgement", "finding"):
            connection.execute(f"DELETE FROM {table}")
    assert traces(ledger) != set()
    store = open_store(ledger)
    store.forget([], tombstones=[])
    assert traces(ledger) == set()
    store.close()
