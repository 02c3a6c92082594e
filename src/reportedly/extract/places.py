"""Places in a text: which words name one, which one they mean, how precise that is, and what it is to its sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from reportedly.extract.base import Found
from reportedly.extract.place_evidence import ENOUGH, at_home, weigh
from reportedly.extract.place_names import Name, scan
from reportedly.extract.place_roles import NEAR, precision, role
from reportedly.extract.place_sense import choose
from reportedly.extract.place_unlisted import heard, unlisted
from reportedly.lexicon.folding import fold
from reportedly.lexicon.gazetteer import Entry, Gazetteer
from reportedly.model import Place

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME = "places"
VERSION = "1"
NEEDS: tuple[str, ...] = ()


def find(doc: Doc, found: Found) -> Iterator[Place]:
    """The places that `doc` names, in the order of the text."""
    gazetteer = Gazetteer.load()
    votes = peoples(doc, gazetteer)
    names = weigh(doc, recalled(doc, scan(doc, gazetteer), found), gazetteer)
    sure = [name for name in names if name.score >= ENOUGH]
    names = at_home(names, resolve(doc, sure, votes, gazetteer), gazetteer)
    meant = resolve(doc, names, votes, gazetteer)
    lands = {entry.country for entry in meant.values()} | set(votes)
    by_ear = dict(heard(doc, names, lands, gazetteer))
    meant |= {start: heard_as for (start, _), heard_as in by_ear.items()}
    names = sorted([*names, *(Name(start=start, end=end) for start, end in by_ear)], key=lambda name: name.start)
    for name in sorted([*names, *unlisted(doc, names)], key=lambda name: name.start):
        if (entry := meant.get(name.start)) is not None:
            yield place(doc, name, entry, found)
        else:
            yield unknown_place(doc, name, meant, found)


def resolve(doc: Doc, names: list[Name], votes: Counter[str], gazetteer: Gazetteer) -> dict[int, Entry]:
    """What each of the names means, by its first token; names that have no entries are left out."""
    known = [(fold(name.tokens(doc).text), name) for name in names if name.entries]
    return choose(known, votes, gazetteer)


def recalled(doc: Doc, names: list[Name], found: Found) -> list[Name]:
    """The same names; a headline's mean what the text meant by them."""
    if found.before is None:
        return names
    told = {fold(place.span.exact): (place.geonames, place.name) for place in found.before.places}
    for name in names:
        known = told.get(fold(name.tokens(doc).text))
        name.entries = tuple(e for e in name.entries if (e.geonames, e.name) == known) or name.entries
    return names


def peoples(doc: Doc, gazetteer: Gazetteer) -> Counter[str]:
    """How often each country is spoken of by the name of its people ("Belgian"): a vote for it, never a place."""
    texts = [token.text for token in doc]
    pairs = (f"{left} {right}" for left, right in pairwise(texts) if left[:1].isupper())
    words = chain((word for word in texts if word[:1].isupper()), pairs)
    return Counter(code for word in words if (code := gazetteer.demonym(word)) is not None)


def place(doc: Doc, name: Name, entry: Entry, found: Found) -> Place:
    """The finding for a name that means `entry`."""
    tokens = name.tokens(doc)
    span = found.span(tokens.start_char, tokens.end_char)
    return Place(
        id=found.id("p", span),
        span=span,
        note=Gazetteer.load().note(entry),
        name=entry.name,
        country=entry.country,
        geonames=entry.geonames,
        lat=entry.lat,
        lon=entry.lon,
        precision=precision(doc, name, entry),
        role=role(doc, name),
    )


def unknown_place(doc: Doc, name: Name, meant: dict[int, Entry], found: Found) -> Place:
    """The finding for a name that the gazetteer does not have: as precise as the place that is said to hold it."""
    tokens = name.tokens(doc)
    span = found.span(tokens.start_char, tokens.end_char)
    around = None if name.container is None else meant.get(name.container.start)
    return Place(
        id=found.id("p", span),
        span=span,
        name=tokens.text,
        country=None if around is None else around.country,
        lat=None if around is None else around.lat,
        lon=None if around is None else around.lon,
        precision=None if around is None else max(around.precision, NEAR),
        role=role(doc, name),
    )
