"""Comparisons without a number: "fewer than from Malta", "the second highest in Europe per capita"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from reportedly.extract.base import Found
from reportedly.lexicon.table import table
from reportedly.model import Comparison, Direction, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NAME = "comparisons"
VERSION = "1"
NEEDS = ("figures",)

RANKS = {
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
SCOPES = frozenset({"in", "among", "of", "across", "since", "within", "worldwide", "on"})
MEASURES = frozenset({"capita", "head", "person", "inhabitant", "resident", "household"})
# Where the other side of a comparison ends.
ENDS = frozenset(
    {"but", "while", "although", "though", "whereas", ",", ".", ";", ":", "—", "–", "-", "(", ")", "!", "?", "”", '"'}
)
LONGEST = 25


def find(doc: Doc, found: Found) -> Iterator[Comparison]:
    """The comparisons of `doc` in which no number is the other side, in the order of the text."""
    numbers = [(figure.span.start, figure.span.end) for figure in found.figures]
    seen: set[str] = set()
    for token in doc:
        comparison = None
        if token.lower_ == "than":
            comparison = _than(token, found, numbers)
        elif token.tag_ in ("JJS", "RBS") and token.lower_ in _directions("superlative"):
            comparison = None if _inside(token, numbers) else _rank(token, found)
        elif token.lower_ == "as" and token.i > 0:
            comparison = _same(token, found, numbers)
        if comparison is not None and comparison.id not in seen:
            seen.add(comparison.id)
            yield comparison


@cache
def _directions(place: str) -> dict[str, Direction]:
    """Word -> direction, of the table's comparatives or superlatives."""
    return {row["word"]: Direction(row["meaning"]) for row in table("comparators") if row["place"] == place}


def _inside(token: Token, ranges: list[tuple[int, int]]) -> bool:
    """Whether the token lies in one of the ranges."""
    return any(start <= token.idx < end for start, end in ranges)


def _than(than: Token, found: Found, numbers: list[tuple[int, int]]) -> Comparison | None:
    """The comparison around "than"; None where a number follows it or no comparative of quantity leads to it."""
    if _inside(than, numbers):
        return None
    start = _comparative(than)
    if start is None:
        return None
    against = _other_side(than, found)
    if against is None or any(start <= against.start < end for start, end in numbers):
        return None
    span = found.span(start.idx, against.end)
    return Comparison(
        id=found.id("c", span),
        span=span,
        direction=_directions("comparative")[start.lower_],
        against=against,
        measure=_per(start, span),
    )


def _comparative(than: Token) -> Token | None:
    """The comparative that "than" belongs to: the nearest before it in the sentence, six words away at most."""
    at = than.i - 1
    while at >= 0 and than.i - at <= 7 and not than.doc[at + 1].is_sent_start:
        token = than.doc[at]
        if token.lower_ in _directions("comparative") and token.tag_ in ("JJR", "RBR"):
            return token
        if token.text in ENDS or token.tag_ in ("JJR", "RBR"):
            return None
        at -= 1
    return None


def _other_side(than: Token, found: Found) -> Span | None:
    """The words from behind `than` to the end of its phrase; None where nothing follows."""
    doc, at = than.doc, than.i + 1
    reach = max([than.i, *(child.right_edge.i for child in than.rights)]) + 1
    ends = ENDS - {","} if reach > at else ENDS
    last = at
    while last < min(reach if reach > at else len(doc), at + LONGEST) and not doc[last].is_sent_start:
        if doc[last].text in ends:
            break
        last += 1
    words = [token for token in doc[at:last] if not token.is_space]
    return found.span(words[0].idx, words[-1].idx + len(words[-1])) if words else None


