"""What every store promises of corrections, judgements and moments; runs over the whole registry."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.errors import BadDate, NoSuchId
from reportedly.model import Part, Sighting, Verdict
from reportedly.store import Shown
from tests.builders import article, correction, judgement, reading, span, statement
from tests.store.scene import EARLY, FERRY, LATE, NOON

# Corrections and judgements


def test_corrections_and_judgements_come_back_by_time_then_id(store):
    a = article()
    store.add(a, None, when=EARLY)
    corrections = [correction(a, "outlet", f"Post {n}", when=when) for when in (NOON, EARLY) for n in range(3)]
    judgements = [judgement(Verdict.SAME, "x-1", f"x-{n}", when=when) for when in (NOON, EARLY) for n in range(2, 5)]
    for c in [*corrections, *corrections]:
        store.add_correction(c)
    for j in [*judgements, *judgements]:
        store.add_judgement(j)
    assert list(store.corrections()) == sorted(corrections, key=lambda c: (c.when, c.id))
    assert list(store.judgements()) == sorted(judgements, key=lambda j: (j.when, j.id))


def test_a_correction_keeps_its_words(store):
    a = article(FERRY, title="Ferry adrift")
    store.add(a, None, when=EARLY)
    c = correction(a, "modality", "possible", at=span(a, "Ferry", part=Part.TITLE), old="certain")
    store.add_correction(c)
    assert store.corrections() == (c,)


def test_what_is_undone_stays_and_says_so(store):
    a = article()
    store.add(a, None, when=EARLY)
    c, j = correction(a, "outlet", None, when=EARLY), judgement(Verdict.UNSURE, "x-1", "x-2", when=EARLY, why="who?")
    store.add_correction(c)
    store.add_judgement(j)
    assert store.undo(c.id, when=LATE) and store.undo(j.id, when=LATE)
    assert not store.undo(c.id, when=LATE) and not store.undo("j-0", when=LATE)
    assert store.corrections() == (replace(c, undone=LATE),)
    assert store.judgements() == (replace(j, undone=LATE),)
    assert store.corrections(known_at=NOON) == (c,)
    assert store.judgements(known_at=NOON) == (j,)
    store.add_correction(c)
    assert store.corrections() == (replace(c, undone=LATE),)


def test_an_undone_correction_is_restored_as_undone(store):
    a = article()
    store.add(a, None, when=EARLY)
    c = replace(correction(a, "outlet", "Ostend Courier", when=EARLY), undone=NOON)
    store.add_correction(c)
    assert store.corrections() == (c,)


def test_a_correction_of_nothing_kept_is_refused(store):
    with pytest.raises(NoSuchId):
        store.add_correction(correction(article(), "outlet", "Ostend Courier"))


# Moments


def test_what_joined_later_was_not_known(store):
    a, b = article("One."), article("Two.")
    store.add(a, reading(a, statement(a)), when=EARLY)
    store.add(b, reading(b, statement(b)), when=LATE)
    store.add_correction(correction(a, "outlet", "Ostend Courier", when=LATE))
    store.add_judgement(judgement(Verdict.SAME, "x-1", "x-2", when=LATE))
    assert [kept.article for kept in store.kept(known_at=NOON)] == [a]
    assert [s.article for s in store.statements(known_at=NOON)] == [a.id]
    assert store.article(b.id, known_at=NOON) is None
    assert store.reading(b.id, known_at=NOON) is None
    assert store.statement(statement(b).id, known_at=NOON) is None
    assert store.search("two", known_at=NOON) == ()
    assert (store.corrections(known_at=NOON), store.judgements(known_at=NOON)) == ((), ())
    assert list(store.kept(known_at="2025-12-31T00:00:00+00:00")) == []


def test_what_joined_at_the_very_moment_was_known(store):
    a = article()
    store.add(a, reading(a, statement(a)), when=NOON)
    assert [kept.article for kept in store.kept(known_at=NOON)] == [a]
    assert len(list(store.statements(known_at=NOON))) == 1


@pytest.mark.parametrize(
    "moment",
    ["2026-01-01T12:00:00Z", "2026-01-01T12:00:00.000000+00:00", "2026-01-01T14:00:00+02:00", "2026-01-01T12:00:00"],
)
def test_moments_are_compared_as_moments_however_they_are_written(store, moment):
    a = article()
    store.add(a, None, when=moment)
    assert store.article(a.id).added == NOON
    assert store.article(a.id, known_at=moment) is not None
    assert store.article(a.id, known_at="2026-01-01T12:00:00.000001Z") is not None
    assert store.article(a.id, known_at="2026-01-01T11:59:59.999999Z") is None


def test_what_is_no_moment_is_refused(store):
    with pytest.raises(BadDate):
        store.add(article(), None, when="yesterday")
    with pytest.raises(BadDate):
        store.search("ferry", known_at="yesterday")
    assert list(store.kept()) == []


# With the reading that they led to


def test_a_correction_joins_with_its_reading_and_is_taken_back_with_one(store):
    a = article()
    before, after = (reading(a, statement(a), fingerprint=name) for name in ("reader-1", "reader-2"))
    store.add(a, before, when=EARLY)
    c = correction(a, "outlet", "Ostend Courier", when=NOON)
    store.add_correction(c, reading=after)
    assert (store.corrections(), store.reading(a.id)) == ((c,), after)
    assert store.reading(a.id, known_at=EARLY) == before
    assert store.undo(c.id, when=LATE, reading=before)
    assert (store.corrections(), store.reading(a.id)) == ((replace(c, undone=LATE),), before)
    assert store.reading(a.id, known_at=NOON) == after
    assert not store.undo(c.id, when=LATE, reading=after)
    assert store.reading(a.id) == before


def test_a_correction_whose_reading_cannot_be_kept_is_not_kept(store):
    a, other = article("One."), article("Two.")
    store.add(a, reading(a), when=EARLY)
    with pytest.raises(NoSuchId):
        store.add_correction(correction(a, "outlet", None), reading=reading(other))
    assert store.corrections() == ()
    c = correction(a, "outlet", None)
    store.add_correction(c)
    with pytest.raises(NoSuchId):
        store.undo(c.id, when=LATE, reading=reading(other))
    assert store.corrections() == (c,)


# Restoring


def test_an_article_is_restored_with_what_hung_on_it(store):
    a = article(path="1.txt")
    readings = [reading(a, statement(a), fingerprint=name) for name in ("reader-2", "reader-1")]
    shown = [Shown(reading=one, added=when) for one, when in zip(readings, (EARLY, LATE), strict=True)]
    seen = [Sighting(article=a.id, path="1.txt", when=EARLY), Sighting(article=a.id, path="2.txt", when=NOON)]
    for _ in range(2):
        store.restore(a, sightings=seen, readings=shown)
        assert (store.article(a.id).added, list(store.sightings(a.id))) == (EARLY, seen)
        assert list(store.readings(a.id)) == shown


def test_of_what_cannot_be_restored_nothing_is_kept(store):
    a, other = article("One."), article("Two.")
    seen = [Sighting(article=a.id, path="", when=EARLY)]
    with pytest.raises(BadDate):
        store.restore(a, sightings=seen, readings=[Shown(reading=reading(a), added="yesterday")])
    with pytest.raises(NoSuchId):
        store.restore(a, sightings=seen, readings=[Shown(reading=reading(other), added=NOON)])
    with pytest.raises(ValueError, match=a.id):
        store.restore(a, sightings=[], readings=[])
    assert list(store.kept()) == []


def test_what_was_redacted_is_not_restored_in_other_words(store):
    a = article("Rosa left.")
    store.add(a, reading(a, statement(a)), when=EARLY)
    blocked = replace(a, text="████ left.")
    store.redact([(blocked, None)])
    seen = [Sighting(article=a.id, path="", when=EARLY)]
    store.restore(a, sightings=seen, readings=[Shown(reading=reading(a, statement(a)), added=NOON)])
    assert (store.article(a.id).article, store.reading(a.id)) == (blocked, None)
