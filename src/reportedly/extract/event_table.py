"""The tables that say which words tell of events."""

from __future__ import annotations

from functools import cache

from reportedly.lexicon.table import table


@cache
def rows() -> dict[tuple[str, str], dict[str, str]]:
    """The table of triggers by part of speech and lemma."""
    return {(row["pos"], row["lemma"]): row for row in table("triggers")}


@cache
def noun_types() -> dict[str, str]:
    """Types of event nouns by lemma."""
    return {lemma: row["type"] for (pos, lemma), row in rows().items() if pos == "noun"}


@cache
def statives() -> dict[str, str]:
    """Verbs that are no events by themselves, and whether they tell of a state or carry a noun."""
    return {row["lemma"]: row["sort"] for row in table("statives")}


@cache
def heads_of_phrases() -> frozenset[str]:
    """Verbs that begin a phrase of the table."""
    return frozenset(lemma.split()[0] for pos, lemma in rows() if pos == "verb" and " " in lemma)


@cache
def ends_of_phrases() -> frozenset[str]:
    """Nouns that end a phrase of the table."""
    return frozenset(lemma.split()[-1] for pos, lemma in rows() if pos == "noun" and " " in lemma)
