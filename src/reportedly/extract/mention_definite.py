"""Whom a definite noun points back at ("the driver", "the two men"); nobody where it might be several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.extract.mention_draft import Cluster, Draft, Shape
from reportedly.extract.mention_names import common_nouns
from reportedly.extract.tree import Tree
from reportedly.lexicon.folding import fold
from reportedly.model import MentionKind

PERSON, ORGANIZATION, OUTLET, GROUP, PLACE, OTHER = MentionKind
# Nouns for anybody: "the man" may be whoever single was spoken of last.
ANYBODY = {"man": "m", "woman": "f", "boy": "m", "girl": "f", "person": None, "individual": None, "teenager": None,
           "youth": None, "child": None, "kid": None, "adult": None}  # fmt: skip
# The same for somebody without a name only: calling a named person one of these is for the text to say.
UNNAMED = {**ANYBODY, "suspect": None, "victim": None}
# Several people who were coordinated: "the brothers", "the couple", "the two".
TOGETHER = {**UNNAMED, "brother": "m", "sister": "f", "sibling": None, "couple": None, "pair": None, "duo": None,
            "trio": None, "two": None, "three": None, "four": None}  # fmt: skip
SIZES = {"couple": "#two", "pair": "#two", "duo": "#two", "trio": "#three"}
# Nouns by which reports call nearly any body.
ANY_BODY = frozenset(
    ("company", "firm", "organisation", "organization", "agency", "group", "party", "charity", "union", "club",
     "newspaper", "institution", "institute", "association", "federation", "corporation")
)  # fmt: skip
# An outlet may be called a company or a newspaper, and a body a group.
ALIKE = [*({kind} for kind in MentionKind), {ORGANIZATION, OUTLET}]
# Words that introduce somebody else.
ANOTHER = frozenset(
    {"other", "another", "second", "third", "fourth", "different", "further", "more", "new", "next", "separate", "own"}
)
# How many sentences back a noun may find whom it points at when it does not repeat the noun, and by a kind of body.
BACK_SENTENCES, BODY_SENTENCES = 4, 2


def earlier(tree: Tree, draft: Draft, seen: Sequence[Cluster]) -> Cluster | None:
    """The cluster among those `seen` before, latest last, that a definite noun points at; None where nobody fits."""
    cluster = same_word(draft, seen)
    if cluster is None and draft.kind in {ORGANIZATION, GROUP}:
        cluster = _named_by(draft, seen) or _lately(tree, draft, seen)
    if cluster is None and draft.plural and draft.word in TOGETHER:
        cluster = _together(tree, draft, seen)
    if cluster is None and not draft.plural and draft.word in UNNAMED:
        cluster = _unnamed(tree, draft, seen) or _only(tree, draft, seen)
    return cluster


def same_word(draft: Draft, seen: Sequence[Cluster]) -> Cluster | None:
    """The latest cluster that was introduced by the same noun, or one for the same, and as one or as several alike."""
    for cluster in reversed(seen):
        if {draft.word, draft.like} & cluster.roles and may_be(draft, cluster) and not at_odds(draft, cluster):
            return cluster
    return None


def may_be(draft: Draft, cluster: Cluster) -> bool:
    """Whether number, kind and gender let a noun stand for a cluster."""
    if draft.plural != cluster.plural or {draft.kind, cluster.kind} not in ALIKE:
        return False
    return draft.gender is None or cluster.gender in (None, draft.gender)


def at_odds(draft: Draft, cluster: Cluster) -> bool:
    """Whether what stands before the noun tells it apart: "the bus driver" is not the lorry driver."""
    if draft.marks & ANOTHER:
        return True
    for numbers in (True, False):
        one, other = ({m for m in marks if m.startswith("#") is numbers} for marks in (draft.marks, cluster.marks))
        if one and other and not one & other:
            return True
    return False


def _named_by(draft: Draft, seen: Sequence[Cluster]) -> Cluster | None:
    """The body whose name holds the noun ("the ministry" for "Ministry of Health")."""
    fitting = [c for c in seen if c.kind is draft.kind and draft.word in fold(c.name or "").split()]
    return fitting[-1] if len(fitting) == 1 and not at_odds(draft, fitting[-1]) else None


def _near(tree: Tree, draft: Draft, seen: Sequence[Cluster], sentences: int) -> Iterator[tuple[Cluster, Draft]]:
    """Clusters with their last mention before the noun, latest first, no further back than so many sentences."""
    for cluster in reversed(seen):
        last = cluster.last_before(draft.start)
        if last is not None and tree.sentence[draft.head] - tree.sentence[last.head] <= sentences:
            yield cluster, last


def _lately(tree: Tree, draft: Draft, seen: Sequence[Cluster]) -> Cluster | None:
    """The only body with a name that the last sentences speak of, for nouns that fit nearly any."""
    if draft.word not in ANY_BODY or draft.marks or (draft.plural and draft.kind is not GROUP):
        return None
    bodies = [c for c, _ in _near(tree, draft, seen, BODY_SENTENCES) if c.kind in {ORGANIZATION, OUTLET} and c.name]
    if len(bodies) != 1 or bodies[0].plural or _other_sort(draft, bodies[0]):
        return None
    return bodies[0]


def _other_sort(draft: Draft, body: Cluster) -> bool:
    """Whether a body's name or roles call it something else: a ministry is no company."""
    said = {*fold(body.name or "").split(), *body.roles} - {draft.word, draft.like}
    return any(word in common_nouns() and common_nouns()[word]["sort"] == "body" for word in said)


def _together(tree: Tree, draft: Draft, seen: Sequence[Cluster]) -> Cluster | None:
    """The people last spoken of together; never those whom a noun of another sort introduced."""
    wanted, size = TOGETHER[draft.word], SIZES.get(draft.word)
    for cluster, _ in _near(tree, draft, seen, BACK_SENTENCES):
        if cluster.kind is not PERSON or not cluster.plural or cluster.gender not in (None, wanted or cluster.gender):
            continue
        counted = {mark for mark in cluster.marks if mark.startswith("#")}
        if (size is not None and size not in counted) or at_odds(draft, cluster):
            continue
        paired = any(one.shape is Shape.PAIR for one in cluster.drafts)
        if paired or not cluster.roles or cluster.roles & UNNAMED.keys():
            return cluster
    return None


def _unnamed(tree: Tree, draft: Draft, seen: Sequence[Cluster]) -> Cluster | None:
    """The last single person without a name; None where nobody, or somebody of the other gender, stands near."""
    wanted = UNNAMED[draft.word]
    for cluster, _ in _near(tree, draft, seen, BACK_SENTENCES):
        if cluster.name is not None or cluster.plural or cluster.kind is not PERSON or at_odds(draft, cluster):
            continue
        if wanted is None and cluster.roles & UNNAMED.keys():
            return cluster
        if wanted is not None and cluster.gender in (None, wanted):
            return cluster
    return None


def _only(tree: Tree, draft: Draft, seen: Sequence[Cluster]) -> Cluster | None:
    """The only person of whom the sentences before speak, where no office or trade is told of them."""
    if draft.word not in ANYBODY:
        return None
    near = [pair for pair in _near(tree, draft, seen, BODY_SENTENCES) if pair[0].kind is PERSON and not pair[0].plural]
    fitting = [(cluster, last) for cluster, last in near if ANYBODY[draft.word] in (None, cluster.gender)]
    if len(fitting) != 1 or fitting[0][0].roles - UNNAMED.keys():
        return None
    cluster, last = fitting[0]
    return cluster if tree.sentence[last.head] < tree.sentence[draft.head] and len(near) == 1 else None
