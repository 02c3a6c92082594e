"""What a list leaves out: "22-25 April 1951", "January 12 to 14", "60 to 90 days", "August and September 1956"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.extract.time_grammar import Match
from reportedly.extract.time_meaning import Meaning, Point
from reportedly.extract.time_words import Lexeme

JOINTS = frozenset({"dash", "to", "and", "or", "slash"})
DAYS = frozenset({"day", "nth"})
TWO = 2
# A day that names what happened on it, in a year that nobody says any more: (month, day) -> (year, what follows it).
NAMED = {
    (9, 11): (2001, frozenset({"attack", "attacks", "terror", "terrorist", "terrorists", "hijackers", "hijackings"}))
}
COUNTS = frozenset({"day", "integer", "number", "decimal"})
CLOSING = frozenset({"dot", "comma", "close", "break", "other", "to", "and", "or", "in", "at", "dash"})


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
        if lacks_century(words, lexemes[match.last : match.last + 3]):
            taken = match.last + 2
            yield Match(match.kind, taken - 1, taken), [century_added(words[-1], lexemes[taken - 1])]
        elif lacks_start(words, match.kind) and goes_on(lexemes[match.last : min(limit, match.last + 3)]):
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


def lacks_century(words: Sequence[Lexeme], following: Sequence[Lexeme]) -> bool:
    """Whether the words end in a year, and the next one follows in two figures: "2014-15"."""
    if words[-1].sort != "year" or len(following) < 2 or following[0].sort != "dash":
        return False
    dash, short = following[:2]
    glued = words[-1].end == dash.start and dash.end == short.start
    return glued and len(short.text) == TWO and short.text.isdigit() and short.text > words[-1].text[TWO:]


def century_added(year: Lexeme, short: Lexeme) -> Lexeme:
    """The short year as a whole one: after "1939", "45" is 1945."""
    text = year.text[:TWO] + short.text
    return replace(short, sort="year", text=text, value=text)


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


def with_day(meaning: Point, following: Point) -> Point:
    """A clock time with the day that is said after another in brackets: "2 a.m. (0700 GMT) on Tuesday"."""
    bare = Point(clock=meaning.clock, zone=meaning.zone, mod=meaning.mod)
    if meaning.clock is None or following.clock is None or meaning != bare:
        return meaning
    return replace(following, clock=meaning.clock, zone=meaning.zone, mod=meaning.mod)


def named(meaning: Meaning, following: Sequence[Lexeme]) -> Meaning:
    """`meaning` with its year, where the day is the name of an event: "the Sept. 11 attacks"."""
    if not isinstance(meaning, Point) or meaning.year is not None or meaning.month is None or meaning.day is None:
        return meaning
    year, words = NAMED.get((meaning.month, meaning.day), (None, frozenset[str]()))
    return replace(meaning, year=year) if any(one.text in words for one in following) else meaning
