"""Who is who inside an article: names, common nouns and pronouns, taken in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.extract.mention_draft import Cluster, Draft, Shape
from reportedly.extract.mention_nouns import DEICTIC, definite
from reportedly.extract.mention_pronouns import antecedent, first_named_after
from reportedly.extract.mention_same import clusters_of_names
from reportedly.extract.tree import Tree
from reportedly.lexicon.folding import fold
from reportedly.model import MentionKind

PERSON = MentionKind.PERSON
# Nouns for anybody: "the man" may be whoever single and unnamed was spoken of last.
ANYBODY = {"man": "m", "woman": "f", "boy": "m", "girl": "f", "person": None, "individual": None, "teenager": None,
           "suspect": None, "victim": None, "youth": None}  # fmt: skip
COMMAS = frozenset({",", "–", "—", "-"})
# An outlet may be called a company or a newspaper.
ALIKE = [*({kind} for kind in MentionKind), {MentionKind.ORGANIZATION, MentionKind.OUTLET}]
NAMING = frozenset({"name", "call", "identify"})
# How many sentences back a definite noun may find whom it points at when it does not repeat the noun.
BACK_SENTENCES = 4


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
        cluster = antecedent(self.tree, draft, self.seen)
        if cluster is None and draft.gender != "n" and not draft.plural:
            cluster = first_named_after(self.tree, draft, self.of, self.seen)
        return cluster

    def _noun(self, draft: Draft) -> Cluster:
        cluster = self._introduced(draft)
        if cluster is None and draft.kin:
            return self._kinship(draft)
        if cluster is None and definite(self.tree, draft):
            cluster = self._earlier(draft)
        if cluster is None and draft.kind is MentionKind.ORGANIZATION and not self._modified(draft):
            cluster = self._same_word(draft)
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
        fitting = [cluster for cluster in clusters if self._may_be(draft, cluster)]
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

    def _may_be(self, draft: Draft, cluster: Cluster) -> bool:
        if draft.plural != cluster.plural or {draft.kind, cluster.kind} not in ALIKE:
            return False
        return draft.gender is None or cluster.gender in (None, draft.gender)

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
            earlier = self._same_word(draft) if definite(self.tree, draft) else None
            return earlier or Cluster(kind=PERSON, gender=draft.gender, plural=draft.plural)
        fresh = Cluster(kind=PERSON, gender=draft.gender, plural=draft.plural)
        return self._kin.setdefault((draft.word, id(whose)), fresh)

    def _same_word(self, draft: Draft) -> Cluster | None:
        """The latest cluster that was introduced by the same noun, and as one or as several alike."""
        for cluster in reversed(self.seen):
            if draft.word in cluster.roles and self._may_be(draft, cluster):
                return cluster
        return None

    def _earlier(self, draft: Draft) -> Cluster | None:
        """Whom a definite noun points back at; None where nobody fits."""
        cluster = self._same_word(draft)
        if cluster is None and draft.kind is MentionKind.ORGANIZATION:
            cluster = self._named_by(draft)
        if cluster is None and draft.word in ANYBODY and not draft.plural:
            cluster = self._anybody(draft)
        return cluster

    def _named_by(self, draft: Draft) -> Cluster | None:
        """The body whose name holds the noun ("the ministry" for "Ministry of Health")."""
        fitting = [c for c in self.seen if c.kind is draft.kind and draft.word in fold(c.name or "").split()]
        return fitting[-1] if len(fitting) == 1 else None

    def _anybody(self, draft: Draft) -> Cluster | None:
        """The last single person without a name; None where nobody, or somebody of the other gender, stands near."""
        sentence = self.tree.sentence[draft.head]
        for cluster in reversed(self.seen):
            last = cluster.last_before(draft.start)
            if last is None or sentence - self.tree.sentence[last.head] > BACK_SENTENCES:
                continue
            wanted = ANYBODY[draft.word]
            if cluster.name is not None or cluster.plural or cluster.kind is not PERSON:
                continue
            if wanted is None and cluster.roles & ANYBODY.keys():
                return cluster
            if wanted is not None and cluster.gender in (None, wanted):
                return cluster
        return None
