"""Attribution by a turn of speech around the speaker: "as far as X is concerned", "to hear X tell it"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from reportedly.extract.attribution_cues import cues
from reportedly.extract.attribution_draft import Draft
from reportedly.extract.attribution_phrases import clause_without

if TYPE_CHECKING:
    from spacy.tokens import Doc

Turn = tuple[tuple[str, ...], tuple[str, ...], str]
# A speaker inside a turn of speech is at most this many words.
LONGEST = 8


@cache
def turns() -> dict[str, list[Turn]]:
    """First word -> turns of speech: the words before the speaker, the words or lemmas behind, the stance."""
    found: dict[str, list[Turn]] = {}
    for lemma, cue in cues("construction").items():
        before, _, behind = lemma.partition(" … ")
        first = tuple(before.split())
        found.setdefault(first[0], []).append((first, tuple(behind.split()), cue.stance))
    return found


def turn_drafts(doc: Doc) -> Iterator[Draft]:
    """Drafts of turns of speech, in the order of the text."""
    for token in doc:
        for before, behind, stance in turns().get(token.lower_, ()):
            start = token.i + len(before)
            if tuple(each.lower_ for each in doc[token.i : start]) != before:
                continue
            stop = place_of(doc, behind, start)
            draft = None if stop is None else turn_draft(doc, (token.i, start, stop, stop + len(behind)), stance)
            if draft is not None:
                yield draft


def place_of(doc: Doc, behind: tuple[str, ...], start: int) -> int | None:
    """Where the words behind the speaker begin; None where they do not follow in the same sentence."""
    for i in range(start + 1, min(start + LONGEST, len(doc) - len(behind)) + 1):
        if doc[i].sent != doc[start].sent:
            return None
        if all(word in {each.lemma_, each.lower_} for word, each in zip(behind, doc[i:], strict=False)):
            return i
    return None


def turn_draft(doc: Doc, places: tuple[int, int, int, int], stance: str) -> Draft | None:
    """The draft of a turn of speech that begins and ends at the outer places, its speaker at the inner ones."""
    first, start, stop, last = places
    speaker = doc[start:stop].root
    head = next((token for token in doc[first:last] if not first <= token.head.i < last), doc[last - 1])
    pieces = clause_without(doc, head, first, last)
    if speaker.pos_ not in {"NOUN", "PROPN", "PRON"} or not pieces:
        return None
    return Draft(cue=(stop, last), anchor=last - 1, speakers=[speaker], content=pieces, stance=stance, confidence=0.9)
