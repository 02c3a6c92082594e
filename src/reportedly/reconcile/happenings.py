"""Did it happen: what one source says and another denies, found by what both are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from reportedly.model import Answer, Modality, Polarity, Question, QuestionKind, Statement, identify
from reportedly.reconcile.ground import Ground
from reportedly.reconcile.knots import knots
from reportedly.reconcile.likeness import Gist, gist_of, times_apart
from reportedly.reconcile.moments import days_apart
from reportedly.reconcile.origins import AND, origin_of

# A denial answers what was said within this many days.
DAYS = 7
# What must speak for it that a denial is of this statement: each shared act, name and word is one, a denial in so many
# words one, the same article one. Set by hand; "no arrests at the march" must not deny the arrests of the day before.
ENOUGH = 3
DENIALS = frozenset({"denies", "rejects", "disputes", "refutes"})
ALLEGED = ("alleg", "accus", "suspect", "claim")
# Words of a content that are shown as the name of a question.
SHOWN = 90


def happening_answers(on: Ground) -> Iterator[tuple[Question, Answer]]:
    """Every question whether something happened that somebody says and somebody else denies, with its answers."""
    asserted = [
        each for each in on.statements if not each.unknowns and each.factuality.modality is not Modality.UNKNOWN
    ]
    gists = {each.id: gist_of(each, on.entity_of) for each in asserted}
    groups = sorted(knots(_pairs(asserted, gists, on)), key=min)
    place = {each.id: at for at, each in enumerate(asserted)}
    for group in groups:
        members = [asserted[at] for at in sorted(place[id] for id in group)]
        question = _question(members)
        for statement in members:
            denied = statement.factuality.polarity is Polarity.NEGATIVE
            answer = on.answer(question, statement, "denied" if denied else "said")
            yield question, replace(answer, since=None if answer.said is None else answer.said[:10])


def _question(members: list[Statement]) -> Question:
    """The question that the first of those who say it puts, in its own words."""
    first = next(each for each in members if each.factuality.polarity is not Polarity.NEGATIVE)
    words = " ".join(first.content.exact.split())
    name = words if len(words) <= SHOWN else words[:SHOWN].rsplit(" ", 1)[0] + " …"
    return Question(
        id=identify("q", QuestionKind.HAPPENED.value, first.id),
        kind=QuestionKind.HAPPENED,
        subject=first.id,
        name=name,
        text=f"did it happen: “{name}”?",
    )


def _pairs(statements: list[Statement], gists: Mapping[str, Gist], on: Ground) -> Iterator[tuple[str, str]]:
    """Ids of what is said and what denies it; candidates share an act, or a word."""
    by_id = {each.id: each for each in statements}
    by_key: dict[str, list[Statement]] = {}
    for each in statements:
        if each.factuality.polarity is Polarity.POSITIVE:
            for key in _keys(gists[each.id]):
                by_key.setdefault(key, []).append(each)
    for denial in statements:
        if denial.factuality.polarity is Polarity.NEGATIVE:
            near = Counter(each.id for key in _keys(gists[denial.id]) for each in by_key.get(key, ()))
            first, stated = on.first(denial), _is_stated(denial)
            for id, keys in near.items():
                # What both share is counted first, for it is cheap and leaves few.
                said = by_id[id]
                if keys + stated + (on.first(said) == first) >= ENOUGH and _denies(denial, said, gists, on):
                    yield id, denial.id


def _keys(gist: Gist) -> set[str]:
    return (
        {f"act {act}" for act in gist.acts} | {f"word {word}" for word in gist.words} | {f"who {id}" for id in gist.who}
    )


def _denies(denial: Statement, said: Statement, gists: Mapping[str, Gist], on: Ground) -> bool:
    """Whether `denial` is of what `said` says, by somebody else and in time."""
    if denial.attribution is not None and denial.attribution == said.attribution:
        return False
    one, other = on.published(denial), on.published(said)
    apart = 0 if on.first(denial) == on.first(said) else days_apart(one or "", other or "")
    if apart is None or apart > DAYS:
        return False
    mine, theirs = gists[denial.id], gists[said.id]
    if times_apart(mine, theirs):
        return False
    alleged = _is_stated(denial) and _is_alleged(said)
    tells = bool(mine.acts & theirs.acts) or alleged or len(mine.words & theirs.words) >= ENOUGH
    return tells and _speak_apart(denial, said, on)


def _is_stated(denial: Statement) -> bool:
    """Whether somebody is said to deny it, in so many words."""
    return any(source.stance in DENIALS for source in denial.sources)


def _is_alleged(statement: Statement) -> bool:
    return any(cue.exact.casefold().startswith(ALLEGED) for cue in statement.factuality.cues)


def _speak_apart(one: Statement, other: Statement, on: Ground) -> bool:
    """Whether nobody stands behind both."""
    keys = [set(origin_of(each, on.articles, on.entity_of, on.originals).split(AND)) for each in (one, other)]
    return not keys[0] & keys[1]
