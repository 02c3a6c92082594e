"""Whose word a clause is, and what their stance does to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.extract.attribution_content import leads_with
from reportedly.extract.attribution_cues import stances
from reportedly.extract.factuality_scope import CARRYING_OUT, HAPPENING, is_infinitive
from reportedly.model import Attribution, Modality, Polarity, Source

if TYPE_CHECKING:
    from spacy.tokens import Token

    from reportedly.extract.base import Found

# What is said by nobody in particular is no more than possible ("it is said that", "reportedly").
HEARSAY = frozenset({"says", "claims", "reports", "accuses"})
# To reject, oppose or criticise a thing is not to say that there is none.
REJECTING = frozenset({"rejects", "disagrees", "opposes", "refuses"})
GRANTING_NOUNS = frozenset({"after", "following", "since", "despite", "amid", "due", "during"})
GRANTING = frozenset({"after", "although", "as", "because", "before", "since", "though", "when", "while"})
INCREDULOUS = re.compile(r"(?:can|could)(?:n['’]t|['’]t|not| not| n['’]t| hardly| scarcely| barely)\b", re.IGNORECASE)
QUESTIONS = ("wh", "how", "if ")
DETERMINERS = frozenset({"the", "a", "an", "this", "these", "those", "his", "her", "its", "their", "any"})
# No chain of embedding words is longer than this in sane prose; guards against odd parses.
DEPTH = 12


def holding(head: Token, found: Found) -> Attribution | None:
    """The smallest attribution whose content holds a word; None in the article's own voice."""
    best = None
    for attribution in found.attributions:
        content = attribution.content
        if not content.start <= head.idx < content.end:
            continue
        if not any(part.start <= head.idx < part.end for part in attribution.parts):
            continue
        if best is None or content.end - content.start < best.content.end - best.content.start:
            best = attribution
    return best


def inside(token: Token, around: Attribution | None) -> bool:
    """Whether a word stands inside the content of an attribution; always in the own voice."""
    return around is None or around.content.start <= token.idx < around.content.end


def is_granted(head: Token, around: Attribution | None) -> bool:
    """Whether a content takes for granted what `head` tells of, so that no stance reaches it.

    "Denied that the man who was shot had fled": he was shot. Relative clauses, participles behind a noun and clauses
    of time or cause are taken for granted, what a content says by itself is not.
    """
    if around is None:
        return False
    if points_back(head) and inside(head.head, around):
        return True
    current = head
    for _ in range(DEPTH):
        if current.head == current or not inside(current.head, around):
            return False
        if current.dep_ == "relcl" and not is_infinitive(current):
            return True
        if current.dep_ == "acl" and current.tag_ in {"VBN", "VBG"} and not is_infinitive(current):
            return True
        if current.dep_ == "advcl" and leads_with(current) in GRANTING:
            return True
        if current.dep_ == "pobj" and {current.head.lower_, current.head.head.lower_} & GRANTING_NOUNS:
            return True
        current = current.head
    return False


def points_back(noun: Token) -> bool:
    """Whether an object in a content is known already: "refused to meet the demands", not "to win the release of"."""
    if noun.pos_ != "NOUN" or noun.dep_ not in {"dobj", "pobj"} or noun.head.lemma_ in CARRYING_OUT | HAPPENING:
        return False
    of = any(child.lower_ == "of" for child in noun.rights)
    return not of and any(child.lower_ in {"the", "this", "that", "these", "those"} for child in noun.lefts)


def deepest(attribution: Attribution) -> Source:
    """The origin of an attribution, whose stance counts."""
    return max(attribution.sources, key=lambda source: source.depth)


def is_refused(attribution: Attribution | None) -> bool:
    """Whether a content is a thing that its source rejects or opposes, which is not to say that there is none."""
    return attribution is not None and is_thing(attribution) and deepest(attribution).stance in REJECTING


def is_definite(attribution: Attribution) -> bool:
    """Whether a content is a thing that is known already: "no group has claimed the attack"."""
    return is_thing(attribution) and not attribution.content.exact.lower().startswith(("a ", "an ", "any "))


def is_thing(attribution: Attribution) -> bool:
    """Whether a content is a thing and no clause, by its first word: "rejected the plan", "criticised his arrest"."""
    first = attribution.content.exact.lstrip("“\"‘'").split(" ", 1)[0].lower()
    return first in DETERMINERS


def by_stance(attribution: Attribution) -> tuple[Modality, Polarity]:
    """What the deepest source's stance does; hearsay without a source is possible at most."""
    origin = deepest(attribution)
    stance = stances().get(origin.stance or "says")
    if stance is None:
        return Modality.CERTAIN, Polarity.POSITIVE
    if stance.act == "speech" and stance.polarity is Polarity.UNKNOWN and excludes(attribution):
        # "Cannot rule out an attack".
        return Modality.POSSIBLE, Polarity.POSITIVE
    if origin.stance == "disbelieves" and is_incredulous(attribution):
        return Modality.CERTAIN, Polarity.POSITIVE
    nobody = origin.span is None and origin.depth > 0 and origin.stance in HEARSAY
    return (Modality.POSSIBLE if nobody else stance.modality), stance.polarity


def is_incredulous(attribution: Attribution) -> bool:
    """Whether somebody only cannot believe what is so: "could not believe that the ferry had sunk"."""
    return attribution.cue is not None and INCREDULOUS.match(attribution.cue.exact) is not None


def takes_content_for_granted(attribution: Attribution) -> bool:
    """Whether a content is known or remembered, so that it holds whatever holds of the knowing."""
    stance = stances().get(deepest(attribution).stance or "says")
    asked = attribution.content.exact.lower().startswith(QUESTIONS)
    return stance is not None and stance.act == "knowledge" and stance.polarity is Polarity.POSITIVE and not asked


def excludes(attribution: Attribution) -> bool:
    """Whether the cue is one of ruling out."""
    words = "" if attribution.cue is None else attribution.cue.exact.lower()
    return any(word in words for word in ("rule out", "ruled out", "exclude", "preclude"))
