"""A death that a later report takes back."""

from __future__ import annotations

from reportedly.model import Modality, PlaceRole, State
from reportedly.reconcile import disputes_among
from tests.builders import article, mention, place, statement, status
from tests.reconcile.story import GHENT, Story


def dead(who="A tram driver", *, town="Ghent", published="2024-03-04"):
    """A report that somebody without a name died in a town."""
    of = article(f"{who} died in {town}.", published=published, outlet="Harbour Post")
    person = mention(of, who, refers_to="n-dead", name=None)
    where = place(of, town, geonames=GHENT, precision=1, role=PlaceRole.AT)
    return of, [
        statement(of, mentions=[person], places=[where], statuses=[status(of, "died", State.DEAD, who="n-dead")])
    ]


def alive(text, who, *, belief, published="2024-03-06", living=True):
    """A report that somebody lives whose death was reported, or was believed in the words of `belief`."""
    of = article(text, published=published, outlet="Lowland Wire")
    person = mention(of, who, refers_to="n-alive", name=None)
    where = place(of, "Ghent", geonames=GHENT, precision=1, role=PlaceRole.AT)
    states = [status(of, belief, State.DEAD, who="n-alive", modality=Modality.POSSIBLE)]
    states += [status(of, "is alive", State.ALIVE, who="n-alive")] if living else []
    return of, [statement(of, mentions=[person], places=[where], statuses=states)]


REPORTED = "The tram driver who was reported to have died in Ghent is alive."


def test_a_reported_death_and_the_report_that_takes_it_back_are_a_dispute():
    story = Story(dead(), alive(REPORTED, "The tram driver", belief="died"))
    [dispute] = disputes_among(story.answers, frozenset())
    assert dispute.question.text == "is the driver alive?"
    assert [[answer.value for answer in side] for side in dispute.sides] == [["dead"], ["alive"]]


def test_another_calling_town_or_time_is_another_person():
    back = alive(REPORTED, "The tram driver", belief="died")
    assert Story(dead("A nurse"), back).answers == {}
    assert Story(dead(town="Namur"), back).answers == {}
    assert Story(dead(published="2024-01-04"), back).answers == {}
    assert Story(dead(published="2024-03-07"), back).answers == {}


def test_who_is_alive_without_a_word_of_a_reported_death_takes_nothing_back():
    of, [told] = alive(REPORTED.replace("was reported to have died", "nearly died"), "The tram driver", belief="died")
    assert Story(dead(), (of, [told])).answers == {}


def test_of_two_dead_of_one_calling_nobody_knows_which_it_was():
    of = article("A tram driver died in Ghent, and the bus driver died.", published="2024-03-04", outlet="Harbour Post")
    where = place(of, "Ghent", geonames=GHENT, precision=1, role=PlaceRole.AT)
    people = [mention(of, name, refers_to=name, name=None) for name in ("A tram driver", "the bus driver")]
    told = [
        statement(
            of,
            words,
            mentions=[who],
            places=[where],
            statuses=[status(of, words, State.DEAD, who=who.refers_to)],
        )
        for words, who in zip(("A tram driver died", "the bus driver died"), people, strict=True)
    ]
    assert Story((of, told), alive(REPORTED, "The tram driver", belief="died")).answers == {}
