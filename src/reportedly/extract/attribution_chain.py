"""Drafts -> attributions: sources resolved to names, outlets in between, one nested in another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.extract.attribution_cues import stances
from reportedly.extract.attribution_draft import Draft, Range, balanced
from reportedly.extract.attribution_furniture import furniture, without_edges
from reportedly.extract.attribution_kind import noun_kind
from reportedly.extract.attribution_quotes import Quote
from reportedly.extract.attribution_resolve import Resolver
from reportedly.extract.attribution_source import Speaker, is_outlet, plain, speakers_of
from reportedly.model import Attribution, Form, Modality, Polarity, Source, SourceKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from reportedly.extract.base import Found

# A content with at least this share of its words inside quotation marks is direct (as PolNeAR's scorer has it).
DIRECT_SHARE = 0.9
# Acts that leave what is said as it is; a feeling or a will of the speaker's own is kept.
PLAIN_ACTS = frozenset({"speech", "knowledge", "evidence", "thought"})
# "I think", "you know" in a quotation: the speaker's own thought, and nobody's.
NO_LINK = frozenset({"i", "we", "me", "us", "my", "our", "you", "your"})
# "The press", "local media": nobody in particular carries it, but it came through them.
PRESS = frozenset({"press", "media"})
OWN = frozenset({"this", "our", "its"})
# "Le Riverain", "El Heraldo": a name that is told something, with an article of another language before it.
FOREIGN = re.compile(r"(?:Le|La|Les|El|Il|Der|Die|Das|De|Het) [A-Z]|L[’'][A-Z]")
ARTICLE = "the article"
# The name of a source that the words leave out.
SOMEBODY = "somebody"


def attributions(doc: Doc, found: Found, drafts: list[Draft], quoted: list[Quote]) -> Iterator[Attribution]:
    """The attributions that drafts make, in the order of the text; each has its chain from the outlet down."""
    marks = furniture(doc, found.part)
    for draft in drafts:
        draft.content = [without_edges(piece, marks) for piece in draft.content]
    drafts = sorted(drafts, key=outermost_first)
    resolver = Resolver(doc, found)
    inside = quoted_tokens(quoted)
    parents = {id(draft): parent_of(draft, drafts[:index]) for index, draft in enumerate(drafts)}
    own = {id(d): own_sources(doc, found, d, resolver) for d in sorted(drafts, key=lambda d: d.cue or (d.start, 0))}
    # Draft -> the attribution that stands for it: where it adds nothing, the one around it.
    made: dict[int, Attribution | None] = {}
    for draft in drafts:
        parent = parents[id(draft)]
        above = made[id(parent)] if parent is not None else None
        plain = draft.start not in inside and adds_nothing(above, own[id(draft)])
        if parent is not None and (plain or same_voice(draft, parent, inside)):
            made[id(draft)] = above
            continue
        attribution = attribution_of(doc, found, draft, own[id(draft)], above)
        made[id(draft)] = replace(attribution, form=form_of(doc, draft, inside))
    found_here = {each.id: each for each in made.values() if each is not None}
    yield from sorted(found_here.values(), key=lambda each: (each.content.start, -each.content.end, each.id))


def outermost_first(draft: Draft) -> tuple[int, int, bool, bool]:
    """By size; of two with one content the one first whose cue stands outside of it."""
    own = draft.cue is not None and draft.start <= draft.cue[0] < draft.end
    return draft.start - draft.end, draft.start, own, draft.under is not None


def quoted_tokens(quoted: list[Quote]) -> frozenset[int]:
    """Numbers of all tokens inside quotation marks."""
    return frozenset(i for quote in quoted for i in range(quote.start, quote.end))


def parent_of(draft: Draft, larger: list[Draft]) -> Draft | None:
    """The smallest draft whose content holds the cue and the content of this one; None at the top."""
    if draft.under is not None:
        return draft.under
    place = draft.cue[0] if draft.cue is not None else draft.start
    for other in reversed(larger):
        if other.holds(place) and other.holds(draft.start) and other.holds(draft.end - 1):
            return other
    return None


def same_voice(draft: Draft, parent: Draft, inside: frozenset[int]) -> bool:
    """Whether the speaker of a quotation speaks of his own thoughts ("I think …"): that adds no link to the chain."""
    own = bool(draft.speakers) and all(speaker.lower_ in NO_LINK for speaker in draft.speakers)
    return own and parent.start in inside


def adds_nothing(above: Attribution | None, added: list[Source]) -> bool:
    """Whether a speaker says, without any doubt of his own, that he says or knows ("he said he knew that …")."""
    if above is None or len(added) != 1 or not is_same(above.sources, added[0]) or added[0].stance is None:
        return False
    act = stances()[added[0].stance]
    return act.modality is Modality.CERTAIN and act.polarity is Polarity.POSITIVE and act.act in PLAIN_ACTS


def form_of(doc: Doc, draft: Draft, inside: frozenset[int]) -> Form:
    """Direct, mixed or indirect, by the share of words inside quotation marks."""
    spoken = [i for start, end in draft.content for i in range(start, end) if not (doc[i].is_punct or doc[i].is_space)]
    share = sum(i in inside for i in spoken) / len(spoken) if spoken else 0.0
    return Form.DIRECT if share >= DIRECT_SHARE else Form.MIXED if share > 0 else Form.INDIRECT


def outlet(found: Found) -> Source:
    """The head of every chain: who publishes the article."""
    return Source(depth=0, name=found.article.outlet or ARTICLE, kind=SourceKind.OUTLET)


def is_publisher(found: Found, name: str) -> bool:
    """Whether a name is that of the outlet that publishes the article."""
    mine = found.article.outlet
    # "The Review" in the Sombor Review is the Review itself.
    return mine is not None and f" {plain(mine)}".endswith(f" {plain(name)}")


def channel(doc: Doc, found: Found, draft: Draft) -> Speaker | None:
    """The outlet through which something was said, if one is named and is not the publisher."""
    taken = {speaker.i for speaker in draft.speakers}
    stop = [*draft.content, *([draft.cue] if draft.cue else [])]
    for head in draft.channels:
        if head.i in taken or draft.holds(head.i):
            continue
        [speaker, *_] = speakers_of(doc, head, stop=stop)
        name = outlet_heard(speaker, head)
        if name is not None and not is_publisher(found, name):
            return Speaker(speaker.head, speaker.range, SourceKind.OUTLET, name, None)
    return None


def outlet_heard(speaker: Speaker, head: Token) -> str | None:
    """The name or description of the outlet that hears or carries something; None where it is none, or "this paper"."""
    if speaker.name is not None and speaker.kind is SourceKind.OUTLET:
        return speaker.name
    if noun_kind(head) == "outlet" or head.lower_ in PRESS:
        return None if any(child.lower_ in OWN for child in head.lefts) else speaker.text
    if speaker.name is not None and FOREIGN.match(speaker.text) and speaker.head.ent_type_ != "PERSON":
        return speaker.text
    return next(
        (child.text for child in head.lefts if child.dep_ in {"compound", "poss"} and is_outlet(child.text)), None
    )


def own_sources(doc: Doc, found: Found, draft: Draft, resolver: Resolver) -> list[Source]:
    """The sources that one draft adds to its chain, their depths counted from 1."""
    stop: list[Range] = [*draft.content, *([draft.cue] if draft.cue else []), *resolver.stop]
    added: list[Source] = []
    depth = 1
    through = channel(doc, found, draft)
    if through is not None:
        added.append(resolver.source(through, depth, None))
        depth += 1
    if draft.deeper and not draft.speakers:
        # "She was quoted as saying": somebody quoted her who is left out.
        added.append(Source(depth=depth, name=SOMEBODY, kind=SourceKind.UNNAMED, stance="cites"))
        depth += 1
    for level in (draft.speakers, draft.deeper):
        here = [each for head in level for each in speakers_of(doc, head, stop=stop)]
        # "Quoted by the Bell as saying": the Bell only carries it.
        carried = level is not draft.deeper and draft.deeper and not draft.channels and is_carrier(doc, draft)
        added += [
            resolver.source(each, depth, None if carried and each.kind is SourceKind.OUTLET else draft.stance)
            for each in here
        ]
        depth += bool(here)
    if not draft.speakers and not draft.deeper:
        added.append(Source(depth=depth, name=SOMEBODY, kind=SourceKind.UNNAMED, stance=draft.stance))
    return list({(source.depth, source.span): source for source in added}.values())


def is_carrier(doc: Doc, draft: Draft) -> bool:
    """Whether those who speak stand behind the cue's own "by": "was quoted by the Bell as saying"."""
    return draft.cue is not None and all(draft.cue[0] <= speaker.i < draft.cue[1] for speaker in draft.speakers)


