"""Nouns through which something may have been said: whoever is told, and what it is said in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def channels(verb: Token) -> list[Token]:
    """Nouns through which something may have been said: told X, in X, on X, to X, an interview with X."""
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ in {"dobj", "dative", "iobj"} and child.pos_ in {"PROPN", "NOUN"}:
            found.append(child)
        elif child.dep_ in {"prep", "dative"}:
            found += inside(child, depth=0)
        elif child.dep_ in {"advcl", "xcomp"} and child.tag_ == "VBG" and child.lemma_ in {"write", "speak", "talk"}:
            found += channels(child)
    return found


def inside(preposition: Token, depth: int) -> list[Token]:
    """Nouns behind a preposition, and behind those that hang on them."""
    found = []
    for noun in preposition.children:
        if noun.dep_ == "pobj":
            found.append(noun)
            if depth < 2:
                for further in noun.children:
                    if further.dep_ == "prep":
                        found += inside(further, depth + 1)
    return found
