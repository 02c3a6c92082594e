"""Words of time that tell no time: ages, scores, names, amounts, and verbs that look like months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.extract.time_candidate import Candidate
from reportedly.extract.time_year import SYMBOLS, bare_year, glued

if TYPE_CHECKING:
    from spacy.tokens import Token

SEASON_PREPOSITIONS = frozenset(
    {"in", "by", "since", "until", "during", "throughout", "through", "this", "last", "next"}
)
CLOCK_PREPOSITIONS = frozenset(
    {"at", "around", "about", "by", "from", "until", "since", "before", "after", "between", "and", "to"}
)
DAY_PREPOSITIONS = frozenset({"on", "by", "until", "till", "from", "to", "since", "and"})
LAST_DAY = 31
OWNERS = frozenset({"his", "her", "their", "my", "our", "your", "whose"})
MONTH_PREPOSITIONS = SEASON_PREPOSITIONS | {
    "early",
    "late",
    "mid",
    "from",
    "to",
    "between",
    "and",
    "of",
    "before",
    "after",
}
# Parts of a day that are over in a moment: "at dawn" says when.
MOMENTS = frozenset({"dawn", "daybreak", "sunrise", "dusk", "sunset", "nightfall", "midday", "lunchtime"})
SESSIONS = frozenset({"trading", "trade", "session", "dealings", "deals"})
# "In the day", "for the hour" mean no day or hour in particular.
SPANS = frozenset({"W", "WE", "M", "Y", "Q"})
AMBIGUOUS_SEASONS = frozenset({"spring", "fall"})


def vetoed(candidate: Candidate) -> bool:
    """Whether the words tell no time here."""
    return any(check(candidate) for check in CHECKS)


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
        and not it.previous(*SEASON_PREPOSITIONS)
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
    if it.sorts[-1:] != ("season",) or len(it.words) > 2 or it.words[-1].text not in AMBIGUOUS_SEASONS:
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
    """Whether quarters are fractions or towns' parts: "a quarter of the votes", "in some quarters"."""
    if it.match.kind != "length" or it.words[-1].value != "Q":
        return False
    return not set(it.sorts) & {"last", "past", "next", "adjective", "previous", "following", "ordinal"}


def record(it: Candidate) -> bool:
    """Whether minutes are what was written down: "the minutes of the meeting"."""
    return it.sorts == ("units",) and it.words[0].value == "MI" and it.previous("the")


def amount(it: Candidate) -> bool:
    """Figures in front of what only looks like a unit: "first-half goals", "day 5"."""
    return bool(it.before and it.before.text in SYMBOLS and it.words[0].sort in ("integer", "decimal", "day"))


def name(it: Candidate) -> bool:
    """Names with a unit or a day in them: "Time", "Black Friday", "The Sunday Times", "Seven Days"."""
    token = it.tokens[0]
    if it.sorts in NAMING and token.text.istitle() and not token.is_sent_start and token.nbor(-1).pos_ == "PROPN":
        return True
    if it.sorts[-1] == "holiday" and it.tokens[-1].ent_type_ in ("GPE", "LOC", "FAC"):
        return True
    if it.sorts == ("freq",) and token.pos_ == "PROPN" and not token.is_sent_start:
        return True
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


# "Months of talks", "hours away", "days into the siege", "decades in the making".
BESIDE_LENGTHS = frozenset(
    {"of", "in", "into", "away", "later", "earlier", "before", "after", "following", "since", "without"}
)
# "USA Today", "Mirela Dunne Now".
NAMING = frozenset({("deictic",), ("reference",)})
LASTING = frozenset({"take", "last", "spend", "wait", "need", "serve", "require"})


def race_time(it: Candidate) -> bool:
    """Whether a clock is a stopwatch: "in 2:05:33", "a time of 1:59"."""
    if it.sorts != ("clock",):
        return False
    exact = it.words[0].text.count(":") == 2
    return it.previous("in", "of") or (exact and not it.previous(*CLOCK_PREPOSITIONS))


def day_alone(it: Candidate) -> bool:
    """Whether "the 12th" is no day of a month but a rank: "the 12th man", "the 38th parallel"."""
    if it.sorts != ("the", "nth"):
        return False
    token = it.tokens[-1]
    bare = token.dep_ in ("pobj", "npadvmod", "conj") and not (
        token.i + 1 < len(token.doc) and counted_by(token.nbor(1))
    )
    return not (bare and int(it.words[-1].text[:-2]) <= LAST_DAY and it.previous(*DAY_PREPOSITIONS))


def counted_by(following: Token) -> bool:
    """Whether a word, or the one after its hyphen, is what a rank before it counts."""
    return following.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") or following.text in ("-", "%")


def no_decade(it: Candidate) -> bool:
    """Whether a decade is of somebody's life ("in his 40s") or the end of a name ("KC-30s")."""
    if it.sorts[-1] != "decade":
        return False
    return it.previous(*OWNERS) or (it.sorts == ("decade",) and glued(it, it.words[0]))


def named_march(it: Candidate) -> bool:
    """Whether "March" is a walk with a name: "the Long March", "the March to the Sea"."""
    if it.sorts != ("month",) or it.words[0].text != "march" or it.previous(*MONTH_PREPOSITIONS):
        return False
    token = it.tokens[0]
    left = token.nbor(-1) if token.i else None
    if left is not None and left.text[0].isupper() and left.dep_ in ("compound", "amod") and left.head == token:
        return True
    headed = left is not None and left.lower_ in ("the", "a", "'s", "’s") and token.head.i < token.i
    return headed or (it.after is not None and it.after.text in ("of", "to", "on", "for", "against"))


def plain_unit(it: Candidate) -> bool:
    """Whether "the day", "in the hour" names no calendar time: shorter or longer ones than weeks, months and years."""
    return it.match.kind == "point" and it.sorts == ("the", "unit") and it.words[-1].value not in SPANS


def bare_plural(it: Candidate) -> bool:
    """Whether days or years are no stretch of time but what somebody had: "our greatest days"."""
    if it.sorts != ("units",) or (it.after is not None and it.after.text in BESIDE_LENGTHS):
        return False
    token = it.tokens[-1]
    described = any(child.dep_ in ("amod", "poss", "det") for child in token.children)
    lasts = token.dep_ == "dobj" and token.head.lemma_ in LASTING
    return described or not (lasts or token.dep_ in ("npadvmod", "pobj", "advmod"))


def bare_part(it: Candidate) -> bool:
    """Whether "morning" is of no day in particular; that of the exchange is of the day told: "in morning trading"."""
    if it.match.kind != "point" or it.sorts[-1] != "part" or set(it.sorts) - {"edge", "dash", "part"}:
        return False
    if it.words[-1].text in MOMENTS and it.previous(*CLOCK_PREPOSITIONS):
        return False
    return it.after is None or it.after.text not in SESSIONS


CHECKS = (
    bare_part,
    bare_plural,
    record,
    no_decade,
    named_march,
    plain_unit,
    race_time,
    day_alone,
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
