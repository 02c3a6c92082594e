"""Event nouns inside a clause: how sure the clause around them lets them be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.extract.base import Found
from reportedly.extract.factuality import WEAKNESS, factuality_of_event
from reportedly.model import Factuality

if TYPE_CHECKING:
    from spacy.tokens import Token

# By these a noun points to what is known already.
POINTING = frozenset({"the", "this", "that", "these", "those", "last", "recent", "previous", "earlier"})
ARGUMENTS = frozenset({"attr", "dobj", "nsubj", "nsubjpass", "pobj", "conj"})
# Behind these stands what a clause leads to or is about; others ("after a crash") take the event for granted.
LEADING_TO = frozenset({"to", "into", "in", "with"})
# No chain of nouns is longer in sane prose; guards against odd parses.
DEPTH = 6


def under_its_clause(noun: Token, own: Factuality, found: Found) -> Factuality:
    """`own`, made as unsure as the clause that a noun for an event is an argument of.

    "If the board gives in, there will be strikes" and "prices could lead to riots" tell of no strikes and riots: what
    is said of them is as sure as its predicate, at most. The rule leaves alone what is presupposed: a noun that
    points back ("the explosion", "Monday's raid", "his arrest"), one that a clause in the past describes ("a fire that
    killed nine"), and one behind a preposition of time or cause ("after a crash").
    """
    predicate = None if is_presupposed(noun) else governing(noun)
    if predicate is None:
        return own
    around = factuality_of_event(predicate, found)
    if WEAKNESS[around.modality] <= WEAKNESS[own.modality]:
        return own
    cues = tuple(sorted({*own.cues, *around.cues}))
    return Factuality(modality=around.modality, polarity=own.polarity, cues=cues, distance=own.distance)


def is_presupposed(noun: Token) -> bool:
    """Whether the words take it for granted that there is such an event."""
    return any(
        child.lower_ in POINTING or child.dep_ == "poss" or (child.dep_ == "relcl" and child.tag_ == "VBD")
        for child in noun.children
    )


def governing(noun: Token) -> Token | None:
    """The predicate that a noun is an argument of; None where it stands beside the clause."""
    at = noun
    for _ in range(DEPTH):
        if at.dep_ not in ARGUMENTS:
            return None
        above = at.head
        if above.pos_ == "ADP":
            if above.lower_ not in LEADING_TO or above.dep_ != "prep":
                return None
            above = above.head
        elif at.dep_ == "pobj":
            return None
        if above.pos_ in {"VERB", "AUX"}:
            return above
        if at.dep_ != "conj":
            return None
        at = above
    return None
