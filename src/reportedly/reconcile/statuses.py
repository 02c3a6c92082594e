"""Is somebody alive, missing, in custody: what statements say of one named person's state, with the time it holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from reportedly.model import (
    Answer,
    Entity,
    Event,
    MentionKind,
    Modality,
    Polarity,
    Question,
    QuestionKind,
    Span,
    State,
    Statement,
    Status,
    Tense,
    identify,
)
from reportedly.reconcile.ground import Ground
from reportedly.reconcile.moments import Moment, moment_of, published_at, time_of

# Property -> kind of question, its words, and the states that answer it.
LIFE, CUSTODY, MISSING = "alive", "in custody", "missing"
PROPERTIES = {
    State.ALIVE: LIFE,
    State.DEAD: LIFE,
    State.INJURED: LIFE,
    State.DETAINED: CUSTODY,
    State.CHARGED: CUSTODY,
    State.CONVICTED: CUSTODY,
    State.FREE: CUSTODY,
    State.MISSING: MISSING,
}
KINDS = {LIFE: QuestionKind.STATUS, MISSING: QuestionKind.STATUS, CUSTODY: QuestionKind.CUSTODY}
# What an event makes of the one it is done to.
MAKES = {
    "kill": State.DEAD,
    "die": State.DEAD,
    "injure": State.INJURED,
    "arrest": State.DETAINED,
    "charge": State.CHARGED,
    "convict": State.CONVICTED,
    "release": State.FREE,
    "acquit": State.FREE,
    "disappear": State.MISSING,
}
# Words that say a state was believed, and is so no more.
BELIEVED = re.compile(
    r"\b(?:previously|once|earlier|initially|at first|wrongly|mistakenly|long) "
    r"(?:thought|believed|feared|presumed|reported|declared|said)\b",
    re.IGNORECASE,
)
# Words that say of the one named next that he is held: "the man held since Tuesday is", "the suspect arrested was".
HELD_IS = re.compile(
    r"\b(?:man|woman|boy|girl|person|teenager|suspect|driver)(?: being)? (held|arrested|detained)\b[^.;:]{0,80}?"
    r"\b(?:is|was|(?:named|identified) as)\s+$",
    re.IGNORECASE,
)
# Picks whose states are asked for: the entity with this id, or None.
Person = Callable[[str | None, Ground], Entity | None]
# How far before a state, in code points, such words stand.
NEAR = 30
# Words that say a state has gone on from before.
STILL = re.compile(r"\b(?:still|remains?|remained|continues? to be|yet)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A state that a statement gives somebody, by a status or by an event that brings it about.

    Attributes:
        who: The person.
        state: Which state.
        modality: How sure.
        polarity: Whether it is said to be so.
        event: The event that brings it about; None for a plain state.
    """

    who: Entity
    state: State
    modality: Modality
    polarity: Polarity
    event: Event | None


def status_answers(on: Ground) -> Iterator[tuple[Question, Answer]]:
    """Every question of a named person's state, with the answers to it as they come."""
    for statement in on.statements:
        for found in states_of(statement, on, named):
            question = question_of(found.who, PROPERTIES[found.state])
            yield question, answer_of(on, question, found, statement)


def question_of(who: Entity, about: str) -> Question:
    """The question for one property of somebody with a name."""
    return Question(
        id=identify("q", KINDS[about].value, who.id, about),
        kind=KINDS[about],
        subject=who.id,
        name=who.name,
        text=f"is {who.name} {about}?",
    )


