"""What no statement covers: listed, so that nothing is lost silently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.extract.attribution_draft import Range
from reportedly.model import Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from reportedly.extract.base import Found

# A run without any of these only joins ("It was", "and that"): nothing is lost with it.
TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "INTJ", "X", "SYM"})
LEADS_IN = frozenset({"citing", "quoting"})
JOINING = frozenset({"SCONJ", "CCONJ"})


def residue_ranges(doc: Doc, statements: list[Statement], found: Found) -> list[Range]:
    """Token ranges of the runs of words that no statement, source, cue or hedge covers."""
    merged = joined(sorted(covered(doc, statements, found)))
    found_ranges: list[Range] = []
    start: int | None = None
    at = 0
    for token in doc:
        while at < len(merged) and merged[at][1] <= token.idx:
            at += 1
        inside = at < len(merged) and merged[at][0] <= token.idx
        breaks = inside or (token.is_sent_start and start is not None)
        if breaks and start is not None:
            found_ranges.append((start, token.i))
            start = None
        if not inside and start is None:
            start = token.i
    if start is not None:
        found_ranges.append((start, len(doc)))
    tidy = (trimmed_words(doc, *each) for each in found_ranges)
    return [each for each in tidy if each is not None]


def covered(doc: Doc, statements: list[Statement], found: Found) -> list[Span]:
    """The spans that a reading accounts for."""
    spans = [statement.content for statement in statements]
    for statement in statements:
        spans += statement.factuality.cues
        if statement.factuality.distance is not None and statement.cue is not None:
            start = found.article.part(found.part).find(statement.factuality.distance, max(0, statement.cue.start - 24))
            spans += [found.span(start, start + len(statement.factuality.distance))] if start >= 0 else []
    for attribution in found.attributions:
        spans += [source.span for source in attribution.sources if source.span is not None]
        if attribution.cue is not None:
            spans.append(attribution.cue)
    known = {span.start for span in spans}
    for token in doc[:-1]:
        # "…, citing guards": the guards are the source, and the word that leads them in is spoken for.
        if token.lower_ in LEADS_IN and token.nbor().idx in known:
            spans.append(found.span(token.idx, token.idx + len(token)))
    return spans


def joined(spans: list[Span]) -> list[Range]:
    """Sorted spans as code point ranges, those that touch or overlap made one."""
    merged: list[Range] = []
    for span in spans:
        if merged and span.start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], span.end))
        else:
            merged.append((span.start, span.end))
    return merged


def trimmed_words(doc: Doc, start: int, end: int) -> Range | None:
    """A run without blanks, punctuation and conjunctions at its ends; None where no telling word is left."""
    while start < end and (doc[start].is_space or doc[start].is_punct or doc[start].pos_ in JOINING):
        start += 1
    while start < end and (doc[end - 1].is_space or doc[end - 1].is_punct or doc[end - 1].pos_ in JOINING):
        end -= 1
    return (start, end) if any(doc[i].pos_ in TELLING for i in range(start, end)) else None
