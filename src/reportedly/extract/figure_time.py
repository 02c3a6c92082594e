"""The time that a figure is true of: "47 by Friday", "39 in May", and what its verb says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportedly.model import Timex, TimexRole, TimexType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# "39 in May", "20 last year", "47 by Friday": right behind the figure.
BESIDE = re.compile(r",?\s+(?:(?:in|on|by|at|during|until|till|as of|as at|for|from|since)\s+)?", re.IGNORECASE)
CLAUSE = frozenset({"VERB", "AUX"})


Dates = dict[int, list[tuple[Timex, "Token"]]]


def dated(doc: Doc, times: Sequence[Timex]) -> Dates:
    """The dates and clock times that say when something is true, each with its head, by the start of their sentence."""
    found: Dates = defaultdict(list)
    for timex in times:
        span = doc.char_span(timex.span.start, timex.span.end, alignment_mode="expand")
        if span is not None and timex.type in (TimexType.DATE, TimexType.TIME) and timex.role is not TimexRole.SAID:
            found[span.root.sent.start].append((timex, span.root))
    return found


def as_of(head: Token, ends: tuple[int, int], dates: Dates, text: str) -> str | None:
    """Id of the time of the figure at `ends` headed by `head`: right behind it, else of its phrase, else of its clause.

    "The 40 people killed on Sunday" has that of its participle. None where its clause gives no time, or several.
    """
    start, end = ends
    near = dates.get(head.sent.start, ())
    apart = [(timex, token) for timex, token in near if timex.span.end <= start or end <= timex.span.start]
    for timex, _ in apart:
        if timex.span.start >= end and BESIDE.fullmatch(text[end : timex.span.start]):
            return timex.id
    own = [child.i for child in head.rights if child.dep_ in ("acl", "relcl")]
    said = [timex for timex, root in apart if _hangs(root) in own]
    if len(said) == 1:
        return said[0].id
    token = head
    for _ in range(8):
        hung = [timex for timex, root in apart if _hangs(root) == token.i]
        if hung:
            return hung[0].id if len(hung) == 1 else None
        if token.head.i == token.i or (token.pos_ in CLAUSE and token.dep_ not in ("xcomp", "conj", "auxpass")):
            return None
        token = token.head
    return None


def _hangs(root: Token) -> int:
    """Index of the word that an expression of time belongs to, past its prepositions; its own where it is the root."""
    token = root
    for _ in range(4):
        token = token.head
        if token.pos_ not in ("ADP", "SCONJ"):
            break
    return token.i
