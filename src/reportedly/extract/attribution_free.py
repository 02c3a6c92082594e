"""Quotations that stand by themselves -> drafts: whoever was speaking goes on."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from reportedly.extract.attribution_draft import Draft, subjects

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from reportedly.extract.attribution_quotes import Quote

PERSONAL = frozenset({"he", "she", "they", "who"})
# Whoever spoke longer ago than this, in tokens, is not taken to go on; on a tenth of
# PolNeAR's training part 60 to 400 score alike.
MEMORY = 60


def free_drafts(doc: Doc, free: list[Quote], drafts: list[Draft]) -> list[Draft]:
    """A draft for each free-standing quotation that somebody can be held to have said.

    The speaker is the subject of the sentence before it in its paragraph, where that is somebody; else whoever was
    quoted last, if that was not long ago.
    """
    ordered = sorted((draft for draft in drafts if draft.speakers), key=lambda draft: place(draft))
    places = [place(draft) for draft in ordered]
    found: list[Draft] = []
    for quote in free:
        index = bisect_left(places, quote.start)
        last = ordered[index - 1] if index else None
        near = last is not None and quote.start - places[index - 1] <= MEMORY
        speakers = subject_before(doc, quote, places[index - 1] if index else -1)
        if not speakers and near and last is not None:
            speakers = last.speakers
        if speakers:
            found.append(
                Draft(
                    cue=None,
                    anchor=quote.start,
                    speakers=speakers,
                    content=[(quote.start, quote.end)],
                    channels=[],
                    confidence=0.55,
                )
            )
    return found


def place(draft: Draft) -> int:
    """Where a draft stands for those who come after: its cue, or its content."""
    return draft.cue[0] if draft.cue is not None else draft.start


def subject_before(doc: Doc, quote: Quote, after: int) -> list[Token]:
    """The subject of the sentence before the quotation in its own paragraph, where it is somebody."""
    before = quote.start - 1
    if before < 0 or "\n" in doc[before].text:
        return []
    root = doc[before].sent.root
    if root.i <= after:
        return []
    return [token for token in subjects(root) if token.lower_ in PERSONAL or token.ent_type_ == "PERSON"][:1]
