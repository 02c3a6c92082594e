"""What kind of speaker a noun is when no name comes with it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reportedly.lexicon.table import table
from reportedly.model import SourceKind

if TYPE_CHECKING:
    from spacy.tokens import Token

FEW = frozenset(["one", "two", "three", "four", "five", "six", "another", "a", "an"])
QUANTIFIERS = frozenset(
    ["one", "some", "many", "most", "several", "few", "none", "all", "both", "another", "any", "each", "half"]
)
INDEFINITE = frozenset({"a", "an", "another", "one", "some", "any"})
# Whose friends or lawyers they are is told, so they are somebody particular.
CLOSE = frozenset(
    {
        *("family", "families", "friends", "relatives", "colleagues", "neighbours", "neighbors", "parents"),
        *("aides", "lawyers", "crew", "advisers", "advisors"),
    }
)
# Sort in the table of people -> kind in the table of speakers, for nouns that stand only there.
BY_SORT = {"kin": "kin", "role": "unnamed", "role of": "unnamed", "group": "collective", "body": "body"}


@cache
def noun_kinds() -> dict[str, str]:
    """Common noun -> what kind of speaker it is."""
    return {row["word"]: row["kind"] for row in table("speakers") if row["language"] == "en"}


@cache
def people() -> dict[str, str]:
    """Common noun for people or a body -> what kind of speaker it is."""
    return {row["word"]: BY_SORT[row["sort"]] for row in table("people") if row["language"] == "en"}


def noun_kind(noun: Token) -> str | None:
    """What kind of speaker a common noun is; None for one that is not known to speak."""
    lemma = noun.lemma_.lower()
    known = noun_kinds().get(noun.lower_) or noun_kinds().get(lemma)
    return known or people().get(noun.lower_) or people().get(lemma)


def quantified(head: Token) -> SourceKind:
    """The kind of "one of his aides", "some residents", "many"."""
    return SourceKind.UNNAMED if head.lower_ in {"one", "another", "each"} else SourceKind.COLLECTIVE


def common_kind(head: Token, noun: str | None) -> SourceKind:
    """The kind of a source without a name."""
    if head.pos_ == "PRON" or noun in {"kin", "unnamed", "office"}:
        plural = head.tag_ == "NNS" and noun in {"unnamed", "office"} and head.lower_ not in {"sources", "insiders"}
        if plural and not counted(head):
            return SourceKind.COLLECTIVE
        return SourceKind.NAMED if noun == "office" and is_the(head) else SourceKind.UNNAMED
    if noun == "collective":
        return SourceKind.UNNAMED if counted(head) or owned(head) else SourceKind.COLLECTIVE
    if noun == "body":
        return body_kind(head)
    if noun == "outlet":
        return SourceKind.COLLECTIVE if head.tag_ == "NNS" else SourceKind.OUTLET
    if head.tag_ in {"NNS", "NNPS"} or head.ent_type_ == "NORP":
        return SourceKind.UNNAMED if counted(head) else SourceKind.COLLECTIVE
    return SourceKind.UNNAMED


def body_kind(head: Token) -> SourceKind:
    """The kind of a body without a name: "the ministry" stands for the one body that is meant, "a bank" for some."""
    if head.tag_ in {"NNS", "NNPS"}:
        return SourceKind.UNNAMED if counted(head) else SourceKind.COLLECTIVE
    some = any(child.lower_ in INDEFINITE for child in head.lefts)
    named = any(child.ent_type_ in {"NORP", "GPE"} or child.pos_ == "PROPN" for child in head.lefts)
    return SourceKind.UNNAMED if some and not named else SourceKind.NAMED


def is_the(head: Token) -> bool:
    """Whether a noun means the one that is known: "the mayor", "its director", in headlines "mayor"."""
    if head.tag_ in {"NNS", "NNPS"}:
        return False
    return not any(child.lower_ in INDEFINITE or child.dep_ == "nummod" for child in head.lefts)


def counted(head: Token) -> bool:
    """Whether a small number says how many: "two officials" are somebody particular."""
    return any(child.dep_ == "nummod" and child.lower_ in FEW for child in head.lefts)


def owned(head: Token) -> bool:
    """Whether the noun is somebody's: "his friends" are somebody particular."""
    return any(child.dep_ == "poss" for child in head.lefts) and head.lower_ in CLOSE
