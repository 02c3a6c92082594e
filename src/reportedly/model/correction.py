"""A person's change to a reading, or to an article's metadata."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.span import Span

# Words kept either side of a selector, in code points: enough to find a sentence again after the text moved
# (Web Annotation's TextQuoteSelector leaves the number open; Hypothesis keeps 32).
CONTEXT = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Selector:
    """How a statement is found again: its position, its exact words, and some words either side.

    Attributes:
        span: The content the correction was made on.
        prefix: Up to 32 code points before it.
        suffix: Up to 32 code points after it.
    """

    span: Span
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A person's change. It survives every re-reading and can become a test case.

    Attributes:
        id: Hash of all but `undone`.
        article: Id of the article.
        selector: Which statement; None when the article's metadata is corrected.
        field: What is corrected: "published", "outlet", "title" … of an article; "modality", "polarity", "source",
            "time", "place", "figure", "rejected", "added" … of a statement.
        old: The value before, as text; None where there was none.
        new: The value after, as text; None takes the value away.
        who: The person.
        when: Aware UTC, ISO.
        undone: When it was taken back, aware UTC, ISO; None while it holds.
    """

    id: str
    article: str
    selector: Selector | None
    field: str
    old: str | None
    new: str | None
    who: str
    when: str
    undone: str | None = None


def selector_of(text: str, span: Span) -> Selector:
    """The selector of `span` in `text`, the text of the span's part."""
    return Selector(
        span=span,
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
    )
