"""People, organizations and places across articles: candidates by key, scores with reasons, judgements above all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import combinations, pairwise

from reportedly.model import Entity, Judgement, MentionKind, Score, Statement
from reportedly.resolve.clusters import Groups, Link, join_all, link
from reportedly.resolve.names import (
    STRONG,
    alike,
    body_name,
    compare_bodies,
    compare_people,
    latin,
    person_name,
    same_family,
    skeleton,
)
from reportedly.resolve.persona import Persona, fullest, personas

# Organizations, groups and outlets are told apart badly by readers, so they meet as one sort.
SORTS = {
    MentionKind.PERSON: "person",
    MentionKind.ORGANIZATION: "body",
    MentionKind.GROUP: "body",
    MentionKind.OUTLET: "body",
    MentionKind.PLACE: "place",
    MentionKind.OTHER: "other",
}
Named = Mapping[tuple[str, str], list[str]]


def entities_among(statements: Sequence[Statement], judgements: Sequence[Judgement]) -> tuple[Entity, ...]:
    """Everybody and everything spoken of or speaking, joined across articles, by id.

    An entity that no article names has no `names`; its `name` is a wording ("the driver"), and only a person's
    judgement joins it with another.
    """
    known = personas(statements)
    groups = Groups(known, {persona.id: _label(persona) for persona in known.values() if persona.name is not None})
    join_all(groups, _links(known), judgements, strong=STRONG, clash=_clash)
    return tuple(_entity(id, [known[member] for member in sorted(group)], groups) for id, group in groups.all().items())


def _entity(id: str, members: list[Persona], groups: Groups) -> Entity:
    names = Counter(name for member in members for name in member.names)
    kinds = Counter(member.kind for member in members)
    return Entity(
        id=id,
        kind=max(kinds, key=lambda kind: (kinds[kind], kind.value)),
        name=fullest(names) if names else members[0].wording,
        names=tuple(sorted({*names}.union(*(member.spellings for member in members)))) if names else (),
        members=tuple(member.id for member in members),
        reasons=groups.reasons(id),
    )


def _links(known: Mapping[str, Persona]) -> Iterator[Link]:
    """Every pair worth a look, scored: the bearers of one name in a row, then names against names of one key."""
    named: dict[tuple[str, str], list[str]] = {}
    for persona in known.values():
        if persona.name is not None:
            named.setdefault((SORTS[persona.kind], _spelling(persona)), []).append(persona.id)
    for (sort, _), ids in sorted(named.items()):
        yield from _bearers(sort, [known[id] for id in ids])
    yield from _names_against_names(known, named)
    yield from _across_sorts(known, named)
    yield from _beside_relatives(known)


def _spelling(persona: Persona) -> str:
    """What bearers of one name have in common: the gazetteer's id of a place, the folded name of everything else."""
    if persona.kind is MentionKind.PLACE:
        where = min(persona.geonames, default=None)
        return latin(persona.name or "") + f" {min(persona.countries, default='')}" if where is None else str(where)
    return latin(persona.name or "")


def _bearers(sort: str, members: list[Persona]) -> Iterator[Link]:
    """Links between those who bear the very same name, each with the next by id; one word is no full name."""
    for one, other in pairwise(members):
        if sort == "place":
            why = "same gazetteer entry" if one.geonames else "same name and country"
            yield link(one.id, other.id, Score(value=1.0, reasons=(why,)))
            continue
        score = compare_people(one.name or "", other.name or "") if sort == "person" else None
        if sort == "body":
            score = compare_bodies(one.name or "", other.name or "")
        if score is not None and score.value >= STRONG:
            yield link(one.id, other.id, score)


def _names_against_names(known: Mapping[str, Persona], named: Named) -> Iterator[Link]:
    """Links between bearers of different names that share a key. Every vague name is linked for each of its bearers."""
    blocks: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for sort, spelling in sorted(named):
        name = known[named[sort, spelling][0]].name or ""
        for key in _keys(sort, name):
            blocks.setdefault((sort, key), []).append((sort, spelling))
    seen = set()
    for _, block in sorted(blocks.items()):
        for pair in combinations(block, 2):
            if pair not in seen:
                seen.add(pair)
                yield from _pair([known[id] for id in named[pair[0]]], [known[id] for id in named[pair[1]]])


