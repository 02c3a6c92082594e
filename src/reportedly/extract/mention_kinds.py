"""What sort of thing a name stands for: every place where it stands in the document has a say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from reportedly.extract.base import Found
from reportedly.extract.mention_draft import Draft
from reportedly.extract.mention_names import given_names, outlet_names, person_words, titles
from reportedly.extract.tree import Tree
from reportedly.lexicon.gazetteer import Gazetteer
from reportedly.lexicon.table import table
from reportedly.model import MentionKind

PERSON, ORGANIZATION, OUTLET, GROUP, PLACE, OTHER = MentionKind

# What each sign weighs. Set by hand: what the text says (a title, an age, "who") outweighs two labels of the model.
LABEL = {
    "PERSON": (PERSON, 1.0), "ORG": (ORGANIZATION, 0.8), "GPE": (PLACE, 1.0), "LOC": (PLACE, 0.9), "FAC": (PLACE, 0.7),
    "NORP": (GROUP, 1.0), "PRODUCT": (OTHER, 0.8), "EVENT": (OTHER, 0.8), "WORK_OF_ART": (OTHER, 0.6),
    "LAW": (OTHER, 0.8), "": (OTHER, 0.2),
}  # fmt: skip
TITLE, WHO, AGE, ROLE, GIVEN, BODY, WEAK_BODY = 3.0, 2.0, 3.0, 2.0, 1.5, 2.5, 0.8
LISTED, PLACED, DEMONYM = 4.0, 1.5, 3.0
AT_PLACES = frozenset(
    ("in", "at", "near", "from", "to", "outside", "across", "around", "towards", "toward", "through", "via")
)
Votes = dict[MentionKind, float]


class Kinds:
    """The vote of one document on its names."""

    def __init__(self, tree: Tree, found: Found, drafts: Iterable[tuple[Draft, str]], nouns: Iterable[Draft]) -> None:
        self._tree = tree
        self._noun_before = {noun.end: noun.word for noun in nouns}
        self._places = {(place.span.start, place.span.end): place.geonames for place in found.places}
        self._votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
        drafts = list(drafts)
        for draft, label in drafts:
            votes = self._votes[key(draft.name or "")]
            for kind, weight in self._signs(draft, label):
                votes[kind] += weight
        self._lend_surnames()
        self._decided = {name: _winner(votes) for name, votes in self._votes.items()}

    def of(self, draft: Draft) -> MentionKind:
        """The kind of a name, the same wherever it stands in the document."""
        return self._decided[key(draft.name or "")]

    def place_of(self, draft: Draft) -> int | None:
        """GeoNames id of the place that a name was read as; None where it was not."""
        return self._places.get(self._bounds(draft))

    def _bounds(self, draft: Draft) -> tuple[int, int]:
        """Offsets of the bare name."""
        return self._tree.start[self._first(draft)], self._tree.end[draft.end - 1]

    def _signs(self, draft: Draft, label: str) -> list[tuple[MentionKind, float]]:
        name = draft.name or ""
        found = [LABEL[label], *_by_form(name), *self._by_context(draft)]
        if self._bounds(draft) in self._places:
            found.append((PLACE, PLACED))
        return found

    def _first(self, draft: Draft) -> int:
        """First token of the bare name."""
        length = len((draft.name or "").split(" ", 1)[0])
        start = draft.start
        while start < draft.head and not (draft.name or "").startswith(self._tree.text[start][:length]):
            start += 1
        return start

    def _by_context(self, draft: Draft) -> list[tuple[MentionKind, float]]:
        tree, head, found = self._tree, draft.head, []
        before = draft.start - 1
        if any(tree.lower[i] in titles() for i in range(draft.start, head)):
            found.append((PERSON, TITLE))
        roles = {draft.word, self._noun_before.get(draft.start, ""), *_appositive(tree, head)}
        if roles & person_words():
            found.append((PERSON, ROLE))
        roles.add(tree.lower[before] if before >= 0 else "")
        if roles & signs("publisher") or any(tree.lower[i] in signs("publisher") for i in range(draft.start, head)):
            found.append((OUTLET, ROLE + 1.0))
        if _has_age(tree, draft.end):
            found.append((PERSON, AGE))
        if draft.end + 1 < len(tree) and "who" in tree.lower[draft.end : draft.end + 2]:
            found.append((PERSON, WHO))
        if before >= 0 and tree.lower[before] in AT_PLACES and draft.start == self._first(draft):
            found.append((PLACE, 0.4))
        return found

    def _lend_surnames(self) -> None:
        """A person's full name votes for its last word, and for its first, where these stand alone."""
        for name, votes in list(self._votes.items()):
            parts = name.split()
            if len(parts) < 2 or _winner(votes) is not PERSON:
                continue
            for part in (parts[-1], parts[0]):
                if part in self._votes and part not in {"the"}:
                    self._votes[part][PERSON] += 2  # as much as a role


