"""The number grammar: digits, words and both, vague numerals and fractions, found in plain text.

Vague words follow a named rule: "dozens" is 12 or more, "hundreds" 100 or more, "a few hundred" 200 or more (the
numerals table says which rule each row takes). The high end stays open; the words stay in the span.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from functools import cache
from math import isclose

from reportedly.lexicon.table import table
from reportedly.model.figure import Number


class Kind(StrEnum):
    """What a piece of a numeral does in it; the kinds of the numerals table, and digits."""

    DIGITS = "digits"
    UNIT = "unit"
    TEN = "ten"
    SCALE = "scale"
    PLURAL = "plural"
    FEW = "few"
    FRACTION = "fraction"


@dataclass(frozen=True, slots=True)
class Piece:
    """One word or run of digits that takes part in a numeral."""

    start: int
    end: int
    kind: Kind
    value: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number as written.

    Attributes:
        start: First code point.
        end: One past the last.
        value: The number; the low bound of a vague one.
        vague: Whether the high end is open because the word is vague ("dozens").
        kind: Of its first piece; a share ("two thirds") is a FRACTION, a vague word PLURAL or FEW.
        digits: The digits alone, as written, where that is the whole numeral ("1500"); else None.
        closed: The part that later scales leave alone: 1,000,000 in "one million two hundred (thousand)".
    """

    start: int
    end: int
    value: Fraction
    vague: bool = False
    kind: Kind = Kind.DIGITS
    digits: str | None = None
    closed: Fraction = Fraction(0)

    @property
    def number(self) -> Number:
        """The value as a count or a decimal."""
        return plain(self.value)


def plain(value: Fraction) -> Number:
    """An int where `value` is whole, else the nearest decimal."""
    return value.numerator if value.denominator == 1 else float(value)


# Nothing that news counts is larger, and a store's integers end soon above.
LARGEST = 10**18
GLYPHS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}
# Thousands are parted by a comma, a no-break or thin space; by a plain space only before "000".
DIGITS = (
    r"(?:\d{1,3}(?:(?:[\u00a0\u202f\u2009]\d{3})+| 000)(?![\d,.]*\d)"
    r"|\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)|\d{1,30})(?:\.\d{1,30})?|(?<![\d\w])\.\d{1,30}"
)
# "1/2 pound"; two figures of any other size are a date or a result.
SLASHED = r"(?<![\d/.,$£€-])(?:1/[23458]|2/[35]|3/[458])(?![\d/,.]*\d|/)"
SEPARATORS = str.maketrans("", "", ", \u00a0\u202f\u2009")
# "m" may be metres and "b" bits: a single letter scales a number only next to money, or before words that end in a
# plural ("2.3m people"); "k" and the longer forms are never anything else.
LETTERS = {"k": 3, "K": 3, "m": 6, "M": 6, "b": 9, "B": 9}
ABBREVIATED = {"mil": 6, "mn": 6, "mln": 6, "bn": 9, "bln": 9, "tn": 12, "trn": 12}
PLURAL_AHEAD = re.compile(r"\s+(?:[a-z][\w-]*\s+){0,4}?(?:people|[a-z]{2,}[^s\W]s)\b")
LETTER = re.compile(r"(?:(?P<long>\s?(?:mil|mn|mln|bn|bln|tn|trn))|(?P<short>[kKmMbB]))(?![\w/²³])")
MONEY_BEFORE = re.compile(r"(?:[$£€¥₹₩₽₺]|\b(?:PS|RM|Rs\.?|[A-Z]{3}))\s?$")

BETWEEN_PIECES = re.compile(
    r"[ \t\u00a0\u202f]+|-|\s+and\s+|[ -]and[ -]a[ -]|\s+of\s+(?:an?\s+)?|\s+an?\s+|(?=k|m|b|t)"
)


@cache
def _words() -> dict[str, tuple[Kind, Fraction]]:
    """Word -> what it does in a numeral and its value."""
    return {row["word"]: (Kind(row["kind"]), Fraction(row["value"])) for row in table("numerals")}


@cache
def _pattern() -> re.Pattern[str]:
    """What may be a piece of a numeral."""
    words = "|".join(sorted(_words(), key=len, reverse=True))
    glyphs = "".join(GLYPHS)
    return re.compile(
        rf"(?P<slash>{SLASHED})|(?P<digits>{DIGITS})|(?P<glyph>[{glyphs}])|\b(?P<word>{words})(?:\b|(?=fold\b))",
        re.IGNORECASE,
    )


def pieces(text: str) -> Iterator[Piece]:
    """Every run of digits and every number word of `text`, in order."""
    for match in _pattern().finditer(text):
        start, end = match.span()
        if match["slash"]:
            yield Piece(start, end, Kind.FRACTION, Fraction(match["slash"]))
        elif match["digits"]:
            yield Piece(start, end, Kind.DIGITS, Fraction(match["digits"].translate(SEPARATORS)))
            letter = _letter(text, start, end)
            if letter:
                yield letter
        elif match["glyph"]:
            yield Piece(start, end, Kind.FRACTION, GLYPHS[match["glyph"]])
        else:
            kind, value = _words()[match["word"].lower()]
            yield Piece(start, end, kind, value)


def _letter(text: str, start: int, end: int) -> Piece | None:
    """The abbreviated scale after the digits ("2.3m", "$5bn"); None where a letter is more likely a unit."""
    match = LETTER.match(text, end)
    if match is None:
        return None
    if match["long"]:
        return Piece(end, match.end(), Kind.SCALE, Fraction(10) ** ABBREVIATED[match["long"].strip()])
    short = match["short"]
    money = MONEY_BEFORE.search(text, max(0, start - 6), start)
    if money or short in "kK" or PLURAL_AHEAD.match(text, match.end()):
        return Piece(end, match.end(), Kind.SCALE, Fraction(10) ** LETTERS[short])
    return None