def _across_sorts(known: Mapping[str, Persona], named: Named) -> Iterator[Link]:
    """Links between a body and a person of the very same name of two words or more: one of them was misread."""
    for (sort, spelling), ids in sorted(named.items()):
        if sort == "person" and " " in spelling and ("body", spelling) in named:
            yield link(ids[0], named["body", spelling][0], Score(value=0.9, reasons=("same full name",)))


def _keys(sort: str, name: str) -> set[str]:
    """What two spellings of one name have in common: consonants of the family name, all words sorted, initials."""
    if sort == "person":
        parts = person_name(name)
        return {skeleton(parts.family), " ".join(sorted(parts.whole))}
    if sort == "body":
        parts_of_body = body_name(name)
        return {parts_of_body[0], "".join(part[0] for part in parts_of_body)} if parts_of_body else set()
    return set()


def _pair(ones: list[Persona], others: list[Persona]) -> Iterator[Link]:
    """The links between the bearers of two names: one for a strong score, one for each vague bearer otherwise."""
    one, other = ones[0].name or "", others[0].name or ""
    person = ones[0].kind is MentionKind.PERSON
    score = compare_people(one, other) if person else compare_bodies(one, other)
    if score is None:
        return
    if score.value >= STRONG:
        yield link(ones[0].id, others[0].id, score)
        return
    if person and not (person_name(one).given or person_name(other).given):
        return
    vague, full = (ones, others) if _vagueness(one) > _vagueness(other) else (others, ones)
    for bearer in vague:
        yield link(bearer.id, full[0].id, score, vague=bearer.id)


def _vagueness(name: str) -> tuple[int, int, str]:
    """The less a name says, the larger: fewer words, then fewer letters."""
    return (-len(name.split()), -len(name), name)


def _beside_relatives(known: Mapping[str, Persona]) -> Iterator[Link]:
    """Links of a first name alone with the bearer of it who has the family name of somebody else in the article."""
    full: dict[str, list[Persona]] = {}
    for persona in known.values():
        if persona.kind is MentionKind.PERSON and person_name(persona.name or "").given:
            full.setdefault(persona.article, []).append(persona)
    by_given: dict[str, list[Persona]] = {}
    for persona in (each for group in full.values() for each in group):
        by_given.setdefault(skeleton(person_name(persona.name or "").given[0]), []).append(persona)
    for persona in known.values():
        name = person_name(persona.name or "")
        if persona.kind is MentionKind.PERSON and persona.name and not name.given:
            families = {person_name(each.name or "").family for each in full.get(persona.article, ())}
            for bearer in by_given.get(skeleton(name.family), ()):
                if _is_relative(
                    person_name(bearer.name or "").given[0],
                    person_name(bearer.name or "").family,
                    name.family,
                    families,
                ):
                    reasons = ("same given name, beside a relative's family name",)
                    yield link(persona.id, bearer.id, Score(value=0.6, reasons=reasons), vague=persona.id)


def _is_relative(given: str, family: str, alone: str, families: Iterable[str]) -> bool:
    return alike(given, alone) and any(same_family(family, each) for each in families)


def _label(persona: Persona) -> str:
    """What may keep an entity from others: sort and name, of a place its place in the gazetteer."""
    return f"{SORTS[persona.kind]}\t{_spelling(persona) if persona.kind is MentionKind.PLACE else persona.name}"


def _clash(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """Whether some full names of persons in two groups cannot be one person's, or some places are two."""
    return any(_differ(a, b) for a in one for b in other)


@lru_cache(maxsize=65536)
def _differ(one: str, other: str) -> bool:
    (sort, name), (other_sort, other_name) = one.split("\t", 1), other.split("\t", 1)
    if sort != other_sort:
        return "place" in (sort, other_sort)
    if sort == "place":
        return name != other_name
    both_full = person_name(name).given and person_name(other_name).given
    return sort == "person" and bool(both_full) and compare_people(name, other_name) is None
