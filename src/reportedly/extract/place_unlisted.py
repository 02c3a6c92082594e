"""Names of places that no list has as they are written: the parser's, and those that sound like a known place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Set
from typing import TYPE_CHECKING

from reportedly.extract.place_evidence import KNOWN, acted_on, before
from reportedly.extract.place_names import Name, article, capitalised, holds, joint, place_words
from reportedly.lexicon.sounding import COUNTRIES, LEAST, sound

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from reportedly.lexicon.gazetteer import Entry, Gazetteer

LONGEST = 6
# Labels of the parser that no place gets by mistake; it takes many a place for a person, a product or a body.
OTHERS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "NORP", "LANGUAGE", "EVENT"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


def unlisted(doc: Doc, names: list[Name]) -> list[Name]:
    """Names of places that the gazetteer lacks: the parser says so, and a preposition or a place behind them agrees."""
    taken = {at for name in names for at in range(name.start, name.end)}
    found = []
    for ent in doc.ents:
        start = ent.start + (ent[0].lower_ == "the")
        end = ent.end - (ent[-1].text in POSSESSIVE)
        free = start < end and not taken & set(range(start, end)) and capitalised(doc[start].text)
        if ent.label_ not in {"GPE", "LOC"} or not free:
            continue
        name = Name(start=start, end=end)
        name.container = container(doc, name, names)
        if name.container is not None or before(doc, name) >= 1 or acted_on(doc, name) > 0:
            found.append(name)
    return found


def container(doc: Doc, name: Name, names: list[Name]) -> Name | None:
    """The place that stands behind a name and holds it: "Zawtarqa, Idlib", "Zawtarqa in Idlib"."""
    at = bisect_left([each.start for each in names], name.end)
    return names[at] if at < len(names) and joint(doc, name, names[at]) in {",", "in", ", in"} else None


def heard(
    doc: Doc, names: list[Name], lands: Set[str | None], gazetteer: Gazetteer
) -> Iterator[tuple[tuple[int, int], Entry]]:
    """Names written by ear, each by its tokens, with the largest place that sounds so in the text's countries.

    "Ras al-Ain" and "Ra's al ‘Ayn" are one name; the text puts it where a place stands, and speaks of Syria.
    """
    if COUNTRIES.isdisjoint(lands):
        return
    taken = {at for name in names for at in range(name.start, name.end)}
    ends = {name.end for name in names}
    at = 0
    while at < len(doc):
        end = run(doc, at, taken)
        name = Name(start=at, end=end)
        if end == at or not stands_as_place(doc, name, ends):
            at = max(end, at + 1)
            continue
        entry = sounding(doc, name, names, lands, gazetteer)
        if entry is not None:
            ends.add(end)
            yield (at, end), entry
        at = end


def run(doc: Doc, at: int, taken: Container[int]) -> int:
    """Where the name that begins at a token ends: proper nouns side by side, Arabic articles among them."""
    end = at
    while end < len(doc) and end - at < LONGEST and end not in taken:
        if article(doc, end):
            end += 3
        elif doc[end].pos_ == "PROPN" and capitalised(doc[end].text) and doc[end].is_alpha:
            end += 1
        else:
            break
    return min(end, len(doc))


def stands_as_place(doc: Doc, name: Name, ends: Container[int]) -> bool:
    """Whether a preposition of place stands before the name, or a list of places that it goes on with."""
    behind = doc[name.end].text if name.end < len(doc) else ""
    if behind in POSSESSIVE or name.start == 0:
        return False
    left = doc[name.start - 1].lower_
    if left in {",", "and"}:
        first = name.start - (2 if doc[name.start - 2 : name.start].text.startswith(",") else 1)
        return first in ends
    label = doc[name.end - 1].ent_type_
    if label in OTHERS or (label == "PERSON" and name.end - name.start == 1):
        return False
    return acted_on(doc, name) > 0 or any(left in place_words(kind) for kind in ("at", "near", "from", "to", "town"))


def sounding(doc: Doc, name: Name, names: list[Name], lands: Set[str | None], gazetteer: Gazetteer) -> Entry | None:
    """The largest place that sounds like the name, in what holds it or in one of the countries; None: there is none."""
    around = container(doc, name, names)
    tokens = name.tokens(doc)
    unsure = len(tokens) == 1 and tokens[0].ent_type_ not in {"GPE", "LOC"} and acted_on(doc, name) == 0
    least = KNOWN if unsure and len(sound(tokens.text) or "") <= LEAST else 0
    for entry in gazetteer.sounding(tokens.text):
        if (
            entry.population >= least
            and entry.country in lands
            and (around is None or any(holds(outer, entry) for outer in around.entries))
        ):
            return entry
    return None
