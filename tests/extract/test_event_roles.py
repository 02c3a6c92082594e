"""Who did it, to whom, with what, where, when and how many: through every construction that says so."""

from __future__ import annotations

import pytest

from tests.extract.finding import event, read, who, words_of


@pytest.mark.parametrize(
    ("text", "trigger", "actor", "recipient"),
    [
        ("Three teachers were killed at the hands of the militia.", "killed", ["the militia"], ["Three teachers"]),
        ("Three teachers died at the hands of gunmen.", "died", ["gunmen"], ["Three teachers"]),
        ("The abduction of two teachers by gunmen shocked Brest.", "abduction", ["gunmen"], ["two teachers"]),
        ("The army's shelling of Brest killed six people.", "killed", ["The army"], ["six people"]),
        ("The teacher whom the gunmen abducted was freed.", "abducted", ["the gunmen"], ["The teacher"]),
        ("The gunmen who abducted the teacher fled.", "abducted", ["The gunmen"], ["the teacher"]),
        ("The bridge that rebels blew up was old.", "blew", ["rebels"], ["The bridge"]),
        ("The port was shelled by the army and the navy.", "shelled", ["the army", "the navy"], ["The port"]),
        ("A judge was killed and his driver wounded by gunmen.", "wounded", ["gunmen"], ["his driver"]),
        ("Gunmen killed a judge, wounded his driver and fled.", "wounded", ["Gunmen"], ["his driver"]),
        ("Two women were hurt in a knife attack by a student.", "hurt", ["a student"], ["Two women"]),
        ("On Friday gunmen abducted two nurses.", "abducted", ["gunmen"], ["two nurses"]),
        ("A truck rammed into a crowd.", "rammed", ["A truck"], ["a crowd"]),
        ("The police firing on protesters killed two.", "killed", ["The police"], ["two"]),
        ("Four people were killed in a bombing.", "killed", [], ["Four people"]),
    ],
)
def test_event_finds_both_sides(text, trigger, actor, recipient):
    assert who(event(read(text), trigger)) == (actor, recipient)


@pytest.mark.parametrize(
    ("text", "trigger", "place", "time", "count", "instrument"),
    [
        ("A bomb killed five people in Basra on Friday.", "killed", "Basra", "Friday", "five people", None),
        ("Five people were killed in Basra on Friday.", "killed", "Basra", "Friday", "Five people", None),
        ("On Friday gunmen abducted two nurses near Basra.", "abducted", "Basra", "Friday", "two nurses", None),
        ("The guard was beaten with iron bars.", "beaten", None, None, None, "iron bars"),
        ("The killing of three men in Ghent on Monday was denied.", "killing", "Ghent", "Monday", "three men", None),
    ],
)
def test_event_finds_its_setting(text, trigger, place, time, count, instrument):
    found = read(text)
    one = event(found, trigger)
    assert [words_of(found, id) for id in (one.place, one.time, one.count)] == [place, time, count]
    assert (None if one.instrument is None else one.instrument.exact) == instrument


@pytest.mark.parametrize(
    ("text", "words", "one"),
    [
        ("Police raided a flat in Lille. The raid ended at noon.", ("raided", "raid"), True),
        ("Police raided a flat in Lille. A raid in Ghent failed.", ("raided", "raid"), False),
        ("Gunmen killed Luc Morel. Luc Morel was murdered at home.", ("killed", "murdered"), True),
        ("Gunmen killed Luc Morel. Police killed Jan Maes.", ("killed", "killed"), False),
        ("The army carried out a raid. The raid failed.", ("carried", "raid"), True),
    ],
)
def test_words_for_one_event_share_it(text, words, one):
    found = read(text)
    again = words[0] == words[1]
    first, second = event(found, words[0]), event(found, words[1], nth=int(again))
    assert (first.refers_to == second.refers_to) is one


@pytest.mark.parametrize(
    ("text", "trigger", "type"),
    [
        ("There was rifle fire near the port.", "fire", "shoot"),
        ("A fire broke out near the port.", "fire", "burn"),
        ("The pilot committed suicide.", "suicide", "die"),
        ("Boys were hanging around the bus.", "hanging", "other"),
        ("The prisoner was hanged.", "hanged", "kill"),
    ],
)
def test_words_beside_it_decide_what_a_word_tells(text, trigger, type):
    assert event(read(text), trigger).type == type
