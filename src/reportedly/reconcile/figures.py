"""How many: figures that count the same people in the same incident, laid side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from reportedly.lexicon.table import table
from reportedly.model import (
    Answer,
    Comparator,
    Figure,
    Number,
    Polarity,
    Question,
    QuestionKind,
    Statement,
    TimexRole,
    identify,
)
from reportedly.reconcile.ground import Ground
from reportedly.reconcile.incidents import UNNAMED, Incidents, incidents, labelled, scene
from reportedly.reconcile.measures import Measure, counted, measure_of
from reportedly.reconcile.moments import moment_of, next_day

# Words before a time that make it the time as of which a figure holds.
AS_OF = re.compile(r"\b(?:by|as of|as at|until|till)\s+$", re.IGNORECASE)

# Endings of nouns for people and animals whose plural is made from within; "human" and "German" only look so.
IRREGULAR = {
    "man": "men", "child": "children", "wife": "wives", "person": "people", "thief": "thieves", "foot": "feet",
    "mouse": "mice", "goose": "geese", "calf": "calves", "wolf": "wolves", "half": "halves", "ox": "oxen",
}  # fmt: skip
REGULAR = frozenset({"human", "german", "German", "roman", "Roman", "shaman", "Ottoman", "Norman", "fox"})
ALREADY = frozenset({"people", "police", "cattle", "sheep", "personnel", "staff", "crew", "men", "women", "children"})


def figure_answers(on: Ground) -> Iterator[tuple[Question, Answer]]:
    """Every question of how many, with the answers to it as they come."""
    about = incidents(on.statements, on.event_of)
    for statement in on.statements:
        for figure in statement.figures:
            measure = measure_of(figure, statement)
            if measure is not None and on.owns(statement, figure.span) and _is_said_to_be(figure, statement):
                question = _question(measure, figure, statement, about, on)
                yield question, _answer(on, question, figure, statement)


def _is_said_to_be(figure: Figure, statement: Statement) -> bool:
    """Whether the figure is asserted: "no one was missing" is zero, "it is not true that nine died" is no answer."""
    return statement.factuality.polarity is not Polarity.NEGATIVE or figure.high == 0


def _question(measure: Measure, figure: Figure, statement: Statement, about: Incidents, on: Ground) -> Question:
    who = counted(figure)
    subject, name, place, day = _subject(measure, figure, statement, about, on)
    people = plural(who)
    return Question(
        id=identify("q", QuestionKind.FIGURE.value, subject, measure.name, who),
        kind=QuestionKind.FIGURE,
        subject=subject,
        name=f"{people} {measure.name}, {name}",
        text=f"how many {people} {measure.text} ({name})?",
        measure=measure.name,
        place=place,
        since=day,
        until=None if day is None else next_day(day),
    )


def plural(noun: str) -> str:
    """The noun as it stands after "how many": from the table of units, else by the rules of English spelling."""
    if noun in ALREADY or (noun.endswith("s") and not noun.endswith("ss")):
        return noun
    if noun in _plurals():
        return _plurals()[noun]
    before, _, last = noun.rpartition(" ")
    lead = f"{before} " if before else ""
    for ending, many in IRREGULAR.items():
        if last.endswith(ending) and last not in REGULAR:
            return lead + last.removesuffix(ending) + many
    if re.search(r"[^aeiou]y$", last):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if last.endswith(("ss", "x", "z", "ch", "sh")) else f"{noun}s"


@cache
def _plurals() -> dict[str, str]:
    """Unit -> its plural, of the rows of units that have one."""
    return {row["unit"]: row["words"].split("|")[1] for row in table("units") if "|" in row["words"]}


def _subject(
    measure: Measure, figure: Figure, statement: Statement, about: Incidents, on: Ground
) -> tuple[str, str, str | None, str | None]:
    """Id, name, place and day of what the figure is about: the incident, else its own event, else place and day.

    Name, place and day are those of all that share the id, so that one id is one question.
    """
    own = next((event.refers_to or event.id for event in statement.events if event.count == figure.id), None)
    incident = about.about(statement, measure.sort)
    if incident is None and own is not None:
        incident = about.known[on.event_of.get(own, own)]
    if incident is not None:
        return incident.id, incident.label, incident.place, incident.day
    here, published = scene(statement, None), on.published(statement)
    name, day = None if here is None else here.name, None if published is None else published[:10]
    return f"{measure.name} in {name or statement.article} about {day}", labelled(UNNAMED, name, day), name, None


def _answer(on: Ground, question: Question, figure: Figure, statement: Statement) -> Answer:
    low, high = bounds(figure)
    plain = on.answer(question, statement, figure.span.exact)
    since = _as_of(statement) or (None if plain.said is None else plain.said[:10])
    zero = figure.high == 0
    return replace(
        plain,
        low=low,
        high=high,
        comparator=figure.comparator,
        polarity=Polarity.POSITIVE if zero else plain.polarity,
        since=since,
    )


def bounds(figure: Figure) -> tuple[Number | None, Number | None]:
    """The smallest and largest number the wording allows, inclusive: "more than 40 people" is 41 or more."""
    low, high = figure.low, figure.high
    if figure.comparator is Comparator.MORE_THAN and isinstance(low, int):
        return low + 1, high
    if figure.comparator is Comparator.LESS_THAN and isinstance(high, int):
        return low, high - 1
    return low, high


def _as_of(statement: Statement) -> str | None:
    """The day as of which figures hold, where the words say so: "by Wednesday noon", "…, she said on Friday"."""
    said = None
    for timex in statement.times:
        moment = moment_of(timex)
        if moment is None:
            continue
        before = statement.content.exact[: max(0, timex.span.start - statement.content.start)]
        if statement.content.covers(timex.span) and AS_OF.search(before):
            return moment.start[:10]
        if timex.role is TimexRole.SAID and not statement.content.covers(timex.span):
            said = moment.start[:10]
    return said
