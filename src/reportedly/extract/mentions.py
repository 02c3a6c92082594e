"""Mentions: who and what an article names or points at, and which of them are the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.extract.base import Found
from reportedly.extract.mention_clusters import Resolver
from reportedly.extract.mention_draft import Cluster, Draft, Shape
from reportedly.extract.mention_kinds import Kinds
from reportedly.extract.mention_names import names
from reportedly.extract.mention_nouns import nouns, pairs, pronouns
from reportedly.extract.tree import Tree, tree_of
from reportedly.lexicon.folding import fold
from reportedly.model import Mention, MentionKind, Part

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME = "mentions"
VERSION = "1"
NEEDS = ("places",)


def find(doc: Doc, found: Found) -> Iterator[Mention]:
    """Every mention in the order of the text; those that share `refers_to` are the same person or thing.

    Pronouns that stay unresolved, and "I" and "we", have no `refers_to`. Left out are an "it" that stands for no body,
    and pairs ("Kolb and her brother") that nothing refers back to.
    """
    tree = tree_of(doc)
    drafts = _drafts(doc, tree, found)
    clusters = Resolver(tree, drafts).run()
    earlier = _earlier_names(found)
    for draft in sorted(drafts, key=lambda draft: (draft.start, draft.end)):
        cluster = clusters.get(draft)
        if cluster is None and draft.gender == "n":
            continue
        if draft.shape is Shape.PAIR and cluster is not None and len(cluster.drafts) == 1:
            continue
        yield _mention(tree, found, draft, cluster, earlier)


def _drafts(doc: Doc, tree: Tree, found: Found) -> list[Draft]:
    """Names with the kind the document votes for, then common nouns and pronouns."""
    named, common = names(doc, tree), nouns(tree)
    kinds = Kinds(tree, found, named, common)
    drafts = []
    for draft, _ in named:
        draft.kind = kinds.of(draft)
        draft.place = kinds.place_of(draft) if draft.kind is MentionKind.PLACE else None
        draft.plural = draft.kind is MentionKind.GROUP
        if draft.kind is not MentionKind.PERSON:
            draft.gender = None
        if draft.kind is not MentionKind.GROUP or tree.dep[draft.head] not in {"amod", "compound", "nmod"}:
            drafts.append(draft)
    taken = {i for draft in drafts for i in range(draft.start, draft.end) if i >= draft.head}
    taken |= {i for draft in drafts for i in range(draft.start, draft.head) if tree.head[i] == draft.head}
    drafts += [draft for draft in common if draft.head not in taken]
    return [*drafts, *pairs(tree, drafts), *pronouns(tree)]


def _mention(
    tree: Tree, found: Found, draft: Draft, cluster: Cluster | None, earlier: dict[tuple[MentionKind, str], Mention]
) -> Mention:
    span = found.span(tree.start[draft.start], tree.end[draft.end - 1])
    refers_to, name = None, draft.name
    if cluster is not None:
        first = min(cluster.drafts, key=lambda one: one.start)
        name = cluster.name
        known = earlier.get((cluster.kind, fold(name))) if name is not None else None
        if known is not None:
            refers_to, name = known.refers_to, known.name
        else:
            refers_to = found.id("n", found.span(tree.start[first.start], tree.end[first.end - 1]))
    kind = draft.kind if cluster is None or draft.shape is not Shape.PRONOUN else cluster.kind
    whole = draft.end - draft.start == 1 or draft.shape is Shape.PAIR
    head = None if whole else tree.start[draft.head]
    return Mention(id=found.id("m", span), span=span, kind=kind, refers_to=refers_to, name=name, head=head)


def _earlier_names(found: Found) -> dict[tuple[MentionKind, str], Mention]:
    """While a title is read: the names that the text gave, by full name and, where it is one person's, by surname."""
    known: dict[tuple[MentionKind, str], Mention | None] = {}
    for mention in found.before.mentions if found.before is not None and found.part is Part.TITLE else ():
        if mention.name is None or mention.refers_to is None:
            continue
        whole = fold(mention.name)
        keys = {whole, whole.split()[-1]} if mention.kind is MentionKind.PERSON and whole else {whole}
        if mention.kind is MentionKind.PLACE:
            keys.add(fold(mention.span.exact))
        for key in keys:
            other = known.setdefault((mention.kind, key), mention)
            if other is not None and other.refers_to != mention.refers_to:
                known[mention.kind, key] = None
    return {key: mention for key, mention in known.items() if mention is not None}
