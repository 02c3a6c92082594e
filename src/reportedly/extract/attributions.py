"""Who is said to have said what: attributions, by rules, and by a trained reader over them where it has weights."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.extract.attribution_chain import attributions
from reportedly.extract.attribution_confidence import by_rules, confidence
from reportedly.extract.attribution_construction import turn_drafts
from reportedly.extract.attribution_direct import Quoting, read_quotes
from reportedly.extract.attribution_draft import Draft, Range, trimmed
from reportedly.extract.attribution_free import free_drafts
from reportedly.extract.attribution_intro import intro_drafts, outro_drafts
from reportedly.extract.attribution_phrases import phrase_drafts
from reportedly.extract.attribution_quotes import Quote, quotes
from reportedly.extract.attribution_reader import read_drafts
from reportedly.extract.attribution_verbs import verb_drafts
from reportedly.extract.attribution_veto import CITING, refused, without_settled
from reportedly.extract.attribution_view import View
from reportedly.extract.attribution_weights import Weights, weights
from reportedly.model import Attribution, Part

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from reportedly.extract.base import Found

NAME = "attributions"
VERSION = "1"
NEEDS = ("times", "mentions")


def find(doc: Doc, found: Found) -> Iterator[Attribution]:
    """The attributions of one part, in the order of the text, outer ones before those nested in them."""
    yield from read(doc, found, weights(found.article.language or "en"))


def read(doc: Doc, found: Found, trained: Weights | None) -> Iterator[Attribution]:
    """The same with given weights, or by the rules alone."""
    lines = by_rules(found.article.language or "en") if trained is None else trained.confidences
    for each in unmeasured(doc, found, trained):
        yield replace(each, confidence=confidence(each, lines))


def unmeasured(doc: Doc, found: Found, trained: Weights | None) -> Iterator[Attribution]:
    """The same, with what their rule or their cue was given for a confidence."""
    marks = quotes(doc)
    quoting = read_quotes(doc, marks)
    turns = list(turn_drafts(doc))
    drafts = rule_drafts(doc, quoting, turns, found.part)
    if trained is not None:
        drafts = trained_drafts(View(doc, marks, drafts), trained, turns)
    drafts = inside_outer(without_hedges(doc, cited(doc, drafts)))
    drafts += free_drafts(doc, unread(quoting.free, drafts), drafts)
    yield from attributions(doc, found, drafts, marks)


def rule_drafts(doc: Doc, quoting: Quoting, turns: list[Draft], part: Part) -> list[Draft]:
    """What the rules make of cues, quotations and colons, and the turns of phrase with them."""
    drafts = [*quoting.drafts, *intro_drafts(doc, part), *outro_drafts(doc, part)]
    drafts += verb_drafts(doc, frozenset(quoting.used))
    return distinct([*drafts, *phrase_drafts(doc), *turns])


def trained_drafts(view: View, trained: Weights, turns: list[Draft]) -> list[Draft]:
    """What the trained reader finds; beside it, of the rules, turns of phrase, colons and bare quotations."""
    fixed = {i for draft in turns for i in range(*(draft.cue or (draft.anchor, draft.anchor + 1)))}
    drafts = without_settled(view, [draft for draft in read_drafts(view, trained) if not refused(view, draft)])
    drafts = [*turns, *(draft for draft in drafts if draft.anchor not in fixed)]
    read = {i for draft in drafts for start, end in draft.content for i in range(start, end)}
    return drafts + [draft for draft in view.drafts.values() if draft.cue is None and draft.start not in read]


def unread(free: list[Quote], drafts: list[Draft]) -> list[Quote]:
    """The quotations that stand by themselves and are in no draft's content."""
    return [quote for quote in free if not any(draft.holds(quote.start + 1) for draft in drafts)]


def distinct(drafts: list[Draft]) -> list[Draft]:
    """One draft for each content and speaker: of "made the claim that …", the surer one."""
    kept: dict[tuple[int, int, frozenset[int]], Draft] = {}
    for draft in sorted(drafts, key=lambda each: -each.confidence):
        key = (draft.start, draft.end, frozenset(speaker.i for speaker in draft.speakers))
        kept.setdefault(key, draft)
    return list(kept.values())


def without_hedges(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """Drafts without "reportedly" in words that have a source: there it is that source's hedge, and adds nobody."""
    adverbs = {id(draft) for draft in drafts if not draft.speakers and doc[draft.anchor].pos_ == "ADV"}
    others = [draft for draft in drafts if id(draft) not in adverbs]
    return [d for d in drafts if id(d) not in adverbs or not any(other.holds(d.anchor) for other in others)]


def inside_outer(drafts: list[Draft]) -> list[Draft]:
    """The same drafts, a content cut off where the speech that it stands in ends.

    "He denies the charges, his lawyer said": parses take the lawyer for a part of what he denies.
    """
    ends: dict[int, int] = {}
    for outer in drafts:
        if outer.cue is not None and outer.end <= outer.cue[0]:
            for i in range(outer.start, outer.end):
                ends[i] = min(outer.end, ends.get(i, outer.end))
    for inner in drafts:
        start, end = inner.content[-1]
        stop = end if inner.cue is None else ends.get(inner.cue[0], end)
        if start < stop < end:
            inner.content[-1] = (start, stop)
    return drafts


def cited(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """Drafts with "X reported, citing Y" joined into one chain: what X reported is Y's, one link deeper."""
    others = [draft for draft in drafts if doc[draft.anchor].lower_ not in CITING]
    above = {speaker.i: draft for draft in others for speaker in draft.speakers}
    above |= {draft.anchor: draft for draft in others if draft.cue is not None}
    kept = {draft.anchor: draft for draft in drafts}
    for token in (token for token in doc if token.lower_ in CITING):
        # Parses hang it on anything: "according to the agency, citing records, nine …".
        outer = (above.get(token.i - 2) if doc[token.i - 1].text == "," else None) or above.get(token.head.i)
        objects = [child for child in token.rights if child.dep_ == "dobj"]
        if outer is not None and objects:
            outer.content = without_start(doc, outer.content, token.left_edge.i, objects[-1].right_edge.i + 1)
            kept[token.i] = Draft(
                cue=(token.i, token.i + 1),
                anchor=token.i,
                speakers=objects,
                content=list(outer.content),
                under=outer,
                confidence=outer.confidence,
            )
    return list(kept.values())


def without_start(doc: Doc, content: list[Range], start: int, end: int) -> list[Range]:
    """A content without the words from `start` to `end`, where it begins with them."""
    first, last = content[0]
    left = trimmed(doc, end, last) if first == start else content[0]
    return content if left is None else [left, *content[1:]]
