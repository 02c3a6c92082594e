"""When what is told of is to be, as the words have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.extract.factuality_scope import embedding
from reportedly.model import Polarity, Tense

if TYPE_CHECKING:
    from spacy.tokens import Token

FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
# No chain of embedding words is longer than this in sane prose; guards against odd parses.
DEPTH = 12


def tense_of(head: Token) -> Tense:
    """When what `head` tells of is to be, as the words have it: past, present, future, habitual."""
    if head.pos_ not in {"VERB", "AUX"}:
        return noun_tense(head)
    helpers = [child for child in head.children if child.dep_ in {"aux", "auxpass"}]
    words = {child.lower_ for child in helpers}
    if words & FUTURE:
        return Tense.FUTURE
    if any(child.tag_ == "MD" for child in helpers):
        return Tense.PAST if words & {"have", "'ve", "’ve"} else Tense.FUTURE
    if "to" in words:
        return infinitive_tense(head)
    if head.tag_ in {"VBD"} or words & {"had", "was", "were", "did", "have", "has", "'ve", "’ve"}:
        return Tense.PAST
    if head.tag_ == "VBN" and not helpers:
        return tense_of(head.head) if head.dep_ == "conj" and head.head.pos_ in {"VERB", "AUX"} else Tense.PAST
    if head.tag_ == "VBG" and not helpers:
        return tense_of(head.head) if head.head.pos_ in {"VERB", "AUX"} and head.head != head else Tense.PRESENT
    if head.tag_ == "VB" and head.dep_ == "conj" and head.head.pos_ in {"VERB", "AUX"}:
        return tense_of(head.head)
    usual = any(child.lower_ in {"often", "always", "usually", "regularly", "routinely"} for child in head.children)
    return Tense.HABITUAL if usual and head.tag_ in {"VBZ", "VBP"} else Tense.PRESENT


def infinitive_tense(head: Token) -> Tense:
    """The tense of "to leave": future under a plan, that of its verb otherwise; "to have left" is past."""
    if any(child.lower_ in {"have", "having"} for child in head.children if child.dep_ == "aux"):
        return Tense.PAST
    parent, found = embedding(head)
    if found is not None and found.polarity is Polarity.NEGATIVE:
        return tense_of(parent) if parent is not None else Tense.PAST
    if found is not None or head.dep_ in {"acl", "relcl"}:
        return Tense.FUTURE
    return tense_of(head.head) if head.head.pos_ in {"VERB", "AUX"} and head.head != head else Tense.FUTURE


def noun_tense(head: Token) -> Tense:
    """The tense of an event that a noun tells of: that of the verb above it; future for what is planned."""
    if any(child.lower_ in {"planned", "proposed", "upcoming", "future", "next", "coming"} for child in head.lefts):
        return Tense.FUTURE
    above = head.head
    seen = 0
    while above.pos_ not in {"VERB", "AUX"} and above.head != above and seen < DEPTH:
        above, seen = above.head, seen + 1
    return tense_of(above) if above.pos_ in {"VERB", "AUX"} else Tense.PAST
