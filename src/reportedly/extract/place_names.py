"""Where a text may name a place: longest matches with the gazetteer, abbreviations, and names in "X, Y" order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from reportedly.extract.parse import text_of
from reportedly.lexicon.gazetteer import Entry, Gazetteer
from reportedly.lexicon.table import table

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

# The longest names of places in news ("Saint Vincent and the Grenadines") have five words; hyphens are tokens, too.
LONGEST = 8
GENERIC = frozenset(
    row["word"]
    for row in table("place_words")
    if row["kind"] in {"direction", "district", "town", "facility", "feature"}
)
ERAS = frozenset({"B.C.", "BC"})
# Words that stand between a place and what holds it without a meaning for either.
SORTS = frozenset(
    row["word"] for row in table("place_words") if row["kind"] in {"direction", "district", "town", "division"}
) | frozenset({"a", "an", "the", "of", "its", "small", "large", "northeast"})
AREAS = frozenset({"country", "admin1", "admin2", "region", "continent", "area"})


@cache
def place_words(kind: str) -> frozenset[str]:
    """The words of one kind of the table `place_words`."""
    return frozenset(row["word"] for row in table("place_words") if row["kind"] == kind)


@dataclass(slots=True, kw_only=True)
class Name:
    """A name in the text that may be a place's.

    Attributes:
        start: First token.
        end: One past the last token.
        entries: Every place of that name, the likeliest first; empty where only the parser's vote speaks for a place.
        short: Whether it is an abbreviation ("Ky.").
        container: The name that stands behind it and a comma, and holds it ("Springfield" / "Ill.").
        listed: Whether a list of counties names it.
        dateline: Whether a report begins with it, as the town it was sent from.
        score: Evidence that it names a place here.
    """

    start: int
    end: int
    entries: tuple[Entry, ...] = ()
    short: bool = False
    container: Name | None = None
    listed: bool = False
    dateline: bool = False
    score: float = 0.0
    contents: list[Name] = field(default_factory=list)

    def tokens(self, doc: Doc) -> Tokens:
        """Its tokens in the document."""
        return doc[self.start : self.end]


def capitalised(word: str) -> bool:
    """Whether a word looks like a part of a name: "Aleppo", "U.S.", any word of a script without capitals."""
    first = word[:1]
    return first.isalpha() and not first.islower()


def scan(doc: Doc, gazetteer: Gazetteer) -> list[Name]:
    """Longest matches from left to right, none inside another."""
    names, at, text = [], 0, text_of(doc)
    while at < len(doc):
        found = match(doc, at, text, gazetteer) if starts(doc, at) else None
        if found is None:
            at += 1
            continue
        names.append(found)
        at = found.end
    for name in names:
        narrow(doc, name)
    return link(doc, text, with_counties(doc, with_lists(doc, names, gazetteer)))


def starts(doc: Doc, at: int) -> bool:
    """Whether a name may begin at this token."""
    word = doc[at].text
    if capitalised(word):
        return at < 2 or not article(doc, at - 2)
    if word in place_words("article"):  # "Ras al-Ain" is one name
        inside = at > 0 and doc[at - 1].pos_ == "PROPN" and capitalised(doc[at - 1].text)
        return article(doc, at) and not inside
    return word in place_words("direction")


def article(doc: Doc, at: int) -> bool:
    """Whether an Arabic article with a name behind it stands here: the "al" of "al-Bab"."""
    if at + 2 >= len(doc) or doc[at].text not in place_words("article"):
        return False
    return doc[at + 1].text in {"-", "‐", "‑"} and not doc[at].whitespace_ and capitalised(doc[at + 2].text)


def match(doc: Doc, at: int, whole: str, gazetteer: Gazetteer) -> Name | None:
    """The longest name that begins at a token; None where none does."""
    best: Name | None = None
    first = doc[at].idx
    for end in range(at + 1, min(len(doc), at + LONGEST) + 1):
        last = doc[end - 1]
        if last.is_space and last.text.count("\n") > 1:
            break
        text = whole[first : last.idx + len(last)]
        if (short := abbreviation(text, doc, at, gazetteer)) is not None:
            best = Name(start=at, end=end, entries=(short,), short=True)
        elif capitalised(last.text) and not city_of_council(doc, best, end):
            entries = gazetteer.lookup(text) or (gazetteer.lookup(text.partition("-")[2]) if article(doc, at) else ())
            if entries and (capitalised(doc[at].text) or entries[0].feature in AREAS or article(doc, at)):
                best = Name(start=at, end=end, entries=entries)
        if not gazetteer.goes_on(text) and not text.endswith((".", "-")) and end > at + 1:
            break
    return None if best is not None and is_word(doc, best) else best


def narrow(doc: Doc, name: Name) -> None:
    """Leave the name those places that a word beside it allows: "Washington state", "the city of Aleppo"."""
    after = doc[name.end].lower_ if name.end < len(doc) else ""
    before = doc[name.start - 2].lower_ if name.start > 1 and doc[name.start - 1].lower_ == "of" else ""
    if after in {",", "and"}:
        after = end_of_list(doc, name.end)
    if after in place_words("division") or after in place_words("district") or before in place_words("division"):
        wanted = {"admin1", "admin2", "area"}
    elif after == "city" or before in place_words("town"):
        wanted = {"city"}
    else:
        return
    name.entries = tuple(entry for entry in name.entries if entry.feature in wanted) or name.entries


def end_of_list(doc: Doc, at: int) -> str:
    """The word behind a list of names that goes on at a token: the "provinces" of "Hama, Homs and Idlib provinces"."""
    while at < len(doc) and (doc[at].text in {",", "and", "-"} or doc[at].pos_ == "PROPN"):
        at += 1
    word = doc[at].lower_ if at < len(doc) else ""
    return word if word.endswith("s") else ""


def city_of_council(doc: Doc, shorter: Name | None, end: int) -> bool:
    """Whether the match ends in a "City" that belongs to what follows: "Dublin City Council", "Paris City Hall"."""
    follows = end < len(doc) and capitalised(doc[end].text) and not doc[end - 1].is_sent_end
    return shorter is not None and doc[end - 1].text == "City" and follows


def abbreviation(text: str, doc: Doc, at: int, gazetteer: Gazetteer) -> Entry | None:
    """What a short form stands for here: those that are words or initials, too, only behind a comma."""
    behind = at > 0 and doc[at - 1].text in {",", "("}
    party = at > 1 and doc[at - 1].text in {"-", "–"} and not doc[at - 1].whitespace_  # "D-Ky."
    return gazetteer.abbreviation("".join(text.split()), alone=not (behind or party))


def is_word(doc: Doc, name: Name) -> bool:
    """Whether a one-word match is no name at all: a function word, or a plain word in a line of capitals."""
    if name.short:  # "in 300 B.C."
        return doc[name.start].text in ERAS and name.start > 0 and doc[name.start - 1].like_num
    token, words = doc[name.start], name.tokens(doc)
    if words.text.lower() in place_words("never") or all(part.lower_ in GENERIC for part in words):
        return True
    if words[0].lower_ in place_words("facility") and words[1:2].text == "of":  # "University of ..."
        return True
    short = len(token.text) < 3 and token.is_ascii and name.entries[0].feature not in AREAS - {"admin1", "admin2"}
    return len(words) == 1 and (short or (token.is_stop and not token.is_upper) or token.is_digit)


def with_lists(doc: Doc, names: list[Name], gazetteer: Gazetteer) -> list[Name]:
    """The same, with "Henry and Weakley counties" read as two counties."""
    heads = [token.i for token in doc if token.lower_ in {"counties", "parishes"}]
    for head in heads:
        listed = list(listed_before(doc, head))
        kind = "County" if doc[head].lower_ == "counties" else "Parish"
        held = [(at, gazetteer.lookup(f"{doc[at].text} {kind}")) for at in listed]
        if listed and all(entries for _, entries in held):
            taken = set(listed)
            names = [name for name in names if not taken & set(range(name.start, name.end))]
            names += [Name(start=at, end=at + 1, entries=entries, listed=True) for at, entries in held]
    return sorted(names, key=lambda name: name.start)


def is_county(doc: Doc, name: Name) -> bool:
    """Whether the name is a county's in full: "Kettle County"."""
    two = name.end - name.start == 2 and doc[name.end - 1].text in {"County", "Parish"}
    return two and name.entries[0].feature == "admin2"


