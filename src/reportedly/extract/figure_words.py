"""The word lists of the figures layer, by kind, from the figure_words table."""

from __future__ import annotations

from functools import cache

from reportedly.lexicon.table import table


@cache
def words_of(kind: str) -> frozenset[str]:
    """The words of one kind; the table's heading says what each kind is."""
    return frozenset(row["word"] for row in table("figure_words") if row["kind"] == kind)


@cache
def deeds() -> frozenset[str]:
    """Verbs for what the measures of people count: kill, hurt, arrest."""
    return _verbs({name for row in table("measures") for name in row["types"].split()})


@cache
def doings() -> frozenset[str]:
    """Verbs of which "thousands" without a noun are people: march, flee, meet."""
    return deeds() | _verbs({"flee", "travel", "meet", "mourn", "protest", "vote"})


def _verbs(types: set[str]) -> frozenset[str]:
    return frozenset(row["lemma"] for row in table("triggers") if row["type"] in types and row["pos"] == "verb")


@cache
def persons() -> frozenset[str]:
    """Common nouns for one person, by lemma."""
    return frozenset(row["word"] for row in table("people") if row["kind"] == "PERSON")