def states_of(statement: Statement, on: Ground, person: Person) -> list[Found]:
    """The states in a statement of those whom `person` picks, each person's each state once.

    A status goes before the event that says the same.
    """
    found: dict[tuple[str, State], Found] = {}
    telling = [event for event in statement.events if _is_told(event.trigger, statement, on)]
    by_event = [_of_event(event, on, person) for event in telling]
    brought = {(each.who.id, each.state): each for several in by_event for each in several}
    for status in statement.statuses:
        who = person(status.who, on)
        if who is not None and status.state in PROPERTIES and _is_told(status.span, statement, on):
            key = (who.id, status.state)
            event = brought[key].event if key in brought else None
            found.setdefault(key, _of_status(status, who, event))
    for key, each in brought.items():
        found.setdefault(key, each)
    for each in _identified(statement, on, person):
        found.setdefault((each.who.id, each.state), each)
    for speaker in _speakers(statement, on):
        found.pop((speaker, State.DEAD), None)  # nobody tells of his own death: "I have been dead in the papers"
    dead = {who for who, state in found if state is State.DEAD}
    return [each for (who, state), each in found.items() if state is not State.INJURED or who not in dead]


def _identified(statement: Statement, on: Ground, person: Person) -> list[Found]:
    """Those of whom the statement says that the one held is they: "the man held since Tuesday is Jan Peeters"."""
    content, how = statement.content, statement.factuality
    found = []
    for mention in statement.mentions:
        who = person(mention.refers_to, on) if content.covers(mention.span) else None
        match = HELD_IS.search(content.exact[: max(0, mention.span.start - content.start)])
        if who is not None and match is not None and how.polarity is Polarity.POSITIVE:
            at = content.start + match.start(1)
            event = next((each for each in statement.events if each.trigger.start == at), None)
            found.append(Found(who, State.DETAINED, how.modality, how.polarity, event))
    return found


def _speakers(statement: Statement, on: Ground) -> list[str]:
    """Ids of the entities that say it."""
    known = (on.entity_of.get(source.refers_to or "") for source in statement.origins())
    return [entity.id for entity in known if entity is not None]


def _is_told(span: Span, statement: Statement, on: Ground) -> bool:
    """Whether the statement itself tells what stands at `span`, and not as an old belief ("thought dead")."""
    content = statement.content
    if not on.owns(statement, span):
        return False
    if not content.covers(span):
        return True
    before = content.exact[max(0, span.start - content.start - NEAR) : span.end - content.start]
    return BELIEVED.search(before) is None


def _of_status(status: Status, who: Entity, event: Event | None) -> Found:
    return Found(who, status.state, status.modality, status.polarity, event)


def _of_event(event: Event, on: Ground, person: Person) -> list[Found]:
    state = MAKES.get(event.type)
    if state is None or event.tense in (Tense.FUTURE, Tense.HABITUAL) or event.count is not None:
        return []
    people = [person(participant.refers_to, on) for participant in event.recipient]
    return [Found(who, state, event.modality, event.polarity, event) for who in people if who is not None]


def named(id: str | None, on: Ground) -> Entity | None:
    """The named person with this id; None for everybody else."""
    entity = on.entity_of.get(id or "")
    return entity if entity is not None and entity.kind is MentionKind.PERSON and entity.names else None


def answer_of(on: Ground, question: Question, found: Found, statement: Statement) -> Answer:
    """The answer that a statement gives by a state it tells of."""
    negative = found.polarity is Polarity.NEGATIVE
    plain = on.answer(question, statement, f"not {found.state.value}" if negative else found.state.value)
    timex = time_of(statement, found.event)
    moment = None if timex is None else moment_of(timex)
    since, until, settled = _times(found, moment, statement, plain.said)
    return replace(plain, modality=found.modality, polarity=found.polarity, since=since, until=until, settled=settled)


def _times(
    found: Found, moment: Moment | None, statement: Statement, said: str | None
) -> tuple[str | None, str | None, str | None]:
    """From when, until when, and from when for sure the state is said to hold.

    What has gone on ("still") or has not ended ("nobody has let her go") holds from before; a change holds from its
    time on; a plain state at its time, or when it was published.
    """
    published = None if said is None else said[:10]
    if STILL.search(statement.content.exact) or found.polarity is Polarity.NEGATIVE:
        return None, published_at(said) if moment is None else moment.end, None
    if found.event is not None:
        return (published, None, None) if moment is None else (moment.start, None, moment.end)
    return (published, None, None) if moment is None else (moment.start[:10], moment.end, None)
