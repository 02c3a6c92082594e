"""Figures: reported quantities with their bounds, trend, unit, what they describe and per what.

A number becomes a figure in five steps: the numeral (figure_number), the unit or money beside it (figure_unit), ranges
of two, vetoes (figure_veto), then bounds and trend (figure_bound) and the counted noun (figure_counted).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.extract.base import Found
from reportedly.extract.figure_bound import signed, trend_of
from reportedly.extract.figure_concept import Measured, concept
from reportedly.extract.figure_draft import Draft, drafts
from reportedly.extract.figure_link import linked
from reportedly.extract.figure_time import as_of, dated
from reportedly.extract.figure_unit import kind_of
from reportedly.extract.figure_whole import with_wholes
from reportedly.extract.figure_zero import zeros
from reportedly.extract.parse import text_of
from reportedly.model import Figure

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME = "figures"
VERSION = "2"
NEEDS = ("times",)


def find(doc: Doc, found: Found) -> Iterator[Figure]:
    """The reported quantities of `doc`, in the order of the text; none for dates, names, results and the like."""
    figures: list[Figure] = []
    text = text_of(doc)
    known = linked(drafts(doc, found.times), text)
    skip = frozenset(i for draft in known for i in _taken(draft, doc))
    dates = dated(doc, found.times)
    for draft in known:
        figure = _figure(draft, found, skip, figures[-1] if draft.restates and figures else None)
        # A length of time is not true of a time.
        lasts = kind_of(draft.unit) == "time"
        when = None if lasts else as_of(draft.head, (draft.start, draft.end), dates, text)
        figures.append(replace(figure, as_of=when))
    taken = [(figure.span.start, figure.span.end) for figure in figures]
    for start, end, unit_start, unit in zeros(doc):
        if all(end <= other_start or other_end <= start for other_start, other_end in taken):
            span = found.span(start, end)
            words = None if unit_start is None else text[unit_start:end]
            figures.append(Figure(id=found.id("f", span), span=span, low=0, high=0, unit=unit, unit_text=words))
    yield from with_wholes(sorted(figures, key=lambda figure: (figure.span.start, figure.span.end)), text)


def _taken(draft: Draft, doc: Doc) -> Iterator[int]:
    """The tokens of a figure that describe no other: all of a measure, all but the nouns of a count."""
    for token in doc[draft.first : draft.last + 1]:
        if draft.measured or token.pos_ not in ("NOUN", "PROPN", "ADJ"):
            yield token.i


def _figure(draft: Draft, found: Found, skip: frozenset[int], first: Figure | None) -> Figure:
    """The figure of a draft; `skip`: tokens that describe none; `first`: the figure that it says in another unit."""
    span = found.span(draft.start, draft.end)
    inner = frozenset(range(draft.first, draft.last + 1))
    trend = trend_of(draft.head, unit=draft.unit, measured=draft.measured, skip=inner) or signed(draft.unit, draft.high)
    counted = draft.whole or concept(_measured(draft), skip=skip | inner)
    return Figure(
        id=found.id("f", span),
        span=span,
        low=draft.low,
        high=draft.high,
        comparator=draft.comparator,
        trend=(first.trend if first else None) or trend,
        unit=draft.unit,
        unit_text=draft.unit_text,
        counted=first.counted if first else counted,
        per=draft.per,
    )


def _measured(draft: Draft) -> Measured:
    kind = kind_of(draft.unit)
    return Measured(
        head=draft.head,
        first=draft.first,
        counts=not draft.describes,
        lasts=kind == "time",
        money=kind == "currency",
        share=kind == "share",
        single=draft.low == draft.high == 1 and draft.partitive,
    )
