"""A parsed part as the trained reader of attribution sees it: words, their classes, quotations, what rules say."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from reportedly.extract.attribution_cues import Cue, cues
from reportedly.extract.attribution_draft import Draft
from reportedly.extract.attribution_kind import noun_kinds
from reportedly.extract.attribution_quotes import Quote
from reportedly.extract.attribution_source import speakers_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

POS_OF = {
    "VERB": "verb",
    "AUX": "verb",
    "NOUN": "noun",
    "PROPN": "noun",
    "ADJ": "adjective",
    "ADV": "adverb",
    "ADP": "preposition",
    "SCONJ": "preposition",
}
CLASSES = ("verb", "noun", "adjective", "adverb")
CLAUSES = frozenset({"ccomp", "acl"})
# A verb without a row in the table may still lead in a quotation that begins or ends this near to it, in tokens.
NEAR_QUOTE = 4


@cache
def prepositions() -> dict[str, Cue]:
    """The first words of the prepositions that report, "according" and the like, with their rows.

    Of "in the view of" and its like the noun is the cue.
    """
    rows = cues("preposition").items()
    return {lemma.split()[0]: cue for lemma, cue in rows if lemma.split()[0] not in {"in", "by", "on"}}


class View:
    """One part: tokens with their lemmas and classes, quotations, sentences, and the drafts that rules make.

    Attributes:
        doc: The parsed part.
        quotes: Its quotations.
        quote_of: Token number -> number of the quotation it stands in; -1 outside.
        sentence_of: Token number -> number of its sentence.
        drafts: Anchor -> the draft that rules make of it.
        cue_of: Token number -> the draft in whose cue it stands.
    """

    def __init__(self, doc: Doc, quotes: Sequence[Quote], drafts: Sequence[Draft]) -> None:
        self.doc = doc
        self.quotes = quotes
        self.tokens: list[Token] = list(doc)
        self.lemma = [token.lemma_.lower() for token in self.tokens]
        self.lower = [token.lower_ for token in self.tokens]
        self.pos = [token.pos_ for token in self.tokens]
        self.tag = [token.tag_ for token in self.tokens]
        self.dep = [token.dep_ for token in self.tokens]
        self.head = [token.head.i for token in self.tokens]
        self.quote_of = [-1] * len(self.tokens)
        for number, quote in enumerate(quotes):
            self.quote_of[quote.start : quote.end] = [number] * (quote.end - quote.start)
        self.sentences = list(doc.sents)
        self.sentence_of = [number for number, sentence in enumerate(self.sentences) for _ in sentence]
        self.drafts = {draft.anchor: draft for draft in drafts}
        self.rule_sources = {anchor: self._source(draft) for anchor, draft in self.drafts.items()}
        self.rule_contents = {
            anchor: frozenset(i for start, end in draft.content for i in range(start, end))
            for anchor, draft in self.drafts.items()
        }
        self.any_source = frozenset(i for words in self.rule_sources.values() for i in words)
        self.any_content = frozenset(i for words in self.rule_contents.values() for i in words)
        self.cue_of = {i: d for d in self.drafts.values() if d.cue is not None for i in range(*d.cue)}
        self.any_cue = frozenset(self.cue_of)
        self._rows: dict[int, Cue | None] = {}

    def _source(self, draft: Draft) -> frozenset[int]:
        """The tokens that rules take for the source of a draft."""
        stop = [*draft.content, *([draft.cue] if draft.cue is not None else [])]
        speakers = [each for head in draft.speakers for each in speakers_of(self.doc, head, stop=stop)]
        return frozenset(i for speaker in speakers for i in range(*speaker.range))

    def row(self, i: int) -> Cue | None:
        """The row of a token in the table of cues, as the part of speech that it is."""
        if self.lower[i] in prepositions():
            return prepositions()[self.lower[i]]
        return cues(POS_OF.get(self.pos[i], "verb")).get(self.lemma[i])

    def any_row(self, i: int) -> Cue | None:
        """The same, or as any other part of speech: parses mistake "claims" for a noun and back."""
        if i not in self._rows:
            lemma, own = self.lemma[i], self.row(i)
            self._rows[i] = own or next((cues(pos)[lemma] for pos in CLASSES if lemma in cues(pos)), None)
        return self._rows[i]

    def kind(self, i: int) -> str:
        """What sort of noun: its kind as a speaker, else its entity type, else its part of speech; pronouns as such."""
        known = noun_kinds().get(self.lower[i]) or noun_kinds().get(self.lemma[i])
        if known:
            return known
        return self.tokens[i].ent_type_ or (self.lower[i] if self.pos[i] == "PRON" else self.pos[i])

    def may_be_cue(self, i: int) -> bool:
        """Whether a token is looked at as a cue: it has a row, or rules, a clause or a quotation near it."""
        if self.pos[i] in {"SPACE", "PUNCT", "DET", "NUM", "SYM", "CCONJ", "PART"}:
            return False
        if i in self.drafts or self.any_row(i) is not None:
            return True
        if self.pos[i] not in {"VERB", "NOUN", "ADJ"}:
            return False
        if any(child.dep_ in CLAUSES or child.dep_ == "xcomp" for child in self.tokens[i].children):
            return True
        return self.pos[i] == "VERB" and self.near_quote(i)

    def near_quote(self, i: int) -> bool:
        """Whether a quotation begins or ends near a token outside of it."""
        if self.quote_of[i] >= 0:
            return False
        return any(number >= 0 for number in self.quote_of[max(0, i - NEAR_QUOTE) : i + NEAR_QUOTE + 1])
