"""What every store promises of forgetting and restoring; runs over the whole registry."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.errors import NoSuchId
from reportedly.model import Tombstone, Verdict
from reportedly.store import open_store
from tests.builders import article, correction, judgement, mention, reading, statement
from tests.store.scene import EARLY, FERRY, LATE, NOON, told


def test_forgetting_erases_an_article_with_all_that_hangs_on_it(store):
    a, b = article(FERRY, digest="d1"), article("Another report.")
    person = mention(a, "Harbour officials", refers_to="x-officials")
    r = reading(a, told(a, mentions=[person]))
    store.add(a, r, when=EARLY)
    store.add(b, reading(b, statement(b)), when=EARLY)
    store.add_correction(correction(a, "outlet", "Ostend Courier"))
    stays = judgement(Verdict.SAME, "x-1", "x-2")
    for j in (judgement(Verdict.SAME, "x-officials", "x-1"), judgement(Verdict.DIFFERENT, person.id, "x-1"), stays):
        store.add_judgement(j)
    stone = Tombstone(id=a.id, hash="0" * 64, why="asked to", when=LATE)
    store.forget([a.id, "a-unheard-of"], tombstones=[stone])
    assert [kept.article for kept in store.kept()] == [b]
    assert [s.article for s in store.statements()] == [b.id]
    assert store.article(a.id) is None and store.reading(a.id) is None and list(store.readings(a.id)) == []
    assert store.statement(told(a).id) is None and store.search("hurt") == ()
    assert (store.sightings(a.id), store.has_digest("d1"), store.corrections()) == ((), (), ())
    assert store.judgements() == (stays,)
    assert store.holding("x-officials") == () and store.article_of(person.id) is None
    assert store.find_ids(r.id) == store.find_ids(person.id) == ()
    assert store.tombstones() == (stone,)
    assert store.find_ids(a.id) == (a.id,)


def test_forgetting_leaves_no_tombstone_when_none_is_wanted(store):
    a = article()
    store.add(a, None, when=NOON)
    store.forget([a.id], tombstones=[])
    assert store.tombstones() == () and store.find_ids("") == ()


def test_what_was_forgotten_can_join_again(store):
    a = article(FERRY)
    r = reading(a, told(a))
    store.add(a, r, when=EARLY)
    store.forget([a.id], tombstones=[])
    assert store.add(a, r, when=LATE)
    assert store.search("hurt") == (told(a).id,)
    assert store.article(a.id).added == LATE


def test_an_interrupted_revision_is_linked_past_what_was_forgotten(store):
    versions = [article(f"Version {n}.", url="u", published=f"2024-03-0{n}") for n in (1, 2, 3)]
    for a in versions:
        store.add(a, None, when=NOON)
    store.forget([versions[1].id], tombstones=[])
    assert store.article(versions[2].id).revises == versions[0].id


def test_redacting_keeps_the_article_without_the_words(store):
    text = "Rosa Verlinden left Ostend. The harbour is closed."
    a = article(text, path="rosa-verlinden.txt", digest="d1", title="Rosa leaves")
    store.add(
        a, reading(a, statement(a, "Rosa Verlinden left Ostend"), statement(a, "The harbour is closed")), when=EARLY
    )
    store.add(a, None, when=NOON)
    by_name, by_date = correction(a, "title", "Rosa goes"), correction(a, "published", "2024-03-03")
    for c in (by_name, by_date):
        store.add_correction(c)
    clean = replace(a, text=text.replace("Rosa Verlinden", "[redacted]    "), path="report.txt", title=None)
    r = reading(clean, statement(clean, "The harbour is closed"))
    stone = Tombstone(id="x-rosa", hash="0" * 64, why="asked to", when=LATE)
    store.redact([(clean, r)], keep=[by_date], tombstones=[stone])
    kept = store.article(a.id)
    assert (kept.article, kept.added) == (clean, EARLY)
    assert store.reading(a.id) == store.reading(a.id, known_at=EARLY) == r
    assert (store.search("rosa"), store.search("verlinden")) == ((), ())
    assert store.search("harbour") == (r.statements[0].id,)
    assert store.corrections() == (by_date,)
    assert [(seen.path, seen.when) for seen in store.sightings(a.id)] == [("report.txt", EARLY), ("report.txt", NOON)]
    assert store.has_digest("d1") == (a.id,)
    assert store.tombstones() == (stone,)


def test_adding_a_redacted_article_again_does_not_bring_the_words_back(store):
    a = article("Rosa Verlinden left Ostend.")
    r = reading(a, statement(a))
    store.add(a, r, when=EARLY)
    clean = replace(a, text="[redacted]     left Ostend.")
    store.redact([(clean, None)])
    assert not store.add(a, r, when=LATE)
    assert store.article(a.id).article == clean
    assert store.reading(a.id) is None and store.search("rosa") == ()


def test_redacting_something_that_is_not_there_changes_nothing(store):
    a = article(FERRY)
    store.add(a, reading(a, told(a)), when=EARLY)
    with pytest.raises(NoSuchId):
        store.redact([(replace(a, text="Nothing."), None), (article("Unheard of."), None)])
    assert store.article(a.id).article == a
    assert store.search("hurt") == (told(a).id,)


def test_restoring_in_order_gives_the_same_ledger(store):
    a = article(FERRY)
    first, second = reading(a, told(a), fingerprint="1"), reading(a, fingerprint="2")
    for r, when in ((first, EARLY), (second, NOON), (first, LATE)):
        store.add(a, r, when=when)
    copy = open_store("memory:")
    kept = store.article(a.id)
    copy.add(kept.article, None, when=kept.added)
    for shown in store.readings(a.id):
        copy.add_reading(shown.reading, when=shown.added)
    for sighting in store.sightings(a.id):
        copy.add_sighting(sighting)
    assert list(copy.readings(a.id)) == list(store.readings(a.id))
    assert copy.sightings(a.id) == store.sightings(a.id)
    assert list(copy.statements()) == list(store.statements())
