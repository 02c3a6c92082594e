"""What binds a number: the words before and after it ("at least", "or more"), and which way it has moved."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reportedly.extract.figure_unit import kind_of
from reportedly.lexicon.table import table
from reportedly.model import Comparator, Trend
from reportedly.model.figure import Number

if TYPE_CHECKING:
    from spacy.tokens import Token

# "Nearly 300" is about 300, from below: the number is the high end and the low one stays open.
NEARLY = "nearly"
EXACTLY = "exactly"


@dataclass(frozen=True, slots=True)
class Bound:
    """A binding word: its range in the text, and what the comparators table says of it."""

    start: int
    end: int
    meaning: str

    @property
    def comparator(self) -> Comparator:
        """The comparator it stands for."""
        return Comparator.ABOUT if self.meaning == NEARLY else Comparator(self.meaning)


@cache
def _meanings(place: str) -> dict[str, str]:
    """Word -> its meaning, of the rows for one place."""
    return {row["word"].lower(): row["meaning"] for row in table("comparators") if row["place"] == place}


def _choice(words: dict[str, str]) -> str:
    parts = (re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
    return "|".join(parts)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<word>{_choice(_meanings('before'))})[^\S\n]*\n?[^\S\n]*$", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"[\s,-]{{0,2}}(?P<word>{_choice(_meanings('after'))})(?![\w])", re.IGNORECASE)


def bounds_before(text: str, start: int) -> list[Bound]:
    """The binding words that end where the number starts, nearest first: "at least", "just" of "at least just 5"."""
    bounds: list[Bound] = []
    while len(bounds) < 4:
        lowest = max(0, start - 40)
        match = _before().search(text[lowest:start])
        if match is None:
            break
        word = re.sub(r"\s+", " ", match["word"].lower())
        meaning = _meanings("before")[word]
        start = lowest + match.start("word")
        bounds.append(Bound(start, lowest + match.end("word"), meaning))
    return bounds


def bound_after(text: str, end: int, *, sentence: int) -> Bound | None:
    """The binding words right behind a number and its unit ("or more"); None where there are none."""
    match = _after().match(text, end, sentence)
    if match is None:
        return None
    word = re.sub(r"\s+", " ", match["word"].lower())
    return Bound(match.start("word"), match.end("word"), _meanings("after")[word])


def binding(bounds: list[Bound]) -> Bound | None:
    """The one of several binding words that decides: the farthest that is more than "just" or "the"."""
    deciding = [bound for bound in bounds if bound.meaning != EXACTLY]
    return deciding[-1] if deciding else None


@dataclass(frozen=True, slots=True)
class Ends:
    """The numbers of a figure as its words bind them: None is open."""

    low: Number | None
    high: Number | None
    comparator: Comparator


def ends_under(bound: Bound | None, low: Number, high: Number, *, vague: bool) -> Ends:
    """What remains of `low` and `high` under `bound`; a vague word has no high end."""
    comparator = bound.comparator if bound else Comparator.EXACTLY
    if vague:
        return Ends(low, None, Comparator.VAGUE)
    if comparator in (Comparator.AT_LEAST, Comparator.MORE_THAN):
        return Ends(low, None, comparator)
    if comparator in (Comparator.AT_MOST, Comparator.LESS_THAN):
        return Ends(None, high, comparator)
    if low != high:
        return Ends(low, high, Comparator.ABOUT if comparator is Comparator.ABOUT else Comparator.BETWEEN)
    if bound is not None and bound.meaning == NEARLY:
        return Ends(None, high, comparator)
    return Ends(low, high, comparator)


# "Lost 2 million" says what was lost, "lost 5%" which way it went.
ONLY_SHARES = frozenset({"lose"})
# "Add 5 grams" is no rise, "added 5 cents" is one.
ONLY_SUMS = frozenset({"add"})
# "Advanced 4 miles" is a march, "advanced 4%" a rise.
ALSO_WALKS = frozenset({"advance", "retreat"})
GOALS = frozenset({"to", "above", "below", "over", "under", "past", "beyond"})
SHARES = frozenset({"percentage", "percentage point", "basis point", "point"})
LENGTHS = frozenset({"mile", "yard", "foot", "inch", "nautical mile", "metre", "kilometre", "block"})
OBJECTS = frozenset({"dobj", "obj", "attr", "oprd"})
AMOUNTS = frozenset({"npadvmod", "dobj", "obj", "advmod", "attr", "nummod", "oprd", "dep", "ccomp", "xcomp"})


def trend_of(token: Token, *, unit: str | None, measured: bool, skip: frozenset[int]) -> Trend | None:
    """Which way the quantity headed by `token` moved: "rose 5%", "fell by 30", "up 4 points", "rose to 40".

    None where it is not said to have moved, for the "from" of "rose from 30 to 40", and for the "to" of a movement
    whose amount is given. `measured`: the quantity has a unit of measure, not a counted noun; `skip`: indices of the
    figure's own tokens, so that "up to 50" is no rise.
    """
    first = min(skip)
    second = first > 0 and token.doc[first - 1].lower_ == "to"
    side = _beside(token, skip, measured=measured)
    if side is not None:
        return side
    token = token.head if token.dep_ == "quantmod" else token
    verb = _mover(token, second=second)
    if verb is not None and verb.pos_ == "NOUN" and token.dep_ == "pobj" and token.head.lower_ == "by":
        return Trend(_meanings("noun")[verb.lemma_.lower()]) if verb.lemma_.lower() in _meanings("noun") else None
    if verb is None or verb.pos_ != "VERB" or verb.lemma_.lower() not in _meanings("verb"):
        return None
    lemma = verb.lemma_.lower()
    if (lemma in ALSO_WALKS and unit in LENGTHS) or (lemma in ONLY_SHARES and unit not in SHARES):
        return None
    if lemma in ONLY_SUMS and unit not in SHARES and kind_of(unit) != "currency":
        return None
    if token.dep_ in OBJECTS and not measured:
        return None
    return Trend(_meanings("verb")[lemma])


def signed(unit: str | None, high: Number | None) -> Trend | None:
    """Down for a share with a minus sign: "shares -1.6%"."""
    return Trend.DOWN if unit in SHARES and high is not None and high < 0 else None


def _mover(token: Token, *, second: bool) -> Token | None:
    """The verb that moves the quantity headed by `token`; None for where it moved from.

    None, too, for where to, once it is said how far. `second`: a "to" stands before the number: "from 10 to 20" and
    "by 8 to 47" are often one phrase in the parse.
    """
    if token.dep_ != "pobj":
        return token.head if token.dep_ in AMOUNTS else None
    preposition = token.head
    verb = preposition.head.head if preposition.head.dep_ == "prep" else preposition.head
    if preposition.lower_ in GOALS or (second and preposition.lower_ == "from"):
        return None if _has_amount(verb, preposition) else verb
    return verb if preposition.lower_ == "by" and not second else None


def _has_amount(verb: Token, to: Token) -> bool:
    """Whether the movement is measured by itself: "rose 60% to 3.9 million", "fell by 3 to 12"."""
    return any(child.i < to.i and (child.dep_ in AMOUNTS or child.lower_ == "by") for child in verb.rights)


def _beside(token: Token, skip: frozenset[int], *, measured: bool) -> Trend | None:
    """The trend of "up 4%", "4% higher": an adverb next to the quantity."""
    adverbs = _meanings("adverb")
    first = min(skip)
    near = [token.doc[first - 1]] if not token.doc[first].is_sent_start else []
    last = max(skip) + 1
    if last < len(token.doc) and not token.doc[last].is_sent_start:
        near += [other for other in (token.doc[last],) if other.lower_ in ("higher", "lower")]
    near += [child for child in token.lefts if child.lower_ in adverbs]
    if token.head.lower_ in adverbs:
        near.append(token.head)
    for other in near:
        # "Shut down 1,100 shops" moves no quantity.
        if not measured and other.i > 0 and other.nbor(-1).pos_ == "VERB":
            continue
        if (
            other.i in skip
            or (other.dep_ == "prt" and not measured)
            or (other.i + 1 < len(token.doc) and other.nbor(1).lower_ == "than")
        ):
            continue
        if other.lower_ in adverbs and other.pos_ != "VERB" and abs(other.i - token.i) < 7:
            return Trend(adverbs[other.lower_])
    return None