def numerals(text: str) -> Iterator[Numeral]:
    """Every number of `text`, in order: what is written, before any judgement whether it counts something."""
    open_: Numeral | None = None
    last: Piece | None = None
    for piece in pieces(text):
        joined = None
        if open_ is not None and last is not None:
            joined = _join(open_, last, piece, text[open_.end : piece.start])
        if joined is None:
            if open_ is not None:
                yield _with_article(open_, text)
            joined = _begin(piece, text)
        open_, last = joined, piece
    if open_ is not None:
        yield _with_article(open_, text)


MINUS = re.compile(r"(?:\b[Mm]inus[\s-]|(?<!\S)−|(?:^|[a-z,;:]\s|\(|[$£€])-)$")
# "DAX -1.6%" is a fall, "5-10%" a range.
SIGNED_SHARE = re.compile(r"(?<=\s)-$")


def _begin(piece: Piece, text: str) -> Numeral:
    """The numeral that begins with `piece`, its minus sign taken in."""
    digits = text[piece.start : piece.end] if piece.kind is Kind.DIGITS else None
    vague = piece.kind in (Kind.PLURAL, Kind.FEW)
    start, value = piece.start, piece.value
    minus = MINUS.search(text, max(0, start - 7), start) if digits else None
    if minus is None and digits and text[piece.end : piece.end + 1] == "%":
        minus = SIGNED_SHARE.search(text, max(0, start - 2), start)
    if minus is not None:
        sign = re.search(r"[Mm]inus.$|[−-]$", minus.group())
        start, value, digits = start - len(sign.group() if sign else ""), -value, None
    return Numeral(start=start, end=piece.end, value=value, vague=vague, kind=piece.kind, digits=digits)


def _join(left: Numeral, last: Piece, piece: Piece, gap: str) -> Numeral | None:
    """`left` with one more piece; None where the two are numbers of their own."""
    if not (gap == "" or BETWEEN_PIECES.fullmatch(gap)):
        return None
    value = _joined_value(left, last, piece, gap.strip(" -\t\u00a0\u202f").replace("-", " "))
    if value is None:
        return None
    share = piece.kind is Kind.FRACTION and value < 1
    kind = Kind.FRACTION if share else Kind.SCALE if left.kind is Kind.FRACTION else left.kind
    closes = last.kind is Kind.SCALE and last.value >= 1000 and piece.kind not in (Kind.SCALE, Kind.PLURAL)
    closed = left.value if closes else left.closed
    return replace(left, end=piece.end, value=value, kind=kind, digits=None, closed=closed)


def _joined_value(left: Numeral, last: Piece, piece: Piece, word: str) -> Fraction | None:
    """The value of a numeral followed by `word` and `piece`; None where that is no numeral."""
    match piece.kind:
        case Kind.SCALE | Kind.PLURAL:
            return _scaled(left, last, piece, word)
        case Kind.FRACTION:
            return _with_fraction(left, last, piece, word)
        case Kind.UNIT | Kind.TEN | Kind.DIGITS if word in ("", "and"):
            return _added(left, last, piece, word)
    return None


def _scaled(left: Numeral, last: Piece, piece: Piece, word: str) -> Fraction | None:
    of = word == "of" and (left.vague or last.kind is Kind.FEW)
    half = word in ("a", "an", "of a") and last.kind is Kind.FRACTION
    if not (word == "" or of or half) or (piece.kind is Kind.PLURAL and not of and last.kind is Kind.UNIT):
        return None
    if last.kind is Kind.PLURAL and piece.kind is not Kind.PLURAL:
        return None
    value = left.closed + (left.value - left.closed) * piece.value
    return value if value < LARGEST else None


def _with_fraction(left: Numeral, last: Piece, piece: Piece, word: str) -> Fraction | None:
    if last.kind not in (Kind.UNIT, Kind.DIGITS, Kind.TEN):
        return None
    if word in ("and a", "and") or (word == "" and piece.end - piece.start == 1):
        return left.value + piece.value
    whole = left.value.denominator == 1 and 1 <= left.value < 1 / piece.value
    return left.value * piece.value if word == "" and whole else None


def _added(left: Numeral, last: Piece, piece: Piece, word: str) -> Fraction | None:
    if left.vague or piece.kind is Kind.DIGITS or last.kind is Kind.DIGITS:
        return None
    after_ten = word == "" and last.kind is Kind.TEN and piece.kind is Kind.UNIT and 0 < piece.value < 10
    after_scale = last.kind is Kind.SCALE and piece.value < last.value and left.kind is not Kind.FRACTION
    return left.value + piece.value if after_ten or after_scale else None


ARTICLE = re.compile(r"\b(an?)(?:\s+good)?[\s-]+$", re.IGNORECASE)


def _with_article(numeral: Numeral, text: str) -> Numeral:
    """With the "a" of "a hundred", "a third", "a few" taken in."""
    if numeral.kind not in (Kind.SCALE, Kind.FRACTION, Kind.FEW):
        return numeral
    article = ARTICLE.search(text, max(0, numeral.start - 8), numeral.start)
    return replace(numeral, start=article.start()) if article else numeral


def same(one: Number, other: Number) -> bool:
    """Whether two numbers are equal, up to rounding of decimals."""
    return isclose(one, other, rel_tol=1e-9)
