"""What every store promises of statements and ids; runs over the whole registry."""

from __future__ import annotations

from dataclasses import replace

from reportedly.model import MentionKind, Verdict
from reportedly.store import MOST_IDS
from tests.builders import (
    article,
    attribution,
    correction,
    event,
    figure,
    judgement,
    mention,
    place,
    reading,
    source,
    statement,
    timex,
)
from tests.store.scene import EARLY, FERRY, LATE, NOON, told


def test_statements_come_by_article_then_in_the_order_of_the_text(store):
    kept = []
    for n in range(5):
        a = article(f"One thing {n}. Another thing {n}. A third thing {n}.")
        kept.append(reading(a, *(statement(a, words) for words in ("One", "Another", "A third"))))
        store.add(a, kept[-1], when=NOON)
    kept.sort(key=lambda each: each.article)
    assert list(store.statements()) == [s for r in kept for s in r.statements]


def test_more_statements_than_are_fetched_at_once_all_come_in_order(store):
    ids = []
    for n in range(450):
        a = article(f"Report {n}.")
        s = statement(a)
        ids.append((a.id, s.id))
        store.add(a, reading(a, s), when=NOON)
    assert [(s.article, s.id) for s in store.statements()] == sorted(ids)


def test_a_statement_is_found_by_its_id_in_the_newest_reading_that_has_it(store):
    a = article(FERRY)
    first = told(a, confidence=0.4)
    store.add(a, reading(a, first, fingerprint="1"), when=EARLY)
    store.add(a, reading(a, replace(first, confidence=0.6), fingerprint="2"), when=NOON)
    store.add(a, reading(a, fingerprint="3"), when=LATE)
    assert store.statement(first.id).confidence == 0.6
    assert store.statement(first.id, known_at=EARLY).confidence == 0.4
    assert store.statement("s-0") is None


def test_statements_are_found_by_what_stands_in_them(store):
    a = article("Rosa Verlinden said on Monday that two boats left Ostend.")
    everything = {
        "times": [timex(a, "Monday", "2024-03-04")],
        "figures": [figure(a, "two boats", 2, 2)],
        "places": [place(a, "Ostend")],
        "events": [event(a, "left", "travel", refers_to="ev-1")],
        "mentions": [mention(a, "boats", kind=MentionKind.OTHER, refers_to="x-boats")],
        "sources": [source(a, "Rosa Verlinden", refers_to="x-rosa")],
    }
    said = attribution(a, "two boats left Ostend", by="Rosa Verlinden")
    s = statement(a, "two boats left Ostend", by="Rosa Verlinden", cue="said", attribution=said.id, **everything)
    outside = mention(a, "Rosa Verlinden", refers_to="x-rosa")
    r = reading(a, statement(a, "Rosa Verlinden said"), s, attributions=(said,), mentions=(outside,))
    store.add(a, r, when=NOON)
    lists = ("times", "figures", "places", "events", "mentions")
    ids = [finding.id for name in lists for finding in everything[name]]
    for id in [*ids, "ev-1", "x-boats", "x-rosa", said.id]:
        assert store.holding(id) == (s,)
        assert store.article_of(id) == a.id
        assert id in store.find_ids(id[:6])
    assert store.holding(outside.id) == ()
    assert store.article_of(outside.id) == a.id


def test_only_newest_readings_are_asked_what_they_hold(store):
    a = article(FERRY)
    s = told(a)
    store.add(a, reading(a, s, fingerprint="1"), when=EARLY)
    store.add(a, reading(a, fingerprint="2"), when=LATE)
    assert store.holding(s.figures[0].id) == ()
    assert store.holding(s.figures[0].id, known_at=NOON) == (s,)


def test_from_any_id_to_its_article(store):
    a = article(FERRY)
    r = reading(a, told(a))
    c = correction(a, "outlet", "Ostend Courier")
    store.add(a, r, when=NOON)
    store.add_correction(c)
    for id in (a.id, r.id, told(a).id, told(a).figures[0].id, c.id):
        assert store.article_of(id) == a.id
    assert store.article_of("a-0") is None


def test_ids_are_found_by_how_they_begin(store):
    a = article(FERRY)
    s = told(a)
    c, j = correction(a, "outlet", "Ostend Courier"), judgement(Verdict.SAME, "x-1", "x-2")
    store.add(a, reading(a, s), when=NOON)
    store.add_correction(c)
    store.add_judgement(j)
    for id in (a.id, s.id, s.figures[0].id, c.id, j.id, reading(a).id):
        assert store.find_ids(id) == (id,)
        assert store.find_ids(id[:9]) == (id,)
    assert store.find_ids("") == tuple(sorted(store.find_ids("")))
    for stranger in ("a-!", "%", "_", "'", "\x00", "\ud800", "z" * 1000):
        assert store.find_ids(stranger) == ()


def test_no_more_ids_are_found_than_help(store):
    for n in range(30):
        store.add(article(f"Report {n}."), None, when=NOON)
    found = store.find_ids("a-")
    assert found == tuple(sorted(kept.article.id for kept in store.kept()))[:MOST_IDS]
