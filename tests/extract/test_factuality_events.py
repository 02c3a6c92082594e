"""How sure it is that an event comes about, what turns it, and what is taken for granted."""

from __future__ import annotations

import pytest

from tests.extract.finding import event, read


def sure(text: str, trigger: str) -> tuple[str, str]:
    found = event(read(text), trigger)
    return found.modality.value, found.polarity.value


@pytest.mark.parametrize(
    ("text", "trigger", "modality", "polarity"),
    [
        ("No attack took place.", "attack", "certain", "negative"),
        ("She managed to flee.", "flee", "certain", "positive"),
        ("He did not manage to flee.", "flee", "certain", "negative"),
        ("She failed to flee.", "flee", "certain", "negative"),
        ("She refused to leave.", "leave", "certain", "negative"),
        ("She was forced to leave.", "leave", "certain", "positive"),
        ("She forgot to lock the door.", "lock", "certain", "negative"),
        ("He did not forget to lock the door.", "lock", "certain", "positive"),
        ("She pretended to sleep.", "sleep", "certain", "negative"),
        ("He is too weak to travel.", "travel", "certain", "negative"),
        ("He nearly drowned.", "drowned", "certain", "negative"),
        ("The mayor has yet to visit the camp.", "visit", "certain", "negative"),
        ("The firm no longer sells rifles.", "sells", "certain", "negative"),
        ("Guards stopped searching for the boat.", "searching", "certain", "negative"),
        ("Results are yet to be confirmed.", "confirmed", "certain", "negative"),
    ],
)
def test_implicative_verbs_tell_whether_it_happened(text, trigger, modality, polarity):
    assert sure(text, trigger) == (modality, polarity)


@pytest.mark.parametrize(
    ("text", "trigger", "modality", "polarity"),
    [
        ("Police foiled a plot to kill the mayor.", "kill", "unknown", "negative"),
        ("The plot to bomb the station was foiled.", "bomb", "unknown", "negative"),
        ("The army has no plans to leave Lodz.", "leave", "unknown", "negative"),
        ("The army does not want to leave Lodz.", "leave", "unknown", "negative"),
        ("Neither side wants to stop.", "stop", "unknown", "negative"),
        ("Nobody said that the ferry sank.", "sank", "unknown", "unknown"),
        ("Nobody believes that the ferry sank.", "sank", "probable", "negative"),
        ("He did not refuse to leave.", "leave", "certain", "positive"),
        ("Divers found no survivors of the crash.", "found", "certain", "negative"),
        ("The vote has been postponed until May.", "vote", "certain", "negative"),
        ("Ferry trip delayed after collision", "trip", "certain", "negative"),
        ("The flight was delayed by two hours.", "flight", "certain", "positive"),
        ("The council rejected the merger.", "merger", "certain", "negative"),
        ("The merger was blocked by the council.", "merger", "certain", "negative"),
        ("The union called off the strike.", "strike", "certain", "negative"),
        ("Police ruled out an attack.", "attack", "certain", "negative"),
        ("Police cannot rule out an attack.", "attack", "possible", "positive"),
        ("The strike planned for Monday worries the port.", "strike", "unknown", "positive"),
        ("The attempted murder of Ilya Varn shook Lodz.", "murder", "unknown", "positive"),
        ("The so-called liberation of the town began in May.", "liberation", "possible", "positive"),
        ("A merger is imminent.", "merger", "unknown", "positive"),
    ],
)
def test_what_is_foiled_refused_or_unwanted_did_not_happen(text, trigger, modality, polarity):
    assert sure(text, trigger) == (modality, polarity)


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("The company said it would cut 300 jobs.", "cut", "probable"),
        ("The company said it would not cut jobs.", "cut", "certain"),
        ("The company said it will cut 300 jobs.", "cut", "certain"),
        ("The mill should be closed by May.", "closed", "unknown"),
        ("The minister must resign.", "resign", "unknown"),
        ("The army would have fled.", "fled", "possible"),
        ("The army must have fled.", "fled", "probable"),
        ("He was about to leave.", "leave", "unknown"),
        ("The talks are scheduled to start.", "start", "probable"),
        ("The mayor was to open the bridge in May, but fell ill.", "open", "unknown"),
        ("He was selected to buy the mill.", "buy", "unknown"),
        ("Varn decided to sell the mill.", "sell", "certain"),
        ("The minister insisted that the man leave the country.", "leave", "unknown"),
        ("A merger becomes almost certain.", "merger", "probable"),
        ("The merger should be completed by May.", "merger", "unknown"),
        ("The collapse of the dam would be a disaster.", "collapse", "probable"),
        ("The mayor will resign if necessary.", "resign", "certain"),
        ("The bank has an option to buy the mill.", "buy", "unknown"),
    ],
)
def test_what_is_to_come_is_no_surer_than_its_words(text, trigger, modality):
    assert sure(text, trigger)[0] == modality


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("Had the crew fled, they would have drowned.", "fled", "unknown"),
        ("Had the crew fled, they would have drowned.", "drowned", "unknown"),
        ("Should the dam break, the valley will flood.", "flood", "unknown"),
        ("She would have died if the medic had not come.", "died", "unknown"),
        ("Sales rose by half if compared with May.", "rose", "certain"),
        ("Did he say that the ferry sank?", "sank", "unknown"),
        ("He may have told police that the ferry sank.", "sank", "possible"),
        ("According to unconfirmed reports, the ferry sank.", "sank", "possible"),
        ("Rumours say the bank will close.", "close", "possible"),
        ("It is rumoured that the bank will close.", "close", "possible"),
    ],
)
def test_conditions_questions_and_rumour_leave_it_open(text, trigger, modality):
    assert sure(text, trigger)[0] == modality


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The port was closed due to an accident.", "accident"),
        ("A fire set by children destroyed the mill.", "fire"),
        ("Officials denied that the man who was shot in Lodz had fled.", "shot"),
        ("The mayor hopes to find those who fled the camp.", "fled"),
        ("The union refused to meet the demands.", "demands"),
        ("He forgot that he had locked the door.", "locked"),
        ("She outlined a plan for what she called a new port.", "called"),
        ("The order, which is believed to be worth 3 million euros, was signed.", "order"),
    ],
)
def test_what_is_taken_for_granted_stays_certain(text, trigger):
    assert sure(text, trigger) == ("certain", "positive")


@pytest.mark.parametrize(
    ("text", "trigger", "tense"),
    [
        ("The firm is to close its mill.", "close", "future"),
        ("The firm plans on closing its mill.", "closing", "future"),
        ("The mayor will resign when the trial begins.", "begins", "future"),
        ("The man who left will speak.", "left", "past"),
        ("Lorries can cross the bridge.", "cross", "present"),
        ("Divers could not reach the wreck.", "reach", "past"),
        ("He is thought to be dead.", "dead", "present"),
        ("The bank offered a merger.", "merger", "future"),
        ("Ines Varn was the first woman to lead the port.", "lead", "past"),
        ("The loss will grow.", "loss", "present"),
        ("The trial will begin in May.", "trial", "future"),
        ("The firm is cutting 300 jobs in June 2024.", "cutting", "future"),
    ],
)
def test_the_words_tell_when(text, trigger, tense):
    assert event(read(text), trigger).tense == tense
