"""What a list leaves out: "22-25 April 1951", "January 12 to 14", "60 to 90 days", "August and September 1956"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.extract.time_grammar import Match
from reportedly.extract.time_meaning import Point
from reportedly.extract.time_words import Lexeme

JOINTS = frozenset({"dash", "to", "and", "slash"})
DAYS = frozenset({"day", "nth"})
COUNTS = frozenset({"day", "integer", "number", "decimal"})
CLOSING = frozenset({"dot", "comma", "close", "break", "other", "to", "and", "in", "at", "dash"})


def whole(found: Sequence[Match], lexemes: Sequence[Lexeme]) -> Iterator[tuple[Match, list[Lexeme]]]:
    """Every match with the lexemes to read it by; what a neighbour leaves out is read as if it stood there."""
    taken = 0
    for number, match in enumerate(found):
        words = list(lexemes[match.first : match.last])
        before = match.first - 2
        if before >= taken and lexemes[before + 1].sort in JOINTS and lacks_end(lexemes[before], words, match.kind):
            yield Match(match.kind, before, before + 1), [lexemes[before], *words[1:]]
        yield match, words
        taken = match.last
        limit = found[number + 1].first if number + 1 < len(found) else len(lexemes)
        if lacks_start(words, match.kind) and goes_on(lexemes[match.last : min(limit, match.last + 3)]):
            taken = match.last + 2
            yield Match(match.kind, taken - 1, taken), [*words[:-1], lexemes[taken - 1]]


def lacks_end(one: Lexeme, words: Sequence[Lexeme], kind: str) -> bool:
    """Whether `one` is the first of two days of a month, or of two counts of a unit."""
    if kind == "point":
        return one.sort in DAYS and words[0].sort in DAYS and any(word.sort.startswith("month") for word in words)
    return (
        kind == "length"
        and one.sort in COUNTS
        and words[0].sort in COUNTS
        and any(word.sort == "units" for word in words)
    )


def lacks_start(words: Sequence[Lexeme], kind: str) -> bool:
    """Whether the words end in the day of a month."""
    return kind == "point" and words[-1].sort in DAYS and any(word.sort.startswith("month") for word in words[:-1])


def goes_on(following: Sequence[Lexeme]) -> bool:
    """Whether a further day of the same month follows, and nothing that it could count."""
    if len(following) < 2 or following[0].sort not in JOINTS or following[1].sort not in DAYS:
        return False
    return following[0].sort == "dash" or len(following) < 3 or following[2].sort in CLOSING - {"other", "dash"}


def with_year(meaning: Point, following: Point) -> Point:
    """`meaning` with the year of the one it is joined to ("August and September 1956"), or the year before."""
    if (
        meaning.year is not None
        or following.year is None
        or meaning.within
        or meaning.step is not None
        or following.grain != "Y"
    ):
        return meaning
    if meaning.month is None and meaning.season is None:
        return meaning
    earlier = meaning.month is not None and following.month is not None and meaning.month > following.month
    return replace(meaning, year=following.year - (earlier and not following.bc), bc=following.bc)
