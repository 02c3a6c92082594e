"""What somebody is: role and nationality, as appositions, titles and predicates tell them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportedly.extract.mention_draft import phrase
from reportedly.extract.mention_names import common_nouns, titles
from reportedly.extract.tree import Tree
from reportedly.lexicon.gazetteer import Gazetteer
from reportedly.model import Mention, MentionKind, State

DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its", "our", "my", "this", "that"})
# Nouns for somebody that say nothing of what they do.
ANYBODY = frozenset(
    ("man", "woman", "boy", "girl", "person", "individual", "people", "child", "teenager", "youth", "national")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """That somebody is in a state, as token numbers.

    Attributes:
        state: Which.
        who: Head of the phrase for the person.
        head: The word whose clause says how sure it is.
        first: First token of the words that say so.
        last: Last token of them.
        value: What the state takes; None for states that take nothing.
        tied_to: Id of the entity whose kin, or which body's member, they are; None for other states.
        by_itself: Whether only the words of the phrase say how sure it is, not the clause that it stands in.
    """

    state: State
    who: int
    head: int
    first: int
    last: int
    value: str | None = None
    tied_to: str | None = None
    by_itself: bool = False


def roles(tree: Tree, people: Mapping[int, Mention]) -> Iterator[Told]:
    """The roles of people who have a name: nouns that share their entity, and what stands before the name."""
    named = {m.refers_to for m in people.values() if m.name is not None and m.kind is MentionKind.PERSON}
    for i, start in enumerate(tree.start):
        mention = people.get(start)
        if mention is None or mention.kind is not MentionKind.PERSON or mention.refers_to not in named:
            continue
        row = common_nouns().get(tree.lemma[i])
        if row is not None and row["sort"] == "role" and tree.lemma[i] not in ANYBODY and _introduces(tree, i):
            yield _role(tree, i, *phrase(tree, i))
        elif tree.pos[i] == "PROPN":
            yield from _before_name(tree, i, mention)


def _introduces(tree: Tree, i: int) -> bool:
    """Whether a noun is said of somebody here, rather than used for them ("the mayor said")."""
    if tree.dep[i] in {"appos", "attr", "oprd"} or tree.children(i, "appos"):
        return True
    return i + 1 < len(tree) and (tree.text[i + 1] == "," or tree.pos[i + 1] == "PROPN")


def _role(tree: Tree, who: int, first: int, end: int) -> Told:
    while first < who and (tree.lower[first] in DETERMINERS or tree.text[first].isspace()):
        first += 1
    value = _words(tree, first, end)
    said = tree.dep[who] == "attr"
    head = tree.head[who] if said else who
    return Told(state=State.ROLE, who=who, head=head, first=first, last=end - 1, value=value, by_itself=not said)


def _words(tree: Tree, first: int, end: int) -> str:
    """The words from one token to another, with one blank where the text has any."""
    pieces = [tree.text[first]]
    for i in range(first + 1, end):
        pieces += [" " if tree.start[i] > tree.end[i - 1] else "", tree.text[i].strip()]
    return "".join(pieces)


def _before_name(tree: Tree, i: int, mention: Mention) -> Iterator[Told]:
    """The title or the role that stands before a name ("Mayor Anna Kolb", "police spokesman Jan Wouters")."""
    first = i
    while first > 0 and tree.start[first - 1] >= mention.span.start:
        first -= 1
    last = next((k for k in range(i - 1, first - 1, -1) if _is_role(tree, k)), None)
    if last is None:
        return
    while first < last and (tree.lower[first] in DETERMINERS or tree.text[first].isspace()):
        first += 1
    value = _words(tree, first, last + 1)
    yield Told(state=State.ROLE, who=i, head=i, first=first, last=last, value=value, by_itself=True)


def _is_role(tree: Tree, k: int) -> bool:
    title = titles().get(tree.lower[k])
    if title is not None and title["sort"] == "office":
        return True
    row = common_nouns().get(tree.lemma[k])
    return row is not None and row["sort"] == "role" and tree.lemma[k] not in ANYBODY


def nationalities(tree: Tree, people: Mapping[int, Mention]) -> Iterator[Told]:
    """The nationality of single people: "a Belgian national", "French baker Luc Morel", "a Dane"."""
    gazetteer = Gazetteer.load()
    for i, start in enumerate(tree.start):
        mention = people.get(start)
        if mention is None or mention.kind is not MentionKind.PERSON or tree.tag[i] in {"NNS", "NNPS", "PRP", "PRP$"}:
            continue
        said = tree.dep[i] == "attr"
        head = tree.head[i] if said else i
        for kid in tree.kids[i]:
            word = tree.text[kid]
            if kid < i and tree.dep[kid] in {"amod", "compound", "nmod"} and gazetteer.demonym(word) is not None:
                state = State.NATIONALITY
                yield Told(state=state, who=i, head=head, first=kid, last=kid, value=word, by_itself=not said)
