"""How sure, whether at all, and when."""

from __future__ import annotations

import pytest

from reportedly.extract import attributions
from reportedly.extract.base import Found
from reportedly.extract.factuality import factuality_of
from reportedly.extract.factuality_tense import tense_of
from reportedly.extract.parse import parse
from tests.builders import article


def judged(text: str, word: str):
    """The factuality and tense of the clause or event that `word` is the head of."""
    found = Found(article=article(text))
    doc = parse(text, language="en", max_words=500, source="test")
    found.attributions.extend(attributions.find(doc, found))
    [head] = [token for token in doc if token.text == word]
    return factuality_of(head, found), tense_of(head)


@pytest.mark.parametrize(
    ("text", "word", "modality", "polarity"),
    [
        ("The ferry sank.", "sank", "certain", "positive"),
        ("The ferry will leave tomorrow.", "leave", "certain", "positive"),
        ("The ferry may have sunk.", "sunk", "possible", "positive"),
        ("The ferry may have sunk and been looted.", "looted", "possible", "positive"),
        ("The ferry must have sunk.", "sunk", "probable", "positive"),
        ("The ferry probably sank.", "sank", "probable", "positive"),
        ("Perhaps the ferry sank.", "sank", "possible", "positive"),
        ("The ferry did not sink.", "sink", "certain", "negative"),
        ("The ferry never sank.", "sank", "certain", "negative"),
        ("The ferry may not have sunk.", "sunk", "possible", "negative"),
        ("Divers could not find the wreck.", "find", "certain", "negative"),
        ("Nobody was hurt.", "hurt", "certain", "negative"),
        ("No one was hurt.", "hurt", "certain", "negative"),
        ("Divers found no survivors.", "found", "certain", "negative"),
        ("The ferry seems to have sunk.", "sunk", "probable", "positive"),
        ("It appears that the ferry sank.", "sank", "probable", "positive"),
        ("The crew is unlikely to return.", "return", "probable", "negative"),
        ("The crew failed to return.", "return", "certain", "negative"),
        ("The crew tried to return.", "return", "unknown", "positive"),
        ("The crew did not fail to return.", "return", "certain", "positive"),
        ("Guards prevented an attack.", "attack", "certain", "negative"),
        ("Guards warned of an attack.", "attack", "unknown", "positive"),
        ("Guards ordered the men to leave.", "leave", "unknown", "positive"),
        ("The army denied shelling the village.", "shelling", "certain", "negative"),
        ("The alleged attack shocked Lodz.", "attack", "possible", "positive"),
        ("The man was suspected of poisoning a well.", "poisoning", "possible", "positive"),
        ("If the dam breaks, the valley will flood.", "breaks", "unknown", "unknown"),
        ("If the dam breaks, the valley will flood.", "flood", "unknown", "positive"),
        ("Why did the ferry sink off Hvar?", "sink", "unknown", "unknown"),
        ("It is unclear whether the ferry sank.", "sank", "unknown", "unknown"),
        ("She left without paying the fare.", "paying", "certain", "negative"),
        ("No group has claimed the attack.", "attack", "certain", "positive"),
        ("Officials said the ferry sank.", "sank", "certain", "positive"),
        ("Officials denied that the ferry sank.", "sank", "certain", "negative"),
        ("Officials denied that the ferry did not sink.", "sink", "certain", "positive"),
        ("Officials believe the ferry sank.", "sank", "probable", "positive"),
        ("Officials suspect that the ferry sank.", "sank", "possible", "positive"),
        ("Officials fear that the ferry may have sunk.", "sunk", "possible", "positive"),
        ("Officials do not know whether the ferry sank.", "sank", "unknown", "unknown"),
        ("Officials did not say that the ferry sank.", "sank", "unknown", "unknown"),
        ("It was not clear how many boats had sunk.", "clear", "unknown", "unknown"),
        ("The vote, if there is one, will not help.", "help", "certain", "negative"),
        ("Lorries can cross the bridge.", "cross", "possible", "positive"),
        ("Lorries cannot cross the bridge.", "cross", "certain", "negative"),
        ("The council tried to pay after the attack.", "attack", "certain", "positive"),
        ("The council rejected the plan.", "plan", "certain", "positive"),
        ("Police seized a boat carrying rifles.", "carrying", "certain", "positive"),
        ("The ferry reportedly sank.", "sank", "possible", "positive"),
        ("It was confirmed that the ferry sank.", "sank", "certain", "positive"),
        ("“I think the ferry sank,” Weiss said.", "sank", "probable", "positive"),
    ],
)
def test_modality_and_polarity_follow_the_words(text, word, modality, polarity):
    factuality, _ = judged(text, word)
    assert (factuality.modality, factuality.polarity) == (modality, polarity)


@pytest.mark.parametrize(
    ("text", "word", "cues"),
    [
        ("The ferry may not have sunk.", "sunk", ["may", "not"]),
        ("The ferry sank.", "sank", []),
        ("Officials denied that the ferry sank.", "sank", ["denied"]),
        ("The alleged attack shocked Lodz.", "attack", ["alleged"]),
        ("It appears that the ferry sank.", "sank", ["appears"]),
    ],
)
def test_the_words_that_show_it_are_kept(text, word, cues):
    factuality, _ = judged(text, word)
    assert [cue.exact for cue in factuality.cues] == cues


@pytest.mark.parametrize(
    ("text", "distance"),
    [
        ("The governor claimed without evidence that the vote was rigged.", "without evidence"),
        ("The governor falsely claimed that the vote was rigged.", "falsely"),
        ("The governor claimed that the vote was rigged.", None),
    ],
)
def test_the_outlets_own_distance_is_kept(text, distance):
    factuality, _ = judged(text, "rigged")
    assert factuality.distance == distance


def test_denial_reaches_its_content_only():
    text = "Officials denied that the ferry sank, and two boats left the port."
    assert judged(text, "left")[0].polarity == "positive"


@pytest.mark.parametrize(
    ("text", "word", "tense"),
    [
        ("The ferry sank.", "sank", "past"),
        ("The ferry has sunk.", "sunk", "past"),
        ("The ferry may have sunk.", "sunk", "past"),
        ("The ferry will leave.", "leave", "future"),
        ("The ferry is leaving.", "leaving", "present"),
        ("The crew plans to leave.", "leave", "future"),
        ("The crew failed to leave.", "leave", "past"),
        ("The crew often strikes.", "strikes", "habitual"),
        ("The planned strike worries Lodz.", "strike", "future"),
        ("The strike paralysed Lodz.", "strike", "past"),
    ],
)
def test_tense(text, word, tense):
    assert judged(text, word)[1] == tense