def _rank(superlative: Token, found: Found) -> Comparison | None:
    """The rank that a superlative gives: "the highest in Europe per capita".

    None without "the" or the like before it, and where neither scope nor measure is named.
    """
    doc = superlative.doc
    first, rank = _opening(superlative)
    if first == superlative.i:
        return None
    base = superlative
    while base.head.i > base.i and base.dep_ in ("amod", "advmod", "compound", "nummod"):
        base = base.head
    scope, end = _scope(base, superlative, found)
    end = _measured(doc, max(end, base.idx + len(base)), superlative)
    span = found.span(doc[first].idx, end)
    measure = _per(superlative, span) or (base.text if base.tag_ in ("NN", "NNS") else None)
    if scope is None and measure is None:
        return None
    direction = _directions("superlative")[superlative.lower_]
    return Comparison(id=found.id("c", span), span=span, direction=direction, against=scope, measure=measure, rank=rank)


def _opening(superlative: Token) -> tuple[int, int]:
    """Index of the first token of a rank, and which rank it is."""
    doc, first, rank = superlative.doc, superlative.i, 1
    while first > 0 and not doc[first].is_sent_start and superlative.i - first < 4:
        before = doc[first - 1]
        rank = RANKS.get(before.lower_, rank)
        if before.lower_ not in RANKS and before.lower_ not in ("the", "-", "its", "their") and before.tag_ != "PRP$":
            break
        first = before.i
    return first, rank


def _scope(base: Token, superlative: Token, found: Found) -> tuple[Span | None, int]:
    """The span that a rank holds in ("Europe"), and where the phrase ends; None where no scope is named."""
    scope: Span | None = None
    end = max(base.idx + len(base), superlative.idx + len(superlative))
    stack = [child for head in {base.i: base, superlative.i: superlative}.values() for child in head.rights]
    while stack:
        child = stack.pop(0)
        if child.dep_ != "prep":
            continue
        end = max(end, child.right_edge.idx + len(child.right_edge))
        objects = [token for token in child.rights if token.dep_ == "pobj"]
        stack.extend(token for item in objects for token in item.rights)
        if objects and child.lower_ in SCOPES and (child.lower_ != "of" or scope is None):
            inner = objects[0]
            last = _short_edge(inner)
            scope = found.span(inner.left_edge.idx, last.idx + len(last))
    return scope, end


def _measured(doc: Doc, end: int, superlative: Token) -> int:
    """Where the phrase ends once "per capita" or "when measured per head" behind it is taken in."""
    for token in doc[superlative.i : min(len(doc), superlative.i + LONGEST)]:
        if token.idx < end or token.lower_ in ("when", "if", "measured", "counted", "calculated", "per"):
            continue
        measured = token.lower_ in MEASURES and token.nbor(-1).lower_ == "per"
        return token.idx + len(token) if measured else end
    return end


def _short_edge(noun: Token) -> Token:
    """The last token of a noun phrase without prepositions and clauses that hang on it."""
    near = [child for child in noun.rights if child.dep_ in ("conj", "compound", "appos", "nummod")]
    return near[-1] if near and near[-1].dep_ != "conj" else noun


def _per(token: Token, span: Span) -> str | None:
    """The "per capita" within the comparison; None where it names no such measure."""
    for other in token.doc[token.i : min(len(token.doc), token.i + LONGEST)]:
        if other.idx >= span.end:
            return None
        if other.lower_ in MEASURES and other.i > 0 and other.nbor(-1).lower_ in ("per", "a"):
            return f"{other.nbor(-1).text} {other.text}"
    return None


AS_MANY = (["as", "many"], ["as", "much"], ["as", "high"], ["as", "few"])


def _same(token: Token, found: Found, numbers: list[tuple[int, int]]) -> Comparison | None:
    """The comparison of "as many as in Malta", "the same number as last year"; None where a number follows."""
    doc = token.doc
    before = [other.lower_ for other in doc[max(0, token.i - 4) : token.i]]
    many = next((n for n in (2, 3, 4) if before[-n:][:2] in AS_MANY), 0)
    alike = "same" in before and before[-1] in ("number", "amount", "share", "rate", "level", "size", "many")
    if not (many or alike) or _inside(token, numbers):
        return None
    against = _other_side(token, found)
    if against is None or any(start <= against.start < end for start, end in numbers):
        return None
    opening = token.i - (many if many else len(before) - before.index("same"))
    span = found.span(doc[opening].idx, against.end)
    return Comparison(id=found.id("c", span), span=span, direction=Direction.SAME, against=against)
