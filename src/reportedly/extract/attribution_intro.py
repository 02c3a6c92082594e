"""Speakers beside a colon.

In headlines ("Mayor: Bridge is safe", "Bridge is safe: mayor") and in transcripts ("WALKER: I was there.").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.extract.attribution_draft import Draft, trimmed
from reportedly.extract.attribution_kind import noun_kind
from reportedly.extract.attribution_quotes import paragraphs
from reportedly.extract.attribution_source import is_outlet
from reportedly.extract.parse import text_of
from reportedly.model import Part

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# A speaker's name before a colon is at most this many words; transcripts print it in capitals.
LONGEST = 5
LEAST_WORDS = 4
TRANSCRIPT = re.compile(r"(?:[A-Z][A-Z.’'-]+ ){0,3}[A-Z][A-Z.’'-]{2,}:\s")


def intro_drafts(doc: Doc, part: Part) -> Iterator[Draft]:
    """A draft for every paragraph that a speaker and a colon lead in."""
    starts, text = {token.idx: token.i for token in doc}, text_of(doc)
    for number, (start, end) in enumerate(paragraphs(text)):
        colon = text.find(":", start, min(end, start + 60))
        if colon < 0 or start not in starts or colon not in starts:
            continue
        spoken = TRANSCRIPT.match(text, start) is not None
        if not spoken and not (part is Part.TITLE or number == 0):
            continue
        last = starts[colon]
        head = doc[starts[start] : last].root if last > starts[start] else None
        if head is None or last - starts[start] > LONGEST or not (spoken or speaks(head)):
            continue
        stop = last + 1
        while stop < len(doc) and doc[stop].idx < end:
            stop += 1
        content = trimmed(doc, last + 1, stop)
        if content and content[1] - content[0] >= LEAST_WORDS:
            yield Draft(cue=None, anchor=last, speakers=[head], content=[content], confidence=0.7 if spoken else 0.6)


def outro_drafts(doc: Doc, part: Part) -> Iterator[Draft]:
    """The draft of a headline that ends with its speaker: "Bridge is safe for lorries: minister"."""
    colon = text_of(doc).rfind(": ")
    if part is not Part.TITLE or colon < 0:
        return
    behind = [token for token in doc if token.idx > colon and not token.is_space]
    if not behind or len(behind) > LONGEST or any(token.pos_ in {"VERB", "AUX"} for token in behind):
        return
    head = doc[behind[0].i : behind[-1].i + 1].root
    content = trimmed(doc, 0, behind[0].i)
    if content and content[1] - content[0] >= LEAST_WORDS and speaks(head):
        yield Draft(cue=None, anchor=behind[0].i, speakers=[head], content=[content], confidence=0.6)


def speaks(head: Token) -> bool:
    """Whether the head of what stands before a colon is somebody or something that speaks."""
    if head.ent_type_ in {"PERSON", "NORP"} or is_outlet(head.text):
        return True
    return noun_kind(head) is not None and head.pos_ in {"NOUN", "PROPN"}
