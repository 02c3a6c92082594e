"""Text in, mentions, events, statuses and unknowns out."""

from __future__ import annotations

from functools import cache

from reportedly.extract import attributions, events, figures, mentions, places, statuses, times, unknowns
from reportedly.extract.base import Found
from reportedly.extract.parse import parse
from reportedly.model import Event, Mention, Part
from tests.builders import article

LAYERS = (times, figures, places, mentions, attributions, events, statuses, unknowns)


@cache
def read(text: str, *, title: str | None = None, published: str | None = "2024-03-04") -> Found:
    """What the layers find in `text`; with a title, what they find in that after the text."""
    of = article(text, title=title, published=published)
    found = _layers(Found(article=of), text)
    return found if title is None else _layers(Found(article=of, part=Part.TITLE, before=found), title)


def _layers(found: Found, text: str) -> Found:
    doc = parse(text, language="en", max_words=5_000, source="test")
    for layer in LAYERS:
        getattr(found, layer.NAME).extend(layer.find(doc, found))
    return found


def mention(found: Found, words: str, nth: int = 0) -> Mention:
    """The mention with these words, the first or the `nth` after."""
    return [one for one in found.mentions if one.span.exact == words][nth]


def same(found: Found, *words: str) -> bool:
    """Whether the first mentions with these words are one, and resolved."""
    ids = {mention(found, each).refers_to for each in words}
    return len(ids) == 1 and None not in ids


def event(found: Found, trigger: str, nth: int = 0) -> Event:
    """The event with this trigger."""
    return [one for one in found.events if one.trigger.exact == trigger][nth]


def who(event: Event) -> tuple[list[str], list[str]]:
    """Words of actors and recipients."""
    return [one.span.exact for one in event.actor], [one.span.exact for one in event.recipient]


def words_of(found: Found, id: str | None) -> str | None:
    """The words of a time, place or figure."""
    findings = {one.id: one.span.exact for one in (*found.times, *found.places, *found.figures)}
    return None if id is None else findings[id]
