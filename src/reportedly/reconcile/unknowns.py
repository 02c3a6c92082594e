"""What was said not to be known, and the later statement that tells it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reportedly.model import Article, Entity, MentionKind, Modality, Polarity, Statement
from reportedly.model.moment import UNDATED, instant
from reportedly.reconcile.ground import Ground, ground
from reportedly.reconcile.incidents import Incidents, Sort, incidents
from reportedly.reconcile.likeness import Gist, gist_of
from reportedly.reconcile.statuses import LIFE, PROPERTIES

# A later figure is the answer if it shares this many words with what was not known.
WORDS = 2
# "The man held is", "named the suspect as", "identified him as", right before a name.
IDENTIFIES = re.compile(r"\b(?:is|was|are|were|as|named|identified)\s+$", re.IGNORECASE)
SOMEBODY = re.compile(
    r"\b(?:man|woman|boy|girl|suspect|attacker|assailant|gunman|bomber|driver|victim|person|teenager|him|her|dead|arrested)\b",
    re.IGNORECASE,
)
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
    known = _Known(on, incidents(on.statements, event_of))
    when = {each.id: instant(on.published(each)) for each in on.statements}
    telling = {about: [each for each in on.statements if known.may_tell(about, each)] for about in ABOUT}
    found = []
    for statement in on.statements:
        for unknown in statement.unknowns[:1]:
            later = (each for each in telling.get(unknown.about, ()) if when[statement.id] < when[each.id] < UNDATED)
            first = next((each for each in later if known.tells(unknown.about, statement, each)), None)
            found.append((statement.id, None if first is None else first.id))
    return found


class _Known:
    """What each statement is about, found once and when asked for."""

    def __init__(self, on: Ground, about: Incidents) -> None:
        self._on = on
        self._about = about
        self._gists: dict[str, Gist] = {}

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
        return self._identifies(statement) if about == "identity" else bool(_lives(statement))

    def tells(self, about: str, unknown: Statement, later: Statement) -> bool:
        """Whether `later`, which may tell, tells what `unknown` says is not known."""
        if about == "number":
            return len(self._gist(unknown).words & self._gist(later).words) >= WORDS
        if about == "identity":
            return self._same_incident(unknown, later)
        return any(self._is_one_of(who, self._gist(unknown).who) for who in _lives(later))

    def _same_incident(self, one: Statement, other: Statement) -> bool:
        mine, theirs = (self._about.about(each, Sort.TOLL) for each in (one, other))
        return mine is not None and theirs is not None and mine.id == theirs.id

    def _identifies(self, statement: Statement) -> bool:
        """Whether the statement says that somebody unnamed is somebody with a name: "the man held is Jan Peeters"."""
        content = statement.content
        for mention in statement.mentions:
            named = mention.kind is MentionKind.PERSON and mention.name is not None and content.covers(mention.span)
            before = content.exact[: max(0, mention.span.start - content.start)]
            if named and IDENTIFIES.search(before) and SOMEBODY.search(before):
                return True
        return False

    def _is_one_of(self, who: str | None, those: frozenset[str]) -> bool:
        entity = self._on.entity_of.get(who or "")
        return entity is not None and entity.id in those


def _lives(statement: Statement) -> list[str | None]:
    """Whose life or death a statement tells of, as the article's own ids."""
    return [status.who for status in statement.statuses if status.state in LIVES]
