"""Forgetting leaves no byte of the words, and they do not come back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.engine import Inline
from reportedly.errors import NoSuchId, ReadError
from reportedly.forgetting import Names, blocked_out, forget
from reportedly.ledger import Added
from reportedly.model import Entity, MentionKind, make_article
from tests.builders import article, mention, reading, statement
from tests.ferry import FIRST, REVISED, SECOND, STORY, THIRD, add, ledger, read


def bytes_of(folder: Path) -> bytes:
    """Everything in the folder of a ledger: the file, its WAL, its index of shared memory."""
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))


def person(book):
    return next(entity for entity in book.snapshot().entities if entity.name == "Rosa Verlinden")


def named(name, *spellings):
    names = tuple(sorted({name, *spellings}))
    return Names.of(Entity(id="n-1", kind=MentionKind.PERSON, name=name, names=names, members=("n-1",)))


def test_a_forgotten_article_leaves_no_byte(tmp_path):
    book = ledger(where=str(tmp_path / "story.db"))
    book.correct(SECOND.id, "author", "Femke Adriaens", who="Ines Duval")
    words = [b"Rosa Verlinden is alive", b"9 people", b"her mother", b"Coast Wire", b"Femke", b"reports/2.txt"]
    assert [word for word in words if word not in bytes_of(tmp_path)] == []
    forget(book, FIRST.id, why="withdrawn")
    forget(book, SECOND.id, why="withdrawn")
    assert [word for word in words if word in bytes_of(tmp_path)] == []
    book.close()
    assert [word for word in words if word in bytes_of(tmp_path)] == []


def test_a_forgotten_article_leaves_a_hash_and_the_reason_or_nothing():
    book = ledger()
    forget(book, SECOND.id, why="withdrawn")
    forget(book, THIRD.id, why="asked for", trace=False)
    [stone] = book.store.tombstones()
    assert (stone.id, stone.why, len(stone.hash)) == (SECOND.id, "withdrawn", 64)
    assert set(book.snapshot().articles) == {FIRST.id, REVISED.id}


@pytest.mark.parametrize("again", [SECOND, replace(SECOND, id="a-elsewhere", outlet="The Lantern", path="copy.txt")])
def test_a_forgotten_article_is_not_taken_back(again):
    book = ledger()
    forget(book, SECOND.id, why="withdrawn at the family's request")
    [refused] = book.add([again])
    assert isinstance(refused, ReadError)
    assert str(refused) == f"{again.path}: was forgotten on 2024-04-01; withdrawn at the family's request"
    assert len(book.snapshot().articles) == 3


def test_a_forgotten_person_is_named_nowhere(tmp_path):
    book = ledger(where=str(tmp_path / "story.db"))
    [dead] = [s for s in book.snapshot().statements if s.article == THIRD.id]
    book.correct(dead.id, "modality", "possible", who="Ines Duval")
    assert forget(book, person(book).id, why="Rosa Verlinden asked for it") == 3
    assert b"Verlinden" not in bytes_of(tmp_path)
    assert b"Rosa" not in bytes_of(tmp_path)
    [stone] = book.store.tombstones()
    assert stone.why == "████ █████████ asked for it"
    book.close()
    assert b"erlinden" not in bytes_of(tmp_path)


def test_what_else_is_said_stays_where_it_stood_when_a_person_is_forgotten():
    book = ledger()
    blocked = blocked_out(SECOND, named("Rosa Verlinden"))
    assert blocked.text == SECOND.text.replace("Rosa Verlinden", "████ █████████")
    book.engine = Inline(
        read=lambda of, caps: reading(of, *([statement(of, "her mother")] if of.text == blocked.text else []))
    )
    forget(book, person(book).id, why="asked for")
    assert book.article(SECOND.id) == blocked
    [kept] = [s for s in book.snapshot().statements if s.article == SECOND.id]
    assert SECOND.text[kept.content.start : kept.content.end] == "her mother"


def test_a_redacted_article_that_comes_again_stays_redacted(tmp_path):
    book = ledger(where=str(tmp_path / "story.db"))
    forget(book, person(book).id, why="asked for")
    named_path = replace(THIRD, path="reports/rosa-verlinden.txt")
    [again] = add(book, named_path)
    assert again.new is False
    assert book.article(THIRD.id).text == "████ █████████ is dead."
    assert b"erlinden" not in bytes_of(tmp_path)
    book.close()


def test_what_is_added_while_a_person_is_being_forgotten_is_redacted_too():
    book = ledger([SECOND])
    late = [THIRD, FIRST]

    def reader(of, caps):
        if late:
            book.store.add(late.pop(), None, when=book.now())
        return read(of, caps)

    book.engine = Inline(read=reader)
    assert forget(book, person(book).id, why="asked for") == 3
    assert [kept for kept in book.store.kept() if "Verlinden" in kept.article.text] == []


def test_what_is_decided_while_a_person_is_being_forgotten_stays():
    book = ledger([SECOND])

    def reader(of, caps):
        book.engine = Inline(read=read)
        book.correct(SECOND.id, "author", "Femke Adriaens", who="Ines Duval")
        return read(of, caps)

    book.engine = Inline(read=reader)
    forget(book, person(book).id, why="asked for")
    assert [made.new for made in book.store.corrections()] == ["Femke Adriaens"]


def test_a_new_article_that_names_a_forgotten_person_says_so():
    book = ledger()
    forget(book, person(book).id, why="asked for")
    fresh = article("Rosa Verlinden was seen in Ghent.", path="new.txt")
    book.engine = Inline(
        read=lambda of, caps: reading(of, statement(of, mentions=[mention(of, "Rosa Verlinden", refers_to="n-new")]))
    )
    [result] = book.add([fresh])
    assert isinstance(result, Added)
    assert result.warnings == ("names somebody forgotten on 2024-04-01: `forget n-new` erases them here, too",)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Rosa Verlinden left.", "████ █████████ left."),
        ("ROSA VERLINDEN LEFT", "████ █████████ LEFT"),
        ("Verlinden's lawyer", "█████████'s lawyer"),
        ("Rosa\nVerlinden", "████\n█████████"),
        ("a rosa window in Verlindenstraat", "a rosa window in Verlindenstraat"),
    ],
)
def test_names_and_their_parts_are_blocked_letter_for_letter(text, left):
    assert named("Rosa Verlinden").blocked(text) == left


def test_a_name_is_found_with_and_without_its_accents():
    names = named("Zoé Tréguier")
    assert names.blocked("Zoe Treguier, ZOÉ TRÉGUIER") == "███ ████████, ███ ████████"
    decomposed = "Zoe\u0301 Tre\u0301guier"
    assert "gui" not in names.blocked(decomposed)
    assert len(names.blocked(decomposed)) == len(decomposed)


def test_a_name_that_is_also_a_word_blocks_no_word():
    names = named("Mark May")
    assert names.blocked("He may mark the spot where Mark May stood.") == "He may mark the spot where ████ ███ stood."


def test_title_author_and_outlet_are_blocked_and_addresses_that_hold_the_name_go():
    held = make_article(
        "By Rosa Verlinden",
        digest="d",
        title="Verlinden speaks",
        author="Rosa Verlinden",
        outlet="Rosa Verlinden's Diary",
        url="https://example.org/rosa-verlinden/1",
        path="in/Rosa_Verlinden.txt",
    )
    made = blocked_out(held, named("Rosa Verlinden"))
    assert (made.text, made.title, made.author) == ("By ████ █████████", "█████████ speaks", "████ █████████")
    assert (made.outlet, made.url, made.path) == ("████ █████████'s Diary", None, None)
    assert made.id == held.id


def test_only_an_article_or_somebody_with_a_name_can_be_forgotten():
    book = ledger()
    [s] = [s.id for s in book.snapshot().statements if s.article == THIRD.id]
    for id in (s, "a-none"):
        with pytest.raises(NoSuchId):
            forget(book, id, why="x")
    assert len(book.snapshot().articles) == len(STORY)


def test_corrections_of_what_stays_survive_when_a_person_is_forgotten():
    book = ledger()
    book.correct(SECOND.id, "published", "2024-03-02", who="Ines Duval")
    book.engine = Inline(read=read)
    forget(book, person(book).id, why="asked for")
    assert book.snapshot().articles[SECOND.id].published == "2024-03-02"
