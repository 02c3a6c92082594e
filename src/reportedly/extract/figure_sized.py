"""A number with what it is counted in: a unit of measure, the noun it counts, an age, or nothing."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.extract.figure_bound import Bound, bound_after
from reportedly.extract.figure_counted import NOUNS, Counted, counted_noun
from reportedly.extract.figure_number import LARGEST, Kind, Numeral
from reportedly.extract.figure_quantity import age_unit, is_quantity, is_sum
from reportedly.extract.figure_raw import Raw
from reportedly.extract.figure_unit import Measure
from reportedly.extract.figure_veto import glued, runs_on
from reportedly.extract.parse import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Grid:
    """A document with the way from a code point to its token and sentence.

    `text` is `doc.text`, which spaCy puts together anew whenever it is asked for.
    """

    doc: Doc
    text: str
    position: list[int]
    starts: list[int]

    def token(self, at: int) -> Token:
        """The token at code point `at`, or the one before it where a space stands there."""
        return self.doc[self.position[at]]

    def sentence(self, at: int) -> tuple[int, int]:
        """First code point of the sentence at `at`, and one past its last."""
        index = bisect_right(self.starts, at)
        end = self.starts[index] if index < len(self.starts) else len(self.text)
        return self.starts[max(0, index - 1)], end


def grid(doc: Doc) -> Grid:
    """The grid of `doc`."""
    text = text_of(doc)
    position = [0] * (len(text) + 1)
    for token in doc:
        end = token.idx + len(token.text_with_ws)
        position[token.idx : end] = [token.i] * (end - token.idx)
    position[-1] = max(0, len(doc) - 1)
    return Grid(doc, text, position, [token.idx for token in doc if token.is_sent_start] or [0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Sized:
    """A number that reports a quantity.

    Attributes:
        raw: The number, with ranges and ratios.
        measure: Its unit of measure or currency; None where there is none.
        counted: The noun it counts; None where it counts none beside it, or has a measure.
        age: "year of age" for an age without a unit; else None.
        infix: A bound between number and noun ("40 or more officers"); None where there is none.
    """

    raw: Raw
    measure: Measure | None = None
    counted: Counted | None = None
    age: str | None = None
    infix: Bound | None = None

    @property
    def share(self) -> bool:
        """Whether it is a part of a whole: "two thirds", "one in five"."""
        return self.raw.share_of is not None or self.raw.numeral.kind is Kind.FRACTION

    @property
    def adjectival(self) -> bool:
        """Whether number and noun together modify another noun: "12-page report", "seven-member panel"."""
        counted = self.counted
        if counted is None or self.share:
            return False
        if counted.tokens[0].tag_ == "HYPH" and sum(token.tag_ in NOUNS for token in counted.tokens) > 1:
            return True
        return not counted.plural and not counted.partitive and self.raw.last.value != 1

    @property
    def end(self) -> int:
        """One past the last code point of number and unit."""
        end = max(self.raw.last.end, self.measure.end if self.measure else 0)
        if self.counted is None:
            return end
        if self.adjectival:
            noun = next(token for token in self.counted.tokens if token.tag_ in NOUNS)
            return noun.idx + len(noun)
        return max(end, self.counted.end)


def sized(raw: Raw, on: Grid, *, dated: bool) -> Sized | None:
    """The number with what it counts; None for one that is no quantity. `dated`: it lies in a date or clock time."""
    numeral = raw.numeral
    measure = _noun_measure(raw.measure, on, written=raw.last.digits is None)
    # "Two years later" is a date, and its "two years" a quantity; "14" of "14 March" is none.
    if dated and not (measure and measure.kind == "time") and not is_sum(on.token(numeral.start)):
        return None
    if numeral.kind is Kind.FEW and measure and measure.kind == "count":
        return None
    if raw.last.value >= LARGEST or glued(
        on.text, numeral, money=measure is not None and measure.start < numeral.start
    ):
        return None
    if measure is not None:
        return Sized(raw=raw, measure=measure)
    if runs_on(on.text, raw.last.end) or _starts_list(numeral, on):
        return None
    return _without_measure(raw, on)


def _without_measure(raw: Raw, on: Grid) -> Sized | None:
    first, last = on.token(raw.numeral.start), on.token(raw.last.end - 1)
    infix = bound_after(on.text, raw.last.end, sentence=on.sentence(raw.numeral.start)[1])
    counted = _counted(raw, last)
    if infix is not None:
        counted = _counted(raw, on.token(infix.end - 1))
        infix = infix if counted is not None else None
    age = None if counted else age_unit(raw, on.text, last)
    if age is None and not is_quantity(raw, on.text, first, last, counted):
        return None
    return Sized(raw=raw, counted=counted, age=age, infix=infix)


def _noun_measure(measure: Measure | None, on: Grid, *, written: bool) -> Measure | None:
    """The measure, unless its word is a verb here ("5 won") or an ordinal ("two second")."""
    if measure is None:
        return None
    token = on.token(measure.start)
    ordinal = written and token.lower_ == "second" and token.tag_ in ("JJ", "RB")
    verb = token.pos_ in ("VERB", "AUX") and measure.kind != "rate" and token.is_alpha and len(token) > 1
    return None if token.idx == measure.start and (verb or ordinal) else measure


def _starts_list(numeral: Numeral, on: Grid) -> bool:
    """Whether the number is the mark of an item in a list: "3. Call the police"."""
    token = on.token(numeral.start)
    rest = on.text[numeral.end : numeral.end + 2]
    at_start = token.is_sent_start or (token.i > 0 and on.doc[token.i - 1].is_space)
    return numeral.digits is not None and at_start and rest[:1] in (".", ")", "]") and rest[1:].isspace()


def _counted(raw: Raw, token: Token) -> Counted | None:
    """The noun the number counts; None where the number fits none."""
    numeral = raw.last
    counted = counted_noun(token, vague=numeral.vague or numeral.kind is Kind.FRACTION)
    if counted is None or counted.partitive or numeral.value == 1 or raw.share_of is not None or counted.plural:
        return counted
    return counted if len(counted.tokens) > 1 and any(token.tag_ in NOUNS for token in counted.tokens) else None
