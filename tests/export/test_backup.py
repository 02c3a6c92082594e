"""A backup is the whole ledger: restored, it says what it said, at every moment."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest

from reportedly.backups import backup, restore
from reportedly.engine import Inline
from reportedly.errors import BrokenInput
from reportedly.export import Records
from reportedly.export import backup as format
from reportedly.forgetting import forget
from reportedly.model import Verdict
from tests.ferry import FIRST, SECOND, STORY, THIRD, add, ledger, read
from tests.ledger.test_adding import derived


def lived_in():
    """A ledger with all that one can hold: readings of two readers, sightings, decisions, something forgotten."""
    book = ledger()
    add(book, SECOND)
    [id] = [s.id for s in book.snapshot().statements if s.article == SECOND.id and s.figures]
    book.correct(id, "modality", "possible", who="Ines Duval")
    taken_back = book.correct(SECOND.id, "published", "2024-03-01", who="Ines Duval")
    book.undo(taken_back.id)
    people = next(e for e in book.snapshot().entities if e.name == "Rosa Verlinden").members
    book.judge(Verdict.DIFFERENT, *people[:2], who="Ines Duval", why="another Rosa")
    book.engine = Inline(read=lambda of, caps: replace(read(of, caps), fingerprint="reader-2"))
    add(book, FIRST)
    forget(book, THIRD.id, why="withdrawn")
    return book


def saved(book):
    out = io.StringIO()
    format.write(Records(articles={}, statements=(), held=backup(book)), out)
    return out.getvalue()


def restored(text, *, into=None):
    book = ledger([]) if into is None else into
    restore(book, format.read(io.StringIO(text), source="backup"))
    return book


@pytest.mark.parametrize("where", ["memory:", "file"])
def test_a_restored_ledger_is_equal_in_everything(where, tmp_path):
    book = lived_in()
    into = ledger([], where=str(tmp_path / "restored.db") if where == "file" else where)
    other = restored(saved(book), into=into)
    assert saved(other) == saved(book)
    assert derived(other) == derived(book)
    assert other.store.corrections() == book.store.corrections()
    assert other.store.judgements() == book.store.judgements()
    assert other.store.tombstones() == book.store.tombstones()
    for kept in book.store.kept():
        assert other.store.article(kept.article.id) == kept
        assert other.store.sightings(kept.article.id) == book.store.sightings(kept.article.id)
        assert list(other.store.readings(kept.article.id)) == list(book.store.readings(kept.article.id))
    other.close()


def test_a_restored_ledger_says_what_was_known_at_any_moment():
    book = lived_in()
    other = restored(saved(book))
    moments = sorted({record.when for held in backup(book) if (record := held.record) and hasattr(record, "when")})
    assert len(moments) > 4
    for moment in moments:
        assert other.snapshot(known_at=moment).statements == book.snapshot(known_at=moment).statements


def test_restoring_twice_changes_nothing():
    text = saved(lived_in())
    assert saved(restored(text, into=restored(text))) == text


def test_what_was_forgotten_since_the_backup_does_not_come_back():
    text = saved(ledger())
    book = ledger()
    forget(book, SECOND.id, why="withdrawn")
    restored(text, into=book)
    assert SECOND.id not in book.snapshot().articles
    assert len(book.snapshot().articles) == 3


def test_a_name_that_was_forgotten_since_the_backup_does_not_come_back():
    text = saved(ledger())
    book = ledger()
    [person] = [e for e in book.snapshot().entities if e.name == "Rosa Verlinden"]
    forget(book, person.id, why="asked for")
    restored(text, into=book)
    assert "Verlinden" not in saved(book)


@pytest.mark.parametrize(
    "text",
    ["", "hello\n", "[]\n", '{"reportedly": 99}\n', '{"statement": 1}\n', "\x00\n", '{"reportedly": 1}\nhello\n'],
)
def test_what_is_no_backup_is_named(text):
    with pytest.raises(BrokenInput, match="backup"):
        restored(text)


def test_a_damaged_line_is_named_and_what_stood_before_is_kept():
    lines = saved(ledger([FIRST, SECOND])).splitlines(keepends=True)
    assert [json.loads(line).get("kind") for line in lines[1:]] == ["article", "sighting", "reading"] * 2
    into = ledger([])
    with pytest.raises(BrokenInput, match="backup:7"):
        restored("".join([*lines[:6], '{"kind": "reading", "record": {}, "when": null}\n']), into=into)
    assert list(into.snapshot().articles) == [json.loads(lines[1])["record"]["id"]]
    assert len(into.snapshot().statements) == len(json.loads(lines[3])["record"]["statements"])


def changed(text, kind, change):
    """A backup with the first record of a kind changed; the number of its line."""
    lines = [json.loads(line) for line in text.splitlines()]
    at = next(n for n, line in enumerate(lines) if line.get("kind") == kind)
    change(lines[at]["record"])
    return "".join(json.dumps(line) + "\n" for line in lines), at + 1


@pytest.mark.parametrize(
    ("kind", "change", "problem"),
    [
        ("article", lambda a: a.update(text=a["text"].replace("hurt", "lost")), "the article's id"),
        ("article", lambda a: a.update(outlet="The Lantern"), "the article's id"),
        ("reading", lambda r: r["statements"][0]["content"].update(start=1, end=1, exact=""), "the statement's id"),
        ("reading", lambda r: r["statements"][0].update(id="s-0000000000000000"), "the statement's id"),
        ("reading", lambda r: r["figures"][0]["span"].update(exact="7 people"), "other words"),
        ("reading", lambda r: r["mentions"][0]["span"].update(exact="Rosa Verhaegen"), "other words"),
    ],
)
def test_words_that_are_not_the_articles_are_refused_with_the_article(kind, change, problem):
    text, line = changed(saved(ledger([SECOND])), kind, change)
    into = ledger([])
    with pytest.raises(BrokenInput, match=f"backup:{line}: .*{problem}"):
        restored(text, into=into)
    assert list(into.store.kept()) == []


def test_a_redacted_ledger_is_restored():
    book = ledger()
    [person] = [e for e in book.snapshot().entities if e.name == "Rosa Verlinden"]
    forget(book, person.id, why="asked for")
    assert saved(restored(saved(book))) == saved(book)


def test_a_name_that_was_forgotten_and_comes_back_in_another_article_is_told():
    book = ledger([SECOND])
    [person] = [e for e in book.snapshot().entities if e.name == "Rosa Verlinden"]
    forget(book, person.id, why="asked for")
    done = restore(book, format.read(io.StringIO(saved(ledger([THIRD]))), source="backup"))
    [warning] = done.warnings
    assert warning.startswith(f"{THIRD.path}: names somebody forgotten on 2024-04-01: `forget ")


def test_a_reading_without_its_article_is_refused():
    lines = saved(ledger([FIRST])).splitlines(keepends=True)
    with pytest.raises(BrokenInput, match="backup:2"):
        restored("".join([lines[0], lines[3]]))


def test_a_backup_holds_every_article():
    kinds = [json.loads(line).get("kind") for line in saved(ledger()).splitlines()]
    assert kinds.count("article") == len(STORY)
