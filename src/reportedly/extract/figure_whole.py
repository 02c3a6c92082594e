"""Of what total: "12 of the 40 seats", "40 dockers, nine of them minors", "of the 40 aboard, 12 were rescued"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reportedly.extract.figure_unit import kind_of
from reportedly.model import Figure

# Between a part and the whole that follows it, inside its own words ("12 of the 40") or behind them ("70% of the town's
# 900"); a few words of whose the whole is may stand between.
OF = r"of\s+(?:the |its |their |his |her |our |all |some |about |original |initial |total |[\w’' -]{1,40}?['’]s? )*"
OF_INSIDE = re.compile(rf"[^,;.]*?\s{OF}", re.IGNORECASE)
OF_BEHIND = re.compile(rf"\s+\(?(?:out )?{OF}", re.IGNORECASE)
# Before a whole that stands first: "Of the 40 aboard, 12 were rescued".
OF_FIRST = re.compile(r"(?:^|[.;,\n“\"]\s*|\b(?:and|but|that)\s)of\s+(?:the\s|all\s)?$", re.IGNORECASE)
UP_TO_COMMA = re.compile(r"[^,;.]{0,40},\s(?:only\s|just\s)?", re.IGNORECASE)
# Between a whole and a part that follows it: "40 men, including 12 minors", "250 people, of whom 70 …".
PART_BEHIND = re.compile(
    r"[^;.]{0,60}?\b(?:including|included?|among (?:them|whom)|of (?:whom|which|them|these|those))\s(?:only\s|just\s)?",
    re.IGNORECASE,
)
OF_THEM = re.compile(r"\bof\s+(?:them|whom|which|these|those)$", re.IGNORECASE)


def with_wholes(figures: Sequence[Figure], text: str) -> list[Figure]:
    """The figures, in order, each part with the id of its whole. Both stay figures of their own."""
    found = list(figures)
    for i, (left, right) in enumerate(pairwise(figures)):
        if _fits(left, right) and _starts(left, right, text):
            found[i] = replace(left, of=right.id)
        elif _fits(right, left) and _follows(left, right, text):
            found[i + 1] = replace(right, of=left.id)
    return found


def _starts(part: Figure, whole: Figure, text: str) -> bool:
    """Whether the part stands before its whole, with no figure between."""
    if whole.span.start < part.span.end:
        return OF_INSIDE.fullmatch(text[part.span.start : whole.span.start]) is not None
    return OF_BEHIND.fullmatch(text[part.span.end : whole.span.start]) is not None


def _follows(whole: Figure, part: Figure, text: str) -> bool:
    """Whether the part stands behind its whole: fronted, "including", or "nine of them"."""
    gap = text[whole.span.end : part.span.start]
    opening = text[max(0, whole.span.start - 12) : whole.span.start]
    if OF_FIRST.search(opening) and UP_TO_COMMA.fullmatch(gap):
        return True
    near = len(gap) < 80 and "\n" not in gap
    return PART_BEHIND.fullmatch(gap) is not None or (near and OF_THEM.search(part.span.exact) is not None)


SHARES = ("percentage", "proportion")


def _fits(part: Figure, whole: Figure) -> bool:
    """Whether one number can be a part of the other: a share, or no more of it."""
    if whole.unit in SHARES or whole.per is not None or part.per is not None:
        return False
    alike = part.unit == whole.unit or not (kind_of(part.unit) or kind_of(whole.unit))
    if not (alike or part.unit in SHARES):
        return False
    if part.unit in SHARES:
        return True
    least, most = part.low if part.low is not None else part.high, whole.high if whole.high is not None else whole.low
    return least is not None and most is not None and least <= most
