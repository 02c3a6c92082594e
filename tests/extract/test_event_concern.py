"""Whom an event concerns beyond its object, and what a verb means by what it governs."""

from __future__ import annotations

import pytest

from tests.extract.finding import event, read, who


@pytest.mark.parametrize(
    ("text", "trigger", "type", "recipient"),
    [
        ("Norway threatened to expel the Danish envoys.", "threatened", "threaten", "the Danish envoys"),
        ("The union refused to meet the minister.", "refused", "reject", "the minister"),
        ("The mayor agreed to lift the ban on the farmers.", "agreed", "agree", "the farmers"),
        ("The board rejected a call by the teachers for more pay.", "rejected", "reject", "the teachers"),
        ("Sweden rejected a Danish proposal.", "rejected", "reject", "Danish"),
        ("The council rejected the mayor's demands.", "rejected", "reject", "the mayor"),
        ("Norway provided boats and fuel to Malta.", "provided", "give", "Malta"),
        ("The judge opened an investigation into crimes committed by the guards.", "investigation", "investigate",
         "the guards"),
        ("The union demanded that the minister apologise.", "demanded", "demand", "the minister"),
        ("The demand that the minister should apologise was loud.", "demand", "demand", "the minister"),
        ("The union said the minister must leave.", "said", "demand", "the minister"),
        ("The governor imposed a curfew in Ghent.", "imposed", "restrict", "Ghent"),
        ("The governor declared a state of emergency in Ghent.", "emergency", "restrict", "Ghent"),
        ("Drivers began a strike to protest against the board's plans.", "strike", "protest", "the board"),
        ("The police allowed the farmers to hold a rally.", "allowed", "allow", "the farmers"),
    ],
)  # fmt: skip
def test_event_finds_whom_it_concerns(text, trigger, type, recipient):
    found = event(read(text), trigger)
    assert found.type == type
    assert recipient in who(found)[1]


@pytest.mark.parametrize(
    ("text", "trigger", "type"),
    [
        ("Norway suspended aid to Malta.", "suspended", "sanction"),
        ("Norway broke off relations with Malta.", "broke", "sanction"),
        ("The minister cancelled a visit to Oslo.", "cancelled", "sanction"),
        ("The governor lifted the curfew.", "lifted", "concede"),
        ("The union called off its strike.", "called", "concede"),
        ("The union cancelled the concert.", "cancelled", "reject"),
        ("Farmers blocked the road to Ghent.", "blocked", "protest"),
        ("Police blocked the road to Ghent.", "blocked", "restrict"),
        ("The court blocked the merger.", "blocked", "restrict"),
        ("The museum returned the mask to Benin.", "returned", "give"),
        ("The fishermen returned to Brest.", "returned", "travel"),
        ("The mayor accepted the strikers' demands.", "accepted", "concede"),
        ("The mayor said the bus must stop here.", "said", "demand"),
        ("The mayor said the bus will stop here.", "said", "disclose"),
        ("A rescue operation went on in Brest.", "operation", "rescue"),
        ("Mediation efforts failed.", "efforts", "meet"),
    ],
)
def test_what_a_verb_governs_decides_its_type(text, trigger, type):
    assert event(read(text), trigger).type == type


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Norway said it would send two boats.", "send", ["Norway"]),
        ("The islanders renewed their protest.", "protest", ["The islanders"]),
        ("Students staged rallies against the mayor.", "rallies", ["Students"]),
        ("Norway continued to send boats.", "continued", ["Norway"]),
        ("It rained, and the mayor said it had flooded the road.", "flooded", ["the mayor"]),
    ],
)
def test_event_finds_who_acts(text, trigger, actor):
    assert who(event(read(text), trigger))[0] == actor


def test_an_it_that_nobody_said_acts_is_nobody():
    assert who(event(read("It hit the coast on Monday."), "hit"))[0] == []
