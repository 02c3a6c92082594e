"""How a person's words are found again after the reading, or the text around them, has changed."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.model import Article, Selector, Span, Statement, span_of

# A correction belongs to a statement that shares at least this part of their joint characters (design.md, section 6).
OVERLAP = 0.5
# A statement that a person added is there already when a reader's statement is all but the same words.
ALREADY = 0.9


def located(selector: Selector, article: Article) -> Span | None:
    """Where the selector's words stand in the article now; None where they do not.

    Of several places the one with the most of the words around it, then the nearest to the old one.
    """
    text, span = article.part(selector.span.part), selector.span
    if not span.exact:
        return None
    places = list(_occurrences(text, span.exact))
    if not places:
        return None
    best = min(places, key=lambda at: (-_context(text, at, selector), abs(at - span.start), at))
    return span_of(text, best, best + len(span.exact), span.part)


def _occurrences(text: str, words: str) -> Iterable[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _context(text: str, at: int, selector: Selector) -> int:
    """How many code points around the words at `at` are those that the selector remembers, counted outwards."""
    before, after = text[:at], text[at + len(selector.span.exact) :]
    return _common(before[::-1], selector.prefix[::-1]) + _common(after, selector.suffix)


def _common(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def overlap(one: Span, other: Span) -> float:
    """The part of the joint characters of two spans that both have; 0 to 1."""
    shared = one.shared(other)
    joint = (one.end - one.start) + (other.end - other.start) - shared
    return shared / joint if joint else 0.0


def target(span: Span, statements: Iterable[Statement], *, least: float = OVERLAP) -> Statement | None:
    """The statement that shares the most with `span`, at least `least`; of equals the nearest, then the smaller id."""
    scored = [(overlap(span, statement.content), statement) for statement in statements]
    near = [(-share, abs(one.content.start - span.start), one.id, one) for share, one in scored if share >= least]
    return min(near, key=lambda row: row[:3])[3] if near else None
