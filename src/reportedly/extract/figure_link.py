"""What a figure owes to the one before it: a second bound, the same quantity in another unit, a unit left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportedly.extract.figure_draft import Draft
from reportedly.model import Comparator


def linked(drafts: Iterable[Draft], text: str) -> Iterator[Draft]:
    """The drafts, in order, each with what it owes to the one before."""
    previous: Draft | None = None
    things: Draft | None = None
    for draft in drafts:
        if previous is None:
            previous = draft
            continue
        joined = both_bounds(previous, draft, text)
        if joined is None:
            yield shared(previous, draft, text)
            things = previous if previous.unit is not None and not previous.measured else things
            joined = (
                restated(previous, draft, text) or of_them(things, draft) or inherited(previous, draft, text) or draft
            )
        previous = joined
    if previous is not None:
        yield previous


BUT = re.compile(r",?\s+(?:but|and|yet)\s+", re.IGNORECASE)


def both_bounds(left: Draft, right: Draft, text: str) -> Draft | None:
    """One draft of "more than 10 but fewer than 20 people"; None where the two are figures of their own."""
    opens = left.comparator in (Comparator.MORE_THAN, Comparator.AT_LEAST) and left.unit in (None, right.unit)
    closes = right.comparator in (Comparator.LESS_THAN, Comparator.AT_MOST)
    if not (opens and closes and BUT.fullmatch(text[left.end : right.start])):
        return None
    if left.low is None or right.high is None or left.low >= right.high:
        return None
    return replace(right, start=left.start, first=left.first, low=left.low, comparator=Comparator.BETWEEN)


# "16 km (10 miles)", "0.25 points, or 0.01%", "224 kW / 300 PS".
RESTATES = re.compile(r"\s*\(|\s?/\s?|,?\s+or\s+|,\s+equivalent to\s+")


def restated(left: Draft, right: Draft, text: str) -> Draft | None:
    """`right` with bound and trend of `left`, where it says the same in another unit; None where it does not."""
    if not (left.measured and right.measured and left.unit != right.unit):
        return None
    if right.comparator is Comparator.BETWEEN and RESTATES.fullmatch(text[left.end : right.start]):
        return replace(right, restates=True)
    if right.comparator is not Comparator.EXACTLY or not RESTATES.fullmatch(text[left.end : right.start]):
        return None
    low = right.low if left.low is not None else None
    high = right.high if left.high is not None else None
    comparator = left.comparator if left.comparator is not Comparator.BETWEEN else right.comparator
    return replace(right, low=low, high=high, comparator=comparator, restates=True)


TOGETHER = re.compile(r"\s+(?:to|and|or)\s+|,\s+(?:and\s+)?")


def shared(left: Draft, right: Draft, text: str) -> Draft:
    """`left` with the measure of `right` where only the second names it: "from 10 to 20 euros", "2 and 3 percent"."""
    if left.unit is not None or not right.measured or left.end > right.start:
        return left
    if not TOGETHER.fullmatch(text[left.end : right.start]):
        return left
    return replace(left, unit=right.unit, per=right.per, measured=True, head=right.head)


# What leads from one figure to another of the same unit: "6 million homes, including 1.5 million here".
LEADS = re.compile(
    r"\b(?:from|including|compared\s(?:with|to)|against|to|than|of\s(?:whom|which|them)|by|and|with|versus)\s+$",
    re.IGNORECASE,
)


def of_them(things: Draft | None, right: Draft) -> Draft | None:
    """`right` with the unit of the things last counted, where it counts a part of them; None elsewhere."""
    if things is None or not right.of_them or right.unit is not None:
        return None
    return replace(right, unit=things.unit, describes=False)


def _apart(left: Draft, right: Draft) -> bool:
    """Whether a sentence ends between the two."""
    return any(token.is_sent_start for token in left.head.doc[left.last + 1 : right.first + 1])


# "Rose 2% to 40" leads from a share to something else.
SHARES = frozenset({"percentage", "percentage point", "basis point", "proportion"})
TARGET = re.compile(r"\b(?:to|(?<!up )(?<!down )from)\s+$", re.IGNORECASE)


def inherited(left: Draft, right: Draft, text: str) -> Draft | None:
    """`right` with the unit of `left`, where it has none and is laid beside it in one sentence; None elsewhere."""
    if right.unit is not None or left.unit is None:
        return None
    if _apart(left, right) or not LEADS.search(text[max(0, right.start - 15) : right.start]):
        return None
    if left.unit in SHARES and TARGET.search(text[max(0, right.start - 15) : right.start]):
        return None
    return replace(right, unit=left.unit, per=right.per or left.per, measured=left.measured, describes=left.describes)