def with_counties(doc: Doc, names: list[Name]) -> list[Name]:
    """The same, with "Kettle" read as the county where the text has spoken of "Kettle County"."""
    known = {doc[name.start].text: name.entries for name in names if is_county(doc, name)}
    taken = {at for name in names for at in range(name.start, name.end)}
    bare = [token.i for token in doc if token.text in known and token.i not in taken and token.pos_ == "PROPN"]
    names = names + [Name(start=at, end=at + 1, entries=known[doc[at].text]) for at in bare]
    return sorted(names, key=lambda name: name.start)


def listed_before(doc: Doc, head: int) -> Iterator[int]:
    """Tokens of a list of one-word names that ends before `head`, last first."""
    at = head - 1
    while at >= 0 and capitalised(doc[at].text):
        yield at
        at -= 1
        while at >= 0 and doc[at].lower_ in {",", "and", "&"}:
            at -= 1


def link(doc: Doc, text: str, names: list[Name]) -> list[Name]:
    """The same names, each with the one that holds it: "Springfield, Ill.", "Mosul (Iraq)", "Baalbek in Lebanon"."""
    for left, right in pairwise(names):
        between = joint(doc, left, right)
        if between not in {",", "(", ", in", "in"} or (between == "(" and left.short):
            continue
        inside = [e for e in left.entries if any(holds(o, e) for o in right.entries)]
        if inside and not (between == "," and enumerated(doc, left, right, inside)):
            left.entries = tuple(inside)
            right.entries = tuple(o for o in right.entries if any(holds(o, e) for e in inside))
            left.container = right
            right.contents.append(left)
    return names


def joint(doc: Doc, left: Name, right: Name) -> str:
    """What stands between two names, but for words of direction and what sort of place the names are of.

    So "Beni, a town in eastern Congo" and "North Kivu province, eastern Congo" have ", in" and "," between them.
    """
    words = [token.lower_ for token in doc[left.end : right.start] if not token.is_space]
    plain = [word for word in words if word not in SORTS]
    if len(plain) < len(words) and left.tokens(doc).text == right.tokens(doc).text:
        return ""
    return " ".join(["," if plain[:2] == [",", ","] else plain[0], *plain[1:]]) if plain and len(words) < 9 else ""


def enumerated(doc: Doc, left: Name, right: Name, inside: list[Entry]) -> bool:
    """Whether two areas behind one another are items of a list ("Georgia, Texas and Ohio"), not town and state."""
    first = left.entries[0]
    if first.feature not in {"country", "admin1"} or first in inside:
        return False
    if first.feature == right.entries[0].feature == "country":
        return True
    after = doc[right.end].lower_ if right.end < len(doc) else ""
    before = doc[left.start - 1].lower_ if left.start else ""
    same = first.feature == right.entries[0].feature
    return not right.short and (same or after == "and" or before == "and" or (after == "," and before == ","))


def holds(outer: Entry, inner: Entry) -> bool:
    """Whether a place lies in a division, country or listed region."""
    if outer.feature not in AREAS or outer.number == inner.number:
        return False
    return Gazetteer.load().within(inner, outer)
