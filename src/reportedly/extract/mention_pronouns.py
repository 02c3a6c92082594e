"""Whom a pronoun stands for: the nearest who fits by gender and number, subjects first; nobody where nobody fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence

from reportedly.extract.clauses import is_passive, subject
from reportedly.extract.mention_draft import TIME_LABELS, Cluster, Draft, Shape
from reportedly.extract.mention_first import speaker
from reportedly.extract.tree import Tree
from reportedly.model import MentionKind

PERSON, ORGANIZATION, OUTLET, GROUP, PLACE, OTHER = MentionKind
# How far back a pronoun reaches, and forward where nobody has been named yet ("His family was stunned" opens a report).
REACH_SENTENCES = 3
FORWARD_SENTENCES = 5
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# What makes an antecedent likelier; set by hand: a sentence of distance weighs as much as being its subject.
SENTENCE_AWAY, SUBJECT, NAMED, OFTEN, SAME_CLAUSE, UNSURE, RELATIVE, PAIR = -1.0, 1.0, 0.4, 0.15, 0.6, -0.4, 1.5, 0.7
ONE_BODY = -0.8
# What makes a thing likelier than a body for "it", and less likely than people for "they".
THING, PLURAL_THING = 0.6, -0.2
# "It" as an object is seldom a body: only one that is the subject, or was just named twice, in the same sentence.
OBJECT_IT = 1.2
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
POSSESSIVE = frozenset({"his", "her", "their", "its"})
REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself"})


# Verbs whose "it" stands for nobody ("it seems that", "it is not clear").
EXPLETIVE = frozenset({"seem", "appear", "emerge", "turn", "remain", "rain", "snow", "happen", "take", "be"})


def is_expletive(tree: Tree, i: int) -> bool:
    """Whether an "it" only fills the place of a subject."""
    verb = tree.head[i]
    if tree.lower[i] != "it" or tree.dep[i] not in {"nsubj", "nsubjpass", "expl"}:
        return False
    if is_passive(tree, verb) and tree.children(verb, "ccomp", "csubjpass", "xcomp"):
        return True
    return tree.lemma[verb] in EXPLETIVE and bool(tree.children(verb, "ccomp", "advcl", "acomp", "csubj", "xcomp"))


def antecedent(
    tree: Tree, pronoun: Draft, seen: Sequence[Cluster], things: Mapping[int, Sequence[int]]
) -> Cluster | None:
    """The cluster among those `seen` before that the pronoun stands for; None where none fits.

    "It" and "they" may stand for things, of which nobody keeps mentions: where one of these `things` (nouns by
    sentence) is likelier, the pronoun stays unresolved.
    """
    if is_expletive(tree, pronoun.head):
        return None
    best, best_score = None, float("-inf")
    who_says = speaker(tree, pronoun.head)
    for cluster in reversed(seen):
        if not fits(pronoun, cluster):
            continue
        last = cluster.last_before(pronoun.start)
        if last is None or _speaks(tree, cluster, who_says) or _holds(tree, last, pronoun):
            continue
        away = tree.sentence[pronoun.head] - tree.sentence[last.head]
        if away > REACH_SENTENCES or _same_predicate(tree, last, pronoun):
            continue
        if pronoun.gender == "n" and tree.quoted[pronoun.head] and not tree.quoted[last.head]:
            continue
        score = _score(tree, pronoun, cluster, last, away)
        if score > best_score:
            best, best_score = cluster, score
    if best is not None and (pronoun.gender == "n" or pronoun.plural):
        least = (
            OBJECT_IT if tree.lower[pronoun.head] == "it" and tree.dep[pronoun.head] not in SUBJECTS else float("-inf")
        )
        return best if best_score > max(least, _best_thing(tree, pronoun, things)) else None
    return best


def _best_thing(tree: Tree, pronoun: Draft, things: Mapping[int, Sequence[int]]) -> float:
    """How likely the likeliest thing is that a pronoun may stand for."""
    best = float("-inf")
    for away in (0, 1):
        for noun in things.get(tree.sentence[pronoun.head] - away, ()):
            several = tree.tag[noun] in {"NNS", "NNPS"}
            if noun >= pronoun.head or several is not pronoun.plural or tree.head[pronoun.head] == noun:
                continue
            if tree.lower[pronoun.head] not in POSSESSIVE and _predicate(tree, noun) == _predicate(tree, pronoun.head):
                continue
            score = SENTENCE_AWAY * away + (SUBJECT if tree.dep[noun] in SUBJECTS else 0.0)
            best = max(best, score + (THING if pronoun.gender == "n" else PLURAL_THING))
    return best


def things_of(tree: Tree, mentioned: Container[int]) -> dict[int, list[int]]:
    """Nouns that no mention is made of, by sentence: subjects and objects that "it" or "they" may stand for."""
    found: dict[int, list[int]] = defaultdict(list)
    for i, pos in enumerate(tree.pos):
        argument = pos in {"NOUN", "PROPN"} and tree.dep[i] in ARGUMENTS
        if argument and i not in mentioned and tree.entity[i] not in TIME_LABELS:
            found[tree.sentence[i]].append(i)
    return found


def first_named_after(
    tree: Tree, pronoun: Draft, of: Mapping[Draft, Cluster], seen: Sequence[Cluster]
) -> Cluster | None:
    """The first person named after a pronoun that opens a report; None once anybody single has been named."""
    if any(cluster.kind is PERSON and cluster.name is not None for cluster in seen):
        return None
    who_says = speaker(tree, pronoun.head)
    for draft, cluster in sorted(of.items(), key=lambda pair: pair[0].head):
        away = tree.sentence[draft.head] - tree.sentence[pronoun.head]
        ahead = draft.shape is Shape.NAME and draft.head > pronoun.head and 0 <= away <= FORWARD_SENTENCES
        if ahead and fits(pronoun, cluster) and not _speaks(tree, cluster, who_says):
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
        score += UNSURE if cluster.plural else ONE_BODY
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
