"""The noun that a number counts, with its normalised singular: read off the parse."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reportedly.extract.figure_words import words_of
from reportedly.lexicon.table import table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
PLURALS = frozenset({"NNS", "NNPS"})
MODIFIERS = frozenset(
    {"JJ", "JJR", "JJS", "VBG", "VBN", "NN", "NNS", "NNP", "NNPS", "HYPH", "AFX", "POS", "RB", "RBS", "CC", ","}
)
LONGEST = 8
# "2.1 last year" counts no years.
DATING = frozenset({"last", "next", "this", "that"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted noun: its tokens from the first modifier to the head, and the normalised singular."""

    tokens: tuple[Token, ...]
    unit: str
    end: int
    plural: bool
    partitive: bool


@cache
def vague_words() -> frozenset[str]:
    """Words such as "dozens", whose "of" leads on to what is counted."""
    return frozenset(row["word"] for row in table("numerals") if row["kind"] == "plural")


def counted_noun(token: Token, *, vague: bool) -> Counted | None:
    """The noun that the number ending at `token` counts; None where it counts none by itself ("killed 12").

    Follows "of": "dozens of people", "two of his brothers", "one of the men".
    """
    doc = token.doc
    at = token.i + 1
    end = at
    while end < min(len(doc), at + LONGEST) and not doc[end].is_sent_start:
        end += 1
    partitive = at < end and doc[at].lower_ == "of"
    if partitive:
        at += 1
        partitive = not vague or (at < end and doc[at].tag_ in ("DT", "PRP$"))
        while at < end and doc[at].tag_ in ("DT", "PRP$", "CD", "PDT"):
            at += 1
        # "600 of his original 1,100 men".
        if partitive and at + 1 < end and doc[at].tag_ == "JJ" and doc[at + 1].tag_ == "CD":
            at += 2
        if partitive:
            at = _past_owner(doc, at, end)
        if partitive and at < end and doc[at].lower_ in vague_words():
            return None
    phrase = _phrase(doc[at:end], far=_far(token) or _behind_of(token, end))
    if not phrase or phrase[0].lower_ in DATING:
        return None
    return _counted(phrase, partitive=partitive)


def _past_owner(doc: Doc, at: int, end: int) -> int:
    """Index behind "the town's 40,000" in "half of the town's 40,000 people"; `at` where nobody owns them."""
    for token in doc[at:end]:
        if token.tag_ == "POS":
            at = token.i + 1
            while at < end and doc[at].tag_ == "CD":
                at += 1
            return at
        if token.tag_ not in NOUNS and token.tag_ not in ("JJ", "DT"):
            break
    return at


def _far(token: Token) -> int | None:
    """Index of the head of the phrase that the number is part of; None where the parse does not say."""
    if token.dep_ != "nummod":
        return None
    head = token.head
    while head.dep_ == "compound" and head.tag_ == "NN" and head.head.i > head.i:
        head = head.head
    return head.i


def _behind_of(token: Token, end: int) -> int | None:
    """Index of the head of "of Seat and Fiat cars", whose modifiers are joined; None for any other phrase."""
    if token.i + 1 >= end or token.nbor(1).lower_ != "of":
        return None
    head = next((child for child in token.nbor(1).rights if child.dep_ == "pobj"), None)
    joined = head is not None and any(other.lower_ in ("and", "or") for other in token.doc[token.i : head.i])
    return head.i if head is not None and joined and head.i < end else None


def _phrase(tokens: Span, *, far: int | None) -> list[Token]:
    """Modifiers and head of the noun phrase that the tokens begin with; empty where they begin with none."""
    phrase: list[Token] = []
    for token in tokens:
        if not phrase and token.tag_ == "VBD" and token.lower_ in words_of("people_adjective") and far is None:
            return [token] if not any(child.dep_ in ("nsubj", "dobj") for child in token.children) else []
        if token.tag_ not in MODIFIERS or (token.lower_ in ("and", "or", ",") and not _coordinates(token, far)):
            break
        if token.text.endswith("-") and (len(token) > 1 or token.nbor(-1).whitespace_):
            break
        last = token.i + 1 >= len(token.doc)
        if token.tag_ in ("RB", "RBS") and (last or token.nbor(1).tag_ not in MODIFIERS):
            break
        if phrase and phrase[-1].tag_ in PLURALS and token.tag_ not in NOUNS and token.lower_ not in ("and", "or"):
            break
        if phrase and phrase[-1].tag_ == "NNS" and token.tag_ in NOUNS and not token.head.i >= token.i:
            break
        phrase.append(token)
        if far is not None and token.i >= far and token.tag_ in NOUNS:
            break
    while phrase and phrase[-1].tag_ not in NOUNS and not _stands_for_people(phrase):
        phrase.pop()
    return phrase


def _stands_for_people(phrase: list[Token]) -> bool:
    return len(phrase) == 1 and phrase[0].lower_ in words_of("people_adjective")


def _coordinates(token: Token, far: int | None) -> bool:
    """Whether a conjunction or comma joins modifiers in front of the head, not two phrases."""
    return far is not None and token.i < far


def _counted(phrase: list[Token], *, partitive: bool) -> Counted:
    head = phrase[-1]
    rest = [token for token in phrase[:-1] if token.lower_ not in words_of("not_of_unit")]
    if rest and rest[0].tag_ == "HYPH":
        rest = rest[1:]
    words = "".join(token.text_with_ws for token in rest) + singular(head)
    plural = head.tag_ in PLURALS or head.lower_ in words_of("bare_plural") | words_of("people_adjective")
    end = head
    sibling = _sibling(head)
    if sibling is not None:
        words += f" and {singular(sibling)}"
        end = sibling
    return Counted(tuple(phrase), " ".join(words.split()), end.idx + len(end), plural, partitive)


def _sibling(head: Token) -> Token | None:
    """The second noun of "men and women": bare, plural, right behind."""
    doc = head.doc
    if head.tag_ == "NNS" and head.i + 2 < len(doc) and doc[head.i + 1].lower_ == "and":
        other = doc[head.i + 2]
        if other.tag_ == "NNS" and other.head == head and not list(other.children):
            return other
    return None


def singular(token: Token) -> str:
    """The noun in the singular, in the article's spelling otherwise; "people" and names stay."""
    if token.lower_ == "people" or token.lower_ in words_of("people_adjective"):
        return token.lower_
    if token.tag_ == "NNS":
        return token.lemma_
    return token.text
