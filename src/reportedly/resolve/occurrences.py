"""What each article tells of one event, gathered from all its mentions there: type, days, place, who."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from reportedly.lexicon.folding import fold
from reportedly.model import Article, Entity, Event, Place, PlaceRole, Statement, Tense

# UCDP's precision up to which a place is the scene itself; above it (a province, a country) it is where the scene lies.
SCENE = 3
# Without a time of its own an event is taken to lie in the days before its publication; news is seldom older, but of
# what shook a place people go on talking, without its day, for weeks.
DAYS_BEFORE, DAYS_TALKED_OF = 2, 14
TALKED_OF = frozenset({"explode", "bomb", "attack", "crash", "collapse", "befall"})
# A TIMEX3 value that names one day, or a part of it.
A_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# A time of more days than this does not say on which day something happened.
LONGEST = 2


@dataclass(slots=True)
class Occurrence:
    """One article's own event.

    Attributes:
        id: The article's own id of it.
        article: Id of the article.
        types: What it is called.
        days: The days it is said to lie on, first and exclusive end; None where nothing says or the day is not told.
        about: The days it lies on at the latest guess: `days`, or those before the publication; None where undated.
        scene: Gazetteer id of the place; None where only a larger area is known.
        name: Folded name of the scene; None where there is none.
        country: Code of the country; None where unknown.
        named: Entities with a name to whom it was done.
        counted: Whether some mention counts those to whom it was done.
    """

    id: str
    article: str
    types: set[str] = field(default_factory=set)
    days: tuple[str, str] | None = None
    about: tuple[str, str] | None = None
    scene: int | None = None
    name: str | None = None
    country: str | None = None
    named: set[str] = field(default_factory=set)
    counted: bool = False


def occurrences(
    statements: Iterable[Statement], articles: Mapping[str, Article], entity_of: Mapping[str, Entity]
) -> dict[str, Occurrence]:
    """Every article's own events, by id, sorted; habits are none."""
    grouped: dict[str, list[Statement]] = {}
    for statement in statements:
        grouped.setdefault(statement.article, []).append(statement)
    found: dict[str, Occurrence] = {}
    for id, group in sorted(grouped.items()):
        ordered = sorted(group, key=lambda each: (each.content.part.value, each.content.start, each.id))
        told: dict[str, Occurrence] = {}
        for statement, event in ((each, event) for each in ordered for event in each.events):
            if event.tense is not Tense.HABITUAL:
                own = told.setdefault(event.refers_to or event.id, Occurrence(event.refers_to or event.id, id))
                _add(own, event, statement, entity_of)
        main = main_place(ordered)
        for own in told.values():
            _complete(own, main, articles[id].published if id in articles else None)
        found.update(told)
    return dict(sorted(found.items()))


def main_place(statements: Iterable[Statement]) -> Place | None:
    """The town or district that an article names most often, the first of equals; None where it names none."""
    named: Counter[int] = Counter()
    first: dict[int, Place] = {}
    for place in {place.id: place for statement in statements for place in statement.places}.values():
        if place.geonames is not None and place.precision is not None and place.precision <= SCENE:
            named[place.geonames] += 1
            first.setdefault(place.geonames, place)
    if not named:
        return None
    return first[min(named, key=lambda id: (-named[id], first[id].span.part.value, first[id].span.start, id))]


def _add(own: Occurrence, event: Event, statement: Statement, entity_of: Mapping[str, Entity]) -> None:
    own.types.add(event.type)
    own.counted = own.counted or event.count is not None
    for who in event.recipient:
        entity = entity_of.get(who.refers_to or "")
        if entity is not None and entity.names:
            own.named.add(entity.id)
    own.days = own.days or days_of(event, statement)
    place = scene_of(event, statement)
    if place is not None and own.scene is None:
        own.country = place.country
        _set(own, place if place.precision is not None and place.precision <= SCENE else None)


def scene_of(event: Event, statement: Statement) -> Place | None:
    """Where the event is said to be: its own place, else the only place that its statement is set in."""
    for place in statement.places:
        if place.id == event.place:
            return place
    at = [place for place in statement.places if place.role is PlaceRole.AT]
    return min(at, key=lambda place: (place.precision or 9, place.span)) if at else None


def days_of(event: Event, statement: Statement) -> tuple[str, str] | None:
    """The days of an event's own time, first and exclusive end, if these are few enough to tell it by; else None."""
    for timex in statement.times:
        if timex.id == event.time:
            first, last = day_of(timex.start), day_of(timex.end)
            if timex.value is not None and A_DAY.match(timex.value):
                first = last = day_of(timex.value)  # "since Monday" holds longer, but what happened was on Monday
            if first is not None and last is not None:
                end = max(last, first + timedelta(days=1))
                return (first.isoformat(), end.isoformat()) if (end - first).days <= LONGEST else None
    return None


def day_of(when: str | None) -> date | None:
    """The day of an ISO date or date and time; None where it is none, or so early or late that none is next to it."""
    try:
        day = date.fromisoformat((when or "")[:10])
    except ValueError:
        return None
    return day if date.min.year < day.year < date.max.year else None


def _complete(own: Occurrence, main: Place | None, published: str | None) -> None:
    """Fill in the article's place where the event has none, and the days before publication."""
    if own.scene is None and main is not None and own.country in (None, main.country):
        own.country = main.country
        _set(own, main)
    own.about = own.days
    day = day_of(published)
    if own.about is None and day is not None:
        before = DAYS_TALKED_OF if own.types & TALKED_OF else DAYS_BEFORE
        own.about = (day - timedelta(days=before)).isoformat(), (day + timedelta(days=1)).isoformat()


def _set(own: Occurrence, scene: Place | None) -> None:
    own.scene = None if scene is None else scene.geonames
    own.name = None if scene is None else fold(scene.name)


def days_between(first: str, end: str) -> list[str]:
    """The days from `first` up to `end`, exclusive, as ISO dates."""
    start = date.fromisoformat(first)
    return [(start + timedelta(days=at)).isoformat() for at in range((date.fromisoformat(end) - start).days)]
