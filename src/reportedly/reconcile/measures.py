"""What a figure counts: the dead are not the injured, two more bodies are no toll, a rate is no number of people."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from reportedly.lexicon.table import table
from reportedly.model import Event, Figure, Statement, Tense
from reportedly.reconcile.incidents import Sort

# Nouns that count people as such; every other noun (children, soldiers) counts some of them and is asked for by itself.
PEOPLE = frozenset({"people", "person", "individual", "victim", "body", "life", "casualty", "human", "dead", "other"})
# What police do, at an incident or at a march: it belongs to the one last spoken of.
AT_EITHER = frozenset({"arrested", "charged", "released"})
# Animals that reports count like victims.
ANIMALS = frozenset(
    {
        "animal", "bird", "buffalo", "camel", "cat", "chicken", "cow", "dog", "dolphin", "donkey", "elephant", "goat",
        "head of cattle", "horse", "lamb", "pig", "seal", "sheep", "turtle", "whale",
    }
)  # fmt: skip
# Kinds of unit that no people are counted in (units.tsv).
MEASURES_OF_THINGS = frozenset({"currency", "share", "time", "age", "measure", "rate", "fold"})
# How far from a figure, in code points, the word may stand that says what it counts: about a dozen words of one clause.
REACH = 80
# "Two more bodies" adds to a number that is not given; "more than" does not.
INCREMENT = re.compile(r"\b(?:another|additional|further|extra|new)\b|\bmore\b(?!\s+than)", re.IGNORECASE)
ADDED_BEFORE = re.compile(r"\b(?:another|an additional|a further)\s+$", re.IGNORECASE)
# "Nine of them", "two of the injured": a part of a number that stands elsewhere.
PART_OF = re.compile(r"^\s*of\s+(?:the|them|these|those|whom|which|his|her|its|their|our)\b", re.IGNORECASE)
PART_INSIDE = re.compile(r"\bof (?:the|them|these|those|whom|which|us)\b", re.IGNORECASE)
# "Including nine children", "up from 40", "an earlier toll of six": a part, or what the number used to be.
NOT_NOW = re.compile(
    r"\b(?:including|among them|up from|down from|rose from|fell from|compared (?:with|to)|(?:earlier|previous|initial)"
    r"(?: \w+){0,2} of|earlier|previously)\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that reports count in people.

    Attributes:
        name: Of the measure ("killed").
        types: Event types whose recipients or actors it counts.
        words: Finds the words that show it.
        course: "up" only rises as more becomes known, "free" rises and falls, "fixed" never changes.
        text: The question without its beginning ("were killed").
    """

    name: str
    types: frozenset[str]
    words: re.Pattern[str]
    course: str
    text: str

    @property
    def sort(self) -> Sort:
        """Which sort of incident it is counted for."""
        return Sort.MARCH if self.course == "fixed" else Sort.EITHER if self.name in AT_EITHER else Sort.TOLL


@cache
def measures() -> dict[str, Measure]:
    """The measures, by name."""
    return {row["measure"]: _measure(row) for row in table("measures")}


def _measure(row: dict[str, str]) -> Measure:
    words = re.compile(rf"\b(?:{row['words']})\b", re.IGNORECASE)
    return Measure(row["measure"], frozenset(row["types"].split()), words, row["course"], row["text"])


@cache
def _things() -> frozenset[str]:
    return frozenset(row["unit"] for row in table("units") if row["kind"] in MEASURES_OF_THINGS)


@cache
def _by_type() -> dict[str, Measure]:
    return {type: measure for measure in measures().values() for type in measure.types}


def counted(figure: Figure) -> str:
    """Who is counted: "people", or the noun of a part of them ("child")."""
    unit = figure.unit
    named = (
        unit is None or unit in PEOPLE or any(measure.words.fullmatch(f"{unit}s") for measure in measures().values())
    )
    return "people" if unit is None or named else unit


def measure_of(figure: Figure, statement: Statement) -> Measure | None:
    """The measure that a figure is a whole number of; None for rates, parts, increments, plans and everything else."""
    if figure.per is not None or figure.unit in _things() or (figure.low is None and figure.high is None):
        return None
    before, after = _around(figure, statement)
    if before is None or INCREMENT.search(figure.span.exact) or ADDED_BEFORE.search(before) or NOT_NOW.search(before):
        return None
    if PART_OF.search(after) or PART_INSIDE.search(figure.span.exact):
        return None
    events = [event for event in statement.events if event.count == figure.id]
    if any(event.tense in (Tense.FUTURE, Tense.HABITUAL) for event in events):
        return None
    if not counts_people(figure) and not (events and figure.unit in ANIMALS):
        return None
    known = [_by_type()[event.type] for event in events if event.type in _by_type()]
    measure = known[0] if known else _nearest(figure, before, after)
    return None if measure is None or _is_of_doers(figure, measure, statement) else measure


def _is_of_doers(figure: Figure, measure: Measure, statement: Statement) -> bool:
    """Whether it counts those who did it: "three gunmen killed" is no toll. At a march the doers are counted."""
    acts = [event for event in statement.events if event.type in measure.types]
    return measure.course != "fixed" and any(_did(figure, event) for event in acts)


def _did(figure: Figure, event: Event) -> bool:
    suffered = any(each.span.covers(figure.span) for each in event.recipient)
    return not suffered and any(each.span.covers(figure.span) for each in event.actor)


def counts_people(figure: Figure) -> bool:
    """Whether the figure's noun is people, some sort of them, or a word for what befell them ("no arrests")."""
    unit = counted(figure)
    return unit == "people" or unit.casefold() in _nouns_for_people()


@cache
def _nouns_for_people() -> frozenset[str]:
    """Nouns for people and groups of them, and for those of a country ("Belgian"); a newspaper is none."""
    nouns = {row["word"] for row in table("people") if row["kind"] in ("PERSON", "GROUP")}
    return frozenset(nouns | {row["word"].casefold() for row in table("demonyms")})


def _around(figure: Figure, statement: Statement) -> tuple[str | None, str]:
    """The content before and after the figure; (None, "") where the figure does not stand in it."""
    content, span = statement.content, figure.span
    if not content.covers(span):
        return None, ""
    return content.exact[: span.start - content.start], content.exact[span.end - content.start :]


def _nearest(figure: Figure, before: str, after: str) -> Measure | None:
    """The measure whose word stands in the figure, else nearest after it, else nearest before it, within reach."""
    found = []
    for measure in measures().values():
        inside = measure.words.search(figure.span.exact)
        behind = measure.words.search(after[:REACH])
        ahead = list(measure.words.finditer(before[-REACH:]))
        if inside is not None:
            found.append((0, 0, measure.name))
        if behind is not None:
            found.append((1, behind.start(), measure.name))
        if ahead:
            found.append((2, len(before[-REACH:]) - ahead[-1].end(), measure.name))
    return measures()[min(found)[2]] if found else None