def attribution_of(doc: Doc, found: Found, draft: Draft, added: list[Source], above: Attribution | None) -> Attribution:
    """The record of one draft."""
    chain = above.sources if above is not None else (outlet(found),)
    below = max(source.depth for source in chain)
    if len(added) == 1 and is_same(chain, added[0]):
        # "The mayor said she feared …": her fear is no further link.
        chain, below = tuple(source for source in chain if source.depth < below), below - 1
    chain += tuple(replace(source, depth=source.depth + below) for source in added)
    pieces = [balanced(doc, *piece) for piece in draft.content]
    parts = tuple(span(doc, found, piece) for piece in pieces)
    content = span(doc, found, (pieces[0][0], pieces[-1][1]))
    cue = span(doc, found, draft.cue) if draft.cue is not None else None
    place = [[each.span.start, each.span.end] for each in added if each.span is not None]
    return Attribution(
        id=found.id("at", content, None if cue is None else [cue.start, cue.end], place),
        sources=chain,
        cue=cue,
        content=content,
        parts=parts,
        form=Form.INDIRECT,
        within=None if above is None else above.id,
        confidence=draft.confidence,
    )


def is_same(chain: tuple[Source, ...], added: Source) -> bool:
    """Whether a speaker is the one who speaks anyway."""
    deepest = max(source.depth for source in chain)
    above = [source for source in chain if source.depth == deepest]
    if len(above) != 1 or deepest == 0 or added.span is None:
        return False
    if added.refers_to is not None and above[0].refers_to is not None:
        return added.refers_to == above[0].refers_to
    return added.name.casefold() == above[0].name.casefold()


def span(doc: Doc, found: Found, where: Range) -> Span:
    """The span of a range of tokens."""
    last: Token = doc[where[1] - 1]
    return found.span(doc[where[0]].idx, last.idx + len(last))
