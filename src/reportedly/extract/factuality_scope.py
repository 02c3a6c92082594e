"""What stands over a clause and weakens or turns it: embedding words, conditions, purposes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.extract.factuality_effect import Effect, effect, hedges, negation
from reportedly.model import Modality, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

CLAUSAL = frozenset({"ccomp", "xcomp", "pcomp", "csubj", "acl", "acomp", "oprd", "attr", "prep"})
WH_ASKED = frozenset({"whether", "if"})
# Prepositions by which a noun or verb embeds an event noun: "plans for a strike", "warned of attacks".
CARRYING = frozenset({"of", "for", "to", "against", "about", "from", "with", "without", "over"})
# Verbs that only say that an event took place, as its subject and as its object.
HAPPENING = frozenset({"happen", "occur", "take", "follow", "begin", "start", "erupt", "break", "be", "continue"})
CARRYING_OUT = frozenset(
    {"carry", "commit", "launch", "conduct", "make", "hold", "stage", "mount", "suffer", "commence"}
)


def embedding(head: Token) -> tuple[Token | None, Effect | None]:
    """The word that embeds this one, and what it does to it; no word at the top of a clause that stands by itself."""
    parent = head.head
    kind = head.dep_
    if parent == head:
        return None, None
    if kind == "advcl":
        return None, adverbial(head)
    if kind == "ccomp" and head.i < parent.i:
        return None, None
    if kind == "acl" and head.tag_ in {"VBN", "VBD", "VBG"}:
        # "A boat carrying rifles": what describes a noun is taken for granted, whatever is done with the noun.
        return None, None
    if kind in CLAUSAL:
        mark = next((child for child in head.lefts if child.dep_ == "mark" and child.lower_ in WH_ASKED), None)
        if mark is not None:
            return parent, Effect(Modality.UNKNOWN, Polarity.UNKNOWN, (mark,))
        return parent, embedded_by(head, parent)
    if kind in {"dobj", "nsubj", "nsubjpass"}:
        return object_of(head, parent)
    if kind == "pobj" and parent.lower_ in CARRYING:
        if parent.lower_ in hedges("preposition"):
            return parent, negation(parent)
        return (parent, None) if carries(parent.head) else (None, None)
    return None, None


def carries(above: Token) -> bool:
    """Whether a word hands its doubt to the event noun behind its preposition: "plans for a strike", "fears of war".

    Other words take the event for granted: "to search after the crash", "a ban due to accidents".
    """
    lemma = above.lemma_.lower()
    known = hedges("noun") if above.pos_ == "NOUN" else hedges("verb")
    return lemma in known or above.lower_ in hedges("adjective") or lemma in CARRYING_OUT


def adverbial(head: Token) -> Effect | None:
    """What an adverbial clause is under: a condition, a purpose."""
    mark = next((child for child in head.lefts if child.dep_ in {"mark", "advmod"}), None)
    if mark is not None and mark.lower_ in {"if", "unless", "lest"}:
        return Effect(Modality.UNKNOWN, Polarity.UNKNOWN, (mark,))
    to = next((child for child in head.lefts if child.dep_ == "aux" and child.lower_ == "to"), None)
    if to is not None:
        return Effect(Modality.UNKNOWN, Polarity.POSITIVE, (to,))
    return None


def embedded_by(head: Token, parent: Token) -> Effect | None:
    """What a verb, noun, adjective or preposition does to what it embeds."""
    if parent.dep_ == "prep" or parent.pos_ in {"ADP", "SCONJ"}:
        return negation(parent) if parent.lower_ in hedges("preposition") else None
    lemma = parent.lemma_.lower()
    if parent.pos_ in {"VERB", "AUX"}:
        row = hedges("verb").get(lemma)
        if row is None or (head.dep_ == "acomp" and lemma not in {"seem", "appear"}):
            return None
        # A that-clause under a wish or a plan is a wish; one under "decided that" or "agreed that" is passed on.
        return effect(row, parent)
    if parent.pos_ == "NOUN" and head.dep_ in {"acl", "prep", "ccomp"}:
        row = hedges("noun").get(lemma)
        return None if row is None or head.tag_ in {"VBN", "VBD"} else effect(row, parent)
    row = hedges("adjective").get(parent.lower_)
    return None if row is None else effect(row, parent)


def object_of(head: Token, parent: Token) -> tuple[Token | None, Effect | None]:
    """What a verb does to an event noun that is its object or subject: "prevented an attack", "no attack took place".

    Other verbs leave the event alone: nobody claimed the attack, and still there was one.
    """
    lemma = parent.lemma_.lower()
    if head.dep_ == "nsubj":
        return (parent, None) if lemma in HAPPENING else (None, None)
    row = hedges("verb").get(lemma)
    if row is not None:
        return parent, effect(row, parent)
    return (parent, None) if lemma in CARRYING_OUT else (None, None)
