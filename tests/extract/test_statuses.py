"""What is said of somebody's state, and how surely."""

from __future__ import annotations

import pytest

from reportedly.lexicon.table import table
from reportedly.model import Modality, Polarity, State
from tests.extract.finding import read


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(one.state.value, one.name, one.value) for one in read(text).statuses]


@pytest.mark.parametrize(
    ("text", "state", "name", "value"),
    [
        ("Luc Morel is still alive.", "alive", "Luc Morel", None),
        ("Luc Morel was found dead in Ghent.", "dead", "Luc Morel", None),
        ("Luc Morel was killed on Monday.", "dead", "Luc Morel", None),
        ("Rescuers found the boy alive.", "alive", "the boy", None),
        ("The boy survived.", "alive", "The boy", None),
        ("Three sailors are unaccounted for.", "missing", "Three sailors", None),
        ("The boy has been missing since Monday.", "missing", "The boy", None),
        ("Police arrested Luc Morel.", "detained", "Luc Morel", None),
        ("Luc Morel remains in custody.", "detained", "Luc Morel", None),
        ("The court convicted Luc Morel.", "convicted", "Luc Morel", None),
        ("Luc Morel was charged with theft.", "charged", "Luc Morel", None),
        ("Luc Morel was released on Friday.", "free", "Luc Morel", None),
        ("The driver was injured.", "injured", "The driver", None),
        ("Luc Morel is believed to be in Syria.", "whereabouts", "Luc Morel", "Syria"),
        ("Luc Morel was last seen in Lille.", "whereabouts", "Luc Morel", "Lille"),
        ("Mayor Anna Kolb was silent.", "role", "Anna Kolb", "Mayor"),
        ("Police spokesman Jan Wouters was silent.", "role", "Jan Wouters", "Police spokesman"),
        ("Anna Kolb, the mayor of Ghent, was silent.", "role", "Anna Kolb", "mayor of Ghent"),
        ("Jan Maes, a Belgian national, was silent.", "nationality", "Jan Maes", "Belgian"),
    ],
)
def test_status_says_which_state_whose_and_what(text, state, name, value):
    assert (state, name, value) in told(text)


@pytest.mark.parametrize(
    ("text", "state", "modality", "polarity"),
    [
        ("Luc Morel is not dead.", "dead", Modality.CERTAIN, Polarity.NEGATIVE),
        ("Luc Morel may be dead.", "dead", Modality.POSSIBLE, Polarity.POSITIVE),
        ("Luc Morel has not been released.", "free", Modality.CERTAIN, Polarity.NEGATIVE),
        ("Relatives had no idea whether Luc Morel was alive.", "alive", Modality.UNKNOWN, Polarity.UNKNOWN),
        ("The alleged gunman, Luc Morel, was silent.", "role", Modality.POSSIBLE, Polarity.POSITIVE),
        ("Suspected arsonist Luc Morel was silent.", "role", Modality.POSSIBLE, Polarity.POSITIVE),
        ("Nobody has let her go.", "free", Modality.CERTAIN, Polarity.NEGATIVE),
        ("Mayor Anna Kolb may resign.", "role", Modality.CERTAIN, Polarity.POSITIVE),
    ],
)
def test_status_is_as_sure_as_it_is_said(text, state, modality, polarity):
    [found] = [one for one in read(text).statuses if one.state is State(state)]
    assert (found.modality, found.polarity) == (modality, polarity)


def test_alleged_stays_in_the_role():
    assert ("role", "Luc Morel", "alleged gunman") in told("The alleged gunman, Luc Morel, was silent.")


def test_suspected_of_killing_is_no_certain_death():
    found = read("Luc Morel was suspected of killing two women.").statuses
    assert all(one.modality is not Modality.CERTAIN for one in found if one.state is State.DEAD)


@pytest.mark.parametrize(
    "text", ["No one was arrested.", "The talks are dead.", "The ferry is missing.", "A dead man lay there."]
)
def test_states_of_nobody_and_of_things_are_no_statuses(text):
    assert told(text) == []


@pytest.mark.parametrize("word", [row["word"] for row in table("states") if row["frame"] == "short"])
def test_short_words_are_triggers_of_events_that_leave_a_state(word):
    types = {row["type"] for row in table("triggers") if row["lemma"] == word}
    assert types & {row["word"] for row in table("states") if row["frame"] == "event"}


@pytest.mark.parametrize(
    "text",
    [
        "Luc Morel has been evacuated.",
        "Luc Morel was airlifted to Ghent.",
        "Divers pulled out Luc Morel.",
        "Luc Morel pleaded guilty.",
        "Luc Morel is guilty.",
        "Luc Morel was fined.",
        "Luc Morel was acquitted.",
        "Luc Morel was pardoned.",
        "Luc Morel was discharged from hospital.",
        "Luc Morel was hospitalised.",
        "Luc Morel is in hospital.",
        "Luc Morel was unconscious.",
        "Luc Morel was poisoned.",
        "Luc Morel succumbed to pressure.",
        "Luc Morel is survived by a son.",
        "Luc Morel was impeached.",
        "Police lost contact with Luc Morel.",
    ],
)
def test_no_state_is_stronger_than_what_is_said(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Luc Morel was found guilty.", "convicted"),
        ("Luc Morel succumbed to his injuries.", "dead"),
        ("Divers pulled Luc Morel to safety.", "alive"),
        ("Luc Morel was rescued.", "alive"),
    ],
)
def test_words_beside_them_that_say_enough_keep_their_state(text, state):
    assert told(text) == [(state, "Luc Morel", None)]


def test_status_refers_to_the_person_of_the_mentions():
    found = read("Mayor Anna Kolb fled. She was arrested.")
    [arrested] = [one for one in found.statuses if one.state is State.DETAINED]
    assert (arrested.name, arrested.who) == ("Anna Kolb", found.mentions[0].refers_to)


def test_one_state_is_told_once_a_sentence():
    found = read("Luc Morel was arrested and remains in custody.").statuses
    assert [one.state for one in found].count(State.DETAINED) == 1


def test_states_table_names_known_states_once():
    rows = table("states")
    assert len({(row["word"], row["frame"]) for row in rows}) == len(rows)
    assert {row["state"] for row in rows if row["frame"] != "short"} <= set(State)
    types = {row["type"] for row in table("event_types")}
    assert {row["word"] for row in rows if row["frame"] == "event"} <= types
