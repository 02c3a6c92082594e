"""Whom a pronoun stands for: the nearest who fits by gender and number, subjects first; nobody where nobody fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportedly.extract.clauses import subject
from reportedly.extract.mention_draft import Cluster, Draft, Shape
from reportedly.extract.tree import Tree
from reportedly.model import MentionKind

PERSON, ORGANIZATION, OUTLET, GROUP, PLACE, OTHER = MentionKind
# How far back a pronoun reaches, and forward where nobody has been named yet ("His family was stunned" opens a report).
REACH_SENTENCES = 3
FORWARD_SENTENCES = 5
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# What makes an antecedent likelier; set by hand: a sentence of distance weighs as much as being its subject.
SENTENCE_AWAY, SUBJECT, NAMED, OFTEN, SAME_CLAUSE, UNSURE, RELATIVE, PAIR = -1.0, 1.0, 0.4, 0.15, 0.6, -0.4, 1.5, 0.7
POSSESSIVE = frozenset({"his", "her", "their", "its"})
REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself"})


# Verbs whose "it" stands for nobody ("it seems that", "it is not clear").
EXPLETIVE = frozenset({"seem", "appear", "emerge", "turn", "remain", "rain", "snow", "happen", "take", "be"})


def is_expletive(tree: Tree, i: int) -> bool:
    """Whether an "it" only fills the place of a subject."""
    verb = tree.head[i]
    if tree.lower[i] != "it" or tree.dep[i] not in {"nsubj", "nsubjpass", "expl"}:
        return False
    return tree.lemma[verb] in EXPLETIVE and bool(tree.children(verb, "ccomp", "advcl", "acomp", "csubj", "xcomp"))


def antecedent(tree: Tree, pronoun: Draft, seen: Sequence[Cluster]) -> Cluster | None:
    """The cluster among those `seen` before that the pronoun stands for; None where none fits."""
    if is_expletive(tree, pronoun.head):
        return None
    best, best_score = None, float("-inf")
    speaker = _speaker(tree, pronoun.head)
    for cluster in reversed(seen):
        if not fits(pronoun, cluster):
            continue
        last = cluster.last_before(pronoun.start)
        if last is None or _speaks(tree, cluster, speaker) or _holds(tree, last, pronoun):
            continue
        away = tree.sentence[pronoun.head] - tree.sentence[last.head]
        if away > REACH_SENTENCES or _same_predicate(tree, last, pronoun):
            continue
        score = _score(tree, pronoun, cluster, last, away)
        if score > best_score:
            best, best_score = cluster, score
    return best


def first_named_after(
    tree: Tree, pronoun: Draft, of: Mapping[Draft, Cluster], seen: Sequence[Cluster]
) -> Cluster | None:
    """The first person named after a pronoun that opens a report; None once anybody single has been named."""
    if any(cluster.kind is PERSON and cluster.name is not None for cluster in seen):
        return None
    speaker = _speaker(tree, pronoun.head)
    for draft, cluster in sorted(of.items(), key=lambda pair: pair[0].head):
        away = tree.sentence[draft.head] - tree.sentence[pronoun.head]
        ahead = draft.shape is Shape.NAME and draft.head > pronoun.head and 0 <= away <= FORWARD_SENTENCES
        if ahead and fits(pronoun, cluster) and not _speaks(tree, cluster, speaker):
            return cluster
    return None


def fits(pronoun: Draft, cluster: Cluster) -> bool:
    """Whether number, gender and kind allow a pronoun to stand for a cluster."""
    if pronoun.gender == "n":
        return cluster.kind in {ORGANIZATION, OUTLET} and not cluster.plural
    if pronoun.plural:
        return cluster.kind in {ORGANIZATION, GROUP} or (cluster.kind is PERSON and cluster.plural)
    if cluster.kind is not PERSON or cluster.plural:
        return False
    return cluster.gender in (None, pronoun.gender)


def _score(tree: Tree, pronoun: Draft, cluster: Cluster, last: Draft, away: int) -> float:
    score = SENTENCE_AWAY * away + OFTEN * min(3, len(cluster.drafts))
    if tree.dep[last.head] in SUBJECTS:
        score += SUBJECT
    if cluster.name is not None and not pronoun.plural:
        score += NAMED
    if cluster.gender is None and pronoun.gender in {"m", "f"}:
        score += UNSURE
    if pronoun.plural and cluster.kind is not PERSON:
        score += UNSURE
    if last.shape is Shape.PAIR:
        score += PAIR
    if _in_relative(tree, pronoun.head, last):
        score += RELATIVE
    if away == 0 and _predicate(tree, last.head) == _predicate(tree, pronoun.head):
        score += SAME_CLAUSE
    return score


def _in_relative(tree: Tree, i: int, last: Draft) -> bool:
    """Whether a word stands in a clause that describes the mention ("those who left their towns")."""
    heads = tree.conjuncts(last.head)
    return any(tree.dep[verb] in {"relcl", "acl"} and tree.head[verb] in heads for verb in tree.above(i))


def _holds(tree: Tree, last: Draft, pronoun: Draft) -> bool:
    """Whether the pronoun stands inside what it would stand for ("his mother" is not he)."""
    return last.start <= pronoun.head < last.end or tree.head[pronoun.head] == last.head


def _predicate(tree: Tree, i: int) -> int:
    """The verb that a word depends on, over nouns and prepositions; the root where there is none."""
    while tree.head[i] != i:
        i = tree.head[i]
        if tree.pos[i] in {"VERB", "AUX"}:
            break
    return i


def _same_predicate(tree: Tree, last: Draft, pronoun: Draft) -> bool:
    """Whether both are arguments of one verb: "Kolb saw her" is not about Kolb herself."""
    if tree.lower[pronoun.head] in POSSESSIVE | REFLEXIVE and tree.dep[pronoun.head] in {"poss", "dobj", "pobj"}:
        return False
    verb = _predicate(tree, pronoun.head)
    if tree.dep[pronoun.head] in {"dobj", "dative", "pobj"} and subject(tree, verb) == last.head:
        return True
    return _predicate(tree, last.head) == verb


def _speaks(tree: Tree, cluster: Cluster, speaker: int | None) -> bool:
    """Whether a cluster is the speaker of the quotation: nobody says "he" of himself."""
    if speaker is None:
        return False
    return tree.lemma[speaker] in cluster.roles or any(draft.start <= speaker < draft.end for draft in cluster.drafts)


def _speaker(tree: Tree, i: int) -> int | None:
    """Head of whoever speaks the quotation that a word stands in: subject of a verb outside it; None outside quotes."""
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
