"""What every store promises of search; runs over the whole registry."""

from __future__ import annotations

import pytest

from tests.builders import article, reading, statement
from tests.store.scene import EARLY, FERRY, LATE, NOON, told


@pytest.mark.parametrize(
    "words", ["hurt", "HURT", "people hurt", "hurt people", "at least 12", "harbour hurt", "adrift hurt", "12"]
)
def test_a_statement_is_found_by_words_of_its_content_its_sources_and_its_headline(store, words):
    a = article(FERRY, title="Ferry adrift")
    store.add(a, reading(a, statement(a, "left Ostend"), told(a)), when=NOON)
    assert told(a).id in store.search(words)


@pytest.mark.parametrize("words", ["hur", "hurts", "hurt unhurt", "people-least", "least-12-were"])
def test_every_word_must_be_there_as_it_was_typed(store, words):
    a = article(FERRY, title="Ferry adrift")
    store.add(a, reading(a, told(a)), when=NOON)
    assert store.search(words) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Élodie Müller fled.", "elodie muller"),
        ("Elodie Muller fled.", "ÉLODIE MÜLLER"),
        ("The ﬁre at Straße 5", "fire strasse"),
        ("وصلت السفينة إلى الميناء", "السفينة"),
        ("Гавань закрыта", "ГАВАНЬ"),
        ("al-Noor's boat", "al-noor"),
        ("M'Hamed left", "m’hamed"),
        ("İstanbul was quiet", "istanbul"),
        ("The 𞤀𞤣𞤤 boat", "𞤀𞤣𞤤"),
    ],
)
def test_case_and_accents_do_not_count_in_any_script(store, text, words):
    a = article(text)
    store.add(a, reading(a, statement(a)), when=NOON)
    assert store.search(words) == (statement(a).id,)


def test_content_counts_more_than_sources_and_these_more_than_the_headline(store):
    by_title = article("It left in the morning.", title="The Marigold")
    by_source = article("The Marigold said it left in the morning.")
    by_content = article("The Marigold left in the morning.")
    said = statement(by_source, "it left in the morning", by="The Marigold", cue="said")
    expected = [statement(by_content), said, statement(by_title)]
    for a, s in zip((by_title, by_source, by_content), reversed(expected), strict=True):
        store.add(a, reading(a, s), when=NOON)
    assert list(store.search("marigold")) == [s.id for s in expected]


HOSTILE = [
    "",
    " ",
    '"',
    '""',
    "'",
    "*",
    "-",
    "^",
    ":",
    "+",
    "()",
    "((((",
    "))",
    "{}",
    "NEAR(",
    "NEAR()",
    "; DROP TABLE article; --",
    "%",
    "_",
    "\\",
    "\x00",
    "\ud800",
    "\U0001f6a2",
    "\u202e",
    "\u0301",
    "-" * 100_000,
    '"' * 99_999,
]


@pytest.mark.parametrize("words", HOSTILE, ids=ascii)
def test_hostile_words_find_nothing_and_do_no_harm(store, words):
    a = article(FERRY)
    store.add(a, reading(a, told(a)), when=NOON)
    assert store.search(words) == ()
    found = () if any(char.isalnum() for char in words) else (told(a).id,)
    assert store.search(f"{words} hurt") == store.search(f"hurt {words}") == found
    assert store.search("hurt") == (told(a).id,)


@pytest.mark.parametrize("mark", ['"', "'", "*", "-", "^", "(", ")", ":", "+", "{", "\x00", "\U0001f6a2", "\u0301"])
def test_marks_around_a_word_do_not_count(store, mark):
    a = article(FERRY)
    store.add(a, reading(a, told(a)), when=NOON)
    for words in (mark + "hurt", "hurt" + mark, mark + "hurt" + mark, f"{mark} hurt {mark}"):
        assert store.search(words) == (told(a).id,)


@pytest.mark.parametrize("operator", ["AND", "OR", "NOT", "NEAR", "said", "title"])
def test_operators_and_column_names_are_words_like_others(store, operator):
    a = article(f"They left {operator} stayed.")
    b = article("They left, they stayed.")
    for each in (a, b):
        store.add(each, reading(each, statement(each)), when=NOON)
    assert store.search(f"left {operator} stayed") == (statement(a).id,)


def test_a_very_long_search_is_only_a_search(store):
    a = article(FERRY)
    store.add(a, reading(a, told(a)), when=NOON)
    assert store.search("hurt " * 20_000) == (told(a).id,)
    assert store.search(" ".join(f"word{n}" for n in range(10_000))) == ()
    assert store.search("a" * 100_000) == ()


def test_only_newest_readings_are_searched(store):
    a = article(FERRY)
    store.add(a, reading(a, told(a), fingerprint="1"), when=EARLY)
    store.add(a, reading(a, statement(a, "The ferry left"), fingerprint="2"), when=LATE)
    assert store.search("hurt") == ()
    assert store.search("hurt", known_at=NOON) == (told(a).id,)
    assert store.search("ferry", known_at=NOON) == ()
