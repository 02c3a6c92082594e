"""When what is told of is to be, as the words have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.extract.factuality_effect import hedges, kept
from reportedly.extract.factuality_own import HOLDING
from reportedly.extract.factuality_scope import HAPPENING, embedding
from reportedly.model import Modality, Polarity, Tense

if TYPE_CHECKING:
    from spacy.tokens import Token

FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
PERFECT = frozenset({"have", "having", "'ve", "’ve"})
PAST = frozenset({"had", "was", "were", "did", "have", "has", "'ve", "’ve"})
ABLE = frozenset({"can", "ca", "could"})
# "When it arrives", "until she is found": under a future these tell of the future, in the present tense.
TIMING = frozenset({"when", "until", "till", "before", "after", "once", "if", "unless", "while"})
USUAL = frozenset({"often", "always", "usually", "regularly", "routinely"})
AHEAD = frozenset({"planned", "proposed", "upcoming", "future", "next", "coming", "scheduled", "imminent", "impending"})
# Behind these stands what a clause rests on, whenever the clause is to be.
ASIDE = frozenset({"due", "because", "according", "despite", "since", "amid", "like", "under"})
# "The first woman to lead it": the infinitive tells what the noun did, or does.
RANKING = frozenset({"first", "last", "second", "third", "only", "latest", "next", "one"})
# No chain of embedding words is longer than this in sane prose; guards against odd parses.
DEPTH = 12


@kept
def tense_of(head: Token) -> Tense:
    """When what `head` tells of is to be, as the words have it: past, present, future, habitual."""
    if head.pos_ not in {"VERB", "AUX"}:
        return noun_tense(head)
    words = {child.lower_ for child in head.children if child.dep_ in {"aux", "auxpass"}}
    if words & FUTURE:
        return Tense.FUTURE
    modal = any(child.tag_ == "MD" and child.dep_ == "aux" for child in head.children)
    if modal and words & PERFECT:
        return Tense.PAST
    if modal and words & ABLE:
        failed = "could" in words and any(child.dep_ == "neg" for child in head.children)
        return Tense.PAST if failed else Tense.FUTURE if "could" in words else Tense.PRESENT
    if modal:
        return Tense.FUTURE
    if "to" in words:
        return infinitive_tense(head)
    tense = plain_tense(head, words)
    return Tense.FUTURE if tense is Tense.PRESENT and is_timing(head) else tense


def plain_tense(head: Token, words: set[str]) -> Tense:
    """The tense of a verb without a modal or "to", by its form; a participle has that of its clause."""
    if head.tag_ == "VBD" or words & PAST:
        return Tense.PAST
    above = head.head if head.head.pos_ in {"VERB", "AUX"} and head.head != head else None
    if head.tag_ in {"VBN", "VB"} and head.dep_ == "conj" and above is not None:
        return tense_of(above)
    if head.tag_ == "VBN" and not words:
        return Tense.PAST
    if head.tag_ == "VBG" and not words:
        return gerund_tense(head, above)
    usual = any(child.lower_ in USUAL for child in head.children)
    return Tense.HABITUAL if usual and head.tag_ in {"VBZ", "VBP"} else Tense.PRESENT


def gerund_tense(head: Token, above: Token | None) -> Tense:
    """The tense of "leaving": future where it is planned ("plans on leaving"), else that of its verb."""
    over = head.head.head if head.dep_ == "pcomp" else above if head.dep_ in {"xcomp", "ccomp", "dobj"} else None
    if over is not None and is_prospective(over):
        return Tense.FUTURE
    return Tense.PRESENT if above is None else tense_of(above)


def is_timing(head: Token) -> bool:
    """Whether a clause of time or condition hangs on one that tells of the future."""
    if head.dep_ != "advcl" or head.head == head or head.head.pos_ not in {"VERB", "AUX"}:
        return False
    marks = {child.lower_ for child in head.lefts if child.dep_ in {"mark", "advmod"}}
    return bool(marks & TIMING) and tense_of(head.head) is Tense.FUTURE


def is_prospective(over: Token) -> bool:
    """Whether a word looks ahead to what it embeds: plans, wishes, offers, orders; not attempts, which are made."""
    lemma = over.lemma_.lower()
    row = hedges("noun" if over.pos_ == "NOUN" else "verb").get(lemma) or hedges("seeking").get(lemma)
    return row == (Modality.UNKNOWN, Polarity.POSITIVE) or lemma in {"agree", "decide", "pledge", "promise", "vow"}


def infinitive_tense(head: Token) -> Tense:
    """The tense of "to leave": future under a plan, that of its verb otherwise; "to have left" is past."""
    if any(child.lower_ in PERFECT for child in head.children if child.dep_ == "aux"):
        return Tense.PAST
    parent, found = embedding(head)
    if found is not None and found.polarity is Polarity.NEGATIVE:
        return tense_of(parent) if parent is not None else Tense.PAST
    if parent is not None and parent.lemma_ in HOLDING:
        return tense_of(parent)
    if found is not None or head.head.lemma_ == "be":
        return Tense.FUTURE
    if head.dep_ in {"acl", "relcl"}:
        return tense_of(head.head) if is_ranked(head.head) else Tense.FUTURE
    return tense_of(head.head) if head.head.pos_ in {"VERB", "AUX"} and head.head != head else Tense.FUTURE


def is_ranked(noun: Token) -> bool:
    """Whether a noun is said to be the first, last or only one."""
    return noun.lower_ in RANKING or any(child.lower_ in RANKING for child in noun.lefts)


def noun_tense(head: Token) -> Tense:
    """The tense of an event that a noun tells of: that of the verb above it; future for what is planned."""
    if any(child.lower_ in AHEAD for child in head.lefts):
        return Tense.FUTURE
    while head.dep_ == "conj" and head.head.pos_ == "NOUN":
        head = head.head
    parent, _ = embedding(head)
    over = parent.head if parent is not None and parent.pos_ == "ADP" else parent
    if over is not None and is_prospective(over):
        return Tense.FUTURE
    above, below, seen = head.head, head, 0
    while above.pos_ not in {"VERB", "AUX"} and above.head != above and seen < DEPTH:
        if above.lower_ in ASIDE:
            return Tense.PAST
        above, below, seen = above.head, above, seen + 1
    if above.pos_ not in {"VERB", "AUX"}:
        return Tense.PAST
    tense = tense_of(above)
    return Tense.PRESENT if tense is Tense.FUTURE and is_there(below, above) else tense


def is_there(noun: Token, verb: Token) -> bool:
    """Whether a subject is there before what it will do: "the loss will grow"; not so "the trial will begin"."""
    if noun.dep_ != "nsubj" or verb.lemma_ in HAPPENING:
        return False
    return any(child.dep_ == "poss" or child.lower_ in {"the", "this", "these"} for child in noun.lefts)
