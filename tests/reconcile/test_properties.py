"""Order never matters, a part sees only itself, and a large ledger stays quick."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model import State
from reportedly.pipeline import snapshot
from reportedly.reconcile import disputes_among, histories_of
from tests.builders import mention, outlet, source, statement, status
from tests.reconcile.story import Story, blast, report, toll


def pair(number, row):
    """An article with a toll or somebody's state."""
    day, speaker, value = row
    by = ["Police", "Doctors", "Witnesses"][speaker]
    of = report(
        f"{by} said {value + 2} people were killed and Lena Brandt was there.",
        published=f"2024-03-{day:02}",
        outlet=f"O{number}",
    )
    sources = (outlet(of), source(of, by))
    who = mention(of, "Lena Brandt", refers_to=f"n-{number}")
    found = status(of, "there", [State.ALIVE, State.DEAD, State.DETAINED, State.FREE][value], who=who.refers_to)
    words = f"{value + 2} people were killed"
    counted = toll(of, words, f"{value + 2} people", value + 2, value + 2, sources=sources)
    seen = statement(of, "Lena Brandt was there", sources=sources, mentions=[who], statuses=[found])
    return of, [counted, seen, blast(of)]


ROWS = st.lists(st.tuples(st.integers(4, 8), st.integers(0, 2), st.integers(0, 3)), min_size=1, max_size=7)


@given(ROWS, st.randoms())
@settings(max_examples=40, deadline=None)
def test_any_order_gives_the_same_answers_disputes_and_histories(rows, random):
    pairs = [pair(number, row) for number, row in enumerate(rows)]
    expected = Story(*pairs).answers
    random.shuffle(pairs)
    other = Story(*((of, random.sample(told, len(told))) for of, told in pairs)).answers
    assert list(other.items()) == list(expected.items())
    assert disputes_among(other, frozenset()) == disputes_among(expected, frozenset())
    assert histories_of(other) == histories_of(expected)


@given(ROWS, st.sets(st.integers(0, 6)))
@settings(max_examples=40, deadline=None)
def test_one_id_is_one_question(rows, alone):
    pairs = [pair(number, row) for number, row in enumerate(rows)]
    # Some articles do not say what the toll is of: it is then that of its own event, or of its place and day.
    told = [(of, said[:2] if number in alone else said) for number, (of, said) in enumerate(pairs)]
    ids = [question.id for question in Story(*told).answers]
    assert len(ids) == len(set(ids))


@given(ROWS, st.integers(4, 8))
@settings(max_examples=40, deadline=None)
def test_as_of_a_day_nothing_of_what_came_later_is_seen(rows, day):
    pairs = [pair(number, row) for number, row in enumerate(rows)]
    early = [(of, told) for of, told in pairs if of.published <= f"2024-03-{day:02}"]

    def story(some, **given):
        return snapshot([of for of, _ in some], [statement for _, told in some for statement in told], **given)

    then, alone = story(pairs, as_of=f"2024-03-{day:02}"), story(early)
    assert (then.entities, then.event_of, then.copies) == (alone.entities, alone.event_of, alone.copies)
    assert (then.answers, then.disputes, then.histories) == (alone.answers, alone.disputes, alone.histories)


@given(ROWS)
@settings(max_examples=30, deadline=None)
def test_every_dispute_has_two_sides_of_different_origins(rows):
    story = Story(*(pair(number, row) for number, row in enumerate(rows)))
    for dispute in disputes_among(story.answers, frozenset()):
        assert len(dispute.sides) >= 2 and dispute.reasons
        assert len({answer.origin for side in dispute.sides for answer in side}) >= 2


def test_five_thousand_statements_take_seconds_at_most():
    pairs = [pair(number, (4 + number % 5, number % 3, number % 4)) for number in range(1700)]
    begun = time.process_time()
    story = Story(*pairs)
    histories_of(story.answers)
    assert len(story.statements) == 5100
    assert time.process_time() - begun < 10
