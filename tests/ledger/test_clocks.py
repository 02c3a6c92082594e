"""Three clocks: what was published by a day, and what the ledger held at a moment."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.engine import Inline
from reportedly.errors import NoSuchId
from reportedly.model import Verdict
from reportedly.views.show import ids, show
from tests.builders import article
from tests.ferry import FIRST, REVISED, SECOND, STORY, THIRD, add, ledger, read
from tests.ledger.test_adding import derived

DAYS = ["2024-03-03", "2024-03-04", "2024-03-05", "2024-03-06", "2024-03-07"]


class AsOf:
    """A ledger seen as of a day."""

    def __init__(self, book, day):
        self.book, self.day = book, day

    def snapshot(self):
        return self.book.snapshot(as_of=self.day)


@given(st.sampled_from(DAYS), st.permutations(STORY))
def test_as_of_a_day_the_ledger_says_what_one_says_that_never_held_anything_later(day, order):
    by_then = [article for article in STORY if article.published <= day]
    assert derived(AsOf(ledger(order), day)) == derived(ledger(by_then))


def test_a_merge_that_only_a_later_article_supports_does_not_hold_earlier():
    book = ledger()
    people = {s.article: s.mentions[0].refers_to for s in book.snapshot().statements if s.mentions}
    early, late = people[FIRST.id], people[SECOND.id]
    book.judge(Verdict.DIFFERENT, people[THIRD.id], early, who="Ines Duval")
    [first] = [e for e in book.snapshot(as_of="2024-03-04").entities if early in e.members]
    assert late not in first.members


def test_an_article_without_a_date_is_nobodys_yesterday():
    undated = replace(SECOND, id="a-undated", published=None)
    book = ledger([FIRST, undated])
    assert list(book.snapshot(as_of="2030-01-01").articles) == [FIRST.id]
    assert set(book.snapshot().articles) == {FIRST.id, undated.id}


def test_a_revision_is_not_seen_before_it_came():
    book = ledger()
    assert book.snapshot().revises == {REVISED.id: FIRST.id}
    assert book.snapshot(as_of="2024-03-06").superseded == frozenset()


def test_one_address_is_one_article_revised_whoever_is_said_to_publish_it():
    named = article("Rosa Verlinden left.", url="https://x.example/1", outlet="The Lantern", published="2024-03-04")
    later = article("She is back.", url="https://x.example/1", published="2024-03-04T18:00:00+00:00")
    book = ledger([later, named])
    assert book.snapshot().revises == {later.id: named.id}
    assert {kept.article.id: kept.revises for kept in book.store.kept()} == {later.id: named.id, named.id: None}


def test_a_judgement_on_what_was_not_published_yet_is_not_seen():
    book = ledger([FIRST, SECOND])
    members = next(e for e in book.snapshot().entities if e.name == "Rosa Verlinden").members
    made = book.judge(Verdict.DIFFERENT, *members, who="Ines Duval", why="another Rosa")
    assert made.id in set(ids(book.snapshot(as_of="2024-03-05")))
    before = book.snapshot(as_of="2024-03-04")
    assert list(before.articles) == [FIRST.id]
    assert made.id not in set(ids(before))
    with pytest.raises(NoSuchId):
        show(before, made.id)


def test_known_at_a_moment_is_what_the_ledger_held_then():
    book = ledger([FIRST])
    then = book.now()
    add(book, SECOND)
    assert list(book.snapshot(known_at=then).articles) == [FIRST.id]
    assert set(book.snapshot().articles) == {FIRST.id, SECOND.id}


def test_known_at_a_moment_no_later_reading_counts():
    book = ledger([SECOND])
    then, before = book.now(), book.snapshot().statements
    book.engine = Inline(read=lambda of, caps: replace(read(of, caps), fingerprint="reader-2", statements=()))
    add(book, SECOND)
    assert book.snapshot().statements == ()
    assert book.snapshot(known_at=then).statements == before


@pytest.mark.parametrize("undone", [False, True])
def test_known_at_a_moment_a_correction_holds_as_it_held_then(undone):
    book = ledger([SECOND])
    before = book.now()
    [id] = [s.id for s in book.snapshot().statements if s.figures]
    made = book.correct(id, "modality", "possible", who="Ines Duval")
    while_held = book.now()
    if undone:
        book.undo(made.id)
    assert book.snapshot(known_at=before).by_id[id].factuality.modality == "certain"
    assert book.snapshot(known_at=while_held).by_id[id].factuality.modality == "possible"
    assert book.snapshot().by_id[id].factuality.modality == ("certain" if undone else "possible")
