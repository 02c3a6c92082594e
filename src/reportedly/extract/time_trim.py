"""Where an expression begins and ends: without the words that only lead to it, and without another noun's article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.extract.time_candidate import Candidate
from reportedly.extract.time_grammar import Match
from reportedly.extract.time_words import OTHER, Lexeme

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

CLAUSE_ENDS = frozenset({"and", "but", "or", ";", ":", "!", "?", '"', "”"})
# Rules need the "for" of "for years" and the "in" of "in the morning"; extents leave it out.
LEADING = frozenset({"for", "in", "after", "throughout"})
CLOSED = frozenset({"dot", "comma", "break", "close"})
# "Over two years" is more than two, "over the years" is not.
BARE = frozenset({"the", "units", "adjective"})
ARTICLES = frozenset({"the", "a", "this", "that", "possessive"})
# Which one of its kind an expression is, or which edge of it: its article is its own ("the past ten-day spell").
OWN = frozenset(
    {"of", "eve", "before", "after", "edge_noun", "last", "past", "next", "previous", "following", "same", "current"}
)
# Fixed phrases begin with a preposition that is no part of the time: "at the time", "by night".
PREPOSITIONS = ("at ", "by ", "until ", "since ", "to ", "for ", "in ", "up to ", "as of ")
ATTRIBUTES = frozenset({"compound", "nmod", "amod", "nummod"})
# Sorts of words that may as well be a verb, a conjunction or a preposition.
DOUBTFUL = frozenset({"season", "over", "that", "this"})
RATES = frozenset({"npadvmod", "quantmod", "nmod", "appos"})


def trimmed(match: Match, lexemes: list[Lexeme]) -> Match:
    """A match without what only led to it; "two days before the vote" is a length, for it counts from an event."""
    leading = match.kind == "length" and lexemes[match.first].sort == "over" and lexemes[match.first + 1].sort in BARE
    if leading or lexemes[match.first].sort in LEADING:
        return replace(match, first=match.first + 1)
    if match.kind != "ago" or lexemes[match.last - 1].sort not in ("before", "after"):
        return match
    following = lexemes[match.last] if match.last < len(lexemes) else None
    if following is None or following.sort in CLOSED or following.text in CLAUSE_ENDS:
        return match
    return replace(match, kind="length", last=match.last - 1)


def bare(match: Match, lexemes: list[Lexeme]) -> Match:
    """A match without its "around", which stands before it as other prepositions do."""
    return (
        replace(match, first=match.first + 1)
        if match.kind == "point" and lexemes[match.first].sort == "circa"
        else match
    )


def extent(match: Match, lexemes: list[Lexeme], covering: Callable[[int, int], Tokens]) -> tuple[int, int]:
    """First and last code point of an expression, as TIDES has it: articles belong, prepositions do not.

    The article of a noun that the expression only describes stays out: the "five-year" plan, the "8 May" vote.
    """
    words = lexemes[match.first : match.last]
    start, end = words[0].start, words[-1].end
    lead = next((one for one in PREPOSITIONS if words[0].text.startswith(one)), "") if words[0].sort in PHRASES else ""
    if lead:
        return start + len(lead), end
    if [one.text for one in words[:3]] == ["the", "course", "of"]:
        return words[3].start, end
    own = any(one.sort in OWN for one in words)
    if len(words) > 1 and words[0].sort in ARTICLES and not own and describes(covering(start, end)):
        start = words[1].start
    return start, end


PHRASES = frozenset({"then", "at_night", "reference"})


def describes(tokens: Tokens) -> bool:
    """Whether the tokens describe a noun after them."""
    last = tokens[-1]
    return last.dep_ in ATTRIBUTES and last.head.i > last.i and last.head.pos_ in ("NOUN", "PROPN")


def demoted(one: Lexeme, covering: Callable[[int, int], Tokens]) -> Lexeme:
    """`one` as its grammar has it: a verb is no season ("prices fall"), and "over two years" may be more than two."""
    if one.sort not in DOUBTFUL:
        return one
    token = covering(one.start, one.end)[-1]
    if one.sort == "over":
        return replace(one, sort="approx") if token.dep_ in ("quantmod", "advmod") else one
    timed = token.pos_ not in ("VERB", "AUX") if one.sort == "season" else token.tag_ in ("DT", "PDT")
    return one if timed else replace(one, sort=OTHER)


def is_rate(it: Candidate) -> bool:
    """Whether "a day" says how often, beside a count: "300 cars a day", "40 euros an hour"."""
    if it.match.kind != "length" or it.sorts != ("a", "unit"):
        return False
    head = it.tokens.root.head
    counted = head.pos_ in ("NOUN", "SYM", "NUM") and head.i < it.tokens.start
    return counted and it.tokens.root.dep_ in RATES and any(child.pos_ == "NUM" for child in (head, *head.children))
