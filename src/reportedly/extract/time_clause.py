"""The clause around an expression of time: where its predicate points, and whether it tells when something was said."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from reportedly.extract.time_pick import Direction
from reportedly.lexicon.table import table, words
from reportedly.model import TimexRole

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

FUTURE_AUXILIARIES = frozenset({"will", "shall", "'ll", "’ll", "wo", "may", "might", "can", "must", "should"})
# "Will have left" lies ahead; "may have left" is a guess about what lies behind.
WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
# What is so now "until May" ends ahead.
UNTIL = frozenset({"until", "till", "through"})
PAST_TAGS = frozenset({"VBD", "VBN"})
FINITE_PRESENT = frozenset({"VBZ", "VBP"})
# Stances (see cues.tsv) of those who say something then, not of those who think, feel or want it.
SPEAKING = frozenset(
    [
        "says",
        "reports",
        "announces",
        "admits",
        "denies",
        "argues",
        "stresses",
        "explains",
        "recalls",
        "confirms",
        "claims",
        "accuses",
        "predicts",
        "insists",
    ]
)
STEPS_UP = 12
# "Scheduled for release in June": so far before an expression a word of planning bears on it.
WORDS_BEFORE = 4


def governor(tokens: Tokens) -> Token | None:
    """The verb that an expression of time modifies, or that governs its phrase; None in a verbless sentence."""
    verbs = (token for token in path(tokens) if token.pos_ in ("VERB", "AUX"))
    return next((verb for verb in verbs if verb.dep_ != "acomp"), None)  # "stays closed": the tense is that of "stays"


def path(tokens: Tokens) -> list[Token]:
    """What governs `tokens`, nearest first."""
    found: list[Token] = []
    token = tokens.root
    while token.head.i != token.i and len(found) < STEPS_UP:
        token = token.head
        found.append(token)
    return found


def direction(tokens: Tokens, *, title: bool = False) -> Direction:
    """Where the governing predicate points. The present of a headline tells what has happened."""
    if tokens.start > 0 and tokens.doc[tokens.start - 1].lower_ == "since":
        return Direction.PAST
    if any(word.lower_ in words("time_plans") for word in just_before(tokens)):
        return Direction.FUTURE
    verb = governor(tokens)
    if verb is None:
        return Direction.UNKNOWN
    towards = tense(verb, title=title)
    if towards is not Direction.PAST:
        goes_on = tokens.start > 0 and tokens.doc[tokens.start - 1].lower_ in UNTIL
        return Direction.FUTURE if goes_on and (towards is not Direction.UNKNOWN or is_now(verb)) else towards
    return Direction.UNKNOWN if of_noun(tokens) else towards


def is_now(verb: Token) -> bool:
    """Whether a verb, or an auxiliary of it, has the form of the present: "is closed"."""
    return any(one.tag_ in FINITE_PRESENT for one in (verb, *verb.children) if one.pos_ in ("VERB", "AUX"))


def just_before(tokens: Tokens) -> Iterator[Token]:
    """The few words before, nearest first, within the sentence."""
    at = tokens.start
    while at > 0 and tokens.start - at < WORDS_BEFORE and not tokens.doc[at].is_sent_start:
        at -= 1
        yield tokens.doc[at]


def of_noun(tokens: Tokens) -> bool:
    """Whether an expression belongs to a noun ("the May election"), whose time the predicate does not tell."""
    joined = tokens.root.dep_ == "conj" and tokens.root.head.pos_ in ("PROPN", "NUM")
    above = next((token for token in path(tokens)[1 if joined else 0 :] if token.pos_ != "ADP"), None)
    return above is not None and above.pos_ in ("NOUN", "PROPN")


def tense(verb: Token, *, title: bool = False) -> Direction:
    """Where a verb points, with its auxiliaries and what it depends on."""
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    possible = any(aux.lower_ == "could" for aux in auxiliaries) and not any(one.dep_ == "neg" for one in verb.children)
    if possible or any(aux.lower_ in FUTURE_AUXILIARIES for aux in auxiliaries):
        surmised = any(aux.lower_ == "have" for aux in auxiliaries) and not any(
            aux.lower_ in WILL for aux in auxiliaries
        )
        return Direction.PAST if surmised else Direction.FUTURE
    if verb.lemma_.lower() in words("time_plans") and verb.tag_ in ("VBN", "VBG", "VBZ", "VBP", "VB"):
        return Direction.FUTURE
    if any(aux.lower_ == "would" for aux in auxiliaries):
        return Direction.FUTURE
    if any(aux.tag_ == "TO" for aux in auxiliaries):
        return Direction.PAST if any(aux.lower_ == "have" for aux in auxiliaries) else infinitive(verb)
    if verb.tag_ in PAST_TAGS:
        return participle(verb, auxiliaries)
    if any(aux.tag_ == "VBD" for aux in auxiliaries):
        return Direction.PAST
    if verb.tag_ in FINITE_PRESENT or any(aux.tag_ in FINITE_PRESENT for aux in auxiliaries):
        return Direction.PAST if title or any(aux.lemma_ == "have" for aux in auxiliaries) else Direction.PRESENT
    return tense(verb.head) if verb.head.i != verb.i and verb.head.pos_ in ("VERB", "AUX") else Direction.UNKNOWN


def infinitive(verb: Token) -> Direction:
    """Where an infinitive points: "had to leave" lies behind; "plans to leave", "to be held" lie ahead."""
    head = verb.head
    behind = verb.dep_ == "xcomp" and head.tag_ == "VBD" and head.lemma_.lower() not in words("time_plans")
    return (
        Direction.PAST
        if behind and head.lemma_ in ("have", "begin", "start", "manage", "fail", "help", "use", "force", "continue")
        else Direction.FUTURE
    )


def participle(verb: Token, auxiliaries: list[Token]) -> Direction:
    """A past form; "is held on Friday" with its auxiliary in the present is open."""
    if (
        verb.tag_ == "VBN"
        and auxiliaries
        and all(aux.tag_ in FINITE_PRESENT and aux.lemma_ == "be" for aux in auxiliaries)
    ):
        return Direction.UNKNOWN
    return Direction.PAST


def role(tokens: Tokens) -> TimexRole:
    """On which axis an expression lies: said-when beside a word of speaking, true-when beside another predicate."""
    for token in path(tokens):
        lemma = token.lemma_.lower()
        if token.pos_ in ("VERB", "AUX"):
            return TimexRole.SAID if lemma in speaking() and reports(token) else TimexRole.TRUE
        if token.pos_ in ("NOUN", "PROPN"):
            return TimexRole.SAID if lemma in words("time_occasions") else TimexRole.OTHER
    return TimexRole.OTHER


@cache
def speaking() -> dict[str, bool]:
    """By verb of speaking, from the words of attribution: whether it takes a clause, and so can stand beside one."""
    rows = (row for row in table("cues") if row["pos"] == "verb" and row["stance"] in SPEAKING)
    return {row["lemma"]: "t" in row["frames"].split() for row in rows}


def reports(verb: Token) -> bool:
    """Whether a verb of speaking has something that it reports, or stands beside it ("…, she said on Friday")."""
    if any(child.dep_ in ("ccomp", "parataxis") for child in verb.children):
        return True
    beside = verb.dep_ in ("parataxis", "ROOT", "conj", "ccomp", "advcl", "relcl") and verb.tag_ != "VB"
    return beside and speaking()[verb.lemma_.lower()]
