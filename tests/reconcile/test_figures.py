"""How many: what counts as an answer, which answers meet, and when they contradict one another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.model import Comparator, Copy, Modality, Participant, Relation, Score, SourceKind
from reportedly.reconcile import answers_to, disputes_among, histories_of, origin_count, views_of
from reportedly.reconcile.figures import plural
from tests import builders
from tests.builders import event, figure, place, statement
from tests.reconcile.story import Story, blast, report, toll


def counting(number, low, high=None, *, by=None, comparator=Comparator.EXACTLY, **given):
    """A report of so many killed."""
    who = f"{by} said: " if by else ""
    words = f"{number} people were killed"
    of = report(f"{who}{words}.", **given)
    shape = {"unit": "people", "comparator": comparator}
    told = toll(of, words, f"{number} people", low, high, by=by, cue="said" if by else None, figure=shape)
    return of, [told, blast(of)]


def exactly(number, **given):
    return counting(str(number), number, number, **given)


def relations(story):
    [history] = [h for h in histories_of(story.answers) if h.question.measure == "killed"]
    return [entry.relation for entry in history.entries]


def test_reports_of_one_incident_answer_one_question_by_publication():
    story = Story(exactly(5, published="2024-03-05"), exactly(2, published="2024-03-04", outlet="Lowland Wire"))
    question, answers = story.one("were killed")
    assert [answer.low for answer in answers] == [2, 5]
    assert (question.measure, question.place, question.since) == ("killed", "Ghent", "2024-03-03")


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("14.6 people per 100,000 were killed", "14.6 people per 100,000"),
        ("two more people were found dead", "two more people"),
        ("nine of the injured died", "nine"),
        ("the toll was up from 40 dead", "40"),
        ("60 tonnes of wood lay where they died", "60 tonnes"),
    ],
)
def test_rates_increments_parts_old_numbers_and_things_are_no_toll(words, figure):
    of = report(f"{words}.")
    unit = (
        {"unit": "tonne"} if "tonnes" in figure else {"unit": "people", "per": "100,000" if "per" in figure else None}
    )
    assert Story((of, [toll(of, words, figure, 2, 2, figure=unit), blast(of)])).answers == {}


def test_what_is_counted_is_told_by_the_word_that_stands_nearest():
    of = report("The toll rose to eight, and 30 people were still missing.")
    told = [
        toll(of, "The toll rose to eight", "eight", 8, 8, figure={}),
        toll(of, "30 people were still missing", "30 people", 30, 30),
    ]
    measures = {
        question.measure: answers[0].low for question, answers in Story((of, [*told, blast(of)])).answers.items()
    }
    assert measures == {"killed": 8, "missing": 30}


def test_more_than_is_strict_and_zero_is_a_report():
    of = report("More than 40 people were hurt. No one was missing.")
    told = [
        toll(
            of,
            "More than 40 people were hurt",
            "More than 40 people",
            40,
            None,
            figure={"comparator": Comparator.MORE_THAN},
        ),
        toll(of, "No one was missing", "No one", 0, 0, figure={}),
    ]
    story = Story((of, [*told, blast(of)]))
    assert {q.measure: (a[0].low, a[0].high) for q, a in story.answers.items()} == {
        "injured": (41, None),
        "missing": (0, 0),
    }


def test_a_correction_note_about_an_earlier_version_answers_nothing():
    of = report("An earlier version of this article said 9 people were killed.")
    assert Story((of, [toll(of, "9 people were killed", "9 people", 9, 9), blast(of)])).answers == {}


def test_a_later_higher_toll_is_a_follow_up_and_no_dispute():
    story = Story(
        exactly(2, published="2024-03-04T08:00:00+01:00", by="Police"),
        exactly(5, published="2024-03-04T19:00:00+01:00", outlet="Lowland Wire", by="Doctors"),
    )
    assert relations(story) == [None, Relation.FOLLOW_UP]
    assert disputes_among(story.answers, frozenset()) == ()


def test_bounds_that_agree_are_refinements():
    story = Story(
        counting("At least 250", 250, published="2024-03-04", comparator=Comparator.AT_LEAST, by="Police"),
        counting("More than 300", 300, published="2024-03-04", comparator=Comparator.MORE_THAN, by="Doctors"),
    )
    assert relations(story)[1] is Relation.REFINEMENT
    assert disputes_among(story.answers, frozenset()) == ()


def test_two_sources_with_two_numbers_on_one_day_are_in_dispute_with_reasons():
    story = Story(
        exactly(2, published="2024-03-04", by="Police"),
        exactly(5, published="2024-03-04", by="Doctors", outlet="Lowland Wire"),
    )
    [dispute] = disputes_among(story.answers, frozenset())
    assert sorted(side[0].low for side in dispute.sides) == [2, 5]
    assert any("both 2 and 5" in reason or "both 5 and 2" in reason for reason in dispute.reasons)


def test_a_lower_number_the_next_day_contradicts():
    story = Story(
        exactly(9, published="2024-03-04T08:00:00+01:00", by="Police"),
        exactly(7, published="2024-03-05T08:00:00+01:00", by="Doctors", outlet="Lowland Wire"),
    )
    assert len(disputes_among(story.answers, frozenset())) == 1


def test_a_source_that_changes_its_number_is_not_in_dispute_with_itself():
    story = Story(exactly(9, published="2024-03-04", by="Police"), exactly(7, published="2024-03-05", by="Police"))
    assert disputes_among(story.answers, frozenset()) == ()


def test_a_superseded_revision_takes_no_side():
    old, new = exactly(9, published="2024-03-04", by="Police"), exactly(7, published="2024-03-04", by="Doctors")
    story = Story(old, new)
    assert len(disputes_among(story.answers, frozenset())) == 1
    assert disputes_among(story.answers, frozenset({old[0].id})) == ()


def test_about_leaves_room_and_numbers_of_a_march_can_no_longer_change():
    def march(number, published):
        words = f"about {number} people marched"
        of = report(f"{words}.", published=published, outlet=f"Outlet {number}")
        return of, [
            toll(of, words, f"about {number} people", number, number, figure={"comparator": Comparator.ABOUT}),
            blast(of),
        ]

    near = Story(march(1200, "2024-03-04"), march(1150, "2024-03-04"))
    assert disputes_among(near.answers, frozenset()) == ()
    of = report("Ghent was quiet while about 1200 people marched, and 5000 people marched, the guild said.")
    police = toll(of, "about 1200 people marched", "about 1200 people", 1200, 1200, by="Ghent")
    guild = toll(of, "5000 people marched", "5000 people", 5000, 5000, by="the guild")
    [dispute] = disputes_among(Story((of, [police, guild, blast(of)])).answers, frozenset())
    assert "can no longer change" in dispute.reasons[0]


def test_copies_count_as_one_origin_and_unnamed_sources_as_a_bound():
    original, copy = exactly(2, published="2024-03-04"), exactly(2, published="2024-03-05", outlet="Lowland Wire")
    carried = Copy(article=copy[0].id, original=original[0].id, score=Score(value=0.9, reasons=("test",)))
    _, answers = Story(original, copy, copies=(carried,)).one("were killed")
    assert origin_count(answers)[:2] == (1, 1)
    _, answers = Story(original, copy).one("were killed")
    low, high, reasons = origin_count(answers)
    assert (low, high) == (1, 2) and reasons


@pytest.mark.parametrize(("by", "most"), [("the Ghent ministry", 1), ("a Ghent driver", 2), ("the ministry", 2)])
def test_a_body_that_a_name_tells_apart_is_one_origin_in_every_article(by, most):
    pairs = []
    for published in ("2024-03-04", "2024-03-05"):
        of, (told, about) = exactly(2, published=published, by=by)
        sources = tuple(replace(each, kind=SourceKind.UNNAMED) if each.depth else each for each in told.sources)
        pairs.append((of, [replace(told, sources=sources), about]))
    _, answers = Story(*pairs).one("were killed")
    assert origin_count(answers)[:2] == (1, most)


def test_no_answers_have_no_origins():
    assert origin_count(()) == (0, 0, ())


def test_views_pick_by_their_rule_and_never_average():
    story = Story(
        exactly(2, published="2024-03-04", by="Police"),
        exactly(4, published="2024-03-05", by="Doctors"),
        exactly(4, published="2024-03-05", by="Nurses", outlet="Lowland Wire"),
        exactly(5, published="2024-03-06", by="Police"),
    )
    question, answers = story.one("were killed")
    views = {view.rule: {answer.low for answer in view.answers} for view in views_of(answers, question)}
    assert views == {"latest": {5}, "most conservative": {4}, "most corroborated": {4}}
    assert views_of((), question) == ()


def test_what_is_only_a_statement_in_words_answers_nothing():
    of = report("People were killed.")
    assert Story((of, [statement(of, "People were killed"), blast(of)])).answers == {}


def test_newspapers_and_those_who_did_it_are_no_toll():
    of = report("The singer has been dead in three newspapers. Two gunmen killed a guard.")
    papers = figure(of, "three newspapers", 3, 3, unit="newspaper")
    gunmen = figure(of, "Two gunmen", 2, 2, unit="gunman")
    died = event(of, "dead", "die", count=papers.id)
    killed = event(of, "killed", "kill", actor=(Participant(span=gunmen.span),))
    told = [
        statement(of, "The singer has been dead in three newspapers", figures=[papers], events=[died]),
        statement(of, "Two gunmen killed a guard", figures=[gunmen], events=[killed]),
    ]
    assert Story((of, [*told, blast(of)])).answers == {}


@pytest.mark.parametrize(
    ("noun", "many"),
    [
        ("man", "men"),
        ("policewoman", "policewomen"),
        ("wife", "wives"),
        ("child", "children"),
        ("young man", "young men"),
        ("German", "Germans"),
        ("baby", "babies"),
        ("boy", "boys"),
        ("witness", "witnesses"),
        ("coach", "coaches"),
        ("crew", "crew"),
        ("soldier", "soldiers"),
        ("people", "people"),
    ],
)
def test_question_asks_in_the_plural(noun, many):
    assert plural(noun) == many


def test_arrests_belong_to_the_march_that_was_spoken_of_last():
    of = report("The dockers marched. There were two arrests.")
    march = statement(of, "The dockers marched", events=[event(of, "marched", "protest")])
    arrests = toll(of, "There were two arrests", "two arrests", 2, 2, figure={"unit": "arrest"})
    [question] = Story((of, [march, arrests, blast(of)])).answers
    assert question.text == "how many people were arrested (march)?"


def test_what_nobody_is_sure_of_is_not_in_the_question():
    of = report("Three people were killed in what may have been an attack.")
    own = event(of, "attack", "attack", modality=Modality.POSSIBLE)
    told = toll(of, "Three people were killed in what may have been an attack", "Three people", 3, 3, events=[own])
    [question] = Story((of, [told])).answers
    assert question.text == "how many people were killed (reported)?"


def test_one_event_told_from_several_towns_and_days_is_one_question():
    pairs = []
    for day, town in enumerate(("Ghent", "Liège", "Ghent"), 4):
        of = builders.article(f"Nine people died in {town}.", published=f"2024-03-0{day}", outlet=f"O{day}")
        counted = figure(of, "Nine people", 9, 9, unit="people")
        own = event(of, "died", "die", id=f"e-{day}", count=counted.id)
        where = place(of, town, geonames=day, precision=1)
        pairs.append((of, statement(of, figures=[counted], events=[own], places=[where])))
    of_all = {f"e-{day}": "e-4" for day in (4, 5, 6)}
    found = answers_to(
        [told for _, told in pairs], {of.id: of for of, _ in pairs}, entity_of={}, event_of=of_all, copies=()
    )
    [(question, answers)] = found.items()
    assert (question.text, len(answers)) == ("how many people were killed (reported in Ghent)?", 3)
