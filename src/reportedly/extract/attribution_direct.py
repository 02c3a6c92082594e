"""Quotations -> drafts of attributions: the cue before, behind or between them, or the speaker who spoke last."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportedly.extract.attribution_channels import channels
from reportedly.extract.attribution_cues import Cue, cues, is_negated, marked, stance_of
from reportedly.extract.attribution_draft import Draft, agents, is_passive, subjects
from reportedly.extract.attribution_quotes import Quote, run_on
from reportedly.extract.attribution_verbs import cue_range

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CLOSERS = frozenset({"”", "’", '"', "'", "''", "»"})
LEADS_ON = frozenset({",", "?", "!", "—", "–", "--", "…", "..."})
STOPS = frozenset({".", "?", "!"})
LEADS_IN = frozenset({",", ":"})
# How far behind a quotation its cue may stand, in tokens; on a tenth of PolNeAR's training
# part 25 to 80 score alike, 15 loses half a point.
REACH = 40
FREE = Cue(frozenset("q"), "says")


@dataclass(slots=True)
class Quoting:
    """What reading the quotations of a document gives.

    Attributes:
        drafts: One for every quotation or run of quotations with a cue or a colon.
        free: Quotations that stand by themselves, for whom a speaker has to be found.
        used: Verbs that these drafts used up.
        inside: Token ranges of all whole quotations.
    """

    drafts: list[Draft] = field(default_factory=list)
    free: list[Quote] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    inside: list[Quote] = field(default_factory=list)


def read_quotes(doc: Doc, pieces: list[Quote]) -> Quoting:
    """Every quotation with a cue beside it, and those without."""
    found = Quoting()
    last: tuple[Draft, Quote] | None = None
    for index, quote in enumerate(pieces):
        before = pieces[index - 1] if index else None
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        if last is not None and before is last[1] and goes_on(doc, last, quote):
            last[0].content.append((quote.start, quote.end))
            found.inside.append(quote)
            last = (last[0], quote)
            continue
        draft = behind(doc, quote, after) or ahead(doc, quote, before)
        if draft is not None:
            draft.content[:0] = opened(doc, pieces[:index], quote, found)
            if draft.anchor in found.used and last is not None and last[0].anchor == draft.anchor:
                last[0].content.append((quote.start, quote.end))
                draft = last[0]
            else:
                found.drafts.append(draft)
            found.used.add(draft.anchor)
            found.inside.append(quote)
            last = (draft, quote)
        elif stands_free(doc, quote):
            found.free.append(quote)
            found.inside.append(quote)
    return found


def opened(doc: Doc, earlier: list[Quote], quote: Quote, found: Quoting) -> list[tuple[int, int]]:
    """The paragraphs before a quotation that were left open and run on into it; they stand by themselves no longer."""
    pieces: list[tuple[int, int]] = []
    for before in reversed(earlier):
        if before not in found.free or not run_on(doc, before, quote):
            break
        found.free.remove(before)
        pieces.insert(0, (before.start, before.end))
        quote = before
    return pieces


def goes_on(doc: Doc, last: tuple[Draft, Quote], quote: Quote) -> bool:
    """Whether a quotation belongs to the draft before: its paragraph was left open, or only the cue stands between."""
    draft, before = last
    if run_on(doc, before, quote):
        return True
    if not before.closed or draft.cue is None or draft.cue[0] < before.end or not stands_free(doc, quote):
        return False
    between = doc[before.end : quote.start]
    if any(token.is_space and "\n" in token.text for token in between) or len(between) > REACH:
        return False
    stops = [token.i for token in between if token.text in STOPS]
    return stops[:1] == [quote.start - 1] or (not stops and between[-1].text in LEADS_IN)


def behind(doc: Doc, quote: Quote, after: Quote | None) -> Draft | None:
    """The draft of a quotation whose cue follows: "…," the mayor said."""
    if not quote.closed or quote.end >= len(doc):
        return None
    inner = doc[quote.end - 2]
    first = quote.end
    if doc[first].text == ",":
        first += 1
    elif inner.text not in LEADS_ON and not inner.text.endswith(("—", "–", "-")):
        lower = first < len(doc) and doc[first].text[:1].islower()
        if not lower or inner.text not in STOPS:
            return None
    stop = min(first + REACH, len(doc), after.start if after else len(doc))
    verb = first_cue(doc, first, stop)
    if verb is None:
        return None
    speakers = speakers_between(doc, verb, first, stop)
    if not speakers:
        return None
    return quoting(verb, speakers, quote)


def first_cue(doc: Doc, first: int, stop: int) -> Token | None:
    """The first verb of saying between two places, in the sentence that begins there."""
    table = cues("verb")
    opened = 0
    for token in doc[first:stop]:
        if (token.is_space and "\n" in token.text) or (token.text in STOPS and token.i > first):
            return None
        opened += token.text == "("
        opened -= token.text == ")"
        if opened or token.pos_ not in {"VERB", "AUX"}:
            continue
        row = table.get(token.lemma_)
        if row is not None and row.frames & {"q", "t"} and token.dep_ not in {"relcl", "amod", "acl"}:
            return token
        if token.dep_ not in {"aux", "auxpass", "relcl", "acl", "amod"} and token.tag_ in {"VBD", "VBZ", "VBP"}:
            return None
    return None


def speakers_between(doc: Doc, verb: Token, first: int, stop: int) -> list[Token]:
    """Who speaks: the verb's subject where it stands between the two places, or the noun right behind the verb."""
    own = [token for token in subjects(verb) if first <= token.i < stop]
    if own:
        return own
    if verb.i == first or doc[first : verb.i].text.strip() == "":
        behind_it = [t for t in verb.rights if t.dep_ in {"nsubj", "dobj", "attr", "npadvmod", "dep"} and t.i < stop]
        return behind_it[:1] or [t for t in doc[verb.i + 1 : verb.i + 3] if t.pos_ in {"PROPN", "PRON", "NOUN"}][:1]
    nouns = [token for token in doc[first : verb.i] if token.pos_ in {"PROPN", "PRON", "NOUN"}]
    heads = [token for token in nouns if not first <= token.head.i < verb.i or token.head == token]
    return heads[:1]


