"""Datelines: the date an article prints at its head."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from reportedly.extract.time_build import build
from reportedly.extract.time_grammar import matches
from reportedly.extract.time_meaning import Point
from reportedly.extract.time_value import safe_date
from reportedly.extract.time_words import lex

# A dateline stands in the first lines; a date later on is told about.
HEAD_CHARACTERS = 600
HEAD_LINES = 4
LABEL = re.compile(
    r"^\W*(?:(?:published|posted|updated|last updated|date|filed)\b\W*(?:on\b|at\b)?)?\s*", re.IGNORECASE
)
# "BRUSSELS, Jan. 16 (Agency) —", "Kyiv – 3 March 2022 –": a place, a date, a dash.
PLACE = re.compile(r"^(?:[^\W\d_][\w.'’ ]{1,40},? ?){1,3}[,–—-] ?")

# A publication outside these years is a slip of the metadata, and none is assumed.
EARLIEST, LATEST = 1400, 2999


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A date at the head of an article.

    Attributes:
        start, end: Code points of the date.
        day: The day it names; None where it names no year.
        alone: Whether it has its line for itself, as publishers print the date of publication.
    """

    start: int
    end: int
    day: date | None
    alone: bool


def dateline(text: str) -> Dateline | None:
    """The dateline of `text`; None where it has none."""
    offset = 0
    for line in text[:HEAD_CHARACTERS].splitlines(keepends=True)[:HEAD_LINES]:
        found = in_line(line, offset)
        if found is not None:
            return found
        offset += len(line)
    return None


def in_line(line: str, offset: int) -> Dateline | None:
    """The dateline that `line` is or begins with."""
    lexemes = lex(line)
    for match in matches(lexemes):
        run = lexemes[match.first : match.last]
        start, end = run[0].start, run[-1].end
        meaning = build(match.kind, run)
        if not isinstance(meaning, Point) or meaning.month is None or meaning.day is None:
            return None
        alone = not LABEL.sub("", line[:start], count=1).strip() and not line[end:].strip(" \t\n.|)")
        after = line[end:].lstrip(" \t")
        if not alone and not (PLACE.match(line[:start] + "-") and re.match(r"(?:\([^)]{1,40}\) ?)?[–—-]", after)):
            return None
        day = None if meaning.year is None or meaning.bc else safe_date(meaning.year, meaning.month, meaning.day)
        return Dateline(start=offset + start, end=offset + end, day=day, alone=alone)
    return None


def published_at(value: str | None) -> datetime | date | None:
    """An article's publication as a date, with its time where it has one; None where unknown or not ISO 8601."""
    try:
        day = (
            None if value is None else datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value[:10])
        )
    except ValueError:
        return None
    return day if day is not None and EARLIEST <= day.year <= LATEST else None
