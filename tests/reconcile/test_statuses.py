"""Somebody's state: alive or dead, held or free, and which of it cannot both be true."""

from __future__ import annotations

import pytest

from reportedly.model import Modality, Polarity, Relation, State
from reportedly.reconcile import disputes_among, histories_of
from tests.builders import mention, outlet, source, statement, status, timex
from tests.reconcile.story import Story, done, report, unnamed

NAME = "Lena Brandt"


def state(words, of_state, *, published, by=None, name=NAME, when=None, **given):
    """A report that gives somebody a state, on the word of `by`."""
    text = f"{by or 'We'} said {name} {words}."
    of = report(text, published=published, outlet=f"Outlet {published}")
    who = mention(of, name, refers_to=f"n-{of.id}")
    times = [] if when is None else [timex(of, when[0], when[1], **(when[2] if len(when) > 2 else {}))]
    found = status(of, words, of_state, who=who.refers_to, name=name, **given)
    sources = (outlet(of), *([source(of, by)] if by else []))
    return of, [statement(of, f"{name} {words}", sources=sources, statuses=[found], mentions=[who], times=times)]


def disputed(*pairs):
    return disputes_among(Story(*pairs).answers, frozenset())


def test_dead_and_later_seen_alive_is_a_dispute():
    [dispute] = disputed(
        state("is dead", State.DEAD, published="2024-03-04", by="Police"),
        state("is alive", State.ALIVE, published="2024-03-05", by="Nurses"),
    )
    assert [[answer.value for answer in side] for side in dispute.sides] == [["dead"], ["alive"]]


def test_alive_and_later_dead_is_a_follow_up():
    story = Story(
        state("is alive", State.ALIVE, published="2024-03-04", by="Police"),
        state("is dead", State.DEAD, published="2024-03-06", by="Nurses"),
    )
    assert disputes_among(story.answers, frozenset()) == ()
    assert [e.relation for e in histories_of(story.answers)[0].entries] == [None, Relation.FOLLOW_UP]


def test_a_doubt_takes_no_side_but_stays_in_the_history():
    story = Story(
        state("may be dead", State.DEAD, published="2024-03-04", by="Police", modality=Modality.POSSIBLE),
        state("is alive", State.ALIVE, published="2024-03-05", by="Nurses"),
    )
    assert disputes_among(story.answers, frozenset()) == ()
    assert [e.answer.modality for e in histories_of(story.answers)[0].entries] == [Modality.POSSIBLE, Modality.CERTAIN]


def test_what_was_believed_before_is_no_answer():
    story = Story(state("previously thought dead is well", State.DEAD, published="2024-03-04"))
    assert story.answers == {}


def test_spellings_of_one_person_answer_one_question():
    story = Story(
        state("is dead", State.DEAD, published="2024-03-04", by="Police", name="Alexander Kovalyov"),
        state("is alive", State.ALIVE, published="2024-03-05", by="Nurses", name="Aleksandr Kavaliou"),
    )
    assert len(story.answers) == 1 and len(disputes_among(story.answers, frozenset())) == 1


def test_somebody_without_a_name_has_no_question():
    of = report("The driver is dead.")
    who = mention(of, "The driver", name=None, refers_to="n-1")
    told = statement(of, "The driver is dead", statuses=[status(of, "dead", State.DEAD, who="n-1")], mentions=[who])
    assert Story((of, [told])).answers == {}


def arrest(published="2024-03-04"):
    of = report(f"Police arrested {NAME}.", published=published, outlet="Lowland Wire")
    return of, [done(of, f"Police arrested {NAME}", "arrested", "arrest", NAME, by="Police")]


def released(part, value, published="2024-03-06T18:00:00+00:00"):
    of = report(f"{NAME} was released {part}, her lawyer said.", published=published)
    when = timex(of, part, value, start=value[:10], end="2024-03-07")
    told = done(of, f"{NAME} was released {part}", "released", "release", NAME, event={"time": when.id}, times=[when])
    return of, [statement_by(told, of)]


def statement_by(told, of):
    from dataclasses import replace

    return replace(told, sources=(outlet(of), unnamed(of, "her lawyer")))


def test_an_arrest_and_a_later_release_are_no_dispute():
    assert disputed(arrest(), released("on Wednesday morning", "2024-03-06TMO")) == ()


def test_released_in_the_morning_and_still_held_at_night_is_a_dispute():
    held = state(
        "was still in custody on Wednesday night",
        State.DETAINED,
        published="2024-03-06T21:00:00+00:00",
        by="Wardens",
        when=("Wednesday night", "2024-03-06TNI"),
    )
    [dispute] = disputed(arrest(), released("on Wednesday morning", "2024-03-06TMO"), held)
    assert sorted(answer.value for side in dispute.sides for answer in side) == ["detained", "free"]


@pytest.mark.parametrize(("kind", "value"), [(State.DETAINED, "not detained"), (State.FREE, "not free")])
def test_a_denied_state_says_so_in_its_value(kind, value):
    story = Story(state("is not so", kind, published="2024-03-04", polarity=Polarity.NEGATIVE))
    assert [answer.value for answers in story.answers.values() for answer in answers] == [value]


def test_nobody_tells_of_his_own_death():
    of = report("“I have been dead in all the papers,” Lena Brandt said.")
    who = mention(of, "Lena Brandt", refers_to="n-1")
    told = statement(
        of,
        "I have been dead in all the papers",
        sources=(outlet(of), source(of, "Lena Brandt", refers_to="n-1")),
        mentions=[who],
        statuses=[status(of, "dead", State.DEAD, who="n-1")],
    )
    assert Story((of, [told])).answers == {}


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("The man held over the blast is Lena Brandt", ["detained"]),
        ("The man held over the blast is not Lena Brandt", []),
        ("The man held over the blast knows Lena Brandt", []),
    ],
)
def test_who_is_said_to_be_the_one_held_is_held(words, values):
    of = report(f"{words}.")
    told = statement(of, words, mentions=[mention(of, NAME, refers_to="n-1")])
    assert [answer.value for answers in Story((of, [told])).answers.values() for answer in answers] == values
