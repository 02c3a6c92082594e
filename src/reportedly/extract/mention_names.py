"""Named mentions: what the language model calls a name, and runs of proper nouns that it passed over."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reportedly.extract.mention_draft import LEFT_DEPS, TELLING_NOTHING, TIME_LABELS, Draft, Shape
from reportedly.extract.tree import Tree
from reportedly.lexicon.table import table, words
from reportedly.model import MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
# Small words inside names ("Anna van der Berg", "Ministry of Defence"): only between two parts of a name.
PARTICLES = frozenset(
    ("van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "ter", "ten", "bin", "bint",
     "ibn", "al", "el", "ben", "of", "-", "’", "'")
)  # fmt: skip
TRIMMED = frozenset(
    ("the", "a", "an", "and", "of", "in", "'s", "’s", "’", "'", "‘", ",", ".", "-", "–", "—", "(", ")", '"', "“", "”",
     ":", ";", "''", "``")
)  # fmt: skip
MONTHS_AND_DAYS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
     "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)  # fmt: skip


@cache
def titles() -> dict[str, dict[str, str]]:
    """Titles of one or more words, in lower case, with their rows."""
    return {row["word"].lower(): row for row in table("titles")}


@cache
def given_names() -> dict[str, str]:
    """Given names, with the gender they speak for, or ""."""
    return {row["word"]: row["gender"] for row in table("given_names")}


@cache
def person_words() -> frozenset[str]:
    """Lemmas of nouns for one person."""
    return frozenset(row["word"] for row in table("people") if row["kind"] == "PERSON" and row["word"] != "people")


@cache
def common_nouns() -> dict[str, dict[str, str]]:
    """Nouns for people and bodies, by lemma, with their rows."""
    return {row["word"]: row for row in table("people")}


def names(doc: Doc, tree: Tree) -> list[tuple[Draft, str]]:
    """Every named mention with the label the model gave it, "" for none; kinds are not decided yet."""
    taken: set[int] = set()
    found = []
    for start, end, label in _spans(doc, tree):
        if any(i in taken for i in range(start, end)):
            continue
        bounds = _trimmed(tree, start, end)
        if bounds is None:
            continue
        taken.update(range(*bounds))
        found.append((_draft(tree, *bounds), label))
    return sorted(found, key=lambda pair: pair[0].head)


def _spans(doc: Doc, tree: Tree) -> list[tuple[int, int, str]]:
    """Entities first, widened over proper nouns of the same phrase, then the runs of proper nouns that are left."""
    spans, covered = [], [False] * len(tree)
    for entity in doc.ents:
        covered[entity.start : entity.end] = [True] * (entity.end - entity.start)
    for entity in doc.ents:
        if entity.label_ in LABELS:
            start, end = entity.start, entity.end
            if entity.label_ != "NORP":
                start, end = _widened(tree, start, end, covered)
            spans.append((start, end, entity.label_))
            covered[start:end] = [True] * (end - start)
    at = 0
    while at < len(tree):
        if covered[at] or tree.pos[at] != "PROPN" or tree.lower[at] in MONTHS_AND_DAYS:
            at += 1
            continue
        end = at + 1
        while (
            end < len(tree)
            and not covered[end]
            and tree.pos[end] == "PROPN"
            and tree.sentence[end] == tree.sentence[at]
        ):
            end += 1
        if not _is_office(tree, at, end):
            spans.append((at, end, ""))
        at = end
    return spans


def _is_office(tree: Tree, start: int, end: int) -> bool:
    """Whether capitalised words are a role or a body without a name ("Prime Minister", "Police")."""
    words = " ".join(tree.lower[start:end])
    return words in titles() or words in common_nouns() or (end - start == 1 and tree.lemma[start] in common_nouns())


def _widened(tree: Tree, start: int, end: int, covered: list[bool]) -> tuple[int, int]:
    """An entity with the proper nouns that the parse makes part of it ("Chams" + "Eddine Zaougui")."""
    while start > 0 and not covered[start - 1] and _belongs(tree, start - 1, start, end):
        start -= 1
    while end < len(tree) and not covered[end] and tree.pos[end] == "PROPN" and _leads(tree, start, end):
        if tree.lower[end] in titles() or tree.lemma[end] in person_words():
            break
        end += 1
    return start, end


def _belongs(tree: Tree, i: int, start: int, end: int) -> bool:
    word = tree.text[i]
    return tree.pos[i] == "PROPN" and tree.dep[i] == "compound" and start <= tree.head[i] < end and word[:1].isupper()


def _leads(tree: Tree, start: int, end: int) -> bool:
    """Whether the proper noun after an entity is the head that the entity is part of."""
    return any(tree.head[i] == end and tree.dep[i] == "compound" for i in range(start, end))


def _trimmed(tree: Tree, start: int, end: int) -> tuple[int, int] | None:
    """Without determiners, possessives and marks at the ends; None where no word with a capital is left."""
    for i in range(start, end):
        if "\n" in tree.text[i]:
            end = i
            break
    while start < end and (tree.lower[start] in TRIMMED or not tree.text[start][:1].isalnum()):
        start += 1
    while start < end and (tree.lower[end - 1] in TRIMMED or tree.text[end - 1].isspace()):
        end -= 1
    while start < end and tree.text[start].islower() and tree.lower[start] not in PARTICLES:
        start += 1
    if start >= end or not any(tree.text[i][:1].isupper() for i in range(start, end)):
        return None
    return start, end


def _draft(tree: Tree, start: int, end: int) -> Draft:
    """The mention of a name at these tokens: its title apart from its name, its phrase around it."""
    title, gender, word = _title_length(tree, start, end), "", ""
    if title:
        row = titles()[" ".join(tree.lower[start : start + title])]
        gender, word = row["gender"], row["word"].lower() if row["sort"] == "office" else ""
        start += title
    elif _is_trade(tree, start, end):
        title, word, start = 1, tree.lemma[start], start + 1
    head = next((i for i in range(end - 1, start - 1, -1) if not start <= tree.head[i] < end), end - 1)
    first, more = _before(tree, start - title, head)
    name = " ".join(tree.text[start:end]) if _loose(tree, start, end) else _written(tree, start, end)
    return Draft(
        start=tree.trimmed(first, end)[0],
        end=end,
        head=head,
        shape=Shape.NAME,
        kind=MentionKind.OTHER,
        name=name,
        gender=gender or _gender_of(tree, first, start, more) or given_names().get(tree.text[start]) or None,
        word=more or word,
        like=common_nouns()[more or word]["like"] if (more or word) in common_nouns() else "",
        marks=_marks(tree, first, start, more or word),
    )


def _is_trade(tree: Tree, start: int, end: int) -> bool:
    """Whether a name of three words or more begins with a noun for a person ("Spokesperson Anna Kolb")."""
    return end - start > 2 and tree.lemma[start] in person_words() and tree.text[start] not in given_names()


def _marks(tree: Tree, first: int, start: int, role: str) -> frozenset[str]:
    """What before the role and the name of a person tells which of its sort it is ("Belarusian lorry")."""
    several = {tree.lower[i] for i in range(first, start) if role and tree.pos[i] in {"NOUN", "PROPN", "ADJ"}}
    return frozenset(several - {role, *role.split()} - TELLING_NOTHING)


def _loose(tree: Tree, start: int, end: int) -> bool:
    """Whether blanks other than a single one stand between the words of a name."""
    return any(tree.text[i].isspace() for i in range(start, end))


def _written(tree: Tree, start: int, end: int) -> str:
    pieces = [tree.text[start]]
    for i in range(start + 1, end):
        pieces += [" " if tree.start[i] > tree.end[i - 1] else "", tree.text[i]]
    return "".join(pieces)


def _title_length(tree: Tree, start: int, end: int) -> int:
    """How many words of the name are a title; a name must be left."""
    for length in (3, 2, 1):
        if start + length < end and " ".join(tree.lower[start : start + length]) in titles():
            return length
    return 0


def _before(tree: Tree, start: int, head: int) -> tuple[int, str]:
    """First token of the phrase that leads up to a name, and the role in it ("police spokesman" -> "spokesman")."""
    first, role = start, ""
    for kid in sorted((k for i in range(start, head + 1) for k in tree.kids[i] if k < start), reverse=True):
        if tree.dep[kid] not in LEFT_DEPS or tree.entity[kid] in TIME_LABELS:
            continue
        if tree.right[kid] + 1 != first and not all(
            tree.text[i] in {"-", "."} for i in range(tree.right[kid] + 1, first)
        ):
            break
        first = tree.left[kid]
        if not role and tree.lemma[kid] in person_words():
            role = tree.lemma[kid]
    title = 1 if start - 1 >= 0 and start - 1 >= first and tree.lower[start - 1] in titles() else 0
    if not role and title and titles()[tree.lower[start - 1]]["sort"] == "office":
        role = tree.lower[start - 1]
    return first, role


def _gender_of(tree: Tree, first: int, start: int, role: str) -> str:
    """The gender that the words before a name tell."""
    told = [titles()[tree.lower[i]]["gender"] for i in range(first, start) if tree.lower[i] in titles()]
    told += [row["gender"] for row in table("people") if role and row["word"] == role]
    return next((gender for gender in told if gender), "")


def outlet_names() -> frozenset[str]:
    """Names of outlets, without their article."""
    return words("outlets", "name")
