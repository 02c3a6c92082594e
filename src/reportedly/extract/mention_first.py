"""Who says "I": whoever speaks the quotation that it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from reportedly.extract.mention_draft import Cluster, Draft
from reportedly.extract.tree import Tree
from reportedly.lexicon.table import table
from reportedly.model import MentionKind

FIRST = frozenset({"i", "me", "my", "mine", "myself"})


@cache
def _saying() -> frozenset[str]:
    """Verbs that a quotation can follow."""
    return frozenset(row["lemma"] for row in table("cues") if row["pos"] == "verb" and "q" in row["frames"].split())


def speaker(tree: Tree, i: int) -> int | None:
    """Head of whoever speaks the quotation around a word: subject of a verb outside it; None outside quotes."""
    if not tree.quoted[i]:
        return None
    first, last = tree.sentences[tree.sentence[i]]
    for verb in tree.above(i):
        if not tree.quoted[verb]:
            return tree.child(verb, "nsubj")
    outside = [k for k in range(first, last) if not tree.quoted[k] and tree.dep[k] == "nsubj"]
    if not outside and first > 0:
        # A sentence that is quoted whole goes on with the quotation of the sentence before.
        first, last = tree.sentences[tree.sentence[i] - 1]
        if any(tree.quoted[first:last]):
            outside = [k for k in range(first, last) if not tree.quoted[k] and tree.dep[k] == "nsubj"]
    return outside[0] if outside else None


def self_of(tree: Tree, draft: Draft, at: Mapping[int, Draft], of: Mapping[Draft, Cluster]) -> Cluster | None:
    """The cluster of the single person who says "I"; None outside quotations and where the speaker is not clear."""
    head = speaker(tree, draft.head)
    if head is None or tree.lemma[tree.head[head]] not in _saying():
        return None
    cluster = of.get(at[head]) if head in at else None
    return cluster if cluster is not None and cluster.kind is MentionKind.PERSON and not cluster.plural else None
