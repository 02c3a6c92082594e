"""Numbers of four digits that name no year: counts, sums, addresses, flights, resolutions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.extract.time_candidate import Candidate
from reportedly.extract.time_words import Lexeme
from reportedly.lexicon.table import words

if TYPE_CHECKING:
    from spacy.tokens import Token

SYMBOLS = frozenset("$€£¥#№")
AFTER_AMOUNTS = frozenset(
    {
        "%",
        "per",
        "percent",
        "million",
        "billion",
        "trillion",
        "km",
        "kilometres",
        "kilometers",
        "miles",
        "metres",
        "meters",
        "tonnes",
        "tons",
        "m",
        "ft",
        "feet",
    }
)
YEAR_PREPOSITIONS = frozenset(
    [
        "in",
        "since",
        "by",
        "until",
        "till",
        "of",
        "from",
        "during",
        "before",
        "after",
        "around",
        "for",
        "between",
        "to",
        "throughout",
        "circa",
        "and",
        "late",
        "early",
        "mid",
        "through",
        "into",
        "post",
        "pre",
    ]
)
# "Of 1200 houses", "to 1500 men": these stand before counts as well as before years.
COUNTING_PREPOSITIONS = frozenset(
    {"of", "to", "for", "from", "between", "by", "with", "until", "after", "around", "circa", "in", "and"}
)
# "The 2012 elections", "its 2012 results", "the firm's 2012 earnings".
OWNERS = frozenset({"the", "'s", "its", "their", "our", "his", "her"})
ABOUT = frozenset({"around", "circa"})
# A number from here on is a year after a preposition even beside a plural ("in 2003 elections").
PLAIN_YEARS_FROM = 1900
# Bare numbers below are numbers of things.
OLDEST_PLAIN_YEAR = 1600


def bare_year(it: Candidate) -> bool:
    """A number that is no year: "2000 people", "$1999", "Windows 2000", "1200 metres"."""
    if it.sorts not in (("year",), ("the", "year")):
        return False
    number, token = it.words[-1], it.tokens[-1]
    if glued(it, number) or numbered(it):
        return True
    counts = token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ == "NNS"
    if counts and it.sorts == ("year",) and not it.previous(*(YEAR_PREPOSITIONS - COUNTING_PREPOSITIONS)):
        return not (
            token.head.ent_type_ == "EVENT"
            or (int(number.text) >= PLAIN_YEARS_FROM and it.previous(*OWNERS, *YEAR_PREPOSITIONS - ABOUT))
        )
    if (
        years_joined(it)
        or it.previous(*YEAR_PREPOSITIONS)
        or (it.before and it.before.sort in ("open", "break", "edge"))
    ):
        return False
    left = token.nbor(-1) if token.i > 0 else None
    named = (
        left is not None
        and left.pos_ == "PROPN"
        and left.ent_type_ in ("PRODUCT", "ORG", "WORK_OF_ART")
        and token.ent_type_ == left.ent_type_
    )
    return named or int(number.text) < OLDEST_PLAIN_YEAR


def numbered(it: Candidate) -> bool:
    """Whether it numbers something: "Resolution 1973", "Room 2012", "1600 Harbour Street"."""
    token = it.tokens[-1]
    if it.before is not None and it.sorts == ("year",):
        left = token.nbor(-1) if token.i else None
        if (
            left is not None
            and left.idx == it.before.start
            and left.text[0].isupper()
            and left.lower_ in words("time_numbered")
        ):
            return True
    return token.dep_ in ("nummod", "compound", "nmod") and token.head.i > token.i and named_street(token.head)


def named_street(head: Token) -> bool:
    """Whether a word names a street."""
    return head.text.istitle() and head.lower_ in words("time_streets")


def glued(it: Candidate, number: Lexeme) -> bool:
    """Whether a number belongs to a sign, a unit or another number: "$2000", "2000 km", "12/2000"."""
    if it.before and (
        it.before.text in SYMBOLS
        or (it.before.sort in ("slash", "dash") and it.before.end == number.start and not years_joined(it))
    ):
        return True
    if it.after is None:
        return False
    return it.after.text in AFTER_AMOUNTS or (
        it.after.start == number.end and it.after.sort == "other" and it.after.text.isalnum()
    )


def years_joined(it: Candidate) -> bool:
    """Whether a mark joins two years: "2007-2008"."""
    text, start, end = it.text, it.words[-1].start, it.words[-1].end
    left, right = text[max(0, start - 5) : start], text[end : end + 5]
    return any(len(side) == 5 and side.strip("-–/").isdigit() and len(side.strip("-–/")) == 4 for side in (left, right))
