"""Mentions by a common noun ("the driver", "two men", "his mother") and by a pronoun."""

from __future__ import annotations

from reportedly.extract.mention_draft import Draft, Shape, marks, phrase
from reportedly.extract.mention_names import common_nouns
from reportedly.extract.tree import Tree
from reportedly.model import MentionKind

# gender ("m", "f", "n" for things, "" for either) and whether it is several; first and second person stay unresolved.
PRONOUNS: dict[str, tuple[str, bool]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("m", False)),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("f", False)),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), ("", True)),
    **dict.fromkeys(("it", "its", "itself"), ("n", False)),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), ("", False)),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), ("", True)),
}
DEICTIC = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
# Adjectives that stand for people ("the wounded"), and what they say of number.
PEOPLE_ADJECTIVES = {
    **dict.fromkeys(("injured", "wounded", "dead", "missing"), True),
    **dict.fromkeys(("accused", "deceased"), False),
}
# "The two", "the three": people, where people were spoken of together.
NUMBERS = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
# As the first noun of a compound a word is no mention of its own ("the police raid").
INSIDE = frozenset({"compound", "amod", "nmod"})


def nouns(tree: Tree) -> list[Draft]:
    """Every mention by a common noun."""
    found = []
    for i, pos in enumerate(tree.pos):
        if tree.dep[i] in INSIDE:
            continue
        if pos in {"NOUN", "PROPN"} and tree.lemma[i] in common_nouns():
            if common_nouns()[tree.lemma[i]]["sort"] != "role of" or _has_of(tree, i):
                found.append(_noun(tree, i))
        elif tree.lower[i] in PEOPLE_ADJECTIVES and _stands_alone(tree, i):
            found.append(_adjective(tree, i))
        elif pos == "NUM" and tree.lower[i] in NUMBERS and _stands_alone(tree, i) and not _has_of(tree, i):
            found.append(_counted(tree, i))
    return found


def _noun(tree: Tree, i: int) -> Draft:
    row = common_nouns()[tree.lemma[i]]
    start, end = phrase(tree, i)
    return Draft(
        start=start,
        end=end,
        head=i,
        shape=Shape.NOUN,
        kind=MentionKind(row["kind"]),
        gender=row["gender"] or None,
        plural=tree.tag[i] in {"NNS", "NNPS"} or row["sort"] == "group" or tree.lemma[i] == "police",
        word=tree.lemma[i],
        like=row["like"],
        kin=row["sort"] == "kin",
        marks=marks(tree, i),
    )


def _has_of(tree: Tree, i: int) -> bool:
    """Whether a noun that only leads somebody ("head of the clinic") says whom or what."""
    return any(tree.lower[kid] in {"of", "for"} for kid in tree.kids[i] if kid > i)


def _stands_alone(tree: Tree, i: int) -> bool:
    """Whether an adjective with "the" is used as a noun ("the wounded were taken")."""
    return tree.dep[i] in {"nsubj", "nsubjpass", "dobj", "pobj"} and any(tree.lower[k] == "the" for k in tree.kids[i])


def _adjective(tree: Tree, i: int) -> Draft:
    start, end = phrase(tree, i)
    plural = PEOPLE_ADJECTIVES[tree.lower[i]]
    return Draft(
        start=start, end=end, head=i, shape=Shape.NOUN, kind=MentionKind.PERSON, plural=plural, word=tree.lower[i]
    )


def _counted(tree: Tree, i: int) -> Draft:
    """People by their number alone ("the two")."""
    start, end = phrase(tree, i)
    word = tree.lower[i]
    return Draft(
        start=start, end=end, head=i, shape=Shape.NOUN, kind=MentionKind.PERSON, plural=True, word=word,
        marks=frozenset({"#" + word}),
    )  # fmt: skip


def pairs(tree: Tree, drafts: list[Draft]) -> list[Draft]:
    """People who are coordinated ("Kolb and her brother"), as one mention of several."""
    kind = MentionKind.PERSON
    at = {draft.head: draft for draft in drafts if draft.kind is kind}
    found = []
    for head, first in at.items():
        heads = tree.conjuncts(head)
        if len(heads) < 2 or tree.dep[head] == "conj" or not all(i in at for i in heads):
            continue
        if any(tree.lower[k] == "and" for i in heads for k in tree.kids[i]):
            found.append(_pair(first, [at[i] for i in heads]))
    return found


def _pair(first: Draft, people: list[Draft]) -> Draft:
    genders = {one.gender for one in people}
    single = len(people) < len(NUMBERS) and not any(one.plural for one in people)
    return Draft(
        start=first.start,
        end=max(one.end for one in people),
        head=first.head,
        shape=Shape.PAIR,
        kind=first.kind,
        gender=genders.pop() if len(genders) == 1 else None,
        plural=True,
        marks=frozenset({"#" + NUMBERS[len(people)]} if single else ()),
    )


def pronouns(tree: Tree) -> list[Draft]:
    """Every personal and possessive pronoun, none resolved yet."""
    found = []
    for i, word in enumerate(tree.lower):
        if word in PRONOUNS and tree.pos[i] == "PRON":
            gender, plural = PRONOUNS[word]
            found.append(
                Draft(
                    start=i,
                    end=i + 1,
                    head=i,
                    shape=Shape.PRONOUN,
                    kind=MentionKind.OTHER if gender == "n" else MentionKind.PERSON,
                    gender=gender or None,
                    plural=plural,
                )
            )
    return found


def definite(tree: Tree, draft: Draft) -> bool:
    """Whether a noun points back: "the", "this", "that", "these", "those", "both"."""
    return any(
        tree.lower[i] in {"the", "this", "that", "these", "those", "both"}
        for i in tree.kids[draft.head]
        if i < draft.head and tree.dep[i] in {"det", "predet"}
    )
