"""What a place is to its sentence, and how precisely it is told where something happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.extract.place_names import Name, place_words
from reportedly.model import PlaceRole

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from reportedly.lexicon.gazetteer import Entry

# UCDP's codes that words around a name can change it to.
NEAR, VAGUE = 2, 5
# Nouns that carry a name in the sentence: "in Idlib province", "from the city of Sinjar".
NOUNS = frozenset[str]().union(*(place_words(kind) for kind in ("facility", "division", "district", "town")))


def at_facility(doc: Doc, name: Name) -> bool:
    """Whether the name only says which facility is meant: "Baghdad airport", the "outskirts of Aleppo"."""
    word = name.tokens(doc).root
    return noun_of(word, place_words("facility")) is not None


def noun_of(word: Token, nouns: frozenset[str]) -> Token | None:
    """The noun out of `nouns` that a name goes with: "Idlib province", "the city of Sinjar"; None: there is none."""
    if word.dep_ in {"compound", "nmod", "poss"} and word.head.i > word.i:
        return word.head if word.head.lower_ in nouns else None
    if word.dep_ == "pobj" and word.head.lower_ == "of":
        above = word.head.head
        return above if above.text in nouns else None  # not the "University of ...", nor the "City of ..." that acts
    return None


def anchor(doc: Doc, name: Name) -> Token:
    """The word that carries the name in its sentence: its head word, the noun it goes with, or what it is joined to."""
    word = name.tokens(doc).root
    while True:
        if word.dep_ in {"conj", "appos"} and word.head.i < word.i:
            word = word.head
        elif (noun := noun_of(word, NOUNS)) is not None:
            word = noun
        else:
            return word


def precision(doc: Doc, name: Name, entry: Entry) -> int:
    """UCDP's code: the entry's own; near, where the words say "near" or name something at the town.

    A part of a country ("northern Iraq") is a vague area.
    """
    known = entry.precision
    before = doc[name.start - 1].lower_ if name.start else ""
    if known == 1 and (at_facility(doc, name) or beside(doc, name)):
        return NEAR
    if known == 6 and before in place_words("direction"):
        return VAGUE
    return known


def beside(doc: Doc, name: Name) -> bool:
    """Whether the words put something near, not in: "near Mosul", "20 kilometres north of Mosul"."""
    word = name.tokens(doc).root
    while word.dep_ == "conj" and word.head.i < word.i:
        word = word.head
    if word.dep_ != "pobj":
        return False
    beyond = word.head.head.lower_ in place_words("direction") and word.head.lower_ == "of"
    return beyond or word.head.lower_ in place_words("near") - place_words("at")


def role(doc: Doc, name: Name) -> PlaceRole:
    """Where it happened, from where, to where; merely mentioned where the words do not say."""
    if name.dateline:
        return PlaceRole.MENTIONED
    holder = contained(name)
    if holder is not None:
        return role(doc, holder)
    word = anchor(doc, name)
    if word.dep_ == "pobj":
        return after_preposition(word)
    return as_object(word) if word.dep_ == "dobj" else PlaceRole.MENTIONED


def contained(name: Name) -> Name | None:
    """The first of the names that this one holds: "Ill." is to its sentence what "Springfield" is."""
    return name.contents[0] if name.contents and name.contents[0].start < name.start else None


def after_preposition(word: Token) -> PlaceRole:
    """The role of a preposition's object."""
    preposition, above = word.head.lower_, word.head.head
    if preposition in {"outside", "inside"} or preposition in place_words("at") or preposition in place_words("near"):
        return PlaceRole.AT
    while above.dep_ == "prep":  # "out of", "from near"
        preposition, above = above.lower_, above.head
    moving = above.lemma_.lower() in place_words("move") or above.lemma_.lower() in place_words("leave")
    if preposition in place_words("from") or (preposition == "out" and word.head.lower_ == "of"):
        return PlaceRole.FROM if moving else PlaceRole.MENTIONED
    if preposition in place_words("to") and (moving or preposition != "to"):
        return PlaceRole.TO
    if preposition == "for" and above.lemma_ in {*place_words("leave"), "depart", "head", "bind"}:
        return PlaceRole.TO
    return PlaceRole.MENTIONED


def as_object(word: Token) -> PlaceRole:
    """The role of a verb's object: one leaves, reaches or shells a place."""
    verb = word.head.lemma_.lower()
    if verb in place_words("leave"):
        return PlaceRole.FROM
    if verb in place_words("reach"):
        return PlaceRole.TO
    return PlaceRole.AT if verb in place_words("fight") else PlaceRole.MENTIONED
