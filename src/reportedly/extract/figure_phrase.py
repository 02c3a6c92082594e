"""The words that name what a figure describes, in the order of a compound: "crude oil price" for "price of crude oil".

So that "the oil price" and "the price of oil" are one. Every word is the article's; what only joins words (of, the, 's)
is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from reportedly.extract.figure_words import words_of
from reportedly.lexicon.table import table

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass")
DATES = frozenset({"DATE", "TIME"})
# Joins the parts of one written word: "long-term", "risk/reward".
JOINTS = frozenset({"-", "/", "–"})
# Words of a noun phrase that name something.
NAMING = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "X", "ADV"})
NOUNS = frozenset({"NOUN", "PROPN"})
# What stands before the noun within its compound, and what stands before that.
COMPOUND = frozenset({"compound", "nmod", "nummod", "npadvmod", "hmod"})
OWNERS = frozenset({"poss"})
GRADES = frozenset({"advmod", "amod", "npadvmod", "compound"})
QUALITIES = frozenset({"amod"})
# Prepositions whose noun is part of the name: "stake in a bank", "tax on sugar".
COMPLEMENTS = frozenset({"of", "in", "on", "for", "from", "between", "to", "off", "per", "with", "at"})


@cache
def measure_words() -> frozenset[str]:
    """Names of units: the "hours" of "5 hours and 30 minutes" are not what the minutes describe."""
    return frozenset(form for row in table("units") for form in row["words"].lower().split("|"))


def named(nouns: Iterable[Token], skip: frozenset[int]) -> str | None:
    """The words of the nouns' phrases, an owner's before what it owns; None where they name nothing.

    `skip`: indices of the tokens that belong to figures.
    """
    seen: set[int] = set()
    words: list[str] = []
    for noun in nouns:
        for token in _phrase(noun, skip):
            if token.i in seen or token.i in skip or not _names(token):
                continue
            run = _written(token, skip)
            seen.update(part.i for part in run)
            words.append("".join(part.text for part in run))
    return " ".join(words) or None


def _phrase(noun: Token, skip: frozenset[int]) -> list[Token]:
    """The tokens of a noun's phrase in the order of a compound: owner, quality, complement, then the noun."""
    before = list(_before(noun, skip))
    owners = [token for child in before if child.dep_ in OWNERS for token in _phrase(child, skip)]
    qualities = [token for child in before if child.dep_ in QUALITIES for token in _quality(child)]
    compound = [token for child in before if child.dep_ in COMPOUND for token in _phrase(child, skip)]
    after = [child for child in noun.rights if child.dep_ == "nummod" and child.i not in skip]
    complements = [token for inner in complements_of(noun) for token in _phrase(inner, skip)]
    fellows = [token for child in noun.rights if _is_fellow(child, skip) for token in _phrase(child, skip)]
    if not complements:
        front = sorted(qualities + compound, key=lambda token: token.i)
        return [*owners, *front, noun, *after, *fellows]
    return [*owners, *qualities, *complements, *compound, noun, *after, *fellows]


def _before(noun: Token, skip: frozenset[int]) -> Iterator[Token]:
    """What stands before a noun and leans on it, or on a figure that does: "best" of "the best $200 phones"."""
    for child in noun.lefts:
        if child.i in skip:
            yield from (inner for inner in _before(child, skip) if inner.dep_ in QUALITIES | COMPOUND)
        else:
            yield child


def _quality(adjective: Token) -> list[Token]:
    """An adjective with what grades or hedges it: "best performing", "allegedly stolen"."""
    return [*(child for child in adjective.lefts if child.dep_ in GRADES), adjective]


def _is_fellow(child: Token, skip: frozenset[int]) -> bool:
    """Whether it is the second noun of a pair: "fats and oils"."""
    return (
        child.dep_ == "conj"
        and child.pos_ in NOUNS
        and all(inner.i not in skip for inner in child.doc[child.head.i : child.i])
    )


def complements_of(noun: Token) -> list[Token]:
    """The nouns that a noun's prepositions lead to."""
    return [
        inner
        for child in noun.rights
        if child.dep_ == "prep" and child.lower_ in COMPLEMENTS
        for inner in child.rights
        if inner.dep_ == "pobj" and _is_thing(inner)
    ]


def _is_thing(inner: Token) -> bool:
    """Whether a preposition leads to a noun that is no date, or to people: "the number of missing"."""
    return (inner.pos_ in NOUNS or inner.lower_ in words_of("people_adjective")) and inner.ent_type_ not in DATES


def _names(token: Token) -> bool:
    """Whether a word says what is described: no function word, no unit, no "other"; a number only within a name."""
    if token.pos_ == "NUM":
        return token.dep_ in ("nummod", *SUBJECTS) and token.ent_type_ not in DATES
    written = any(sign.isalnum() for sign in token.text)
    return written and token.pos_ in NAMING and token.lower_ not in words_of("says_nothing")


def _written(token: Token, skip: frozenset[int]) -> list[Token]:
    """The tokens of the whole written word that `token` is part of, but for the figure's own: "long-term"."""
    doc, first, last = token.doc, token.i, token.i
    while last + 2 < len(doc) and _joined(doc[last], doc[last + 1]) and last + 2 not in skip:
        last += 2
    while first > 1 and _joined(doc[first - 2], doc[first - 1]) and first - 2 not in skip:
        first -= 2
    return list(doc[first : last + 1])


def _joined(left: Token, joint: Token) -> bool:
    return joint.text in JOINTS and not left.whitespace_ and not joint.whitespace_
