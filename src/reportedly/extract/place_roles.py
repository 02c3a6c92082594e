"""What a place is to its sentence, and how precisely it is told where something happened."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reportedly.extract.place_names import Name, place_words
from reportedly.lexicon.table import table
from reportedly.model import PlaceRole

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from reportedly.lexicon.gazetteer import Entry

# UCDP's codes that words around a name can change it to.
NEAR, DISTRICT, PROVINCE, VAGUE, COUNTRY, OPEN = 2, 3, 4, 5, 6, 7
# Nouns that carry a name in the sentence: "in Idlib province", "from the city of Sinjar".
KINDS = ("facility", "rim", "rural", "shore", "division", "district", "town")
NOUNS = frozenset[str]().union(*(place_words(kind) for kind in KINDS))
LENGTHS = frozenset({"kilometre", "kilometer", "km", "mile", "metre", "meter", "hour", "minute"})
# Types of deeds whose nouns take their place before them or behind "of": "the Ghent fire", "the siege of Homs".
DEEDS = frozenset(
    ("attack", "befall", "bomb", "burn", "collapse", "crash", "explode", "fight", "kill", "protest", "raid", "seize")
)


@cache
def deeds() -> frozenset[str]:
    """Nouns for what happens at a place."""
    return frozenset(row["lemma"] for row in table("triggers") if row["pos"] == "noun" and row["type"] in DEEDS)


def noun_of(word: Token, nouns: frozenset[str]) -> Token | None:
    """The noun out of `nouns` that a name goes with: "Idlib province", "the city of Sinjar"; None: there is none."""
    if word.dep_ in {"compound", "nmod", "poss", "amod"} and word.head.i > word.i:
        return word.head if word.head.lower_ in nouns else None
    if word.dep_ == "pobj" and word.head.lower_ == "of":
        above = word.head.head
        return above if above.text in nouns else None  # not the "University of ...", nor the "City of ..." that acts
    return None


def around(word: Token, kind: str) -> Token | None:
    """The noun of a kind that a name goes with."""
    return noun_of(word, place_words(kind))


def listed(word: Token) -> Token:
    """The first of the names that a name is joined to: in "Homs and Hama", what Homs is, Hama is."""
    while word.dep_ in {"conj", "appos"} and word.head.i < word.i:
        word = word.head
    return word


def anchor(doc: Doc, name: Name) -> Token:
    """The word that carries the name in its sentence: its head word, the noun it goes with, or what it is joined to."""
    word = name.tokens(doc).root
    while True:
        above = listed(word)
        above = noun_of(above, NOUNS) or above
        if above is word:
            return word
        word = above


def precision(doc: Doc, name: Name, entry: Entry) -> int:
    """UCDP's code: the entry's own; near, where the words say "near" or name something at the town.

    A part of a country ("northern Iraq") and the land about a town are vague areas; what is off a coast is at sea.
    """
    known, word = entry.precision, listed(name.tokens(doc).root)
    shore = around(word, "shore") or word
    if known < OPEN and offshore(doc, shore):
        return OPEN
    if known == COUNTRY and (
        shore is not word or (name.start and doc[name.start - 1].lower_ in place_words("direction"))
    ):
        return VAGUE
    if known <= NEAR:
        return about_town(word)
    return known


def offshore(doc: Doc, word: Token) -> bool:
    """Whether something is off a coast; the parser takes "capsized off" for one verb, too."""
    before = doc[word.i - 1].lower_ if word.i else ""
    return (word.dep_ == "pobj" and word.head.lower_ == "off") or (word.dep_ == "dobj" and before == "off")


def about_town(word: Token) -> int:
    """The code of a town, by the words that say how near to it: "Homs province" is not the town, nor is its airport."""
    held = around(word, "division")
    if held is not None and (held.text.islower() or held.i == word.i + 1) and held.lower_ != "department":
        return PROVINCE
    if around(word, "rural") is not None:
        return VAGUE
    if around(word, "district") is not None and word.dep_ == "compound":
        return DISTRICT
    near = around(word, "facility") or around(word, "rim") or around(word, "shore")
    return NEAR if near is not None or beside(word) else 1


def beside(word: Token) -> bool:
    """Whether the words put something near, not in: "near Mosul", "20 kilometres north of Mosul"."""
    return word.dep_ == "pobj" and (off_by(word) or word.head.lower_ in place_words("near"))


def off_by(word: Token) -> bool:
    """Whether a direction or distance is counted from the name: "north of Mosul", "20 kilometres from Mosul"."""
    above = word.head.head
    if word.head.lower_ not in {"of", "from"}:
        return False
    long = above.lemma_.lower() in LENGTHS or any(kid.lemma_.lower() in LENGTHS for kid in above.children)
    return (above.lower_ in place_words("direction") and word.head.lower_ == "of") or (long and above.dep_ != "dobj")


def role(doc: Doc, name: Name) -> PlaceRole:
    """Where it happened, from where, to where; merely mentioned where the words do not say."""
    if name.dateline:
        return PlaceRole.MENTIONED
    holder = contained(name)
    if holder is not None:
        return role(doc, holder)
    word = anchor(doc, name)
    if word.dep_ == "pobj":
        return after_preposition(word, may_govern(name))
    if offshore(doc, word):
        return PlaceRole.AT
    if word.dep_ in {"dobj", "nsubjpass", "npadvmod"}:
        return as_object(word)
    struck = word.dep_ == "nsubj" and word.head.lemma_.lower() == "come" and under_fire(word.head)
    named = word.dep_ == "compound" and word.head.lemma_.lower() in deeds() and not is_country(name)
    return PlaceRole.AT if struck or named else PlaceRole.MENTIONED


def contained(name: Name) -> Name | None:
    """The first of the names that this one holds: "Ill." is to its sentence what "Springfield" is."""
    return name.contents[0] if name.contents and name.contents[0].start < name.start else None


def is_country(name: Name) -> bool:
    """Whether the name is that of a country, which does deeds itself: "a US raid"."""
    return bool(name.entries) and name.entries[0].feature == "country"


def may_govern(name: Name) -> bool:
    """Whether the name may stand for a government: a country's, or that of the town it is governed from."""
    return is_country(name) or (bool(name.entries) and name.entries[0].capital)


