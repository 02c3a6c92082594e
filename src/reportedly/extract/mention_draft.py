"""A mention in the making: token numbers and what is known of whoever it points at, before it is resolved."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from reportedly.extract.tree import Tree
from reportedly.model import MentionKind

# What belongs to a noun phrase on the left of its head, and the prepositions that go on with it on the right.
LEFT_DEPS = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "advmod", "npadvmod", "neg"}
)
RIGHT_PREPOSITIONS = frozenset(
    ("of", "for", "from", "at", "with", "in", "to", "on", "near", "against", "behind", "between", "inside", "over",
     "among")
)  # fmt: skip
TIME_LABELS = frozenset({"DATE", "TIME"})
# What may have become of anybody, or is said of them, tells nobody from others ("the missing driver").
TELLING_NOTHING = frozenset(
    (
        "missing",
        "alleged",
        "suspected",
        "late",
        "young",
        "old",
        "elderly",
        "dead",
        "same",
        "whole",
        "entire",
        "alive",
        "unnamed",
        "unidentified",
        "unknown",
        "respective",
        "poor",
        "ill",
        "sick",
        "innocent",
        "guilty",
        "free",
        "former",
    )
)


class Shape(Enum):
    """By what sort of words somebody is mentioned; a pair is several in coordination ("her mother and her sister")."""

    NAME = "name"
    NOUN = "noun"
    PRONOUN = "pronoun"
    PAIR = "pair"


@dataclass(slots=True, kw_only=True, eq=False)
class Draft:
    """One mention, as places in a tree.

    Attributes:
        start: First token.
        end: One past the last token.
        head: The token that carries the rest.
        shape: Name, noun or pronoun.
        kind: What sort of thing.
        name: The bare name, without titles and roles; None for nouns and pronouns.
        gender: "m" or "f"; None where the words do not say.
        plural: Whether it is several.
        word: Lemma of the head of a noun; the role or title that stands before a name; "" for none.
        like: The noun by which the same may be called elsewhere; "" for none.
        kin: Whether the noun needs somebody it is kin of ("mother").
        marks: What before the noun tells it from others: modifiers in lower case, a number with "#" ("#two").
        place: GeoNames id of a place's name; None where it has none.
    """

    start: int
    end: int
    head: int
    shape: Shape
    kind: MentionKind
    name: str | None = None
    gender: str | None = None
    plural: bool = False
    word: str = ""
    like: str = ""
    kin: bool = False
    marks: frozenset[str] = frozenset()
    place: int | None = None


@dataclass(slots=True, kw_only=True, eq=False)
class Cluster:
    """All mentions of one person or thing in an article.

    Attributes:
        kind: What sort of thing.
        drafts: Its mentions, in the order in which they joined.
        name: The fullest name; None where it has none.
        gender: "m" or "f"; None while unknown.
        plural: Whether it is several.
        roles: Lemmas by which it was introduced ("imam", "driver").
        marks: What stood before them ("lorry", "#two").
    """

    kind: MentionKind
    drafts: list[Draft] = field(default_factory=list)
    name: str | None = None
    gender: str | None = None
    plural: bool = False
    roles: set[str] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)

    def join(self, draft: Draft) -> None:
        """Take in a mention, and what it tells."""
        self.drafts.append(draft)
        self.gender = self.gender or draft.gender
        self.roles.update({draft.word, draft.like} - {""})
        self.marks |= draft.marks
        if draft.name is not None and len(draft.name) > len(self.name or ""):
            self.name = draft.name

    def last_before(self, token: int) -> Draft | None:
        """Its last mention that ends before a token; None where there is none."""
        return max((draft for draft in self.drafts if draft.end <= token), key=lambda draft: draft.head, default=None)


def phrase(tree: Tree, head: int) -> tuple[int, int]:
    """First and one past last token of the noun phrase of `head`: determiner, modifiers, prepositional phrases.

    Relative clauses, participles, appositions and what is coordinated stay outside.
    """
    start, end = head, head + 1
    for kid in reversed(tree.kids[head]):
        if kid < head and tree.dep[kid] in LEFT_DEPS and tree.entity[kid] not in TIME_LABELS:
            start = min(start, tree.left[kid])
    for kid in tree.kids[head]:
        if kid < end:
            continue
        inner = tree.child(kid, "pobj")
        if kid != end or tree.dep[kid] != "prep" or inner is None or not _goes_on(tree, kid, inner):
            break
        end = max(end, phrase(tree, inner)[1], *(phrase(tree, other)[1] for other in tree.conjuncts(inner)))
    return tree.trimmed(_with_prefix(tree, start), end)


def _with_prefix(tree: Tree, start: int) -> int:
    """First token with the part of a hyphened word that stands before it ("co-" of "co-founder")."""
    while start > 1 and tree.text[start - 1] == "-" and tree.end[start - 2] == tree.start[start - 1]:
        if tree.end[start - 1] != tree.start[start]:
            break
        start = phrase(tree, start - 2)[0]
    return start


def marks(tree: Tree, head: int) -> frozenset[str]:
    """What before a noun tells it from others of its sort: modifiers, and a number with "#"."""
    found = set()
    for kid in tree.kids[head]:
        if kid > head:
            break
        if tree.dep[kid] == "nummod":
            found.add("#" + tree.lower[kid])
        elif tree.dep[kid] in {"amod", "compound", "nmod"} and tree.tag[kid] not in {"VBN", "VBG", "JJS"}:
            found |= {tree.lower[i] for i in range(tree.left[kid], kid + 1) if tree.pos[i] in {"NOUN", "PROPN", "ADJ"}}
        elif tree.dep[kid] == "det" and tree.lower[kid] == "another":
            found.add("another")
    return frozenset(found - TELLING_NOTHING)


def _goes_on(tree: Tree, preposition: int, inner: int) -> bool:
    return tree.lower[preposition] in RIGHT_PREPOSITIONS and tree.entity[inner] not in TIME_LABELS
