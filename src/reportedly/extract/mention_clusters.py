"""Who is who inside an article: names, common nouns and pronouns, taken in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.extract.mention_definite import earlier, may_be, same_word
from reportedly.extract.mention_draft import Cluster, Draft, Shape
from reportedly.extract.mention_first import FIRST, self_of
from reportedly.extract.mention_nouns import DEICTIC, definite
from reportedly.extract.mention_pronouns import antecedent, first_named_after, things_of
from reportedly.extract.mention_same import clusters_of_names
from reportedly.extract.tree import Tree
from reportedly.model import MentionKind

PERSON = MentionKind.PERSON
COMMAS = frozenset({",", "–", "—", "-"})
NAMING = frozenset({"name", "call", "identify"})


class Resolver:
    """Takes the mentions of an article in order and gives each its cluster."""

    def __init__(self, tree: Tree, drafts: Iterable[Draft]) -> None:
        self.tree = tree
        self.drafts = sorted(drafts, key=lambda draft: (draft.head, draft.shape is Shape.PAIR))
        named = [draft for draft in self.drafts if draft.shape is Shape.NAME]
        self.of: dict[Draft, Cluster] = clusters_of_names(tree, named)
        self._at = {draft.head: draft for draft in self.drafts if draft.shape is not Shape.PAIR}
        self._named_from = {draft.start: draft for draft in named}
        self._kin: dict[tuple[str, int], Cluster] = {}
        self._things = things_of(tree, self._at.keys())
        self.seen: list[Cluster] = []

    def run(self) -> dict[Draft, Cluster]:
        """The cluster of every mention; those that stay unresolved have none."""
        for draft in self.drafts:
            if draft.shape is Shape.NOUN:
                self._put(draft, self._noun(draft))
            elif draft.shape is Shape.PRONOUN and self.tree.lower[draft.head] not in DEICTIC:
                self._put(draft, self._pronoun(draft))
            elif draft.shape is Shape.PAIR:
                self._put(draft, Cluster(kind=PERSON, plural=True))
            elif draft in self.of:
                self._see(self.of[draft])
        for draft in self.drafts:
            if draft.shape is Shape.PRONOUN and self.tree.lower[draft.head] in FIRST:
                self._put(draft, self_of(self.tree, draft, self._at, self.of))
        return self.of

    def _put(self, draft: Draft, cluster: Cluster | None) -> None:
        if cluster is None:
            return
        if draft not in self.of:
            cluster.join(draft)
            self.of[draft] = cluster
        self._see(cluster)

    def _see(self, cluster: Cluster) -> None:
        """Keep clusters in the order of their last mention, latest last."""
        if cluster in self.seen:
            self.seen.remove(cluster)
        self.seen.append(cluster)

    def _pronoun(self, draft: Draft) -> Cluster | None:
        cluster = antecedent(self.tree, draft, self.seen, self._things)
        if cluster is None and draft.gender != "n" and not draft.plural:
            cluster = first_named_after(self.tree, draft, self.of, self.seen)
        return cluster

    def _noun(self, draft: Draft) -> Cluster:
        cluster = self._introduced(draft)
        if cluster is None and draft.kin and not self._together(draft):
            return self._kinship(draft)
        if cluster is None and definite(self.tree, draft):
            cluster = earlier(self.tree, draft, self.seen)
        bare = draft.kind is MentionKind.ORGANIZATION and not self._modified(draft)
        if cluster is None and bare and (not draft.plural or draft.word == "police"):
            cluster = same_word(draft, self.seen)
        return cluster or Cluster(kind=draft.kind, gender=draft.gender, plural=draft.plural)

    def _modified(self, draft: Draft) -> bool:
        return any(kid < draft.head and self.tree.dep[kid] in {"amod", "compound", "poss", "nummod", "det"}
                   for kid in self.tree.kids[draft.head])  # fmt: skip

    def _introduced(self, draft: Draft) -> Cluster | None:
        """Whose role this noun tells: an apposition either way round, "X is the …", "a man named X"."""
        linked, at = [draft.head], 0
        while at < len(linked):
            linked.extend(other for other in self._linked(linked[at]) if other not in linked)
            at += 1
        others = [self._at[i] for i in linked[1:] if i in self._at]
        beside = self._beside(draft)
        clusters = [self.of[other] for other in ([beside] if beside else []) + others if other in self.of]
        fitting = [cluster for cluster in clusters if may_be(draft, cluster)]
        return next((cluster for cluster in fitting if cluster.name is not None), fitting[0] if fitting else None)

    def _linked(self, head: int) -> list[int]:
        """Heads of the phrases that the parse makes the same as the phrase of `head`."""
        tree = self.tree
        others = tree.children(head, "appos")
        if tree.dep[head] == "appos":
            others.append(tree.head[head])
        if (
            tree.dep[head] == "attr"
            and tree.lemma[tree.head[head]] == "be"
            and not tree.children(tree.head[head], "neg")
        ):
            others += tree.children(tree.head[head], "nsubj")
        for participle in tree.children(head, "acl"):
            if tree.lemma[participle] in NAMING:
                others += tree.children(participle, "oprd", "dobj", "attr")
                others += [i for as_ in tree.children(participle, "prep") for i in tree.children(as_, "pobj")]
        return others

    def _beside(self, draft: Draft) -> Draft | None:
        """The name right after a role, with or without commas around it, whatever the parse makes of it."""
        tree, end = self.tree, draft.end
        comma = end < len(tree) and tree.text[end] in COMMAS
        name = self._named_from.get(end + comma)
        if name is None or (comma and (name.end >= len(tree) or tree.text[name.end] not in COMMAS)):
            return None
        return name

    def _kinship(self, draft: Draft) -> Cluster:
        """One cluster for each relative of each person; never the person's own."""
        owner = next((kid for kid in self.tree.kids[draft.head] if self.tree.dep[kid] == "poss"), None)
        whose = None
        if owner is not None and owner in self._at:
            at = self._at[owner]
            if at not in self.of and at.shape is Shape.PRONOUN and self.tree.lower[owner] not in DEICTIC:
                self._put(at, self._pronoun(at))
            whose = self.of.get(at)
        if whose is None:
            before = same_word(draft, self.seen) if definite(self.tree, draft) else None
            return before or Cluster(kind=PERSON, gender=draft.gender, plural=draft.plural)
        fresh = Cluster(kind=PERSON, gender=draft.gender, plural=draft.plural)
        return self._kin.setdefault((draft.like or draft.word, id(whose)), fresh)

    def _together(self, draft: Draft) -> bool:
        """Whether kin are kin of one another, who were named before ("the brothers")."""
        return draft.plural and definite(self.tree, draft) and self.tree.child(draft.head, "poss") is None
