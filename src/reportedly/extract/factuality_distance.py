"""The outlet's own distance from what it writes or passes on: "so-called", scare quotes, "without evidence"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.extract.factuality_own import hyphened
from reportedly.extract.tree import CLOSING, OPENING
from reportedly.model import Attribution

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from reportedly.extract.base import Found

FALSE = frozenset({"falsely", "baselessly", "wrongly", "misleadingly", "incorrectly", "inaccurately", "mistakenly"})
# Of a claim: "his baseless claim that …".
BASELESS = frozenset(
    ("false", "baseless", "unfounded", "debunked", "discredited", "unsubstantiated", "unsupported", "misleading",
     "disproved", "disproven", "groundless", "unproven", "unverified")
)  # fmt: skip
SHOWING = ("", "any ", "offering ", "providing ", "giving ", "citing ", "presenting ", "showing ", "producing ")
PROOF = ("evidence", "proof", "any evidence", "any proof")
STRAIGHT = frozenset({'"', "``", "''"})
# Behind these a word is quoted as a word, or as a name.
NAMING = frozenset(
    {"word", "term", "phrase", "slogan", "sign", "call", "name", "dub", "know", "title", "nickname", "label"}
)
# More words than this are quoted for what they say.
MOST_WORDS = 3


def distance_of(head: Token, around: Attribution | None, found: Found) -> str | None:
    """The words by which the outlet keeps its distance from a clause; None where it keeps none."""
    if around is None or around.cue is None:
        return called(head) or (scare_quoted(head) if around is None else None)
    text = found.article.part(found.part)
    behind = text[around.cue.end : around.cue.end + 60].lstrip(" ,").lower()
    for lead in SHOWING:
        for noun in PROOF:
            if behind.startswith(f"without {lead}{noun}"):
                return f"without {lead}{noun}"
    before = text[max(0, around.cue.start - 24) : around.cue.start].lower().split()
    return next((word for word in before[-2:] if word in FALSE), None) or baseless(around, head.doc) or called(head)


def baseless(around: Attribution, doc: Doc) -> str | None:
    """What is said of the claim itself: "repeated the debunked claim that …"; None for nothing."""
    cue = None if around.cue is None else doc.char_span(around.cue.start, around.cue.end)
    nouns = () if cue is None else (token for token in cue if token.pos_ == "NOUN")
    return next((child.lower_ for noun in nouns for child in noun.lefts if child.lower_ in BASELESS), None)


def called(head: Token) -> str | None:
    """The "so-called" of a noun in the clause; None without one."""
    named = any(token.lower_ == "called" and hyphened(token) == "so-called" for token in head.subtree)
    return "so-called" if named else None


def scare_quoted(head: Token) -> str | None:
    """The first word or two that the outlet itself puts in quotation marks, with them; None without."""
    doc = head.doc
    for token in head.subtree:
        if token.text not in OPENING and token.text not in STRAIGHT:
            continue
        end = token.i + 1
        while end < len(doc) and end - token.i <= MOST_WORDS and doc[end].is_alpha and doc[end].is_lower:
            end += 1
        closed = end < len(doc) and (doc[end].text in CLOSING or doc[end].text in STRAIGHT)
        before = doc[token.i - 1].lemma_.lower() if token.i > 0 else ""
        if closed and end > token.i + 1 and before not in NAMING and doc[end - 1].head.lemma_ not in NAMING:
            return str(doc[token.i : end + 1].text)
    return None
