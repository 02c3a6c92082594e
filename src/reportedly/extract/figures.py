"""Figures: reported quantities with their bounds, trend, unit, what they describe and per what.

A number becomes a figure in five steps: the numeral (figure_number), the unit or money beside it (figure_unit), ranges
of two, vetoes (figure_veto), then bounds and trend (figure_bound) and the counted noun (figure_counted).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.extract.base import Found
from reportedly.extract.figure_bound import trend_of
from reportedly.extract.figure_concept import concept
from reportedly.extract.figure_draft import Draft, drafts
from reportedly.extract.figure_link import linked
from reportedly.extract.figure_zero import zeros
from reportedly.extract.parse import text_of
from reportedly.model import Figure, Trend

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME = "figures"
VERSION = "1"
NEEDS = ("times",)


def find(doc: Doc, found: Found) -> Iterator[Figure]:
    """The reported quantities of `doc`, in the order of the text; none for dates, names, results and the like."""
    figures: list[Figure] = []
    text = text_of(doc)
    for draft in linked(drafts(doc, found.times), text):
        figures.append(_figure(draft, doc, found, figures[-1].trend if draft.restates and figures else None))
    taken = [(figure.span.start, figure.span.end) for figure in figures]
    for start, end, unit_start, unit in zeros(doc):
        if all(end <= other_start or other_end <= start for other_start, other_end in taken):
            span = found.span(start, end)
            words = None if unit_start is None else text[unit_start:end]
            figures.append(Figure(id=found.id("f", span), span=span, low=0, high=0, unit=unit, unit_text=words))
    yield from sorted(figures, key=lambda figure: (figure.span.start, figure.span.end))


def _figure(draft: Draft, doc: Doc, found: Found, trend: Trend | None) -> Figure:
    """The figure of a draft; `trend` is that of the figure it restates."""
    span = found.span(draft.start, draft.end)
    head = draft.head
    inner = frozenset(token.i for token in doc[draft.first : draft.last + 1])
    return Figure(
        id=found.id("f", span),
        span=span,
        low=draft.low,
        high=draft.high,
        comparator=draft.comparator,
        trend=trend or trend_of(head, unit=draft.unit, measured=draft.measured, skip=inner),
        unit=draft.unit,
        unit_text=draft.unit_text,
        counted=draft.whole or (concept(head, skip=inner) if draft.describes else None),
        per=draft.per,
    )
