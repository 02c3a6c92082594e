"""What is said not to be known or disclosed."""

from __future__ import annotations

import pytest

from reportedly.lexicon.table import table
from tests.extract.finding import read


@pytest.mark.parametrize(
    ("text", "words", "what", "about", "to_whom"),
    [
        ("The identities of the two men have not been disclosed.", "have not been disclosed",
         "The identities of the two men", "identity", None),
        ("It was not clear how many people were inside.", "was not clear",
         "how many people were inside", "number", None),
        ("They had no idea whether he was alive or dead.", "had no idea whether",
         "whether he was alive or dead", "state", "They"),
        ("The cause of the fire is not known.", "is not known", "The cause of the fire", "cause", None),
        ("What caused the blast remains unclear.", "remains unclear", "What caused the blast", "cause", None),
        ("The report could not be independently verified.", "could not be independently verified",
         "The report", "other", None),
        ("Police did not say whether anyone was hurt.", "did not say whether",
         "whether anyone was hurt", "whether", None),
        ("The hospital declined to confirm the cause.", "declined to confirm", "the cause", "cause", None),
        ("Police did not confirm who he was.", "did not confirm", "who he was", "identity", None),
        ("Police could not confirm how many died.", "could not confirm", "how many died", "number", "Police"),
        ("The hospital declined to name the victim.", "declined to name", "the victim", "identity", None),
        ("Authorities have yet to identify the victims.", "have yet to identify",
         "the victims", "identity", "Authorities"),
        ("There was no word on her whereabouts.", "was no word", "her whereabouts", "whereabouts", None),
        ("His whereabouts are unknown.", "are unknown", "His whereabouts", "whereabouts", None),
        ("Nobody knows who fired the shot.", "Nobody knows", "who fired the shot", "identity", None),
        ("Police were unable to determine the motive.", "unable to determine", "the motive", "cause", "Police"),
        ("An unidentified man was hurt.", "unidentified", "An unidentified man", "identity", None),
        ("No details were given.", "No details were given", None, "other", None),
    ],
)  # fmt: skip
def test_unknown_says_what_is_not_known_and_to_whom(text, words, what, about, to_whom):
    [found] = read(text).unknowns
    assert found.span.exact == words
    assert (found.what and found.what.exact, found.about, found.to_whom) == (what, about, to_whom)


@pytest.mark.parametrize(
    "text",
    [
        "The hostages have not been released.",
        "She did not know him.",
        "Police said the man was known to them.",
        "He refused to leave.",
        "It was clear how many people were inside.",
        "The name of the ship was disclosed.",
    ],
)
def test_what_is_merely_denied_is_no_unknown(text):
    assert read(text).unknowns == []


def test_whoever_confirms_before_he_declines_to_say_more_is_no_unknown():
    text = "The office in Ghent confirmed on Tuesday that it had opened a file; it declined to say against whom."
    assert [one.span.exact for one in read(text).unknowns] == ["declined to say"]


def test_unknown_is_as_of_the_day_of_publication():
    text = "The cause of the fire is not known."
    assert [one.as_of for one in read(text).unknowns] == ["2024-03-04"]
    assert [one.as_of for one in read(text, published=None).unknowns] == [None]


def test_a_day_in_the_text_comes_first():
    [found] = read("On 1 March 2024 the cause of the fire was not known.").unknowns
    assert found.as_of == "2024-03-01"


def test_tables_have_each_word_once():
    rows = table("unknowns")
    assert len({(row["word"], row["frame"]) for row in rows}) == len(rows)
    assert {row["frame"] for row in rows} == {"adjective", "negated", "refusing", "noun"}
    about = {row["about"] for row in table("unknown_about")}
    assert about == {"identity", "number", "cause", "whereabouts", "state", "whether"}
