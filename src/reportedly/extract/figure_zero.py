"""Counts of nobody: "no one was hurt", "no deaths", "none of the crew survived". Zero is a report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.extract.figure_counted import singular
from reportedly.extract.figure_words import words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NOBODY = frozenset({"nobody", "none"})


def zeros(doc: Doc) -> Iterator[tuple[int, int, int | None, str | None]]:
    """Start, end, start of the unit's words and unit of every count of nobody."""
    for token in doc:
        lower = token.lower_
        if lower == "no":
            found = _none_of_a_noun(token)
        elif lower in NOBODY and _befallen(token):
            found = (token.idx, token.idx + len(token), None, "people")
        else:
            found = None
        if found is not None:
            yield found


def _none_of_a_noun(token: Token) -> tuple[int, int, int | None, str | None] | None:
    """The words "no one" or "no deaths" at `token`; None where nothing is counted."""
    if token.i + 1 >= len(token.doc):
        return None
    after = token.nbor(1)
    if after.lower_ == "one":
        return (token.idx, after.idx + len(after), None, "people") if _befallen(after) else None
    noun = token.head
    if (
        token.dep_ == "det"
        and noun.i > token.i
        and noun.lemma_.lower() in words_of("counted_at_zero")
        and noun.tag_ == "NNS"
    ):
        return token.idx, noun.idx + len(noun), after.idx, singular(noun)
    return None


def _befallen(token: Token) -> bool:
    """Whether it is the subject of something that befalls people: a passive, a state, a death."""
    verb = token.head
    if token.dep_ == "nsubjpass":
        return True
    if token.dep_ != "nsubj":
        return False
    state = verb.lemma_ == "be" and any(
        child.dep_ in ("acomp", "attr") and child.tag_ in ("JJ", "VBN", "RB") for child in verb.rights
    )
    return state or verb.lemma_.lower() in words_of("befalls")
