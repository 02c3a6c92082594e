"""What a toll is the toll of: the explosion, attack or crash that a statement, or else its article, is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reportedly.model import Event, Modality, Place, PlaceRole, Polarity, Statement
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
}
# What stands in place of a noun where nobody is sure what it was.
UNNAMED = "reported"
# What a place names at most as the scene: above it (UCDP's precision) only an area is known.
SCENE = 3


class Sort(StrEnum):
    """What is counted: the victims of an incident, the people at a march, or what police do at either."""

    TOLL = "toll"
    MARCH = "march"
    EITHER = "either"


@dataclass(slots=True)
class Incident:
    """An event that tolls are counted for, as all articles together tell of it.

    Attributes:
        id: Of the event across articles.
        types: How often it is called what by somebody who is sure of it.
        places: How often it is set where, or its articles are.
        days: How often it is said to lie on which day.
    """

    id: str
    types: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    days: Counter[str] = field(default_factory=Counter)

    @property
    def noun(self) -> str:
        """What it is most often called; "reported" where nobody is sure, or it has no noun."""
        return NOUNS.get(_most(self.types) or "", UNNAMED)

    @property
    def place(self) -> str | None:
        """Where it is most often set; None where nobody says."""
        return _most(self.places)

    @property
    def day(self) -> str | None:
        """The day it is most often put on; None where nobody says."""
        return _most(self.days)

    @property
    def label(self) -> str:
        """Noun, place and day, as far as known: "explosion in Ghent, 2024-03-03"."""
        return labelled(self.noun, self.place, self.day)


def labelled(what: str, place: str | None, day: str | None) -> str:
    """What, where and when, in words; what is None is left out."""
    return what + ("" if place is None else f" in {place}") + ("" if day is None else f", {day}")


def _most(counts: Counter[str]) -> str | None:
    return min(counts, key=lambda key: (-counts[key], key)) if counts else None


@dataclass(frozen=True, slots=True)
class Incidents:
    """Which incident each statement is about.

    Attributes:
        known: The incidents, by id, and the other events that figures count, by theirs.
        of: The incident that a statement names, by its id, for tolls and for marches.
        lead: The incident that an article is mostly about, by its id, for tolls, for marches and for either.
        recent: The incident that was last named before a statement's end, by its id.
    """

    known: Mapping[str, Incident]
    of: Mapping[tuple[str, Sort], str]
    lead: Mapping[tuple[str, Sort], str]
    recent: Mapping[str, str]

    def about(self, statement: Statement, sort: Sort) -> Incident | None:
        """The incident that a number of this sort in this statement belongs to; None: unknown."""
        own = self.of.get((statement.id, Sort.MARCH))
        if sort is not Sort.MARCH:
            own = self.of.get((statement.id, Sort.TOLL)) or own
        if sort is Sort.EITHER:
            own = own or self.recent.get(statement.id)
        lead = self.lead.get((statement.article, sort))
        if sort is Sort.TOLL:
            lead = lead or self.lead.get((statement.article, Sort.EITHER))
        id = own or lead
        return None if id is None else self.known[id]


def incidents(statements: Iterable[Statement], event_of: Mapping[str, str]) -> Incidents:
    """The incidents of these statements, which must come in the order of the text within each article."""
    known: dict[str, Incident] = {}
    of: dict[tuple[str, Sort], str] = {}
    told: dict[tuple[str, Sort], Counter[str]] = {}
    last: dict[str, str] = {}
    recent: dict[str, str] = {}
    for statement in statements:
        for event in statement.events:
            own = event.refers_to or event.id
            id = event_of.get(own, own)
            if event.type in NOUNS or event.count is not None:
                _add(known.setdefault(id, Incident(id)), event, statement)
            if event.type in NOUNS:
                sort = Sort.MARCH if event.type == "protest" else Sort.TOLL
                of.setdefault((statement.id, sort), id)
                last[statement.article] = id
                for each in (sort, Sort.EITHER):
                    told.setdefault((statement.article, each), Counter())[id] += 1
        if statement.article in last:
            recent[statement.id] = last[statement.article]
    # Counters keep the order of first mention, so that of equals the first named leads.
    lead = {key: max(counts, key=lambda id: counts[id]) for key, counts in told.items()}
    return Incidents(known, of, lead, recent)


def _add(incident: Incident, event: Event, statement: Statement) -> None:
    """Count what this mention tells of the incident."""
    if event.modality is Modality.CERTAIN and event.polarity is not Polarity.NEGATIVE:
        incident.types[event.type] += 1
    place = scene(statement, event.place)
    if place is not None:
        incident.places[place.name] += 1
    timex = None if event.time is None else time_of(statement, event)
    moment = None if timex is None else moment_of(timex)
    if moment is not None:
        incident.days[moment.start[:10]] += 1


def scene(statement: Statement, place: str | None) -> Place | None:
    """The place with this id, else the first town or district that the statement is set in or names; None: none."""
    for each in statement.places:
        if each.id == place:
            return each
    near = [each for each in statement.places if each.precision is not None and each.precision <= SCENE]
    return min(near, key=lambda each: (each.role is not PlaceRole.AT, each.span), default=None)
