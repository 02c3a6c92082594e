"""Adding: once kept, seen again; in any order; each failure costs only itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly import views
from reportedly.engine import Inline, Workers
from reportedly.errors import MissingInput, ReadingCrashed
from reportedly.extract.fingerprint import fingerprint
from reportedly.ledger import Added, Ledger
from reportedly.readers import Defaults, read_inputs
from reportedly.render import page_json
from tests.example.reached import EXAMPLES
from tests.ferry import FIRST, SECOND, STORY, THIRD, add, ledger, read


def derived(book: Ledger) -> tuple[object, ...]:
    """Everything that a ledger makes of what it holds, and every page of it."""
    story = book.snapshot()
    return (
        dict(story.articles),
        dict(story.revises),
        story.statements,
        story.entities,
        dict(story.event_of),
        story.copies,
        dict(story.answers),
        story.disputes,
        story.histories,
        dict(story.told),
        page_json(views.brief(story)),
        page_json(views.disputes(story)),
    )


def test_adding_twice_adds_a_sighting_and_nothing_else():
    book = ledger()
    before = derived(book)
    again = add(book, *STORY)
    assert [result.new for result in again] == [False] * 4
    assert derived(book) == before
    assert [len(book.store.sightings(article.id)) for article in STORY] == [2, 2, 2, 2]
    assert [len(list(book.store.readings(article.id))) for article in STORY] == [1, 1, 1, 1]


def test_what_todays_reader_has_read_is_not_read_again():
    asked = []

    def reader(of, caps):
        asked.append(of.id)
        return replace(read(of, caps), fingerprint=fingerprint())

    book = ledger(reader=reader)
    add(book, *STORY)
    assert asked == [article.id for article in STORY]


def test_another_reader_reads_again_and_the_newest_reading_is_shown():
    book = ledger([SECOND])
    book.engine = Inline(read=lambda of, caps: replace(read(of, caps), fingerprint="reader-2", statements=()))
    assert add(book, SECOND)[0].new is False
    assert book.snapshot().statements == ()
    assert len(list(book.store.readings(SECOND.id))) == 2


def test_the_same_text_in_two_outlets_is_two_articles():
    other = replace(SECOND, id="a-other", outlet="The Lantern")
    assert len(ledger([SECOND, other]).snapshot().articles) == 2


def test_what_could_not_be_found_comes_back_and_the_rest_is_kept():
    book = ledger([])
    missing = MissingInput("reports/9.txt")
    results = list(book.add([FIRST, missing, SECOND]))
    assert missing in results
    assert {result.article.id for result in results if isinstance(result, Added)} == {FIRST.id, SECOND.id}


def test_what_could_not_be_read_is_kept_unread_and_read_when_it_comes_again():
    def faulty(of, caps):
        raise ValueError("a fault")

    book = ledger([])
    book.engine = Inline(read=faulty)
    [failure] = book.add([THIRD])
    assert isinstance(failure, ReadingCrashed)
    assert (list(book.snapshot().articles), book.snapshot().statements) == ([THIRD.id], ())
    book.engine = Inline(read=read)
    [result] = add(book, THIRD)
    assert (result.new, result.statements) == (False, 1)


@given(st.permutations(STORY), st.lists(st.sampled_from(STORY), max_size=2))
def test_order_and_repetition_do_not_matter(order, again):
    assert derived(ledger([*order, *again])) == derived(ledger())


@pytest.mark.slow
def test_the_example_story_reads_the_same_in_two_orders():
    paths = sorted(str(path) for path in (EXAMPLES / "reports").iterdir())
    books = []
    for order in (paths, paths[::-1]):
        book = Ledger.open("memory:", engine=Workers(count=2))
        results = list(book.add(read_inputs(order, defaults=Defaults())))
        assert [result for result in results if not isinstance(result, Added)] == []
        books.append(book)
    assert derived(books[0]) == derived(books[1])
