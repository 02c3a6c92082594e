"""What was said not to be known, and the later statement that tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportedly.model import (
    Answer,
    Article,
    Entity,
    MentionKind,
    Modality,
    Polarity,
    Question,
    QuestionKind,
    Statement,
    identify,
)
from reportedly.model.moment import UNDATED, instant
from reportedly.reconcile.ground import Ground, ground
from reportedly.reconcile.incidents import Incident, Incidents, Sort, incidents
from reportedly.reconcile.likeness import Gist, gist_of
from reportedly.reconcile.refuted import refuted_answers
from reportedly.reconcile.statuses import LIFE, PROPERTIES

# A later figure is the answer if it shares this many words with what was not known.
WORDS = 2
# "The man held is", "named the suspect as", "identified him as", right before a name.
IDENTIFIES = re.compile(r"\b(?:is|was|are|were|as|named|identified)\s+$", re.IGNORECASE)
SOMEBODY = re.compile(
    r"\b(?:man|woman|boy|girl|suspect|attacker|assailant|gunman|bomber|driver|victim|person|teenager|him|her|dead|arrested)\b",
    re.IGNORECASE,
)
# Words that say on which side of an incident somebody is, or whether it is a man; nobody is on both.
VICTIM = re.compile(r"\b(?:victims?|dead|died|killed|injured|wounded|bod(?:y|ies))\b", re.IGNORECASE)
HELD = re.compile(
    r"\b(?:suspects?|attackers?|assailants?|gunm[ae]n|bombers?|arsonists?|held|arrested|detained)\b", re.IGNORECASE
)
MALE = re.compile(r"\b(?:man|boy|him|his)\b", re.IGNORECASE)
FEMALE = re.compile(r"\b(?:woman|girl|her)\b", re.IGNORECASE)
LIVES = frozenset(state for state, about in PROPERTIES.items() if about == LIFE)
# What can be told: by a figure, by a name, by somebody's state (the last three).
ABOUT = ("number", "identity", "state", "whereabouts", "whether")


def answered_unknowns(
    statements: Sequence[Statement],
    articles: Mapping[str, Article],
    *,
    entity_of: Mapping[str, Entity],
    event_of: Mapping[str, str],
) -> list[tuple[str, str | None]]:
    """Each statement that something is not known, with the first later one that tells it, or None; by publication.

    A number is told by a figure in the same words, the identity of somebody in an incident by a name, somebody's state
    or whereabouts by a state of the same person.
    """
    on = ground(statements, articles, entity_of=entity_of, event_of=event_of, copies=())
    told = _told(on, _Known(on, incidents(on.statements, event_of)))
    return [(unknown.id, None if first is None else first.id) for unknown, first in told]


def identity_answers(on: Ground) -> Iterator[tuple[Question, Answer]]:
    """Who somebody is whose identity was said not to be known, where a later statement gives a name."""
    known = _Known(on, incidents(on.statements, on.event_of))
    for statement, later in _told(on, known):
        incident = known.incident(statement)
        if statement.unknowns[0].about != "identity" or later is None or incident is None:
            continue
        # "The attacker" in a heading, with a name below it, would be an accusation.
        noun = "victim" if VICTIM.search(statement.content.exact) else "person"
        question = Question(
            id=identify("q", QuestionKind.UNKNOWN.value, incident.id, "identity", noun),
            kind=QuestionKind.UNKNOWN,
            subject=incident.id,
            name=f"{noun} not named, {incident.label}",
            text=f"who is the {noun} not named ({incident.label})?",
            place=incident.place,
        )
        plain = on.answer(question, statement, "not known")
        yield question, replace(plain, modality=Modality.UNKNOWN, polarity=Polarity.UNKNOWN)
        yield question, on.answer(question, later, known.name_in(later) or "named")


def _told(on: Ground, known: _Known) -> list[tuple[Statement, Statement | None]]:
    """Each statement with an unknown, and the first later one that tells it."""
    when = {each.id: instant(on.published(each)) for each in on.statements}
    telling = {about: [each for each in on.statements if known.may_tell(about, each)] for about in ABOUT}
    found = []
    for statement in on.statements:
        for unknown in statement.unknowns[:1]:
            later = (each for each in telling.get(unknown.about, ()) if when[statement.id] < when[each.id] < UNDATED)
            first = next((each for each in later if known.tells(unknown.about, statement, each)), None)
            found.append((statement, first))
    return found


class _Known:
    """What each statement is about, found once and when asked for."""

    def __init__(self, on: Ground, about: Incidents) -> None:
        self._on = on
        self._about = about
        self._gists: dict[str, Gist] = {}
        self._taken_back = {answer.statement: question.subject for question, answer in refuted_answers(on)}

    def _gist(self, statement: Statement) -> Gist:
        if statement.id not in self._gists:
            self._gists[statement.id] = gist_of(statement, self._on.entity_of)
        return self._gists[statement.id]

    def may_tell(self, about: str, statement: Statement) -> bool:
        """Whether the statement asserts something of the sort that is asked about."""
        sure = statement.factuality.modality is Modality.CERTAIN and statement.factuality.polarity is Polarity.POSITIVE
        if not sure or statement.unknowns:
            return False
        if about == "number":
            return bool(statement.figures)
        return self.name_in(statement) is not None if about == "identity" else bool(_lives(statement))

    def tells(self, about: str, unknown: Statement, later: Statement) -> bool:
        """Whether `later`, which may tell, tells what `unknown` says is not known."""
        if about == "number":
            return len(self._gist(unknown).words & self._gist(later).words) >= WORDS
        if about == "identity":
            return self._same_incident(unknown, later) and not _are_others(unknown.content.exact, later.content.exact)
        asked = self._gist(unknown).who
        return self._taken_back.get(later.id) in asked or any(self._is_one_of(who, asked) for who in _lives(later))

    def incident(self, statement: Statement) -> Incident | None:
        """What the statement is about; None where unknown."""
        return self._about.about(statement, Sort.TOLL)

    def _same_incident(self, one: Statement, other: Statement) -> bool:
        mine, theirs = (self.incident(each) for each in (one, other))
        return mine is not None and theirs is not None and mine.id == theirs.id

    def name_in(self, statement: Statement) -> str | None:
        """The name that the statement gives somebody unnamed ("the man held is Jan Peeters"); None without one."""
        content = statement.content
        for mention in statement.mentions:
            named = mention.kind is MentionKind.PERSON and mention.name is not None and content.covers(mention.span)
            before = content.exact[: max(0, mention.span.start - content.start)]
            if named and IDENTIFIES.search(before) and SOMEBODY.search(before):
                entity = self._on.entity_of.get(mention.refers_to or "")
                return mention.name if entity is None else entity.name
        return None

    def _is_one_of(self, who: str | None, those: frozenset[str]) -> bool:
        entity = self._on.entity_of.get(who or "")
        return entity is not None and entity.id in those


def _are_others(one: str, other: str) -> bool:
    """Whether the words speak of a victim and of somebody held, or of a man and of a woman."""
    return any({_side(one, *sides), _side(other, *sides)} == {0, 1} for sides in ((VICTIM, HELD), (MALE, FEMALE)))


def _side(words: str, one: re.Pattern[str], other: re.Pattern[str]) -> int | None:
    """0 for the first side only, 1 for the second only; None for both or neither."""
    sides = [at for at, pattern in enumerate((one, other)) if pattern.search(words)]
    return sides[0] if len(sides) == 1 else None


def _lives(statement: Statement) -> list[str | None]:
    """Whose life or death a statement tells of, as the article's own ids."""
    return [status.who for status in statement.statuses if status.state in LIVES]
