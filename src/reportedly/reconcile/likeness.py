"""How much two statements are about one thing, by their acts, their people, their words and times."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from reportedly.lexicon.folding import fold
from reportedly.lexicon.table import table
from reportedly.lexicon.table import words as words_of
from reportedly.model import Entity, Event, Statement
from reportedly.reconcile.moments import Moment, moment_of, time_of

WORD = re.compile(r"[^\W\d_]{3,}")
ENDING = re.compile(r"(?:ies|es|s|ed|ing)$")
# Event types too broad to tell an act by; who denies a charge does not deny having been charged.
LOOSE = frozenset(
    {
        "other",
        "disclose",
        "begin",
        "change",
        "find",
        "reject",
        "accuse",
        "charge",
        "travel",
        "transport",
        "meet",
        "trade",
    }
)


@dataclass(frozen=True, slots=True)
class Gist:
    """What a statement is about.

    Attributes:
        acts: Event types and senses of acts in it.
        words: Its content words but those for its events, endings cut off.
        who: The named entities in it.
        when: The time of its first event; None where it does not say.
    """

    acts: frozenset[str]
    words: frozenset[str]
    who: frozenset[str]
    when: Moment | None


def gist_of(statement: Statement, entity_of: Mapping[str, Entity]) -> Gist:
    """The gist of a statement, from its content and the findings in it."""
    text = fold(statement.content.exact)
    forms = WORD.findall(text)
    acts = {event.type for event in statement.events} - LOOSE
    triggers = {word for event in statement.events for word in WORD.findall(fold(event.trigger.exact))}
    acts |= {_senses()[word] for word in triggers if word in _senses()}
    ids = {mention.refers_to or "" for mention in statement.mentions}
    ids |= {each.refers_to or "" for event in statement.events for each in (*event.actor, *event.recipient)}
    known = (entity_of.get(id) for id in ids)
    who = {entity.id for entity in known if entity is not None and entity.names}
    timex = time_of(statement, statement.events[0] if statement.events else None)
    words = frozenset(stem(form) for form in forms if form not in words_of("function_words") and form not in triggers)
    return Gist(frozenset(acts), words, frozenset(who), None if timex is None else moment_of(timex))


def sense_of(event: Event) -> str | None:
    """The sense of the event's word where a table gives one, else its type; None where that says too little."""
    for word in WORD.findall(fold(event.trigger.exact)):
        if word in _senses():
            return _senses()[word]
    return None if event.type in LOOSE else event.type


@cache
def _senses() -> dict[str, str]:
    return {form: row["sense"] for row in table("acts") for form in row["words"].split("|")}


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word without an English ending, where three letters or more are left."""
    cut = ENDING.sub("", word)
    return cut if len(cut) >= 3 else word
