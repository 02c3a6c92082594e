"""Quotation marks -> quotations, also over paragraphs. Works on the characters, for parses stumble over quotations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.extract.parse import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

PARAGRAPH = re.compile(r"\n[ \t\r]*\n\s*|\r?\n")
OPENING = {"“": "”", "«": "»", "„": "“", "``": "''"}
# An apostrophe is no quotation mark: a single mark opens before a letter and behind a blank, and closes behind a word.
MARK = re.compile(r"“|”|\"|``|''|«|»|„|‘|’|'")
SINGLE_OPEN = re.compile(r"(?:^|(?<=[\s(\[—–:“\"]))[‘'](?=\w)")
# A quotation of single words set in marks ("so-called 'experts'") ends within this many characters or is an apostrophe.
SINGLE_LIMIT = 600


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation.

    Attributes:
        start: First token, the opening mark itself.
        end: One past the closing mark, or the end of the paragraph where it is left open.
        closed: Whether a closing mark ends it.
    """

    start: int
    end: int
    closed: bool


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Where paragraphs begin and end, in code points; a line is one."""
    found, at = [], 0
    for match in PARAGRAPH.finditer(text):
        if text[at : match.start()].strip():
            found.append((at, match.start()))
        at = match.end()
    if text[at:].strip():
        found.append((at, len(text)))
    return found


def marked(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """Outermost quotations of one paragraph, in code points, and whether each is closed."""
    found: list[tuple[int, int, bool]] = []
    opened: int | None = None
    closer = ""
    for match in MARK.finditer(text, start, end):
        mark = match.group()
        if opened is None:
            if mark in OPENING or mark == '"' or (mark == "''" and not text[match.start() - 1 : match.start()].strip()):
                opened, closer = match.start(), OPENING.get(mark, mark)
            elif mark in {"‘", "'"} and SINGLE_OPEN.match(text, match.start()):
                close = single_close(text, match.end(), min(end, match.end() + SINGLE_LIMIT))
                if close is not None:
                    found.append((match.start(), close, True))
        elif mark == closer or (closer == "”" and mark == '"'):
            found.append((opened, match.end(), True))
            opened = None
    if opened is not None:
        found.append((opened, end, False))
    return outermost(found)


def single_close(text: str, start: int, end: int) -> int | None:
    """One past the single mark that closes what begins at `start`; None where none does."""
    last = None
    for match in re.finditer(r"(?<=[\w.,!?…])[’'](?!\w)", text[start:end]):
        inside = text[start : start + match.start()]
        if "‘" in inside or "\n" in inside:
            break
        last = start + match.end()
        # "The residents' anger": an s before the mark may be a genitive, so the next one is tried as well.
        if not inside.endswith("s"):
            return last
    return last


def outermost(found: list[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    """Without those that stand inside another."""
    kept: list[tuple[int, int, bool]] = []
    for item in sorted(found, key=lambda each: (each[0], -each[1])):
        if not kept or item[0] >= kept[-1][1]:
            kept.append(item)
    return kept


def quotes(doc: Doc) -> list[Quote]:
    """Every outermost quotation, in order; a paragraph that is left open is its own piece (see `run_on`)."""
    text = text_of(doc)
    starts = {token.idx: token.i for token in doc}
    found = []
    for first, last in paragraphs(text):
        if not MARK.search(text, first, last):
            continue
        for start, end, closed in marked(text, first, last):
            token = starts.get(start)
            if token is None:
                continue
            stop = token
            while stop < len(doc) and doc[stop].idx < end:
                stop += 1
            while stop > token + 1 and doc[stop - 1].is_space:
                stop -= 1
            if stop - token > 2:
                found.append(Quote(token, stop, closed))
    return found


def run_on(doc: Doc, quote: Quote, following: Quote) -> bool:
    """Whether a quotation left open goes on with the next, which repeats the opening mark at its paragraph's head."""
    between = doc[quote.end - 1].whitespace_ + doc[quote.end : following.start].text_with_ws
    return not quote.closed and not between.strip() and "\n" in between
