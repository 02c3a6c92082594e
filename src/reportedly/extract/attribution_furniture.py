"""Marks that are nobody's words: a report's dateline, and the marks of Markdown, which stay in the text as read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.extract.attribution_draft import Range
from reportedly.extract.parse import text_of
from reportedly.model import Part

if TYPE_CHECKING:
    from spacy.tokens import Doc

# A dateline stands in the first lines, behind a heading and a subheading at most.
HEAD_LINES = 6
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
DAY = rf"(?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}})(?:,? \d{{4}})?"
NAME = r"[^\W\d_][\w.'’/-]*(?: [^\W\d_][\w.'’/-]*){0,3}"
# "OSLO, Norway, March 3 (Tarn Wire) - ", "Oslo (Tarn) — ", "OSLO — ".
DATELINE = re.compile(
    rf"[*_]{{0,3}}(?P<place>{NAME})(?:, {NAME}){{0,2}}(?P<day>,? {DAY})?(?P<agency> ?\([^()\n]{{2,40}}\))?[*_]{{0,3}}"
    r" ?(?:-{1,2}|–|—)\s"
)
MARKDOWN = re.compile(
    r"^[ \t]*(?:\#{1,6}|>+|[-*+•])[ \t]+|(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)"
    r"|!?\[(?=[^\]\n]*\]\()|\]\([^)\s]*\)(?:[*_]{1,3})?",
    re.MULTILINE,
)


LINK_END = re.compile(r"\]\([^()\s]*\)?$")


def without_link(words: str) -> int:
    """How many code points of `words` stand before the address of a Markdown link that ends them; all where none does.

    Tokens do not part the last word of a link from its address.
    """
    match = LINK_END.search(words)
    return len(words) if match is None else match.start()


def dateline(text: str) -> tuple[int, int] | None:
    """Code points of the dateline in the first lines of a text; None where there is none.

    It has its place in capitals, an agency in brackets or a day, and ends in a dash.
    """
    at = 0
    for line in text.splitlines(keepends=True)[:HEAD_LINES]:
        match = DATELINE.match(line)
        if match and (match["place"].isupper() or match["agency"] or match["day"]):
            return at, at + match.end()
        at += len(line)
    return None


def furniture(doc: Doc, part: Part) -> frozenset[int]:
    """Numbers of the tokens of the dateline and of Markdown's marks."""
    marks = [match.span() for match in MARKDOWN.finditer(text_of(doc))]
    head = dateline(text_of(doc)) if part is Part.TEXT else None
    inside = {at for first, last in (marks if head is None else [*marks, head]) for at in range(first, last)}
    if not inside:
        return frozenset()
    return frozenset(token.i for token in doc if token.idx in inside and token.idx + len(token) - 1 in inside)


def dateline_tokens(doc: Doc, part: Part) -> list[Range]:
    """The tokens of the dateline, which no source may reach into; none where there is none."""
    head = dateline(text_of(doc)) if part is Part.TEXT else None
    if head is None:
        return []
    inside = [token.i for token in doc if head[0] <= token.idx < head[1]]
    return [(inside[0], inside[-1] + 1)] if inside else []


def without_edges(piece: Range, marks: frozenset[int]) -> Range:
    """A range without the marks at its ends; itself where it has nothing else."""
    start, end = piece
    while start < end and start in marks:
        start += 1
    while end > start and end - 1 in marks:
        end -= 1
    return (start, end) if start < end else piece
