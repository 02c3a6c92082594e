"""Whose word it is: stances along a chain, and the outlet's own distance beside them."""

from __future__ import annotations

import pytest

from tests.extract.reading import stated


def judged(text: str, words: str):
    [statement] = [each for each in stated(text) if words in each.content.exact]
    return statement


@pytest.mark.parametrize(
    ("text", "stances", "modality", "polarity"),
    [
        ("The ministry doubts that the ferry sank.", ["doubts"], "possible", "negative"),
        ("The ministry claims that the ferry sank.", ["claims"], "certain", "positive"),
        ("The ministry denies that the ferry sank.", ["denies"], "certain", "negative"),
        (
            "A friend told the Post that the mayor denied that the ferry sank.",
            ["tells", "denies"],
            "certain",
            "negative",
        ),
        ("The ministry does not believe that the ferry sank.", ["disbelieves"], "probable", "negative"),
        ("There is no doubt that the ferry sank.", ["considers"], "certain", "positive"),
        ("Police could not rule out that the ferry sank.", ["silent"], "possible", "positive"),
        ("The ministry may have said that the ferry sank.", ["says"], "possible", "positive"),
    ],
)
def test_each_source_keeps_its_stance(text, stances, modality, polarity):
    statement = judged(text, "the ferry sank")
    assert [source.stance for source in statement.sources[1:]] == stances
    assert (statement.factuality.modality, statement.factuality.polarity) == (modality, polarity)


@pytest.mark.parametrize(
    ("text", "words", "modality", "polarity"),
    [
        ("He is not thought to be dead.", "dead", "probable", "negative"),
        ("Two men are feared drowned.", "drowned", "possible", "positive"),
        ("The man is presumed dead.", "dead", "probable", "positive"),
        ("The man is presumed innocent.", "innocent", "certain", "positive"),
        ("The mayor has yet to visit the camp.", "visit", "certain", "negative"),
        ("The mayor was not only fined but also jailed.", "jailed", "certain", "positive"),
        ("The people of the port could no longer count on rain.", "count", "certain", "negative"),
        ("He denied that he had fled and said the ferry sank.", "he had fled", "certain", "negative"),
        ("He denied that he had fled and said the ferry sank.", "the ferry sank", "certain", "positive"),
        ("No crew, according to a sailor, has left the port.", "left", "certain", "negative"),
    ],
)
def test_a_statement_is_as_sure_as_its_words(text, words, modality, polarity):
    factuality = judged(text, words).factuality
    assert (factuality.modality, factuality.polarity) == (modality, polarity)


@pytest.mark.parametrize(
    ("text", "words", "distance"),
    [
        ("The so-called liberation of the town began in May.", "liberation", "so-called"),
        ("The governor's “victory” lasted a day.", "victory", "“victory”"),
        ("The governor spoke the word “victory” twice.", "victory", None),
        ("The governor repeated the debunked claim that the vote was rigged.", "the vote was rigged", "debunked"),
        ("The governor claimed, offering no details, that the vote was rigged.", "the vote was rigged", None),
    ],
)
def test_the_outlet_keeps_its_distance_beside_the_chain(text, words, distance):
    assert judged(text, words).factuality.distance == distance
