"""One field of a statement changed as a person says; the id stays, and findings that went with the old value follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reportedly.model import (
    Figure,
    Form,
    Mark,
    Modality,
    Place,
    PlaceRole,
    Polarity,
    Source,
    SourceKind,
    Statement,
    Timex,
    TimexRole,
    TimexType,
    identify,
)
from reportedly.resolve.fields import bounds, period


def changed(statement: Statement, field: str, value: str | None) -> Statement:
    """The statement with `field` as the person says; as it is for a field that is no part of a statement."""
    change = CHANGES.get(field)
    return statement if change is None else change(statement, value)


def _modality(statement: Statement, value: str | None) -> Statement:
    """Events and statuses of the same modality as the statement had follow it; others keep their own."""
    old, new = statement.factuality.modality, Modality(value or "")
    return replace(
        statement,
        factuality=replace(statement.factuality, modality=new),
        events=tuple(replace(each, modality=new) if each.modality is old else each for each in statement.events),
        statuses=tuple(replace(each, modality=new) if each.modality is old else each for each in statement.statuses),
    )


def _polarity(statement: Statement, value: str | None) -> Statement:
    old, new = statement.factuality.polarity, Polarity(value or "")
    return replace(
        statement,
        factuality=replace(statement.factuality, polarity=new),
        events=tuple(replace(each, polarity=new) if each.polarity is old else each for each in statement.events),
        statuses=tuple(replace(each, polarity=new) if each.polarity is old else each for each in statement.statuses),
    )


def _source(statement: Statement, value: str | None) -> Statement:
    outlet = tuple(source for source in statement.sources if source.depth == 0)
    if value is None:
        return replace(statement, sources=outlet, form=Form.OWN)
    depth = max((source.depth for source in statement.sources), default=0)
    kept = tuple(source for source in statement.sources if source.depth == 0 or source.depth < depth)
    known = [source for source in statement.sources if source.name == value and source.depth > 0]
    origin = known[0] if known else Source(depth=max(1, depth), name=value, kind=SourceKind.NAMED)
    form = Form.INDIRECT if statement.form is Form.OWN else statement.form
    return replace(statement, sources=(*kept, replace(origin, depth=max(1, depth))), form=form)


def _figure(statement: Statement, value: str | None) -> Statement:
    """The figure that an event counts, else the first one, takes the new bounds; else the content is its words."""
    found = None if value is None else bounds(value)
    if found is None:
        return replace(statement, figures=())
    counting = {event.count for event in statement.events}
    old = next((each for each in statement.figures if each.id in counting), next(iter(statement.figures), None))
    if old is None:
        id = _new_id("f", statement)
        new = Figure(id=id, span=statement.content, low=found.low, high=found.high, comparator=found.comparator)
        return replace(statement, figures=(new,))
    new = replace(old, low=found.low, high=found.high, comparator=found.comparator)
    return replace(statement, figures=tuple(new if each.id == old.id else each for each in statement.figures))


def _time(statement: Statement, value: str | None) -> Statement:
    """The time that an event has, else the first true-when, takes the new days; what is said-when stays."""
    at = {event.time for event in statement.events}
    old = next((each for each in statement.times if each.id in at), None)
    old = old or next((each for each in statement.times if each.role is not TimexRole.SAID), None)
    found = None if value is None else period(value)
    if found is None:
        return replace(statement, times=tuple(each for each in statement.times if each is not old))
    span = statement.content if old is None else old.span
    id = _new_id("t", statement) if old is None else old.id
    new = Timex(
        id=id,
        span=span,
        type=TimexType.DATE,
        value=found.value,
        role=TimexRole.TRUE,
        start=found.start,
        end=found.end,
        precision=found.precision,
    )
    others = tuple(each for each in statement.times if each is not old)
    return replace(statement, times=(*others, new))


def _place(statement: Statement, value: str | None) -> Statement:
    at = {event.place for event in statement.events}
    old = next((each for each in statement.places if each.id in at), next(iter(statement.places), None))
    others = tuple(each for each in statement.places if each is not old)
    if value is None:
        return replace(statement, places=others)
    new = place_named(
        value,
        Place(
            id=_new_id("p", statement) if old is None else old.id,
            span=statement.content if old is None else old.span,
            name=value,
            role=PlaceRole.AT if old is None else old.role,
        ),
    )
    return replace(statement, places=(*others, new))


def place_named(value: str, place: Place) -> Place:
    """`place` as the gazetteer's likeliest of that name, or the country of that code; only named where unknown."""
    from reportedly.lexicon.gazetteer import Gazetteer

    gazetteer = Gazetteer.load()
    entry = gazetteer.country(value) if len(value) == 2 and value.isupper() else None
    if entry is None:
        entry = next(iter(gazetteer.lookup(value)), None)
    if entry is None:
        return replace(place, name=value)
    return replace(
        place,
        name=entry.name,
        country=entry.country,
        geonames=entry.geonames,
        lat=entry.lat,
        lon=entry.lon,
        precision=entry.precision,
        note=gazetteer.note(entry),
    )


def _mark(statement: Statement, value: str | None) -> Statement:
    return replace(statement, mark=None if value is None else Mark(value))


def _new_id(kind: str, statement: Statement) -> str:
    content = statement.content
    return identify(kind, statement.article, content.part.value, content.start, content.end, "corrected")


CHANGES: dict[str, Callable[[Statement, str | None], Statement]] = {
    "modality": _modality,
    "polarity": _polarity,
    "source": _source,
    "figure": _figure,
    "time": _time,
    "place": _place,
    "mark": _mark,
}