def key(name: str) -> str:
    """By what a name votes: without its article and its case, where it is not all capitals."""
    name = name.removeprefix("the ").removeprefix("The ")
    return name if name.isupper() else name.casefold()


@cache
def signs(sign: str) -> frozenset[str]:
    """Words that tell what a name with them stands for."""
    return frozenset(row["word"] for row in table("name_words") if row["sign"] == sign)


@cache
def _listed_outlets() -> frozenset[str]:
    return frozenset(key(name) for name in outlet_names())


def _by_form(name: str) -> list[tuple[MentionKind, float]]:
    """What the words of a name tell by themselves."""
    parts = name.replace(".", "").split()
    low = [part.lower() for part in parts] or [""]
    found: list[tuple[MentionKind, float]] = []
    if key(name) in _listed_outlets():
        found.append((OUTLET, LISTED))
    elif len(parts) > 1 and (low[-1] in signs("paper") or low[0] in signs("opener")):
        found.append((OUTLET, ROLE))
    ends = {low[-1], low[0]} if len(parts) > 1 else set()
    if ends & signs("body"):
        found.append((ORGANIZATION, BODY))
    elif ends & signs("weak body"):
        found.append((ORGANIZATION, WEAK_BODY))
    if given_names().get(name.split(" ")[0]) is not None:
        found.append((PERSON, GIVEN if len(parts) > 1 else 0.5))
    found.extend(_by_gazetteer(name, parts))
    return found


def _by_gazetteer(name: str, parts: list[str]) -> list[tuple[MentionKind, float]]:
    gazetteer = Gazetteer.load()
    if len(parts) == 1 and gazetteer.demonym(name) is not None:
        return [(GROUP, DEMONYM)]
    entries = gazetteer.lookup(name) if len(parts) < 4 else ()
    if not entries:
        return []
    # Surnames and given names are villages somewhere: only what many people know speaks for a place.
    known = entries[0].feature in {"country", "region", "continent", "water"} or entries[0].population > 100_000
    return [(PLACE, 1.2 if known else 0.2)]


def _appositive(tree: Tree, head: int) -> set[str]:
    """Lemmas of the nouns that stand in apposition to a name, either way round."""
    found = {tree.lemma[kid] for kid in tree.kids[head] if tree.dep[kid] == "appos"}
    if tree.dep[head] == "appos":
        found.add(tree.lemma[tree.head[head]])
    return found


def _has_age(tree: Tree, end: int) -> bool:
    """Whether an age between commas follows ("Jan Wouters, 39,")."""
    if end + 2 >= len(tree) or tree.text[end] != ",":
        return False
    return tree.text[end + 1].isdigit() and len(tree.text[end + 1]) < 3 and tree.text[end + 2] in {",", "."}


def _winner(votes: Votes) -> MentionKind:
    """The kind with most votes; of equals the one that comes first in `MentionKind`."""
    order = list(MentionKind)
    return max(votes, key=lambda kind: (votes[kind], -order.index(kind)), default=OTHER)
