"""What a verb does to the claim that is its object: "denied reports that", "reports were rejected", "withdrew a claim".

The mistake this prevents: "officials denied reports that the dam had collapsed" read as officials reporting it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.extract.attribution_cues import Cue, cues, is_negated, phrases, stances
from reportedly.extract.attribution_draft import Range, agents, subjects
from reportedly.extract.attribution_verbs import cue_range

if TYPE_CHECKING:
    from spacy.tokens import Token

DENYING = frozenset({"denies", "rejects"})
# Stances of whoever denies a claim or says nothing of it.
WITHHELD = DENYING | {"silent"}
# Acts of which the content is held to be so, and is denied with the noun.
ASSERTING = frozenset({"speech", "thought", "evidence", "knowledge"})


def governor(noun: Token) -> Token | None:
    """The verb that a noun is the object of, or the subject of in the passive; None where it is neither."""
    while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        noun = noun.head
    return noun.head if noun.dep_ in {"dobj", "nsubjpass"} and noun.head.pos_ == "VERB" else None


def denies(verb: Token) -> bool:
    """Whether a verb denies the claim that is its object, by itself or with its particle."""
    row = cues("verb").get(verb.lemma_)
    if verb.lemma_ in cues("retraction") or (row is not None and row.stance in DENYING):
        return True
    rows = phrases().get(verb.lemma_, {})
    return any(child.lower_ in rows and rows[child.lower_].stance in DENYING for child in verb.rights)


def governed_stance(noun: Token, row: Cue) -> str | None:
    """The stance of whoever does with a claim what its verb says: denies, rejects, silent; None where it stays."""
    verb = governor(noun)
    if verb is None or row.stance in DENYING:
        return None
    if not denies(verb):
        return "silent" if verb.lemma_ in cues("verb") and is_negated(verb) else None
    if is_negated(verb):
        return "silent"
    act = stances()[row.stance].act
    return "denies" if act in ASSERTING else "rejects" if act == "appeal" else None


def governed_cue(noun: Token) -> Range:
    """The cue of a denied claim: with the verb over it, but for one that passes on the whole claim by itself."""
    verb = governor(noun)
    if verb is None or verb.i > noun.i:
        return noun.i, noun.i + 1
    helped = any(child.lower_ in {"do", "does", "did"} for child in verb.lefts)
    if (verb.lemma_ in cues("verb") or verb.lemma_ in phrases()) and (verb.tag_ != "VB" or helped):
        return noun.left_edge.i, noun.i + 1
    return cue_range(verb)[0], noun.i + 1


def governing_speakers(noun: Token) -> list[Token]:
    """Who denies a claim: the subject of the verb over it, or who stands behind "by" in the passive."""
    verb = governor(noun)
    if verb is None:
        return []
    return agents(verb) if any(child.dep_ == "nsubjpass" for child in verb.lefts) else subjects(verb)
