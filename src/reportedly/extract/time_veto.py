"""Words of time that tell no time: ages, scores, names, amounts, and verbs that look like months."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportedly.extract.time_grammar import Match
from reportedly.extract.time_words import Lexeme

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

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
SEASON_PREPOSITIONS = frozenset(
    {"in", "by", "since", "until", "during", "throughout", "through", "this", "last", "next"}
)
AMBIGUOUS_SEASONS = frozenset({"spring", "fall"})
# "Of 1200 houses", "to 1500 men": these stand before counts as well as before years.
COUNTING_PREPOSITIONS = frozenset(
    {"of", "to", "for", "from", "between", "by", "with", "until", "after", "around", "circa", "in", "and"}
)
# A number from here on is a year after a preposition even beside a plural ("in 2003 elections").
PLAIN_YEARS_FROM = 1900
# Bare numbers below are numbers of things.
OLDEST_PLAIN_YEAR = 1600


class Candidate:
    """A match with what surrounds it."""

    def __init__(self, match: Match, lexemes: Sequence[Lexeme], tokens: Tokens, text: str) -> None:
        self.match = match
        self.words = lexemes[match.first : match.last]
        self.before = lexemes[match.first - 1] if match.first else None
        self.after = lexemes[match.last] if match.last < len(lexemes) else None
        self.after_next = lexemes[match.last + 1] if match.last + 1 < len(lexemes) else None
        counted = match.first > 1 and lexemes[match.first - 2].sort in ("unit", "units")
        # "Since 2013"; but "after" in "two days after 3 June" belongs to the two days.
        self.preposition = self.before.text if self.before and not counted else ""
        self.tokens = tokens
        self.text = text
        self.sorts = tuple(one.sort for one in self.words)

    def previous(self, *texts: str) -> bool:
        """Whether one of `texts` stands right before."""
        return self.before is not None and self.before.text in texts


def vetoed(candidate: Candidate) -> bool:
    """Whether the words tell no time here."""
    return any(check(candidate) for check in CHECKS)


def bare_year(it: Candidate) -> bool:
    """A number that is no year: "2000 people", "$1999", "Windows 2000", "1200 metres"."""
    if it.sorts not in (("year",), ("the", "year")):
        return False
    number, token = it.words[-1], it.tokens[-1]
    if glued(it, number):
        return True
    counts = token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ == "NNS"
    if counts and it.sorts == ("year",) and not it.previous(*(YEAR_PREPOSITIONS - COUNTING_PREPOSITIONS)):
        return not (
            token.head.ent_type_ == "EVENT"
            or (int(number.text) >= PLAIN_YEARS_FROM and it.previous(*YEAR_PREPOSITIONS))
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


def age(it: Candidate) -> bool:
    """Whether it is an age: "35-year-old", "aged 12 months", "two years old"."""
    following = [one.sort for one in (it.after, it.after_next) if one]
    if following[:1] == ["old"] or following[:2] == ["dash", "old"]:
        return True
    if following[:1] == ["of"] and it.after_next is not None and it.after_next.sort == "age":
        return True
    return it.match.kind == "length" and it.before is not None and it.before.sort == "age"


def word_of_month(it: Candidate) -> bool:
    """Whether it is no month: "may" as a verb, "March" as a walk, "April" and "June" as first names."""
    if it.sorts != ("month",):
        return False
    token = it.tokens[0]
    if token.tag_ == "MD" or token.pos_ in ("VERB", "AUX"):
        return True
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return token.ent_type_ == "PERSON" or (
        token.dep_ == "compound"
        and following is not None
        and following.ent_type_ == "PERSON"
        and token.ent_type_ == "PERSON"
    )


def ordinal_second(it: Candidate) -> bool:
    """Whether "second" counts things: "a second man", "the second race"."""
    if "second" not in it.sorts or it.match.kind not in ("length", "point", "repeat", "ago"):
        return False
    last = it.tokens[-1]
    return it.words[-1].sort == "second" and (
        last.tag_ in ("JJ", "RB") or (last.dep_ in ("amod", "advmod", "compound") and last.head.i > last.i)
    )


def season_word(it: Candidate) -> bool:
    """Whether "fall" or "spring" is no season: a verb, "the fall of the town", a drop in prices."""
    if it.sorts[-1] != "season" or len(it.words) > 2 or it.words[-1].text not in AMBIGUOUS_SEASONS:
        return it.sorts == ("season",) and it.tokens[-1].pos_ in ("VERB", "AUX")
    token = it.tokens[-1]
    if token.pos_ in ("VERB", "AUX") or (it.after is not None and it.after.text in ("of", "in", "from", "to")):
        return it.sorts in (("season",), ("the", "season"))
    if it.sorts == ("season",):
        return not (
            it.previous(*SEASON_PREPOSITIONS)
            or (it.words[0].text == "spring" and token.tag_ == "NN" and token.dep_ in ("nsubj", "pobj"))
        )
    return it.sorts == ("the", "season") and it.words[-1].text == "fall" and not it.previous(*SEASON_PREPOSITIONS)


def bare_quarter(it: Candidate) -> bool:
    """Whether a quarter is a fraction: "a quarter of the votes"."""
    return it.match.kind == "length" and it.sorts[-1:] == ("quarter",) and not set(it.sorts) & {"last", "past", "next"}


def amount(it: Candidate) -> bool:
    """Figures in front of what only looks like a unit: "first-half goals", "day 5"."""
    return bool(it.before and it.before.text in SYMBOLS and it.words[0].sort in ("integer", "decimal", "day"))


def name(it: Candidate) -> bool:
    """Names with a unit or a day in them: "Time", "Black Friday", "The Sunday Times", "Seven Days"."""
    token = it.tokens[0]
    if it.sorts == ("weekday",) and it.after is not None:
        return it.after.text in ("times", "mirror", "telegraph", "express", "herald", "mail", "post", "night live")
    return (
        it.match.kind == "length"
        and token.ent_type_ == "WORK_OF_ART"
        and token.text.istitle()
        and it.tokens[-1].text.istitle()
    )


def reference_word(it: Candidate) -> bool:
    """Whether it refers to no time: "now that", "as soon as", "futures" in compounds."""
    if it.match.kind != "vague":
        return False
    text = it.words[-1].text
    if text == "now":
        return it.after is not None and it.after.text == "that" and it.tokens[-1].dep_ == "mark"
    if text == "soon":
        return it.previous("as") or (it.after is not None and it.after.text in ("after", "as"))
    if text in ("future", "the present", "the future"):
        return it.tokens[-1].dep_ == "compound"
    return False


def indefinite(it: Candidate) -> bool:
    """Whether it is no length, as "a difficult day": one of its kind. Lengths follow "for", "in" or a verb."""
    if it.match.kind != "length" or it.sorts[0] != "a" or it.sorts[-1] != "unit" or "half" in it.sorts:
        return False
    if (it.before and it.before.sort in ("approx", "for", "in")) or (
        it.after and it.after.sort in ("before", "after", "of", "dash")
    ):
        return False
    root = it.tokens.root
    return (
        root.dep_ in ("nsubj", "nsubjpass", "attr", "dobj", "conj", "ROOT", "appos") and root.head.lemma_ not in LASTING
    )


LASTING = frozenset({"take", "last", "spend", "wait", "need", "serve", "require"})
CHECKS = (
    bare_year,
    age,
    word_of_month,
    ordinal_second,
    season_word,
    bare_quarter,
    amount,
    name,
    reference_word,
    indefinite,
)