def ahead(doc: Doc, quote: Quote, before: Quote | None) -> Draft | None:
    """The draft of a quotation whose cue stands before it: the mayor said: "…"."""
    if quote.start == 0:
        return None
    lead = doc[quote.start - 1]
    if lead.is_space:
        lead = doc[lead.i - 1] if lead.i and ":" in doc[lead.i - 1].text else lead
    sentence = lead.sent
    first = max(sentence.start, before.end if before is not None else 0)
    table = cues("verb")
    near = lead.text in LEADS_IN or lead.pos_ in {"VERB", "AUX"} or lead.lower_ in {"that", "as", "when"}
    if not near:
        return None
    for token in reversed(doc[first : lead.i + 1]):
        row = table.get(token.lemma_) if token.pos_ in {"VERB", "AUX"} else None
        if row is None or not row.frames & {"q", "t"} or token.dep_ in {"amod"}:
            continue
        if lead.text == "," and "q" not in row.frames:
            continue
        speakers = [] if is_passive(token) else subjects(token)
        if speakers and whole(doc, quote):
            return quoting(token, speakers, quote)
    return colon(doc, first, lead, quote)


def whole(doc: Doc, quote: Quote) -> bool:
    """Whether a quotation is more than a few words set in marks: it has a verb, or ends like a sentence."""
    if doc[quote.end - 2].text in STOPS | LEADS_ON or not quote.closed:
        return True
    return any(token.pos_ in {"VERB", "AUX"} for token in doc[quote.start + 1 : quote.end])


def colon(doc: Doc, first: int, lead: Token, quote: Quote) -> Draft | None:
    """The draft of a quotation led in by a colon alone: the speaker is the subject of what stands before."""
    if lead.text != ":" or not whole(doc, quote):
        return None
    roots = [token for token in doc[first : lead.i] if token.dep_ == "ROOT" or token.head.i >= lead.i]
    for root in roots:
        speakers = [root] if root.pos_ in {"PROPN", "NOUN"} else subjects(root)
        if speakers:
            draft = quoting(root, speakers, quote)
            draft.cue = None if root.pos_ in {"PROPN", "NOUN"} else draft.cue
            draft.confidence = 0.6
            return draft
    return None


def quoting(verb: Token, speakers: list[Token], quote: Quote) -> Draft:
    """A draft of a quotation."""
    row = cues("verb").get(verb.lemma_, FREE)
    passed_on = is_passive(verb) and verb.lemma_ in marked("quotes")
    return Draft(
        cue=cue_range(verb),
        anchor=verb.i,
        speakers=agents(verb) if passed_on else speakers,
        deeper=speakers if passed_on else [],
        content=[(quote.start, quote.end)],
        stance="says" if passed_on else stance_of(row, negated=is_negated(verb)),
        channels=channels(verb),
        confidence=0.9,
    )


def stands_free(doc: Doc, quote: Quote) -> bool:
    """Whether a quotation is a sentence by itself: nothing stands before it, and it ends in a full stop."""
    before = quote.start - 1
    while before >= 0 and doc[before].is_space:
        before -= 1
    begins = before < 0 or doc[before].text in STOPS | CLOSERS | {":"} or doc[before + 1].is_space
    inner = doc[quote.end - 2 if quote.closed else quote.end - 1].text
    return begins and (inner in STOPS or inner[-1] in ".?!…" or not quote.closed)
