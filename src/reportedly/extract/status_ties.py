"""What ties people to others: whose kin they are, and of which body they are a member."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reportedly.extract.clauses import after, is_passive, objects, subject
from reportedly.extract.mention_names import common_nouns
from reportedly.extract.status_roles import Told
from reportedly.extract.tree import Tree
from reportedly.model import Mention, MentionKind, State

BODIES = frozenset({MentionKind.ORGANIZATION, MentionKind.GROUP})


def kinships(tree: Tree, people: Mapping[int, Mention]) -> Iterator[Told]:
    """Whose kin somebody is: "the driver's mother", "a cousin of the mayor"."""
    for i, start in enumerate(tree.start):
        row = common_nouns().get(tree.lemma[i])
        mention = people.get(start)
        if row is None or row["sort"] != "kin" or mention is None or mention.kind is not MentionKind.PERSON:
            continue
        for owner in [*tree.children(i, "poss"), *after(tree, i, "of")]:
            tied = people.get(tree.start[owner])
            if tied is not None and tied.kind is MentionKind.PERSON:
                name = tied.name or (None if tree.pos[owner] == "PRON" else tied.span.exact)
                value = tree.lemma[i] if name is None else f"{tree.lemma[i]} of {name}"
                yield _tied(State.KINSHIP, i, (i, owner), value, tied)


def memberships(
    tree: Tree, people: Mapping[int, Mention], nouns: Mapping[str, State], verbs: Mapping[str, State]
) -> Iterator[Told]:
    """Which body somebody is a member of: "a member of the Lark Front", "he joined the party"."""
    for i, lemma in enumerate(tree.lemma):
        if lemma in nouns and tree.pos[i] == "NOUN":
            for body in after(tree, i, "of"):
                yield from _member(tree, people, _who(tree, i), (i, body))
        elif lemma in verbs and tree.pos[i] == "VERB" and not is_passive(tree, i):
            who = subject(tree, i)
            for body in [*objects(tree, i), *after(tree, i, "to")]:
                yield from _member(tree, people, who, (i, body))


def _who(tree: Tree, noun: int) -> int | None:
    """Of whom a noun is said: the subject of its predicate, the name it stands beside, else itself."""
    if tree.dep[noun] == "attr":
        return subject(tree, tree.head[noun])
    return tree.head[noun] if tree.dep[noun] == "appos" else noun


def _member(tree: Tree, people: Mapping[int, Mention], who: int | None, words: tuple[int, int]) -> Iterator[Told]:
    body = people.get(tree.start[words[1]])
    if who is None or body is None or body.kind not in BODIES:
        return
    told = _tied(State.MEMBERSHIP, who, words, body.name or body.span.exact, body)
    if tree.dep[words[0]] == "attr":
        told = replace(told, head=tree.head[words[0]], by_itself=False)
    elif tree.pos[words[0]] == "VERB":
        told = replace(told, head=words[0], by_itself=False)
    yield told


def _tied(state: State, who: int, words: tuple[int, int], value: str, to: Mention) -> Told:
    first, last = min(words), max(words)
    return Told(
        state=state, who=who, head=words[0], first=first, last=last, value=value, tied_to=to.refers_to, by_itself=True
    )
