"""Whose words are whose: the article's own voice and the content of every attribution, as sets of tokens."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.extract.attribution_content import finite
from reportedly.extract.attribution_cues import stances
from reportedly.extract.attribution_draft import Range
from reportedly.extract.attribution_furniture import dateline_tokens, furniture
from reportedly.extract.statement_clauses import is_aside
from reportedly.model import Attribution, Form, Source, SourceKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from reportedly.extract.base import Found

# What somebody wants, plans, feels or talks about is told of him, not said by him: such a clause stays in the voice
# around it.
TOLD_OF = frozenset({"intent", "feeling", "topic"})
# A noun phrase of fewer words says too little to be a statement: "welcomed the verdict" stays whole.
LEAST_NOUNS = 4
# A piece that begins so goes on with the clause before its cue.
LEANING = frozenset({"that", "which", "who", "whose", "because", "if", "unless", "whether", "to"})
# Whoever shows or learns of a thing says nothing by that: "showed a letter", "heard of the arrest".
SHOWN = frozenset({"evidence", "knowledge"})
VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Region:
    """Words in one voice.

    Attributes:
        attribution: Whose they are; None in the article's own voice.
        tokens: Their numbers, without the contents of attributions inside.
        dropped: Heads of reporting clauses inside: their words are nobody's statement.
        silent: Tokens of sources: they state nothing by themselves.
        limit: First token and one past the last.
        marks: Tokens that are nobody's words; they end no statement.
    """

    attribution: Attribution | None
    tokens: frozenset[int]
    dropped: frozenset[int]
    silent: frozenset[int]
    limit: Range
    marks: frozenset[int]


def outlet(found: Found) -> Source:
    """Who speaks in the article's own voice."""
    return Source(depth=0, name=found.article.outlet or "the article", kind=SourceKind.OUTLET)


