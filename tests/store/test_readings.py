"""What every store promises of readings; runs over the whole registry."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.errors import NoSuchId
from reportedly.model import Part
from tests.builders import article, correction, reading, span, statement
from tests.store.scene import EARLY, FERRY, LATE, NOON, told


def test_the_newest_reading_is_shown_and_older_ones_stay(store):
    a = article(FERRY)
    old, new = reading(a, told(a), fingerprint="1"), reading(a, statement(a, "The ferry left"), fingerprint="2")
    store.add(a, old, when=NOON)
    store.add_reading(new, when=LATE)
    assert store.reading(a.id) == new
    assert list(store.statements()) == list(new.statements)
    assert [(shown.reading, shown.added) for shown in store.readings(a.id)] == [(old, NOON), (new, LATE)]
    assert store.has_reading(old.id) and store.has_reading(new.id) and not store.has_reading("r-0")


def test_of_two_readings_of_one_moment_the_larger_id_is_shown(store):
    a = article(FERRY)
    both = sorted((reading(a, fingerprint=str(n)) for n in (1, 2)), key=lambda each: each.id)
    for r in reversed(both):
        store.add(a, r, when=NOON)
    assert store.reading(a.id) == both[1]


def test_an_older_reading_that_is_made_again_is_shown_again(store):
    a = article(FERRY)
    first, second = (reading(a, told(a), metadata=(date,)) for date in ("2024-03-04", "2024-03-05"))
    for r, when in ((first, EARLY), (second, NOON), (first, LATE)):
        store.add_reading(r, when=when) if when != EARLY else store.add(a, r, when=when)
    assert store.reading(a.id) == first
    assert store.reading(a.id, known_at=NOON) == second
    assert store.reading(a.id, known_at=EARLY) == first


def test_an_unread_reading_gives_way_to_the_same_readers_reading(store):
    a = article(FERRY)
    store.add(a, reading(a, unread="took longer than the cap"), when=NOON)
    assert store.reading(a.id).unread == "took longer than the cap"
    r = reading(a, told(a))
    store.add(a, r, when=LATE)
    assert store.reading(a.id) == r
    store.add(a, reading(a, unread="took longer than the cap"), when=LATE)
    assert store.reading(a.id) == r


def test_no_reading_is_taken_that_was_made_under_another_headline(store):
    a = article(FERRY, title="Ferry adrift")
    store.add(a, None, when=NOON)
    other = replace(a, title="Ferry found")
    r = reading(other, statement(other, span(other, "Ferry found", part=Part.TITLE)))
    store.add(other, r, when=LATE)
    assert store.reading(a.id) is None
    store.add_correction(correction(a, "title", "Ferry found"))
    store.add(other, r, when=LATE)
    assert store.reading(a.id) == r


def test_a_reading_of_nothing_kept_is_refused(store):
    with pytest.raises(NoSuchId):
        store.add_reading(reading(article()), when=NOON)


def test_pruning_leaves_the_newest_reading(store):
    a, b = article(FERRY), article("Another report.")
    for n, when in enumerate((EARLY, NOON, LATE)):
        store.add(a, reading(a, told(a), fingerprint=str(n)), when=when)
    store.add(b, reading(b, statement(b)), when=NOON)
    assert store.prune() == 2
    assert [shown.reading.fingerprint for shown in store.readings(a.id)] == ["2"]
    assert len(list(store.statements())) == 2
    assert store.search("hurt") == (told(a).id,)
    assert store.prune() == 0


def test_a_store_without_articles_prunes_nothing(store):
    assert store.prune() == 0
    assert (list(store.kept()), list(store.statements()), store.search("word")) == ([], [], ())
