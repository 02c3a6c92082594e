"""A clause's tokens -> the span that a statement shows: without what leads in, with its quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.extract.attribution_draft import Range, balanced

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from reportedly.extract.base import Found

LEADS = frozenset(
    {
        *("that", "and", "but", "or", "so", "yet", "because", "although", "though"),
        *("while", "whilst", "whereas", "when", "after", "before", "since", "as", "until"),
        *("once", "then", "however"),
    }
)
OPEN_MARKS = frozenset({"“", '"', "‘", "'", "``", "«", "„"})
OPENERS = frozenset({"“", "«", "„", "``"})
CLOSE_MARKS = frozenset({"”", '"', "’", "'", "''", "»"})
SOFT = frozenset({",", ";", ":", "—", "–", "--", "-", "(", ")"})
STOPS = frozenset({".", "?", "!", "…", "..."})


def shown(doc: Doc, found: Found, start: int, end: int, limit: Range, *, quoted: bool) -> Range | None:
    """The token range of a statement inside `limit`; None where no word is left.

    Leading conjunctions and complementizers and a time set off by a comma are left out; a quotation keeps its marks.
    """
    start = without_lead(doc, found, start, end)
    while start < end and (doc[end - 1].is_space or doc[end - 1].text in SOFT | OPENERS):
        end -= 1
    while start < end and doc[end - 1].dep_ in {"cc", "mark"} and doc[end - 1].lower_ in LEADS:
        end -= 1
    if start >= end or not any(doc[i].is_alpha or doc[i].like_num for i in range(start, end)):
        return None
    if quoted:
        return with_marks(doc, start, end, limit)
    while end > start and (doc[end - 1].text in STOPS or doc[end - 1].text in SOFT or doc[end - 1].is_space):
        end -= 1
    return balanced(doc, start, end)


def without_lead(doc: Doc, found: Found, start: int, end: int) -> int:
    """Where the clause itself begins, behind conjunctions, punctuation and a time set off from it."""
    moved = True
    while moved and start < end - 1:
        moved = False
        token = doc[start]
        joins = token.dep_ in {"cc", "mark", "advmod", "preconj"} and token.lower_ in LEADS
        joins = joins or (token.lower_ == "that" and (token.dep_ in {"mark", "dobj"} or token.tag_ == "IN"))
        closes = token.text in CLOSE_MARKS and token.text not in OPEN_MARKS
        if token.is_space or token.text in SOFT or closes or joins:
            start, moved = start + 1, True
        else:
            behind = behind_time(doc, found, start, end)
            start, moved = behind, behind > start
    return start


def behind_time(doc: Doc, found: Found, start: int, end: int) -> int:
    """One past a time that begins here and is set off by a comma or leads in "after"; `start` where there is none."""
    at = doc[start].idx
    for timex in found.times:
        if timex.span.start <= at + 4 and at <= timex.span.start and timex.span.end > at:
            stop = start
            while stop < end and doc[stop].idx < timex.span.end:
                stop += 1
            if stop < end and (doc[stop].text == "," or (doc[stop].dep_ == "mark" and doc[stop].lower_ in LEADS)):
                return stop
            if stop < end and doc[stop - 1].dep_ == "mark":
                return stop
    return start


def with_marks(doc: Doc, start: int, end: int, limit: Range) -> Range:
    """A quoted clause with the marks and the stop that stand right beside it."""
    if start > limit[0] and doc[start - 1].text in OPEN_MARKS:
        start -= 1
    if end + 1 < limit[1] and doc[end].text in SOFT and doc[end + 1].text in CLOSE_MARKS:
        end += 2
    while end < limit[1] and (doc[end].text in STOPS | CLOSE_MARKS):
        end += 1
    return start, end
