"""Deaths that a later report takes back: "the driver who was reported to have died is alive", and who reported it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportedly.lexicon.folding import fold
from reportedly.lexicon.table import table
from reportedly.model import (
    Answer,
    Entity,
    MentionKind,
    Modality,
    Polarity,
    Question,
    QuestionKind,
    State,
    Statement,
    identify,
)
from reportedly.model.moment import UNDATED, instant
from reportedly.reconcile.ground import Ground
from reportedly.reconcile.incidents import SCENE
from reportedly.reconcile.knots import knots
from reportedly.reconcile.moments import days_apart
from reportedly.reconcile.statuses import BELIEVED, LIFE, Found, answer_of, question_of, states_of

# A report takes back deaths that were reported within this many days before it. Set by hand.
DAYS = 14
# Words before a death that make it somebody's report or belief.
REPORTED = re.compile(
    r"\b(?:reported|said|thought|believed|feared|presumed|declared)\b(?: \w+){0,3}\s*$", re.IGNORECASE
)
# Words that tell of somebody who lives.
LIVES = re.compile(r"\b(?:alive|recover\w*|surviv\w*|hospital|safe|unharmed|unhurt)\b", re.IGNORECASE)
# Where the head of a phrase ends: what follows tells more of it.
TAIL = re.compile(r",| (?:of|from|in|at|on|with|who|whose|that|which|near) ")
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Report:
    """What a statement tells of the life of somebody who has a calling.

    Attributes:
        statement: The statement.
        found: Whose state it tells, and which.
        calling: What the person is ("driver").
    """

    statement: Statement
    found: Found
    calling: str


def refuted_answers(on: Ground) -> Iterator[tuple[Question, Answer]]:
    """Whether somebody is alive whose death was reported without a name, and is taken back by a later report.

    The later report must itself say that the death was reported or believed, and both must name one calling and one
    town. Where the later reports name one person, it is that person's question; else one of its own.
    """
    deaths, refuting = _told(on)
    reports = {each.statement.id: each for each in (*deaths, *refuting)}
    towns = _towns(on)
    pairs = [
        (later.statement.id, death.statement.id)
        for later in refuting
        for death in deaths
        if _takes_back(later, death, on) and towns[later.statement.article] & towns[death.statement.article]
    ]
    place = {each.id: at for at, each in enumerate(on.statements)}
    for knot in knots(pairs):
        group = [reports[id] for id in sorted(knot, key=lambda id: place[id])]
        question = _question(group)
        for each in group:
            yield question, answer_of(on, question, each.found, each.statement)


def _question(group: list[Report]) -> Question:
    who = {each.found.who.id: each.found.who for each in group if each.found.who.names}
    if len(who) == 1:
        return question_of(next(iter(who.values())), LIFE)
    first = group[0]
    return Question(
        id=identify("q", QuestionKind.STATUS.value, first.statement.id, LIFE),
        kind=QuestionKind.STATUS,
        subject=first.statement.id,
        name=f"the {first.calling}",
        text=f"is the {first.calling} alive?",
    )


def _takes_back(later: Report, death: Report, on: Ground) -> bool:
    if later.calling != death.calling or later.statement.article == death.statement.article:
        return False
    one, other = on.published(death.statement), on.published(later.statement)
    apart = days_apart(one or "", other or "")
    return apart is not None and apart <= DAYS and instant(one) < instant(other) < UNDATED


def _told(on: Ground) -> tuple[list[Report], list[Report]]:
    """Deaths of people without a name, and what takes a death back; of several dead of one calling, none is told."""
    deaths: list[Report] = []
    refuting: list[Report] = []
    for statement in on.statements:
        back = _refuting(statement, on)
        refuting += back
        for found in [] if back else states_of(statement, on, _unnamed):
            calling = calling_of(statement, found.who)
            dead = found.state is State.DEAD and found.polarity is Polarity.POSITIVE
            if dead and calling is not None and found.modality is not Modality.UNKNOWN:
                deaths.append(Report(statement, found, calling))
    # Where a death is taken back it is not reported. A title tells again of those in the text.
    back_in = {(each.statement.article, each.calling) for each in refuting}
    deaths = [each for each in deaths if (each.statement.article, each.calling) not in back_in]
    several = Counter(where for where, _ in {(_where(each), each.found.who.id) for each in deaths})
    return [each for each in deaths if several[_where(each)] == 1], refuting


def _where(report: Report) -> tuple[str, str, str]:
    return report.statement.article, report.statement.content.part.value, report.calling


def _refuting(statement: Statement, on: Ground) -> list[Report]:
    """The people whom the statement says to live although their death was reported or believed."""
    content = statement.content
    if LIVES.search(content.exact) is None or statement.factuality.polarity is not Polarity.POSITIVE:
        return []
    found = []
    for status in statement.statuses:
        who = on.entity_of.get(status.who or "")
        if status.state is not State.DEAD or who is None or not content.covers(status.span):
            continue
        # Of words inside the status, too: "thought dead".
        until = content.exact[: status.span.end - content.start].rpartition(" ")[0]
        alive = any(each.who == status.who and each.state is State.ALIVE for each in statement.statuses)
        calling = calling_of(statement, who)
        if calling is not None and (BELIEVED.search(until) or (alive and REPORTED.search(until))):
            state = State.ALIVE if alive else State.DEAD
            polarity = Polarity.POSITIVE if alive else Polarity.NEGATIVE
            lives = Found(who, state, statement.factuality.modality, polarity, None)
            found.append(Report(statement, lives, calling))
    return found[:1]


def _unnamed(id: str | None, on: Ground) -> Entity | None:
    entity = on.entity_of.get(id or "")
    return entity if entity is not None and entity.kind is MentionKind.PERSON and not entity.names else None


def calling_of(statement: Statement, who: Entity) -> str | None:
    """What somebody is called by, in the entity's own words or those of the statement; None where they do not say."""
    phrases = [who.name] + [each.span.exact for each in statement.mentions if each.refers_to in who.members]
    return next((calling for calling in map(_head, phrases) if calling is not None), None)


def _head(phrase: str) -> str | None:
    """The noun for one person that a phrase is headed by, as others may call it: "the missing trucker": driver."""
    nouns = [word for word in WORD.findall(fold(TAIL.split(phrase, maxsplit=1)[0])) if word in _nouns()]
    return _nouns()[nouns[-1]] if nouns else None


@cache
def _nouns() -> dict[str, str | None]:
    """Nouns for people, each with the calling that it tells; None for those that tell none ("man", "wife")."""
    telling = {row["word"]: row["sort"] == "role" and row["kind"] == "PERSON" for row in table("people")}
    like = {row["word"]: row["like"] or row["word"] for row in table("people")}
    return {word: like[word] if tells and like[word] not in GENERAL else None for word, tells in telling.items()}


# Nouns that say of somebody no more than that: not by what he is told from others.
GENERAL = frozenset(
    """
    adult attacker boy bystander captive casualty child citizen civilian fighter foreigner girl guest hostage individual
    killer lady local man migrant minor national passenger people person prisoner refugee resident somebody stranger
    survivor suspect teenager victim visitor witness woman worker
    """.split()  # noqa: SIM905
)


def _towns(on: Ground) -> dict[str, set[str]]:
    """The towns and districts that each article names, by folded name: readers take homonyms for one another."""
    towns: dict[str, set[str]] = {}
    for statement in on.statements:
        near = [each for each in statement.places if each.precision is not None and each.precision <= SCENE]
        towns.setdefault(statement.article, set()).update(fold(each.name) for each in near)
    return towns