class Regions:
    """The regions of one part; iterating gives them."""

    def __init__(self, doc: Doc, found: Found) -> None:
        self.doc = doc
        self.starts = [token.idx for token in doc]
        self.marks = furniture(doc, found.part)
        self.head = frozenset(i for first, last in dateline_tokens(doc, found.part) for i in range(first, last))
        passing = [each for each in found.attributions if self.passes_on(each)]
        ids = {each.id for each in passing}
        above = {each.id: each.within for each in found.attributions}
        self.children: dict[str | None, list[Attribution]] = {}
        for each in passing:
            within = each.within
            while within is not None and within not in ids:
                within = above.get(within)
            self.children.setdefault(within, []).append(each)
        self.passing = passing

    def __iter__(self) -> Iterator[Region]:
        own = self.children.get(None, [])
        claimed = self.contents(own) | self.head
        dropped, silent = self.reporting(own)
        for sentence in self.doc.sents:
            tokens = frozenset(i for i in range(sentence.start, sentence.end) if i not in claimed)
            if tokens and not tokens <= silent:
                yield Region(
                    None, tokens - silent, dropped & tokens, silent, (sentence.start, sentence.end), self.marks
                )
        for attribution in self.passing:
            inner = self.children.get(attribution.id, [])
            if any(self.passed_on_whole(attribution, each) for each in inner):
                continue
            dropped, silent = self.reporting(inner)
            taken = self.contents([each for each in inner if each.content != attribution.content]) | silent | self.head
            for pieces in self.joined(attribution.parts):
                tokens = frozenset(i for piece in pieces for i in range(*piece) if i not in taken)
                if tokens:
                    limit = (pieces[0][0], pieces[-1][1])
                    yield Region(attribution, tokens, dropped & tokens, silent, limit, self.marks)

    def passed_on_whole(self, outer: Attribution, inner: Attribution) -> bool:
        """Whether all that one says is another's: "the Bell reported, citing police". Whoever is cited states it."""
        return inner.parts == outer.parts and inner.cue is not None and not outer.content.overlaps(inner.cue)

    def joined(self, parts: tuple[Span, ...]) -> list[list[Range]]:
        """The pieces of a content, those together that a cue in the midst of a clause has parted."""
        groups: list[list[Range]] = []
        for part in parts:
            piece = self.range(part)
            words = [self.doc[i] for i in range(*piece) if self.doc[i].is_alpha]
            if groups and words and self.leans(groups[-1][-1], words):
                groups[-1].append(piece)
            else:
                groups.append([piece])
        return groups

    def leans(self, before: Range, words: list[Token]) -> bool:
        """Whether a piece goes on with the clause of the piece before it."""
        if not words[0].text[0].islower():
            return False
        return words[0].lower_ in LEANING or not self.whole(before, words)

    def whole(self, before: Range, words: list[Token]) -> bool:
        """Whether both pieces have a clause of their own."""
        roots = [
            token for token in words if token.head.i < words[0].i or token.head.i > words[-1].i or token.head == token
        ]
        first = any(finite(token) for token in self.doc[before[0] : before[1]])
        return first and any(finite(token) for token in roots)

    def range(self, span: Span) -> Range:
        """The tokens of a span."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    def inset(self, attribution: Attribution) -> bool:
        """Whether an attribution stands in words that only say who is meant: "a man suspected of fraud".

        Participles and restrictive relatives stay in their statement, and so does what is attributed in them.
        """
        if attribution.cue is None:
            return False
        verb = self.clause_head(*self.range(attribution.cue))
        if verb is None or verb.head == verb:
            return False
        return (verb.dep_ == "acl" and verb.tag_ == "VBN") or (verb.dep_ == "relcl" and not is_aside(verb))

    def contents(self, attributions: list[Attribution]) -> frozenset[int]:
        """The tokens of all contents that are cut out of the voice around them."""
        attributions = [each for each in attributions if not self.inset(each)]
        return frozenset(i for each in attributions for part in each.parts for i in range(*self.range(part)))

    def reporting(self, attributions: list[Attribution]) -> tuple[frozenset[int], frozenset[int]]:
        """Heads of the clauses that report, and the tokens of sources and of cues that are no clause."""
        heads: set[int] = set()
        silent: set[int] = set()
        for each in attributions:
            if each.cue is None or self.inset(each):
                continue
            first, last = self.range(each.cue)
            verb = self.clause_head(first, last)
            if verb is not None:
                heads.add(verb.i)
            else:
                silent.update(range(first, last))
            for source in each.sources:
                if source.span is not None:
                    silent.update(self.speaking(source.span, frozenset(range(first, last)), verb))
        return frozenset(heads), frozenset(silent - heads)

    def speaking(self, span: Span, cue: frozenset[int], verb: Token | None) -> frozenset[int]:
        """The tokens of a source that stands in its cue's clause; none of one that is the subject of another clause.

        A relative clause that adds ("Weiss, who heads the port, said") is the article's word on the source, and stays.
        """
        every = range(*self.range(span))
        asides = [self.doc[i] for i in every if self.doc[i].dep_ == "relcl" and is_aside(self.doc[i])]
        where = frozenset(every) - {inner.i for aside in asides for inner in aside.subtree}
        for i in sorted(where):
            above = self.doc[i].head.i
            if above not in where:
                own = above in cue or (verb is not None and above == verb.i) or self.doc[above].pos_ not in VERBAL
                return where if own else frozenset()
        return where

    def clause_head(self, first: int, last: int) -> Token | None:
        """The verb of the clause that a cue reports in; None for a preposition, a noun, an adverb."""
        for i in range(first, last):
            token = self.doc[i]
            if token.pos_ in VERBAL and token.dep_ not in {"aux", "auxpass"} and token.lower_ != "according":
                return token
            if token.pos_ == "ADJ" and token.head.pos_ in VERBAL:
                return token.head
        return None

    def passes_on(self, attribution: Attribution) -> bool:
        """Whether an attribution makes statements: it passes on what can stand by itself."""
        stance = max(attribution.sources, key=lambda source: source.depth).stance
        known = stances().get(stance or "says")
        if known is not None and known.act in TOLD_OF and attribution.form is not Form.DIRECT:
            return False
        first, last = self.range(attribution.content)
        root = self.doc[first:last].root
        if root.pos_ in VERBAL or finite(root):
            return True
        if known is not None and known.act in SHOWN and attribution.form is not Form.DIRECT:
            return False
        return sum(self.doc[i].is_alpha or self.doc[i].like_num for i in range(first, last)) >= LEAST_NOUNS
