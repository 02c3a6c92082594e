"""What every store promises of articles and revisions; runs over the whole registry."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.model import Sighting
from tests.builders import article, reading, statement
from tests.store.scene import EARLY, FERRY, LATE, NOON, told


def test_an_article_comes_back_as_it_was_added_with_its_reading(store):
    a = article(FERRY, title="Ferry adrift", url="https://post.example/1", ref="7", path="in/ferry.txt", author="R. V.")
    r = reading(a, statement(a, "The ferry left Ostend at noon"), told(a), warnings=("a warning",))
    assert store.add(a, r, when=NOON)
    [kept] = store.kept()
    assert (kept.article, kept.added, kept.revises) == (a, NOON, None)
    assert store.article(a.id) == kept
    assert store.reading(a.id) == r


@pytest.mark.parametrize(
    "text", ["", "\r\n\tone\rtwo\n", "a\u0301 \u00e1", "\U0001f6a2 سفينة 船", "nul \x00 lone \ud800", "\u202eevil"]
)
def test_any_text_comes_back_to_the_code_point(store, text):
    a = article(text)
    store.add(a, None, when=NOON)
    assert store.article(a.id).article.text == a.text


def test_a_path_that_is_no_text_is_kept_as_far_as_it_is(store):
    a = article(path="in/\udce9t\udce9.txt")
    store.add(a, None, when=NOON)
    assert store.article(a.id).article.path == "in/\ufffdt\ufffd.txt"
    assert [sighting.path for sighting in store.sightings(a.id)] == ["in/\ufffdt\ufffd.txt"]


def test_adding_again_is_one_more_sighting_and_nothing_else(store):
    a = article(FERRY, path="in/one.txt")
    r = reading(a, told(a))
    store.add(a, r, when=NOON)
    before = (list(store.kept()), list(store.statements()), store.find_ids(""))
    assert not store.add(a, r, when=LATE)
    assert (list(store.kept()), list(store.statements()), store.find_ids("")) == before
    assert store.sightings(a.id) == tuple(Sighting(article=a.id, path="in/one.txt", when=when) for when in (NOON, LATE))
    assert [shown.added for shown in store.readings(a.id)] == [NOON]


def test_a_sighting_can_be_restored_by_itself(store):
    a = article()
    store.add(a, None, when=NOON)
    store.add_sighting(Sighting(article=a.id, path="elsewhere.txt", when=EARLY))
    assert [sighting.path for sighting in store.sightings(a.id)] == ["elsewhere.txt", ""]


def test_articles_come_by_id(store):
    articles = [article(f"Report {number}.") for number in range(9)]
    for a in articles:
        store.add(a, None, when=NOON)
    assert [kept.article.id for kept in store.kept()] == sorted(a.id for a in articles)


def test_bytes_that_were_read_are_recognised(store):
    one, other = article("One.", digest="d1"), article("Two.", digest="d1")
    for a in (one, other, replace(one, digest="d2")):
        store.add(a, None, when=NOON)
    assert store.has_digest("d1") == tuple(sorted((one.id, other.id)))
    assert store.has_digest("d2") == (one.id,)
    assert store.has_digest("d3") == ()


def test_another_text_of_the_same_address_revises_the_one_published_before(store):
    first, second, third = (
        article(f"Version {day}.", url="https://post.example/1", published=published)
        for day, published in enumerate(("2024-03-04", "2024-03-05T09:00:00+01:00", "2024-03-05T08:30:00+00:00"))
    )
    for a in (third, first, second):
        store.add(a, None, when=NOON)
    assert store.article(first.id).revises is None
    assert store.article(second.id).revises == first.id
    assert store.article(third.id).revises == second.id
    assert {kept.article.id: kept.revises for kept in store.kept()} == {
        first.id: None,
        second.id: first.id,
        third.id: second.id,
    }


def test_a_revision_revises_nothing_that_was_added_later(store):
    first, second = (article(f"Version {n}.", url="u", published=f"2024-03-0{n}") for n in (1, 2))
    store.add(second, None, when=EARLY)
    store.add(first, None, when=LATE)
    assert store.article(second.id, known_at=NOON).revises is None
    assert [kept.revises for kept in store.kept(known_at=NOON)] == [None]
    assert store.article(second.id).revises == first.id


@pytest.mark.parametrize("url", [None, ""])
def test_articles_without_an_address_revise_nothing(store, url):
    for n in (1, 2):
        store.add(article(f"Version {n}.", url=url), None, when=NOON)
    assert [kept.revises for kept in store.kept()] == [None, None]
