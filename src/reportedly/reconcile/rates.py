"""Per head: a count of people beside the population of the country it was counted in, bounds and all.

A rate is made only where the words give a country and a time. A town's dead over its country's people would be no rate
of anything, and "the Sahel" has no count of its people.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from reportedly.lexicon.gazetteer import Gazetteer
from reportedly.lexicon.population import population
from reportedly.model import Figure, Number, Place, PlaceRole, Polarity, Rate, Statement, Timex, TimexRole
from reportedly.reconcile.measures import counts_people, measure_of

PER = 100_000
# UCDP's precision of a place that is a country, no more and no less.
A_COUNTRY = 6
# A time longer than this has no one population.
LONGEST = timedelta(days=366)
# Where people are counted; where they went to is another country's count.
COUNTED_AT = (PlaceRole.AT, PlaceRole.FROM)


def rates_of(statement: Statement, *, published: str | None) -> Iterator[Rate]:
    """The rates of a statement's counts of people; `published`: its article's date, the time of what says no other."""
    for figure in statement.figures:
        country = _country(figure, statement) if _is_count(figure, statement) else None
        year = _year(figure, statement, published)
        known = None if country is None or year is None else population(country, year)
        if country is None or known is None:
            continue
        entry = Gazetteer.load().country(country)
        yield Rate(
            figure=figure.id,
            low=_per(figure.low, known.people),
            high=_per(figure.high, known.people),
            comparator=figure.comparator,
            country=country,
            name=country if entry is None else entry.name,
            population=known.people,
            year=known.year,
            table=known.table,
        )


def _is_count(figure: Figure, statement: Statement) -> bool:
    """Whether it is a number of people said to be so: no rate already, no zero, nothing denied."""
    if figure.per is not None or figure.high == 0 or statement.factuality.polarity is Polarity.NEGATIVE:
        return False
    return counts_people(figure) if figure.unit is not None else measure_of(figure, statement) is not None


def _per(count: Number | None, people: int) -> float | None:
    return None if count is None else float(f"{count * PER / people:.3g}")


def _country(figure: Figure, statement: Statement) -> str | None:
    """The country that those counted are people of ("250 Belgians"), else that its event is in; None where vague."""
    people = Gazetteer.load().demonym((figure.unit_text or "").rpartition(" ")[2])
    if people is not None:
        return people
    events = [event for event in statement.events if event.count == figure.id]
    ids = {id for event in events for id in (event.place, event.from_) if id is not None}
    places = [place for place in statement.places if (place.id in ids if ids else place.role in COUNTED_AT)]
    return _only(places)


def _only(places: list[Place]) -> str | None:
    """The one country that all the places are; None for a town, an area, or several."""
    countries = {place.country for place in places if place.precision == A_COUNTRY}
    finer = any(place.precision != A_COUNTRY for place in places)
    return countries.pop() if len(countries) == 1 and not finer else None


def _year(figure: Figure, statement: Statement, published: str | None) -> int | None:
    """The year of the count's own time, its event's, the statement's, or the publication, in this order.

    None where that is vague.
    """
    events = [event for event in statement.events if event.count == figure.id]
    ids = {figure.as_of} if figure.as_of else {event.time for event in events if event.time is not None}
    times = [t for t in statement.times if (t.id in ids if ids else t.role is TimexRole.TRUE)]
    if figure.as_of is not None and not times:
        return None
    dated = [t for t in times if t.start is not None or t.end is not None]
    years = {_year_of(timex, published) for timex in dated} if dated else {_of(published)}
    return years.pop() if len(years) == 1 else None


def _year_of(timex: Timex, published: str | None) -> int | None:
    """The year a time ends in; what goes on since then is of the publication; None for what is longer than a year."""
    if timex.end is None:
        return _of(published)
    end = date.fromisoformat(timex.end[:10])
    start = end if timex.start is None else date.fromisoformat(timex.start[:10])
    last = max(start, end - timedelta(days=1)) if len(timex.end) == 10 and start != end else end
    return last.year if end - start <= LONGEST else None


def _of(published: str | None) -> int | None:
    return None if published is None else int(published[:4])
