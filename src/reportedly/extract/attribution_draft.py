"""An attribution in the making: places in the text, before sources are named and chains are built."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportedly.model import Form

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Range = tuple[int, int]

SPEAKER_DEPS = frozenset({"nsubj", "nsubjpass", "csubj"})
# What is left off the ends of a content: blanks, commas and what leads in or out, but never quotation marks.
EDGE_MARKS = frozenset({",", ";", ":", "—", "–", "--", "-", ".", "…"})
LEADING = frozenset({"and", "but", "or", "so", "yet"})


@dataclass(slots=True, kw_only=True)
class Draft:
    """One act of attributing, as places in a `Doc`.

    Attributes:
        cue: First token and one past the last of the cue; None for a bare colon or a free-standing quote.
        anchor: Token number by which drafts are told apart: the head of the cue, or the first of the content.
        speakers: Heads of the source's noun phrases; empty where it is left out.
        content: Token ranges of what is attributed, in order.
        stance: Of the speaker.
        form: Direct, indirect or mixed.
        channels: Heads of noun phrases that may be an outlet through which it was said ("told the Gazette").
        deeper: Heads of those whom the speakers pass on ("reported, citing police").
        under: The draft whose words these are too, one link deeper: "citing police" under "the Bell reported".
        confidence: 0 to 1.
    """

    cue: Range | None
    anchor: int
    speakers: list[Token] = field(default_factory=list)
    content: list[Range] = field(default_factory=list)
    stance: str = "says"
    form: Form = Form.INDIRECT
    channels: list[Token] = field(default_factory=list)
    deeper: list[Token] = field(default_factory=list)
    under: Draft | None = None
    confidence: float = 0.8

    @property
    def start(self) -> int:
        """First token of the content."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """One past the last token of the content."""
        return self.content[-1][1]

    def holds(self, position: int) -> bool:
        """Whether a token stands inside the content."""
        return any(start <= position < end for start, end in self.content)


def trimmed(doc: Doc, start: int, end: int) -> Range | None:
    """The range without blanks, commas and conjunctions at its ends; None where nothing is left."""
    while start < end and (doc[start].is_space or doc[start].text in EDGE_MARKS or doc[start].lower_ in LEADING):
        start += 1
    while start < end and (doc[end - 1].is_space or doc[end - 1].text in EDGE_MARKS):
        end -= 1
    return (start, end) if start < end else None


def subtree(token: Token) -> Range:
    """First token and one past the last of everything that hangs on `token`."""
    return token.left_edge.i, token.right_edge.i + 1


def subjects(verb: Token) -> list[Token]:
    """The subject of a verb, its own or the one it shares with the verb it is coordinated with or hangs on."""
    seen = 0
    while seen < 6:
        own = [child for child in verb.children if child.dep_ in SPEAKER_DEPS]
        if own:
            # Of two before the verb, the nearer: a dateline or a heading is often parsed as a first subject.
            before = [child for child in own if child.i < verb.i]
            return own[-1:] if own == before else own
        if verb.dep_ in {"relcl"}:
            return [verb.head]
        if verb.dep_ not in {"conj", "xcomp", "advcl", "aux", "pcomp", "acl", "prep", "ccomp", "dep"}:
            return []
        if verb.dep_ == "acl":
            return [verb.head] if verb.tag_ == "VBG" else []
        verb, seen = verb.head, seen + 1
    return []


def is_passive(verb: Token) -> bool:
    """Whether a participle is used as a passive ("was accused of")."""
    if verb.tag_ not in {"VBN", "VBD"}:
        return False
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return True
    if verb.dep_ == "conj":
        return verb.tag_ == "VBN" and is_passive(verb.head) and not any(c.dep_ == "aux" for c in verb.children)
    # "Asked why she left, …": whoever is asked does not ask.
    told = verb.dep_ == "advcl" and not any(child.dep_ in {"aux", "nsubj"} for child in verb.children)
    return (verb.dep_ == "acl" or told) and verb.tag_ == "VBN"


def agents(verb: Token) -> list[Token]:
    """Who does what a passive says: the noun behind "by"."""
    return [
        noun
        for child in verb.children
        if child.dep_ in {"agent", "prep"} and child.lower_ == "by"
        for noun in child.children
        if noun.dep_ == "pobj"
    ]


def balanced(doc: Doc, start: int, end: int) -> Range:
    """The range without a quotation mark at one end whose partner is outside."""
    opens = sum(doc[i].text in {"“", "«"} for i in range(start, end))
    closes = sum(doc[i].text in {"”", "»"} for i in range(start, end))
    if opens > closes and end < len(doc) and doc[end].text in {"”", "»"}:
        return start, end + 1
    if opens > closes and end + 1 < len(doc) and doc[end + 1].text in {"”", "»"}:
        return start, end + 2
    if closes > opens and doc[end - 1].text in {"”", "»"}:
        return start, end - 1
    if closes > opens and start > 0 and doc[start - 1].text in {"“", "«"}:
        return start - 1, end
    return start, end
