"""Which findings belong to a statement: those inside its content, and times and places that govern it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from reportedly.model import Place, Span, Timex

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from reportedly.extract.base import Found

Item = TypeVar("Item")
# A clause under these shares the time and place of the clause above it; one under a relative or adverbial does not.
SHARING = frozenset(
    {"ccomp", "xcomp", "conj", "parataxis", "acl", "dep", "pcomp", "prep", "pobj", "acomp", "dobj", "attr"}
)
DEPTH = 12


class Findings:
    """The findings of one part, ready to be asked which of them belong to a statement."""

    def __init__(self, doc: Doc, found: Found) -> None:
        self.doc = doc
        self.found = found
        self.starts = [token.idx for token in doc]
        self.governed: dict[int, list[Timex | Place]] = {}
        findings: list[Timex | Place] = [*found.times, *found.places]
        for finding in findings:
            for verb in self.governors(finding.span):
                self.governed.setdefault(verb, []).append(finding)

    def governors(self, span: Span) -> set[int]:
        """Numbers of the verbs that a time or place is said of; at the head of a sentence, of its main verb too."""
        first = bisect_left(self.starts, span.start)
        last = bisect_left(self.starts, span.end)
        verbs = set(self.above(first, last))
        if 0 < last < len(self.doc) and first < last and self.doc[last].text == ",":
            sentence = self.doc[first].sent
            if first - sentence.start <= 1:
                verbs.add(sentence.root.i)
        return verbs

    def above(self, first: int, last: int) -> list[int]:
        """The number of the verb above some tokens; nothing where they only describe a noun."""
        for token in self.doc[first:last]:
            if first <= token.head.i < last and token.head != token:
                continue
            above = token.head
            for _ in range(DEPTH):
                if above.pos_ in {"VERB", "AUX"} or above.head == above:
                    break
                if above.dep_ == "pobj" and above.head.dep_ == "prep" and above.head.head.pos_ in {"NOUN", "PROPN"}:
                    break
                above = above.head
            if above.pos_ in {"VERB", "AUX"}:
                return [above.i]
        return []

    def inside(self, findings: Sequence[Item], content: Span, where: Callable[[Item], Span]) -> tuple[Item, ...]:
        """Those of some findings whose span lies inside a content."""
        return tuple(each for each in findings if content.start <= where(each).start and where(each).end <= content.end)

    def governing(self, head: Token, content: Span, taken: list[Span]) -> list[Timex | Place]:
        """Times and places outside the content that are said of its verb, or of the verb above it."""
        found: list[Timex | Place] = []
        at = head
        for _ in range(DEPTH):
            for finding in self.governed.get(at.i, ()):
                span = finding.span
                if not content.overlaps(span) and not any(other.covers(span) for other in taken):
                    found.append(finding)
            if at.dep_ == "relcl":
                found += [
                    t
                    for t in self.found.times
                    if t.span.start <= at.head.idx < t.span.end and not content.overlaps(t.span)
                ]
            if at.head == at or at.dep_ not in SHARING:
                break
            at = at.head
        return found

    def of(self, head: Token, content: Span, cue: Span | None, taken: list[Span]) -> dict[str, Any]:
        """All findings of a statement, by the names of its fields; `taken` are the contents of its neighbours."""
        found = self.found
        over = self.governing(head, content, taken)
        times = {*self.inside(found.times, content, lambda each: each.span)}
        places = {*self.inside(found.places, content, lambda each: each.span)}
        times |= {each for each in over if isinstance(each, Timex)}
        places |= {each for each in over if isinstance(each, Place)}
        unknowns = tuple(
            each
            for each in found.unknowns
            if content.overlaps(each.span) or (cue is not None and cue.overlaps(each.span))
        )
        return {
            "times": tuple(sorted(times, key=lambda each: each.span)),
            "places": tuple(sorted(places, key=lambda each: each.span)),
            "figures": self.inside(found.figures, content, lambda each: each.span),
            "events": self.inside(found.events, content, lambda each: each.trigger),
            "statuses": self.inside(found.statuses, content, lambda each: each.span),
            "comparisons": self.inside(found.comparisons, content, lambda each: each.span),
            "mentions": self.inside(found.mentions, content, lambda each: each.span),
            "unknowns": unknowns,
        }
