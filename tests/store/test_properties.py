"""What holds of any records, in any order, at any moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model import Article, Correction, Judgement, Reading, Verdict
from reportedly.store import STORES, Store, open_store
from reportedly.store.records import to_json
from reportedly.store.words import folded, phrases
from tests.builders import article, correction, judgement, reading, statement
from tests.store.arbitrary import articles, readings_of
from tests.store.conftest import PLACES

START = datetime(2026, 1, 1, tzinfo=UTC)
EXAMPLES = 20


@contextmanager
def fresh(kind: str) -> Iterator[Store]:
    """An empty store of a kind, gone afterwards."""
    with TemporaryDirectory() as folder:
        store = open_store(f"{kind}:{PLACES[kind].format(folder=Path(folder))}")
        try:
            yield store
        finally:
            store.close()


def moment(minute: int) -> str:
    return (START + timedelta(minutes=minute)).isoformat()


@dataclass(frozen=True)
class Step:
    """Something that joins a ledger at a moment."""

    minute: int
    what: tuple[Article, Reading | None] | Correction | Judgement

    def into(self, store: Store) -> None:
        if isinstance(self.what, Judgement):
            store.add_judgement(self.what)
        elif isinstance(self.what, Correction):
            store.add_correction(self.what)
        else:
            store.add(*self.what, when=moment(self.minute))


WORDS = ("ferry", "Ostend", "harbour", "fire", "Ghent")
ADDRESSES = (None, "https://post.example/1", "https://post.example/2")
DATES = (None, "2024-03-04", "2024-03-05", "2024-03-05T01:00:00+02:00", "soon")


@st.composite
def reports(draw: st.DrawFn) -> list[tuple[Article, list[Reading]]]:
    """A few articles, some of one address, each with readings by one or two readers."""
    texts = draw(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3), min_size=1, max_size=5))
    found = []
    for words in texts:
        a = article(" ".join(words), url=draw(st.sampled_from(ADDRESSES)), published=draw(st.sampled_from(DATES)))
        found.append(
            (a, [reading(a, statement(a, word), fingerprint=mark) for word, mark in zip(words, "12", strict=False)])
        )
    return found


@st.composite
def steps(draw: st.DrawFn) -> list[Step]:
    """Articles and readings joining at some moments, several times perhaps; then decisions on them."""
    story = draw(reports())
    minutes = st.integers(0, 9)
    made = []
    for a, readings in story:
        for r in draw(st.lists(st.sampled_from([None, *readings]), min_size=1, max_size=3)):
            made.append(Step(draw(minutes), (a, r)))
    return made


def decided(draw_minutes: list[int], story: Iterable[Step]) -> list[Step]:
    """A correction and a judgement for each minute, on the articles of the story."""
    known = [step.what[0] for step in story if isinstance(step.what, tuple)]
    made = []
    for a, minute in zip(known, draw_minutes, strict=False):
        made.append(Step(minute, correction(a, "outlet", "Ostend Courier", when=moment(minute))))
        made.append(Step(minute, judgement(Verdict.SAME, a.id, "x-1", when=moment(minute))))
    return made


def view(store: Store, known_at: str | None = None) -> list[object]:
    """All that a store says, in bytes where there are any."""
    kept = list(store.kept(known_at=known_at))
    ids = [each.article.id for each in kept]
    return [
        [to_json(each) for each in kept],
        [to_json(store.article(id, known_at=known_at)) for id in ids],
        [to_json(each) for each in store.statements(known_at=known_at)],
        [to_json(store.reading(id, known_at=known_at)) for id in ids],
        [sorted(store.search(word, known_at=known_at)) for word in WORDS],
        [store.corrections(known_at=known_at), store.judgements(known_at=known_at)],
    ]


@pytest.mark.parametrize("kind", sorted(STORES))
@settings(max_examples=EXAMPLES)
@given(data=st.data())
def test_any_reading_comes_back_equal_and_in_the_same_bytes(kind, data):
    a = data.draw(articles)
    r = data.draw(readings_of(a.id))
    with fresh(kind) as store:
        store.add(a, r, when=moment(0))
        assert store.article(a.id).article == a
        assert store.reading(a.id) == r
        assert to_json(store.reading(a.id)) == to_json(r)
        assert tuple(store.statements()) == r.statements
        for s in r.statements:
            assert all(s in store.holding(figure.id) for figure in s.figures)


@pytest.mark.parametrize("kind", sorted(STORES))
@settings(max_examples=EXAMPLES)
@given(data=st.data())
def test_the_order_of_adding_does_not_matter(kind, data):
    story = data.draw(steps())
    shuffled = data.draw(st.permutations(story))
    with fresh(kind) as one, fresh(kind) as other:
        for step in story:
            step.into(one)
        for step in shuffled:
            step.into(other)
        assert view(one) == view(other)
        assert [one.search(word) for word in WORDS] == [other.search(word) for word in WORDS]
        for kept in one.kept():
            assert list(one.readings(kept.article.id)) == list(other.readings(kept.article.id))
            assert one.sightings(kept.article.id) == other.sightings(kept.article.id)


@pytest.mark.parametrize("kind", sorted(STORES))
@settings(max_examples=EXAMPLES)
@given(data=st.data())
def test_adding_everything_again_changes_nothing(kind, data):
    story = data.draw(steps())
    with fresh(kind) as store:
        for step in story:
            step.into(store)
        before = view(store), store.find_ids("")
        for step in data.draw(st.permutations(story)):
            step.into(store)
        assert (view(store), store.find_ids("")) == before


@pytest.mark.parametrize("kind", sorted(STORES))
@settings(max_examples=EXAMPLES)
@given(data=st.data())
def test_what_was_known_at_a_moment_is_what_had_joined_by_then(kind, data):
    story = sorted(data.draw(steps()), key=lambda step: step.minute)
    story += decided(data.draw(st.lists(st.integers(0, 9), max_size=3)), story)
    then = data.draw(st.integers(0, 9))
    with fresh(kind) as whole, fresh(kind) as part:
        for step in story:
            step.into(whole)
        known = {step.what[0].id for step in story if isinstance(step.what, tuple) and step.minute <= then}
        for step in story:
            about = step.what.article if isinstance(step.what, Correction) else None
            if step.minute <= then and (about is None or about in known):
                step.into(part)
        assert [view(whole, moment(then))[n] for n in range(5)] == [view(part)[n] for n in range(5)]
        assert whole.judgements(known_at=moment(then)) == part.judgements()
        on_known = tuple(each for each in whole.corrections(known_at=moment(then)) if each.article in known)
        assert on_known == part.corrections()


@settings(max_examples=EXAMPLES)
@given(data=st.data())
def test_stores_of_every_kind_say_the_same(data):
    story = data.draw(steps())
    seen = []
    for kind in sorted(STORES):
        with fresh(kind) as store:
            for step in story:
                step.into(store)
            seen.append((view(store), store.find_ids("s-"), store.prune(), view(store)))
    assert all(each == seen[0] for each in seen)


@settings(max_examples=EXAMPLES)
@given(text=st.text(max_size=30), words=st.text(max_size=6))
def test_stores_of_every_kind_find_the_same_in_any_script(text, words):
    a = article(f"{text} .")
    found = []
    for kind in sorted(STORES):
        with fresh(kind) as store:
            store.add(a, reading(a, statement(a)), when=moment(0))
            found.append((store.search(words), [bool(store.search(word)) for word in text.split()]))
    assert all(each == found[0] for each in found)
    assert found[0][1] == [bool(phrases(word)) for word in text.split()]


@given(text=st.text())
def test_folding_leaves_letters_digits_and_single_spaces_and_folds_no_further(text):
    once = folded(text)
    assert all(word.isalnum() for word in once.split(" ")) or once == ""
    assert folded(once) == once
    assert folded(text.upper()) == folded(text.upper().lower())