def under_fire(verb: Token) -> bool:
    """Whether a "come" is one "under attack"."""
    under = (kid for kid in verb.children if kid.lower_ == "under")
    return any(noun.lemma_.lower() in deeds() | {"fire", "shelling"} for kid in under for noun in kid.children)


def after_preposition(word: Token, governs: bool) -> PlaceRole:
    """The role of a preposition's object."""
    preposition, above = word.head.lower_, word.head.head
    if off_by(word):
        return PlaceRole.AT
    if preposition == "on" and governs:  # "pressure on Ankara"
        return PlaceRole.AT if violent(above) else PlaceRole.MENTIONED
    if preposition in {"outside", "inside"} or preposition in place_words("at") or preposition in place_words("near"):
        return PlaceRole.FROM if above.lower_ == "from" and moves(governor(above)) else PlaceRole.AT
    if preposition == "of" and above.dep_ != "prep":
        return PlaceRole.AT if above.lemma_.lower() in deeds() else PlaceRole.MENTIONED
    return on_the_way("out" if preposition == "of" else preposition, governor(word.head))


def violent(above: Token) -> bool:
    """Whether a verb or noun is one of what is done to places by force."""
    return above.lemma_.lower() in place_words("fight") | deeds() | {"fall", "drop", "fire", "rain", "march", "advance"}


def governor(preposition: Token) -> Token:
    """The verb or noun that a preposition goes with, over others and adverbs: "out of", "back to", "from … to"."""
    above = preposition.head
    while above.dep_ == "prep" or (above.dep_ in {"advmod", "prt"} and above.pos_ in {"ADV", "ADP"}):
        above = above.head
    return above


def moves(above: Token) -> bool:
    """Whether a verb or noun is one of motion."""
    return above.lemma_.lower() in place_words("move") | place_words("leave")


def on_the_way(preposition: str, above: Token) -> PlaceRole:
    """From or to, by the preposition and the verb of motion it goes with."""
    if preposition in place_words("from") or preposition == "out":
        return PlaceRole.FROM if moves(above) else PlaceRole.MENTIONED
    if preposition in place_words("to") and (moves(above) or preposition != "to"):
        return PlaceRole.TO
    bound = above.lemma_.lower() in place_words("leave") | place_words("bound")
    return PlaceRole.TO if preposition == "for" and bound else PlaceRole.MENTIONED


def as_object(word: Token) -> PlaceRole:
    """The role of a verb's object, and of a passive's subject: one leaves, reaches or shells a place."""
    verb = word.head.lemma_.lower()
    if verb in place_words("fight"):
        return PlaceRole.AT
    if word.dep_ == "nsubjpass":
        return PlaceRole.MENTIONED
    if verb in place_words("leave"):
        return PlaceRole.FROM
    return PlaceRole.TO if verb in place_words("reach") and word.dep_ == "dobj" else PlaceRole.MENTIONED
