"""Explicit unknowns: what is said not to be known or disclosed, to whom, as of when."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from reportedly.extract.base import Found
from reportedly.extract.clauses import SUBJECTS, is_passive, objects, subject
from reportedly.extract.mention_draft import phrase
from reportedly.extract.tree import Tree, tree_of
from reportedly.lexicon.table import table
from reportedly.model import Span, TimexRole, Unknown

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME = "unknowns"
VERSION = "1"
NEEDS = ("times",)
CLAUSES = ("ccomp", "csubj", "csubjpass", "advcl", "acl", "relcl", "xcomp", "pcomp")
WH = frozenset({"who", "whom", "whose", "what", "which", "where", "when", "why", "how", "whether", "if"})
# Said of much else than knowledge: an unknown only with a question after it, or with what can be disclosed.
NEEDS_QUESTION = frozenset(
    ("know", "say", "release", "announce", "publish", "explain", "establish", "give", "sure", "name")
)
# Before its noun an adjective says that somebody is not named: "an unidentified man".
BEFORE_NOUN = frozenset({"unidentified", "undisclosed"})
KNOWING = frozenset(
    ("know", "idea", "sure", "certain", "aware", "unsure", "uncertain", "unaware", "word", "clue", "information",
     "determine", "verify", "establish", "ascertain", "confirm", "identify")
)  # fmt: skip
# Adjectives of whoever does not know: what is not known comes after them.
UNSURE = frozenset({"sure", "certain", "aware", "unsure", "uncertain", "unaware"})
ABLE = frozenset({"can", "could", "ca"})
NOBODY = frozenset({"nobody", "none"})


@cache
def frames(frame: str) -> frozenset[str]:
    """The words of one frame of the table."""
    return frozenset(row["word"] for row in table("unknowns") if row["frame"] == frame)


@cache
def about_words() -> dict[str, str]:
    """Which property a word of the question speaks of."""
    return {row["word"]: row["about"] for row in table("unknown_about")}


def find(doc: Doc, found: Found) -> Iterator[Unknown]:
    """Every explicit unknown in the order of the text."""
    tree = tree_of(doc)
    for i in range(len(tree)):
        said = _said(tree, i)
        if said is not None:
            yield _unknown(tree, found, i, said)


def _said(tree: Tree, i: int) -> tuple[int, int] | None:
    """First and last token of the words that say it is not known; None where this word says no such thing."""
    lemma = tree.lemma[i]
    if tree.lower[i] in frames("adjective"):
        if tree.dep[i] == "amod":
            return (i, i) if tree.lower[i] in BEFORE_NOUN else None
        return _predicate_words(tree, i)
    if lemma in frames("noun") and any(tree.lower[kid] == "no" for kid in tree.kids[i]):
        return _noun_words(tree, i)
    refusing = tree.head[i] < i and tree.lemma[tree.head[i]] in frames("refusing")
    refuses = refusing and tree.dep[i] in {"xcomp", "ccomp"}
    if refuses and lemma in frames("negated"):
        return tree.head[i], i
    if lemma in frames("negated") and tree.pos[i] in {"VERB", "ADJ"}:
        return _negated(tree, i)
    return None


def _predicate_words(tree: Tree, i: int) -> tuple[int, int] | None:
    """The copula and the adjective ("remains unclear"), or the passive verb and the adjective."""
    verb = tree.head[i]
    if tree.dep[i] in {"acomp", "oprd", "attr", "conj"} and tree.pos[verb] in {"VERB", "AUX"}:
        return min(verb, i), max(verb, i)
    return (i, i) if tree.dep[i] in {"ROOT", "acomp", "oprd"} else None


def _noun_words(tree: Tree, i: int) -> tuple[int, int] | None:
    """The words of "had no idea", "there was no word", "no details were given"."""
    verb = tree.head[i]
    if tree.pos[verb] not in {"VERB", "AUX"}:
        return None
    if tree.lemma[i] == "word" and tree.lemma[verb] != "be":
        return None
    return min(verb, tree.left[i]), max(verb, i)


def _negated(tree: Tree, i: int) -> tuple[int, int] | None:
    """The words of a denial of knowing or telling; None where nothing denies it or nothing is asked."""
    verb = tree.head[i] if tree.pos[i] == "ADJ" and tree.pos[tree.head[i]] in {"AUX", "VERB"} else i
    denial = _denial(tree, verb)
    if denial is None or (tree.lemma[i] in NEEDS_QUESTION and not _asks(tree, i, verb)):
        return None
    helpers = [kid for kid in tree.kids[verb] if tree.dep[kid] in {"aux", "auxpass", "neg"} and kid < i]
    return min([denial, verb, *helpers]), max(verb, i)


def _denial(tree: Tree, verb: int) -> int | None:
    """The word that denies a verb: "not", "yet to", "unable to", "nobody"; None without one."""
    for kid in tree.kids[verb]:
        if tree.dep[kid] == "neg" or (tree.dep[kid] in SUBJECTS and tree.lower[kid] in NOBODY):
            return kid
        if tree.dep[kid] in SUBJECTS and any(tree.lower[k] == "no" for k in tree.kids[kid]):
            return next(k for k in tree.kids[kid] if tree.lower[k] == "no")
    head = tree.head[verb]
    if tree.dep[verb] in {"xcomp", "ccomp", "advcl", "acl", "relcl"}:
        if tree.lower[head] == "unable" or (tree.lower[head] == "able" and _denial(tree, tree.head[head]) is not None):
            return head
        if tree.lemma[head] == "have" and any(tree.lower[kid] == "yet" for kid in tree.kids[head]):
            return head
    return None


def _asks(tree: Tree, i: int, verb: int) -> bool:
    """Whether a question, or a word for what can be disclosed, belongs to the predicate."""
    if any(tree.lower[k] in WH for clause in _clauses(tree, i, verb) for k in range(tree.left[clause], clause + 1)):
        return True
    who = subject(tree, verb)
    nouns = objects(tree, i) + ([who] if who is not None and is_passive(tree, verb) else [])
    asked = {tree.lemma[noun] for noun in nouns}
    return bool(asked & (about_words().keys() | frames("noun") | {"finding", "result", "victim", "suspect"}))


def _clauses(tree: Tree, i: int, verb: int) -> list[int]:
    """Heads of the clauses after a predicate that may tell what is not known."""
    found = [kid for at in dict.fromkeys((i, verb)) for kid in tree.children(at, *CLAUSES) if kid > i]
    prepositions = [kid for at in (i, verb) for kid in tree.children(at, "prep") if kid > i]
    return found + [kid for preposition in prepositions for kid in tree.children(preposition, "pcomp", "pobj")]


def _what(tree: Tree, i: int, said: tuple[int, int]) -> tuple[int, int] | None:
    """First and one past last token of what is not known; None where it is left out."""
    if tree.dep[i] == "amod":
        return phrase(tree, tree.head[i])
    first, _ = tree.sentences[tree.sentence[i]]
    if tree.lower[first] in WH and said[0] > first:
        return first, said[0]
    verb = tree.head[i] if tree.pos[i] in {"ADJ", "NOUN"} and tree.pos[tree.head[i]] in {"VERB", "AUX"} else i
    who = next((kid for kid in tree.children(verb, *SUBJECTS) if tree.lower[kid] not in {"it", "there"}), None)
    about_subject = tree.pos[i] == "ADJ" or (is_passive(tree, verb) and tree.pos[i] != "NOUN")
    if who is not None and about_subject and tree.lower[i] not in UNSURE:
        return (tree.left[who], tree.right[who] + 1) if tree.dep[who].startswith("csubj") else phrase(tree, who)
    for clause in _clauses(tree, i, verb):
        return tree.left[clause], _end(tree, clause)
    for whom in objects(tree, i):
        return phrase(tree, whom)
    return None


def _end(tree: Tree, clause: int) -> int:
    """One past the last word of a clause, without the marks that close it."""
    end = tree.right[clause] + 1
    while end > clause + 1 and tree.pos[end - 1] in {"PUNCT", "SPACE"}:
        end -= 1
    return end


def _unknown(tree: Tree, found: Found, i: int, said: tuple[int, int]) -> Unknown:
    what = _what(tree, i, said)
    what = None if what is None else tree.trimmed(*what)
    said = tree.trimmed(said[0], said[1] + 1)
    first, end = said
    if end < len(tree) and tree.lower[end] == "whether":
        end += 1
    span = found.span(tree.start[first], tree.end[end - 1])
    return Unknown(
        id=found.id("u", span),
        span=span,
        what=None if what is None else found.span(tree.start[what[0]], tree.end[what[1] - 1]),
        about=_about(tree, i, what),
        to_whom=_to_whom(tree, found, i),
        as_of=_as_of(tree, found, i, span),
    )


def _about(tree: Tree, i: int, what: tuple[int, int] | None) -> str:
    """The property that is not known."""
    words = [] if what is None else list(range(*what))
    found = []
    for k in words:
        if tree.lower[k] == "how" and k + 1 < len(tree) and tree.lower[k + 1] in {"many", "much"}:
            return "number"
        about = about_words().get(tree.lower[k]) or about_words().get(tree.lemma[k])
        if about is not None:
            found.append(about)
    first = next((about for about in found if about != "whether"), None)
    if first is None and (tree.lemma[i] in {"name", "identify"} or tree.lower[i] == "unidentified"):
        return "identity"
    return first or (found[0] if found else "other")


def _to_whom(tree: Tree, found: Found, i: int) -> str | None:
    """Who does not know: the subject of not knowing, or what follows "clear to"."""
    verb = tree.head[i] if tree.pos[i] in {"ADJ", "NOUN"} and tree.pos[tree.head[i]] in {"VERB", "AUX"} else i
    if not {tree.lemma[i], tree.lower[i]} & KNOWING or is_passive(tree, verb):
        return None
    if _keeps_silent(tree, i):
        return None
    who = subject(tree, verb)
    if who is None or tree.lower[who] in {"it", "there"} | NOBODY or any(tree.lower[k] == "no" for k in tree.kids[who]):
        return None
    start, end = phrase(tree, who)
    return found.span(tree.start[start], tree.end[end - 1]).exact


def _keeps_silent(tree: Tree, i: int) -> bool:
    """Whether somebody only does not tell, and may well know: "declined to confirm", "did not confirm"."""
    if tree.dep[i] in {"xcomp", "ccomp"} and tree.lemma[tree.head[i]] in frames("refusing"):
        return True
    unable = tree.lower[tree.head[i]] in {"able", "unable"} or any(tree.lower[kid] in ABLE for kid in tree.kids[i])
    return tree.lemma[i] == "confirm" and not unable


def _as_of(tree: Tree, found: Found, i: int, span: Span) -> str | None:
    """The day as of which it was not known: a time that goes with the predicate, else the day of publication."""
    verb = tree.head[i] if tree.pos[i] in {"ADJ", "NOUN"} else i
    near = {tree.start[kid] for kid in tree.kids[verb]} | {tree.start[k] for p in tree.kids[verb] for k in tree.kids[p]}
    for timex in found.times:
        inside = any(timex.span.start <= start < timex.span.end for start in near)
        if inside and timex.start is not None and timex.role is not TimexRole.SAID:
            return timex.start[:10]
    published = found.article.published
    return None if published is None else published[:10]
