"""What becomes of each attribution of a key, and of each that the reader finds, with what it is like.

An attribution of the key is *right* where one of the reader's has its content (half of the words of both or more) and
its source; *source* where only the content is right; *content* where another of the reader's has its cue, or, of two
without any cue, shares words of its content; else *missed*. One of the reader's that is not right has the *source* or
the *content* wrong in the same way, or is *extra*: the key has nothing there. Matching is one to one.

*Left out on purpose*: the reader adds no link to a chain that says nothing new, where GUIDELINES.md marks every level.
Of the key these are, inside another attribution,
  own thoughts   every source is "I", "we", "you" or the like, and the content around is in quotation marks, if in part
  own words      the sources are those of the attribution around, and the stance is says, knows or believes, outside of
                 quotation marks
A figure without them leaves out these of the key, and what the reader found that was matched with one of them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from bench.attribution_reports import Text
from corpus.attribution import agree
from corpus.attribution.records import WORD, Attribution
from reportedly.extract.attribution_chain import NO_LINK
from reportedly.extract.attribution_cues import stances
from reportedly.extract.attribution_resolve import PRONOUNS
from tools.train_attribution import anchor_of, tokens_of

ADDS_NOTHING = frozenset({"says", "knows", "believes"})
CONTENT_BINS = ((5, "1 to 5"), (15, "6 to 15"), (40, "16 to 40"), (None, "over 40"))
SENTENCE_BINS = ((15, "1 to 15"), (25, "16 to 25"), (40, "26 to 40"), (None, "over 40"))


class Measure(Protocol):
    """How two attributions are held against each other."""

    def pairs(self, text: str, gold: Sequence[Attribution], found: Sequence[Attribution]) -> list[tuple[int, int]]:
        """The pairs of one content, by number."""

    def same_source(self, text: str, one: Attribution, two: Attribution) -> bool:
        """Whether both have the same source, or none."""


class OwnMeasure:
    """As corpus/attribution/agree.py counts."""

    def pairs(self, text: str, gold: Sequence[Attribution], found: Sequence[Attribution]) -> list[tuple[int, int]]:
        """The pairs of one content, by number."""
        return agree.pairs_of(text, gold, found)

    def same_source(self, text: str, one: Attribution, two: Attribution) -> bool:
        """Whether both have the same source, or none."""
        return agree.same_source(text, one, two)


class PolnearMeasure:
    """As PolNeAR's scorer counts."""

    def __init__(self, scorer: Any) -> None:
        self.scorer = scorer
        self.documents: dict[str, Any] = {}

    def made(self, text: str, each: Attribution) -> Any:
        """The scorer's own record of an attribution."""
        if text not in self.documents:
            self.documents = {text: self.scorer.Document(text)}
        roles = {"source": [speaker.span for speaker in each.sources], "cue": each.cue, "content": each.content}
        return self.documents[text].attribution({name: list(spans) for name, spans in roles.items()})

    def pairs(self, text: str, gold: Sequence[Attribution], found: Sequence[Attribution]) -> list[tuple[int, int]]:
        """The pairs of one content, by number."""
        sides = ([self.made(text, each) for each in side] for side in (gold, found))
        return list(self.scorer.match(*sides, 0.5))

    def same_source(self, text: str, one: Attribution, two: Attribution) -> bool:
        """Whether both have the same source, or none."""
        return bool(self.scorer.same_source(self.made(text, one), self.made(text, two)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One attribution of a key or of the reader.

    Attributes:
        verdict: right, source, content, and missed (of the key) or extra (of the reader).
        traits: What it is like: trait -> value.
        left_out: Whether it is, or was matched with, one that the reader leaves out on purpose.
    """

    verdict: str
    traits: dict[str, str]
    left_out: bool = False


def outcomes(
    text: Text, found: Sequence[Attribution], measure: Measure
) -> tuple[list[Outcome], list[Outcome], list[tuple[int, int]]]:
    """The outcomes of the key's attributions, those of the reader's, and the pairs of one content."""
    gold, words = text.gold, text.text
    pairs = measure.pairs(words, gold, found)
    right = {(i, j) for i, j in pairs if measure.same_source(words, gold[i], found[j])}
    silent = left_out(text)
    matched = (dict(pairs), {j: i for i, j in pairs})
    rights = ({i for i, _ in right}, {j for _, j in right})
    key = [
        Outcome(
            verdict=verdict(i, rights[0], matched[0], near(words, each, found), "missed"),
            traits=traits(text, each),
            left_out=each.number in silent,
        )
        for i, each in enumerate(gold)
    ]
    reader = [
        Outcome(
            verdict=verdict(j, rights[1], matched[1], near(words, each, gold), "extra"),
            traits=traits(text, each),
            left_out=j in matched[1] and gold[matched[1][j]].number in silent,
        )
        for j, each in enumerate(found)
    ]
    return key, reader, pairs


def verdict(number: int, right: set[int], matched: dict[int, int], met: bool, otherwise: str) -> str:
    """What became of one attribution."""
    if number in right:
        return "right"
    if number in matched:
        return "source"
    return "content" if met else otherwise


def near(text: str, one: Attribution, others: Iterable[Attribution]) -> bool:
    """Whether another has the cue of this one, or, neither having any, shares words of its content."""
    if one.cue:
        return any(other.cue and agree.same_cue(one, other) for other in others)
    mine = agree.words(text, one.content)
    return any(not other.cue and mine & agree.words(text, other.content) for other in others)


def left_out(text: Text) -> frozenset[int]:
    """The numbers of those of the key that the reader leaves out on purpose."""
    by_number = {each.number: each for each in text.gold}
    nested = ((each, by_number[each.inside]) for each in text.gold if each.inside is not None)
    return frozenset(each.number for each, around in nested if adds_nothing(text.text, each, around))


def adds_nothing(text: str, each: Attribution, around: Attribution) -> bool:
    """Whether an attribution only says that whoever speaks anyway says, knows or thinks so."""
    said = {text[slice(*source.span)].casefold() for source in each.sources}
    if said and said <= NO_LINK:
        return around.form != "indirect"
    same = {source.entity for source in each.sources} == {source.entity for source in around.sources}
    return bool(said) and same and each.stance in ADDS_NOTHING and each.form == "indirect"


def traits(text: Text, each: Attribution) -> dict[str, str]:
    """What an attribution is like."""
    view = text.view
    anchor = anchor_of(view, each.cue)
    place = anchor if anchor is not None else min(tokens_of(view, each.content), default=0)
    sentence = view.sentences[view.sentence_of[place]]
    return {
        "form": each.form,
        "cue": cue_class(text, anchor),
        "source": source_class(text, each),
        "register": text.register,
        "nested": "inside another" if each.inside is not None else "outermost",
        "content": binned(len(agree.words(text.text, each.content)), CONTENT_BINS),
        "sentence": binned(len(WORD.findall(sentence.text)), SENTENCE_BINS),
    }


def binned(size: int, bins: Sequence[tuple[int | None, str]]) -> str:
    """The name of the bin that a size is in."""
    return next(name for most, name in bins if most is None or size <= most)


def cue_class(text: Text, anchor: int | None) -> str:
    """The sort of act that a cue names, by the reader's table; *noun* for any noun, *other* without a row."""
    if anchor is None:
        return "none"
    if text.view.pos[anchor] in {"NOUN", "PROPN"}:
        return "noun"
    row = text.view.any_row(anchor)
    return "other" if row is None else stances()[row.stance].act


def source_class(text: Text, each: Attribution) -> str:
    """The kind of source, *pronoun* for one word of that sort; *name* or *no name* where the key has no kinds.

    A name: the parse takes one of its words for one.
    """
    if not each.sources:
        return "none"
    first = each.sources[0]
    if text.text[slice(*first.span)].casefold() in PRONOUNS | {"who", "whom"}:
        return "pronoun"
    if text.kinds and first.kind is not None:
        return first.kind
    return "name" if any(text.view.pos[i] == "PROPN" for i in tokens_of(text.view, [first.span])) else "no name"
