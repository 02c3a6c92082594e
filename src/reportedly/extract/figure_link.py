"""What a figure owes to the one before it: a second bound, the same quantity in another unit, a unit left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from reportedly.extract.figure_draft import Draft
from reportedly.extract.figure_words import words_of
from reportedly.model import Comparator


def linked(drafts: Iterable[Draft], text: str) -> list[Draft]:
    """The drafts, in order, each with what it owes to those before and after."""
    done: list[Draft] = []
    for draft in drafts:
        if done:
            joined = both_bounds(done[-1], draft, text)
            if joined is not None:
                done[-1] = joined
                continue
            done[-1] = shared(done[-1], draft, text)
            draft = _owing(done, draft, text)
        done.append(draft)
    return suspended(done, text)


# A sentence has seldom more figures than this before one that owes a unit to them.
NEAR = 10


def _owing(before: list[Draft], draft: Draft, text: str) -> Draft:
    """The draft with the unit that one before it lends."""
    left, near = before[-1], before[: -NEAR - 1 : -1]
    things = next((one for one in near if one.unit is not None and not one.measured), None)
    level = next((one for one in near if one.measured and one.unit not in SHARES), None)
    return (
        restated(left, draft, text)
        or of_them(things, draft)
        or inherited(left, draft, text)
        or reached(level, draft, text)
        or paralleled(left, draft)
        or draft
    )


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


HUNG = re.compile(r"-(?:,\s|,?\s(?:and|or|to)\s)")


def suspended(drafts: list[Draft], text: str) -> list[Draft]:
    """The drafts, those of "four-, five- and six-storey" with the noun of the last."""
    found: list[Draft] = []
    for draft in reversed(drafts):
        right = found[-1] if found else None
        if right is not None and draft.unit is None and HUNG.fullmatch(text[draft.end : right.start]):
            draft = replace(draft, unit=right.unit, head=right.head, measured=right.measured, describes=right.describes)
            draft = replace(draft, whole=right.whole)
        found.append(draft)
    return found[::-1]


TOGETHER = re.compile(r"\s+(?:to|and|or)\s+|,\s+(?:and\s+)?")


def shared(left: Draft, right: Draft, text: str) -> Draft:
    """`left` with the measure of `right` where only the second names it: "from 10 to 20 euros", "2 and 3 percent"."""
    if left.unit is not None or not right.measured or left.end > right.start:
        return left
    gap = text[left.end : right.start]
    if not (TOGETHER.fullmatch(gap) or (MOVED.fullmatch(gap) and right.unit not in SHARES)):
        return left
    return replace(left, unit=right.unit, per=right.per, measured=True, head=right.head)


# What leads from one figure to another of the same unit: "6 million homes, including 1.5 million here".
LEADS = re.compile(
    r"\b(?:from|including|compared\s(?:with|to)|against|to|than|of\s(?:whom|which|them)|out\sof|by|and|with|versus)\s+$",
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
# "740 up 12 points": the level is in points, too.
MOVED = re.compile(r",?\s+(?:up|down)\s+")
REACHED = re.compile(r"\b(?:to|at)\s+$", re.IGNORECASE)
TARGET = re.compile(r"\b(?:to|(?<!up )(?<!down )from)\s+$", re.IGNORECASE)


def reached(level: Draft | None, right: Draft, text: str) -> Draft | None:
    """`right` with the unit of the last level named: "lost 12 points, or 2%, to end at 740"; None elsewhere."""
    if level is None or right.unit is not None or _apart(level, right):
        return None
    if not REACHED.search(text[max(0, right.start - 10) : right.start]):
        return None
    return replace(right, unit=level.unit, per=right.per or level.per, measured=True, describes=level.describes)


def paralleled(left: Draft, right: Draft) -> Draft | None:
    """`right` with the unit of `left`, its like in the next clause: "the highest is 84 cents, the lowest is 74".

    None elsewhere: both must be objects or predicates of one verb, said twice.
    """
    same = left.head.head.lemma_ == right.head.head.lemma_ and left.head.dep_ == right.head.dep_ in ("attr", "dobj")
    if right.unit is not None or left.unit is None or not same or _apart(left, right):
        return None
    return replace(right, unit=left.unit, per=left.per, measured=left.measured, describes=left.describes)


UP_TO_COMMA = re.compile(r"[^,;.:]{0,40},\s")
OF_THE = re.compile(r"\bof\s+(?:the|these|those|its|their|all)\s+$", re.IGNORECASE)


def _vaguer(left: Draft, right: Draft, text: str) -> tuple[str, ...]:
    """Units that `left` makes plainer: the "people" of "of the 40 dockers, 12 were rescued"."""
    fronted = OF_THE.search(text[max(0, left.start - 10) : left.start])
    return ("people",) if fronted and UP_TO_COMMA.fullmatch(text[left.end : right.start]) else ()


def inherited(left: Draft, right: Draft, text: str) -> Draft | None:
    """`right` with the unit of `left`, where it has none and is laid beside it in one sentence; None elsewhere."""
    if left.unit is None or right.unit not in (None, *_vaguer(left, right, text)):
        return None
    leads = LEADS.search(text[max(0, right.start - 15) : right.start]) or _vaguer(left, right, text)
    if _apart(left, right) or not leads:
        return None
    if left.unit in SHARES and TARGET.search(text[max(0, right.start - 15) : right.start]):
        return None
    # "30 dead and 400 without power": what is inherited is people.
    unit = "people" if left.unit in words_of("people_adjective") else left.unit
    return replace(right, unit=unit, per=right.per or left.per, measured=left.measured, describes=left.describes)
