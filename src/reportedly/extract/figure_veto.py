"""Numbers that report no quantity: dates, clock times, results, names, addresses, telephone numbers, versions."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from reportedly.extract.figure_number import Kind, Numeral
from reportedly.extract.figure_words import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
DAY = r"\d{1,2}(?:st|nd|rd|th)?(?:\s?[-–—]\s?\d{1,2}\b(?!\s?%))?"
STREET = (
    r"(?:Road|Rd|Street|St|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Square|Crescent|Terrace|Way|Highway|Court|Quay|Close)"
)
PATTERNS = (
    r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.\w|#\w+",
    r"\d{4}-\d{2}-\d{2}\S*|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b",
    r"\b\d{1,2}[:.h]\d{2}(?::\d{2})?\s?(?:[ap]\.?\s?m\b\.?|GMT|UTC|CET|hours|hrs)|\b\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?",
    r"\b\d{1,2}\s?[ap]\.?m\b\.?|\b\w{1,12}(?:-\w{1,12})? o['’]clock\b|\b\d{4}\s?(?:GMT|hours local)",
    (
        rf"\b{MONTH}\s(?:the\s)?{DAY}(?![\d,.]*\d?\s?(?:%|people|percent|per))(?:,?\s\d{{4}}\b)?"
        rf"|\b{DAY}(?:\sof)?\s{MONTH}\b(?:,?\s\d{{4}}\b)?"
        rf"|\b{MONTH},?\s(?:of\s)?\d{{4}}\b"
    ),
    r"\b\d+(?:\.\d+){2,}\b|\bv\.?\s?\d[\d.]*",
    r"\(?\+?\d{1,4}\)?(?:[ .-]\(?\d{2,4}\)?){2,}[ .-]\d{2,4}\b|\+\d[\d ()-]{6,}\d",
    r"\b\d{1,3}0(?:'|’)?s\b|\b(?:1\d|20)\d\d['’]?s\b|(?<!\w)['’]\d{2}s?\b",
    rf"\b\d{{1,5}}[A-Z]?\s(?:[A-Z][\w’'-]+\s){{1,3}}{STREET}\b",
    r"[§¶]\s?\d[\w.]*|\b(?:No|Nos|no|nos|Nr|Art|Sec|Ch|pp?|Vol|Fig)\.\s?\d[\w-]*",
    r"\b(?:9/11|7/7|24/7)\b|(?<![\d$£€/])\b\d{1,2}/\d{1,2}/\d{2,4}\b",
    r"\b[A-Z]{1,3}\d{1,2}\s\d[A-Z]{2}\b",
    # A result: two low numbers joined, and no noun or unit that they count.
    (
        r"(?<![\w$£€.,-])\d{1,3}[-–]\d{1,3}(?:[-–]\d{1,3})?"
        r"(?=\s(?:win|victory|defeat|loss|draw|lead|thriller|vote|ruling|record|majority"
        r"|scoreline|aggregate|on\b|to\b|in\b|at\b|against|over|thanks|up|down|ahead|with|after|before|as\b|for|and|by)|\s?[,.;)!]|$)"
    ),
)
NOT_QUANTITIES = re.compile("|".join(f"(?:{pattern})" for pattern in PATTERNS))

YEAR = re.compile(r"(?:1[0-9]|20)\d\d$")


def blocked(text: str) -> list[tuple[int, int]]:
    """The ranges of `text` whose numbers are parts of dates, times, addresses, results and the like, in order."""
    return [match.span() for match in NOT_QUANTITIES.finditer(text)]


def inside(start: int, end: int, ranges: list[tuple[int, int]]) -> bool:
    """Whether start..end overlaps one of the ordered ranges."""
    at = bisect_right(ranges, start, key=lambda found: found[0]) - 1
    if at >= 0 and ranges[at][1] > start:
        return True
    return at + 1 < len(ranges) and ranges[at + 1][0] < end


def glued(text: str, numeral: Numeral, *, money: bool) -> bool:
    """Whether the number is part of a longer word or code: "G7", "Covid-19", "mid-1990s", "A320"."""
    if money or (numeral.digits is None and not text[numeral.start].isdigit()):
        return False
    before = text[numeral.start - 1] if numeral.start else " "
    if before.isalnum() or before in "_/@#\\&'’":
        return before not in "/" or not text[: numeral.start - 1][-1:].isdigit()
    if before in "-–" and numeral.start > 1 and text[numeral.start - 2].isalpha():
        word = re.search(r"[A-Za-z]+$", text[: numeral.start - 1])
        return word is None or word.group().lower() not in ("to", "minus", "and", "or")
    return before in "-–" and numeral.start > 2 and text[numeral.start - 2] == " " and text[numeral.start - 3].isupper()


def runs_on(text: str, end: int) -> bool:
    """Whether letters or digits follow without a space that are no known unit: "22nd", "787B", "5G"."""
    after = text[end : end + 2]
    return after[:1].isalnum() or (len(after) == 2 and after[0] in ".,:" and after[1].isdigit())


def is_year(numeral: Numeral) -> bool:
    """Whether the digits can be a year: four of them, 1000 to 2099, without separator."""
    return numeral.digits is not None and YEAR.match(numeral.digits) is not None


def _is_numbered(left: Token, token: Token) -> bool:
    """Whether the number and the noun before it are one name in the parse: "Planet 9", "the sp 500"."""
    after = token.dep_ == "nummod" and token.head == left and left.text[0].isupper() and not left.is_sent_start
    return left.pos_ in ("NOUN", "PROPN") and (after or (left.dep_ == "compound" and left.head == token))


def names(token: Token, numeral: Numeral) -> bool:
    """Whether the number at `token` belongs to the name or designator before it: "Big 12", "iPhone 11", "Part 3"."""
    if token.is_sent_start or numeral.kind in (Kind.FRACTION, Kind.PLURAL, Kind.FEW):
        return False
    left = token.nbor(-1)
    if token.is_alpha and token.is_lower:
        return False
    if _is_numbered(left, token):
        return True
    if left.tag_ in ("NN", "NNP") and left.lower_ in words_of("designator"):
        return True
    if left.tag_ in ("NN", "NNP") and left.lower_ in words_of("weak_designator"):
        return left.is_sent_start or left.text[0].isupper()
    if left.tag_ not in ("NNP", "NNPS") or left.lower_ == left.text:
        return False
    # "The Planet 9 project": a single thing is not counted by nine.
    if token.dep_ == "nummod" and token.head.tag_ == "NN" and token.nbor(1).tag_ != "HYPH":
        return True
    if left.dep_ in ("compound", "nmod", "poss", "amod"):
        return True
    return token.head.i <= token.i or token.head.pos_ == "PROPN" or token.dep_ not in ("nummod", "compound")
