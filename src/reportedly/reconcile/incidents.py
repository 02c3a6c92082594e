"""What a toll is the toll of: the explosion, attack or crash that a statement, or else its article, is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reportedly.model import Place, PlaceRole, Statement
from reportedly.reconcile.moments import moment_of, time_of

# Event types that have tolls, and the noun that names one.
NOUNS = {
    "explode": "explosion",
    "bomb": "bombing",
    "attack": "attack",
    "shoot": "shooting",
    "stab": "stabbing",
    "crash": "crash",
    "collapse": "collapse",
    "burn": "fire",
    "befall": "disaster",
    "fight": "fighting",
    "raid": "raid",
    "protest": "march",
    "kill": "killing",
}
# What a place names at most as the scene: above it (UCDP's precision) only an area is known.
SCENE = 3


@dataclass(slots=True)
class Incident:
    """An event that tolls are counted for, as all articles together tell of it.

    Attributes:
        id: Of the event across articles.
        types: How often it is called what.
        places: How often it is set where, or its articles are.
        days: How often it is said to lie on which day.
    """

    id: str
    types: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    days: Counter[str] = field(default_factory=Counter)

    @property
    def noun(self) -> str:
        """What it is most often called."""
        return NOUNS[_most(self.types) or "attack"]

    @property
    def place(self) -> str | None:
        """Where it is most often set; None where nobody says."""
        return _most(self.places)

    @property
    def day(self) -> str | None:
        """The day it is most often put on; None where nobody says."""
        return _most(self.days)


def _most(counts: Counter[str]) -> str | None:
    return min(counts, key=lambda key: (-counts[key], key)) if counts else None


@dataclass(frozen=True, slots=True)
class Incidents:
    """Which incident each statement is about.

    Attributes:
        known: The incidents, by id.
        of: The incident that a statement names, by its id, for tolls and for marches.
        lead: The incident that an article is mostly about, by its id, for tolls and for marches.
    """

    known: Mapping[str, Incident]
    of: Mapping[tuple[str, bool], str]
    lead: Mapping[tuple[str, bool], str]

    def about(self, statement: Statement, *, march: bool) -> Incident | None:
        """The incident that a toll, or the number of people at a march, in this statement belongs to; None: unknown."""
        id = self.of.get((statement.id, march)) or self.lead.get((statement.article, march))
        return None if id is None else self.known[id]


def incidents(statements: Iterable[Statement], event_of: Mapping[str, str]) -> Incidents:
    """The incidents of these statements, which must come in the order of the text within each article."""
    known: dict[str, Incident] = {}
    of: dict[tuple[str, bool], str] = {}
    told: dict[tuple[str, bool], Counter[str]] = {}
    for statement in statements:
        for event in statement.events:
            if event.type not in NOUNS or event.type == "kill":
                continue
            own = event.refers_to or event.id
            id = event_of.get(own, own)
            march = event.type == "protest"
            _add(known.setdefault(id, Incident(id)), event.type, statement, scene(statement, event.place))
            timex = None if event.time is None else time_of(statement, event)
            moment = None if timex is None else moment_of(timex)
            if moment is not None:
                known[id].days[moment.start[:10]] += 1
            of.setdefault((statement.id, march), id)
            told.setdefault((statement.article, march), Counter())[id] += 1
    # Counters keep the order of first mention, so that of equals the first named leads.
    lead = {key: max(counts, key=lambda id: counts[id]) for key, counts in told.items()}
    return Incidents(known, of, lead)


def _add(incident: Incident, type: str, statement: Statement, place: Place | None) -> None:
    incident.types[type] += 1
    if place is not None:
        incident.places[place.name] += 1


def scene(statement: Statement, place: str | None) -> Place | None:
    """The place with this id, else the first town or district that the statement is set in or names; None: none."""
    for each in statement.places:
        if each.id == place:
            return each
    near = [each for each in statement.places if each.precision is not None and each.precision <= SCENE]
    return min(near, key=lambda each: (each.role is not PlaceRole.AT, each.span), default=None)
