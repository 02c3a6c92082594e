"""Did it happen: what one source says and another denies, found by what both are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from reportedly.model import Answer, Modality, Polarity, Question, QuestionKind, Statement, identify
from reportedly.reconcile.deeds import Deed, collide, deeds_of, phrases, shared_parties
from reportedly.reconcile.ground import Ground
from reportedly.reconcile.knots import knots
from reportedly.reconcile.moments import days_apart, next_day
from reportedly.reconcile.origins import AND, origin_of

# A denial answers what was said within this many days.
DAYS = 7
# What must speak for it that a denial is of this act: each shared name and word is one, a name with one part in both
# one more, a denial in so many words one, the same article one. Set by hand; "no arrests at the march" must not deny
# the arrests of the day before.
ENOUGH = 3
DENIALS = frozenset({"denies", "rejects", "disputes", "refutes"})
# How many phrases for what it is about stand in a heading.
SHOWN = 3
# A deed's key: its statement and its act.
Key = tuple[str, str]


def happening_answers(on: Ground) -> Iterator[tuple[Question, Answer]]:
    """Every question whether something happened that somebody says and somebody else denies, with its answers.

    Said and denied must be one sort of act, and share a name or a word; nothing may speak against their being one.
    """
    asserted = [
        each for each in on.statements if not each.unknowns and each.factuality.modality is not Modality.UNKNOWN
    ]
    deeds = {(each.id, deed.act): deed for each in asserted for deed in deeds_of(each, on.entity_of)}
    place = {key: at for at, key in enumerate(deeds)}
    groups = [sorted(group, key=lambda key: place[key]) for group in knots(_pairs(deeds, on))]
    for group in sorted(groups, key=lambda group: place[group[0]]):
        members = [deeds[key] for key in group]
        question = _question(members, on)
        for deed in members:
            denied = deed.polarity is Polarity.NEGATIVE
            plain = on.answer(question, deed.statement, "denied" if denied else "said")
            since = None if plain.said is None else plain.said[:10]
            yield question, replace(plain, modality=deed.modality, polarity=deed.polarity, since=since)


def _question(members: list[Deed], on: Ground) -> Question:
    """The question by the sort of act, the names or things both sides share, place and day: it asserts nothing."""
    first = next(each for each in members if each.polarity is not Polarity.NEGATIVE)
    about = _about(members, first, on)
    place = next((each.place.name for each in members if each.place is not None), None)
    day = next((each.when.start[:10] for each in members if each.when is not None), None)
    around = ", ".join(each for each in (place, day) if each is not None)
    name = first.act + (f", concerning {about}" if about else "") + (f" ({around})" if around else "")
    return Question(
        id=identify("q", QuestionKind.HAPPENED.value, first.statement.id, first.act),
        kind=QuestionKind.HAPPENED,
        subject=first.statement.id,
        name=name,
        text=f"did it happen: {name}?",
        place=place,
        since=day,
        until=None if day is None else next_day(day),
    )


def _about(members: list[Deed], first: Deed, on: Ground) -> str:
    """The names with one part on both sides, else those in both, else the words in both, by the first that says it."""
    denials = [each for each in members if each.polarity is Polarity.NEGATIVE]
    parties = frozenset[str]().union(*(shared_parties(first, each) for each in denials))
    parties = parties or first.who & frozenset[str]().union(*(each.who for each in denials))
    if parties:
        return ", ".join(sorted({entity.name for entity in on.entity_of.values() if entity.id in parties}))
    words = frozenset(first.words) & frozenset[str]().union(*(each.words.keys() for each in denials))
    return ", ".join(phrases(first, words)[:SHOWN])


def _pairs(deeds: Mapping[Key, Deed], on: Ground) -> Iterator[tuple[Key, Key]]:
    """Keys of what is said and of what denies it; candidates share the act and a name or a word."""
    said: dict[tuple[str, str], list[Key]] = {}
    for key, deed in deeds.items():
        if deed.polarity is Polarity.POSITIVE and deed.modality is not Modality.UNKNOWN:
            for bond in _bonds(deed):
                said.setdefault((deed.act, bond), []).append(key)
    for key, denial in deeds.items():
        if denial.polarity is Polarity.NEGATIVE:
            near = Counter(other for bond in _bonds(denial) for other in said.get((denial.act, bond), ()))
            yield from ((other, key) for other, shared in near.items() if _denies(denial, deeds[other], shared, on))


def _bonds(deed: Deed) -> Iterable[str]:
    return [f"who {id}" for id in deed.who] + [f"word {word}" for word in deed.words]


def _denies(denial: Deed, said: Deed, shared: int, on: Ground) -> bool:
    """Whether `denial` is of what `said` says, by somebody else and in time; `shared` names and words they share."""
    mine, theirs = denial.statement, said.statement
    # What is cheap comes first, for it leaves few.
    same = on.first(mine) == on.first(theirs)
    if shared + len(shared_parties(denial, said)) + _is_stated(mine) + same < ENOUGH or collide(denial, said):
        return False
    if mine.attribution is not None and mine.attribution == theirs.attribution:
        return False
    apart = 0 if same else days_apart(on.published(mine) or "", on.published(theirs) or "")
    return apart is not None and apart <= DAYS and _speak_apart(mine, theirs, on)


def _is_stated(denial: Statement) -> bool:
    """Whether somebody is said to deny it, in so many words."""
    return any(source.stance in DENIALS for source in denial.sources)


def _speak_apart(one: Statement, other: Statement, on: Ground) -> bool:
    """Whether nobody stands behind both."""
    keys = [set(origin_of(each, on.articles, on.entity_of, on.originals).split(AND)) for each in (one, other)]
    return not keys[0] & keys[1]
