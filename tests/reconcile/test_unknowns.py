"""What was not known, and what tells it later."""

from __future__ import annotations

import pytest

from reportedly.model import Modality, State, Unknown, identify
from reportedly.reconcile import answered_unknowns
from tests.builders import mention, span, statement, status
from tests.reconcile.story import Story, blast, report, toll


def unknown(of, words, about):
    where = span(of, words)
    return Unknown(id=identify("u", of.id, words), span=where, about=about)


def told(story):
    return answered_unknowns(story.statements, story.articles, entity_of=story.entity_of, event_of=story.event_of)


def test_a_number_is_told_by_a_later_figure_in_the_same_words():
    first, later = (
        report("It was not clear how many guests sat in the cinema."),
        report("31 guests sat in the cinema.", published="2024-03-06"),
    )
    ask = statement(
        first, "It was not clear how many guests sat in the cinema", unknowns=[unknown(first, "not clear", "number")]
    )
    tell = toll(later, "31 guests sat in the cinema", "31 guests", 31, 31, figure={"unit": "guest"})
    assert told(Story((first, [ask]), (later, [tell]))) == [(ask.id, tell.id)]


def test_an_identity_is_told_by_a_later_name_in_the_same_incident():
    first, later = (
        report("The suspect's identity was not disclosed."),
        report("The man held is Piotr Wrona.", published="2024-03-06"),
    )
    ask = statement(
        first, "The suspect's identity was not disclosed", unknowns=[unknown(first, "not disclosed", "identity")]
    )
    tell = statement(later, "The man held is Piotr Wrona", mentions=[mention(later, "Piotr Wrona", refers_to="n-1")])
    story = Story((first, [ask, blast(first)]), (later, [tell, blast(later)]))
    assert told(story) == [(ask.id, tell.id)]


def test_somebodys_state_is_told_by_a_later_state_of_the_same_person():
    first, later = (
        report("Nobody knew if Lena Brandt was alive."),
        report("Lena Brandt is alive.", published="2024-03-06"),
    )
    ask = statement(
        first,
        "if Lena Brandt was alive",
        unknowns=[unknown(first, "Nobody knew", "state")],
        mentions=[mention(first, "Lena Brandt", refers_to="n-1")],
    )
    tell = statement(
        later,
        "Lena Brandt is alive",
        mentions=[mention(later, "Lena Brandt", refers_to="n-2")],
        statuses=[status(later, "alive", State.ALIVE, who="n-2")],
    )
    assert told(Story((first, [ask]), (later, [tell]))) == [(ask.id, tell.id)]
    assert told(Story((later, [tell]), (report("x"), []))) == []


def test_what_nobody_tells_stays_open_and_earlier_reports_tell_nothing():
    first, before = (
        report("It was not clear how many guests sat in the cinema."),
        report("31 guests sat in the cinema.", published="2024-03-01"),
    )
    ask = statement(
        first, "It was not clear how many guests sat in the cinema", unknowns=[unknown(first, "not clear", "number")]
    )
    tell = toll(before, "31 guests sat in the cinema", "31 guests", 31, 31, figure={"unit": "guest"})
    assert told(Story((first, [ask]), (before, [tell]))) == [(ask.id, None)]


def identities(asked, told_in):
    """The story of an identity not disclosed, and of a later report that names Piotr Wrona."""
    first, later = report(asked), report(told_in, published="2024-03-06")
    ask = statement(first, asked[:-1], unknowns=[unknown(first, "not disclosed", "identity")])
    tell = statement(later, told_in[:-1], mentions=[mention(later, "Piotr Wrona", refers_to="n-1")])
    return Story((first, [ask, blast(first)]), (later, [tell, blast(later)]))


def test_who_it_is_is_a_question_that_accuses_nobody():
    story = identities("The attacker's identity was not disclosed.", "The man held is Piotr Wrona.")
    question, answers = story.one("who is the")
    assert question.text == "who is the person not named (explosion in Ghent, 2024-03-03)?"
    assert [(answer.value, answer.modality) for answer in answers] == [
        ("not known", Modality.UNKNOWN),
        ("Piotr Wrona", Modality.CERTAIN),
    ]


@pytest.mark.parametrize(
    "asked",
    ["The victim's identity was not disclosed.", "The identity of the woman was not disclosed."],
)
def test_a_name_of_somebody_else_is_no_answer(asked):
    story = identities(asked, "The man held is Piotr Wrona.")
    assert [question.text for question in story.answers] == ["is Piotr Wrona in custody?"]
