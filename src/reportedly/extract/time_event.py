"""Times counted from an event that the text has dated: "three days after the attack"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from reportedly.extract.time_range import away
from reportedly.lexicon.table import table
from reportedly.model import Timex, TimexType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SIGNS = {"before": -1, "after": 1}
# What takes up again an event that was told: "the attack", "that raid", "his arrest".
TAKES_UP = frozenset({"the", "that", "this", "these", "those", "his", "her", "their", "its"})
# An event is named again within so many sentences after its date.
REACH = 8


def from_events(times: Sequence[Timex], doc: Doc, starts: Sequence[int]) -> Iterator[Timex]:
    """`times`; those that count from an event whose day the text has given lie where they lead to.

    `starts` are the code points where the tokens of `doc` begin.
    """
    for at, timex in enumerate(times):
        if timex.type is TimexType.DURATION and timex.start is None and timex.value:
            event = event_after(doc, bisect_right(starts, timex.span.end - 1))
            day = None if event is None else day_of(event, times[:at], doc)
            if event is not None and day is not None:
                timex = away(timex, day, SIGNS[event[0]]) or timex
        yield timex


def event_after(doc: Doc, at: int) -> tuple[str, Token] | None:
    """Before or after, and the head of the noun phrase that follows at token `at`; None where no such thing does."""
    if at + 2 >= len(doc) or doc[at].lower_ not in SIGNS or doc[at + 1].lower_ not in TAKES_UP:
        return None
    head = doc[at + 1].head
    return (doc[at].lower_, head) if head.pos_ == "NOUN" and head.i > at + 1 else None


def day_of(event: tuple[str, Token], before: Sequence[Timex], doc: Doc) -> Timex | None:
    """The one day named in the last sentence that tells of the event; None where there is none or more than one."""
    _, noun = event
    first = bisect_right([sentence.start for sentence in doc.sents], noun.i) - 1
    for sentence in list(doc.sents)[max(0, first - REACH) : first + 1][::-1]:
        if any(token.i < noun.i and same_event(token, noun) for token in sentence):
            inside = [one for one in before if sentence.start_char <= one.span.start < sentence.end_char]
            days = [one for one in inside if one.type is not TimexType.DURATION and one.precision == 1 and one.start]
            if days:
                return days[0] if len(days) == 1 else None
    return None


def same_event(token: Token, noun: Token) -> bool:
    """Whether a word tells of what a noun takes up: the same noun, or its verb ("shot" and "the shooting")."""
    named, verb = noun.lemma_.lower(), token.lemma_.lower()
    if token.pos_ == "VERB":
        return named in (verb, f"{verb}ing", f"{verb.removesuffix('e')}ing") or verb == verbs().get(named)
    return token.pos_ == "NOUN" and verb == named


@cache
def verbs() -> dict[str, str]:
    """Noun -> verb, of nouns that are not made of their verb by "-ing"."""
    return {row["word"]: row["verb"] for row in table("time_deeds")}
