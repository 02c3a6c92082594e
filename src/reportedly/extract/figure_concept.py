"""What a figure describes beyond its unit: "price" of "a price of $5", "fields" of "4% of the fields"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reportedly.extract.figure_words import words_of
from reportedly.lexicon.table import table

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def measure_words() -> frozenset[str]:
    """Names of units: the "hours" of "5 hours and 30 minutes" are not what the minutes describe."""
    return frozenset(form for row in table("units") for form in row["words"].lower().split("|"))


# Words of a noun phrase that say nothing of what is described.
EMPTY = frozenset(
    {
        "DT",
        "PRP",
        "PRP$",
        "IN",
        "TO",
        "CC",
        "CD",
        "-LRB-",
        "-RRB-",
        ",",
        ".",
        ":",
        "``",
        "''",
        "$",
        "WDT",
        "WP",
        "POS",
        "HYPH",
        "EX",
        "PDT",
        "#",
    }
)


def concept(head: Token, *, skip: frozenset[int]) -> str | None:
    """What the quantity headed by `head` describes: the noun it modifies, is part of, or is said of.

    `skip`: indices of the tokens of the figure itself. None where nothing is named.
    """
    for noun in _nouns(head):
        if noun.i in skip or noun.pos_ not in ("NOUN", "PROPN") or noun.lower_ in measure_words():
            continue
        words = phrase_words(noun, skip)
        if words:
            return words
    return None


def _nouns(head: Token) -> list[Token]:
    """Candidates, the likeliest first: the part's whole, the modified noun, the preposition's noun, the subject."""
    found = [
        grandchild
        for child in head.rights
        if child.dep_ == "prep" and child.lower_ in ("of", "off")
        for grandchild in child.rights
        if grandchild.dep_ == "pobj"
    ]
    token = head
    for _ in range(6):
        up = token.head
        if up.i == token.i:
            break
        if up.pos_ in ("NOUN", "PROPN") and up.tag_ != "CD":
            found.append(up)
        elif up.pos_ in ("VERB", "AUX"):
            found.extend(_put(token, up) + _paid_for(token, up))
            found.extend(subjects(up))
            break
        token = up
    return found


def _put(token: Token, verb: Token) -> list[Token]:
    """The object that a verb lays beside a number: "the crowd" of "police put the crowd at 80,000"."""
    if token.dep_ != "prep":
        return []
    return [child for child in verb.rights if child.dep_ == "dobj" and child.i < token.i]


def _paid_for(token: Token, verb: Token) -> list[Token]:
    """What an object was given for: "the roof" of "they paid $12,000 for the roof"."""
    if token.dep_ != "dobj":
        return []
    prices = [
        child for head in (verb, token) for child in head.rights if child.dep_ == "prep" and child.lower_ == "for"
    ]
    return [thing for child in prices for thing in child.rights if thing.dep_ == "pobj"]


def subjects(verb: Token) -> list[Token]:
    """The subject of a verb, its own or the one it shares."""
    for _ in range(4):
        own = [child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass")]
        if own:
            relative = own[0].tag_ in ("WDT", "WP") and verb.dep_ == "relcl"
            return [verb.head] if relative else own
        if verb.dep_ == "acl" and verb.head.pos_ in ("NOUN", "PROPN"):
            return [verb.head]
        if verb.dep_ not in ("conj", "xcomp", "advcl", "ccomp") or verb.head.i == verb.i:
            return []
        verb = verb.head
    return []


# What joins the words of a phrase: "price of the oil", "state's long-term plans".
JOINTS = frozenset({"IN", "TO", "DT", "CC", "POS", "HYPH", "PRP$"})


def phrase_words(noun: Token, skip: frozenset[int]) -> str:
    """The words of a noun's phrase up to a clause or list, with what joins them; empty where there are none."""
    keep: list[Token] = []
    stack = [noun]
    while stack:
        token = stack.pop()
        if token.i in skip:
            continue
        keep.append(token)
        stack.extend(child for child in token.children if _belongs(child))
    keep.sort(key=lambda token: token.i)
    keep = [token for token in keep if token is noun or _says_something(token)]
    kept = {token.i for token in keep}
    run = noun.doc[keep[0].i : keep[-1].i + 1] if keep else ()
    return "".join(token.text_with_ws for token in run if token.i in kept or token.tag_ in JOINTS).strip()


def _says_something(token: Token) -> bool:
    """Whether a word of a phrase says what is described: no function word, no unit, no "other"."""
    if token.tag_ == "HYPH" or token.text == "/":
        return True
    empty = token.tag_ in EMPTY or token.pos_ == "PUNCT" or token.lower_ in words_of("says_nothing")
    return not empty and token.lower_ not in measure_words()


def _belongs(child: Token) -> bool:
    return child.dep_ in ("compound", "amod", "nmod", "poss", "pobj", "npadvmod", "hmod") or (
        child.dep_ == "prep" and child.lower_ in ("of", "for", "on", "in", "from", "to", "off")
    )
