"""Which articles carry another's words: near-copies found by their sentences, held to the words they share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reportedly.lexicon.folding import fold
from reportedly.model import Article, Copy, Score
from reportedly.model.moment import instant

# Words in a shingle (Broder): a run of six that two writers hit on independently is a name or a set phrase.
SHINGLE = 6
# Share of the shorter text's shingles that must stand in the other. Set by hand, as is CREDITED, between two reports
# that quote the same two sentences of an official and a wire report cut from the end under a new lead.
SHARED = 0.4
# The same where one credits the other's outlet.
CREDITED = 0.2
# Fewer shared shingles than this are a sentence, not an article.
LEAST = 12
# One sentence in common is a quote that both took down, unless it is nearly all there is.
SENTENCES, WHOLE = 2, 0.8
# Shortest sentence, in words, by which candidates are found.
SENTENCE = 8
# MinHash of a sentence: 32 values in 8 bands of 4 find an unchanged one for certain, one of Jaccard similarity 0.6 two
# times in three. The seed is part of the rule: with another one, other near-misses are found.
SEED, VALUES, BANDS = 20240311, 32, 8
# A sentence that many articles carry (a footer) makes pairs of neighbours in time only, this many to each side.
NEIGHBOURS = 24

ENDS = re.compile(r"(?<=[.!?…])[\"”’»)\]]*\s+|\n+")
# Letters of scripts without gaps between words count one by one.
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Text:
    """An article as words: its shingles, the folded text, and its place in time."""

    article: Article
    shingles: frozenset[str]
    folded: str
    order: tuple[str, str]


def copies_among(articles: Mapping[str, Article], revises: Mapping[str, str]) -> tuple[Copy, ...]:
    """The articles that carry another's words, each with the first article they stem from, by id.

    The original is the one that the others credit, else the earliest published, else the smallest id; an article
    without a date counts as later. Revisions of one address are no copies of one another.
    """
    texts = {id: _text(article) for id, article in sorted(articles.items())}
    first = {id: _first(id, revises) for id in texts}
    pairs = {}
    for one, other in _candidates(texts):
        score = None if first[one] == first[other] else _shared(texts[one], texts[other])
        if score is not None:
            pairs[one, other] = score
    return tuple(sorted(_originals(pairs, texts), key=lambda copy: copy.article))


def _text(article: Article) -> _Text:
    words = WORD.findall(fold(article.text))
    return _Text(article, _runs(words), " ".join(words), (instant(article.published), article.id))


def _first(id: str, revises: Mapping[str, str]) -> str:
    seen = {id}
    while id in revises and revises[id] not in seen:
        id = revises[id]
        seen.add(id)
    return id


def sentences(text: str) -> list[list[str]]:
    """The sentences of a text that are long enough to tell it by, as folded words."""
    parts = (WORD.findall(fold(part)) for part in ENDS.split(text))
    return [words for words in parts if len(words) >= SENTENCE]


def _candidates(texts: Mapping[str, _Text]) -> list[tuple[str, str]]:
    """Pairs of ids that have a sentence in common, or nearly."""
    from rensa import RMinHash

    owners, rows = [], []
    for id, text in texts.items():
        for words in sentences(text.article.text):
            owners.append(id)
            rows.append([" ".join(words[at : at + 3]) for at in range(len(words) - 2)])
    buckets: dict[tuple[int, ...], set[str]] = {}
    width = VALUES // BANDS
    for id, digest in zip(owners, RMinHash.digests_from_token_sets(rows, VALUES, SEED), strict=True):
        for band in range(BANDS):
            buckets.setdefault((band, *digest[band * width : (band + 1) * width]), set()).add(id)
    pairs: set[tuple[str, str]] = set()
    for bucket in {frozenset(bucket) for bucket in buckets.values() if len(bucket) > 1}:
        pairs.update(_neighbours(sorted(bucket, key=lambda id: texts[id].order)))
    return sorted(pairs)


def _neighbours(ids: list[str]) -> Iterator[tuple[str, str]]:
    for at, one in enumerate(ids):
        for other in ids[at + 1 : at + 1 + NEIGHBOURS]:
            yield min(one, other), max(one, other)


def _shared(one: _Text, other: _Text) -> Score | None:
    """How much of the shorter text stands in the other, and who credits whom; None where it is too little."""
    common = len(one.shingles & other.shingles)
    share = common / max(1, min(len(one.shingles), len(other.shingles)))
    credit = [reason for a, b in ((one, other), (other, one)) if (reason := _credit(a, b)) is not None]
    if common < LEAST or share < (CREDITED if credit else SHARED):
        return None
    if share < WHOLE and min(_carried(one, other), _carried(other, one)) < SENTENCES:
        return None
    reasons = (f"{share:.0%} of the shorter one's runs of {SHINGLE} words stand in the other", *credit)
    return Score(value=round(min(1.0, share + 0.2 * bool(credit)), 4), reasons=reasons)


def _carried(one: _Text, other: _Text) -> int:
    """How many sentences of the one stand in the other, at least by half."""
    rows = (_runs(words) for words in sentences(one.article.text))
    return sum(2 * len(runs & other.shingles) >= len(runs) for runs in rows)


def _runs(words: list[str]) -> frozenset[str]:
    return frozenset(" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))


def _credit(one: _Text, other: _Text) -> str | None:
    """That the one names the other's outlet as where it comes from; None where it does not, or both have one outlet."""
    outlet = fold(other.article.outlet or "")
    if not outlet or outlet == fold(one.article.outlet or ""):
        return None
    if outlet in fold(one.article.author or ""):
        return f"the byline of {one.article.outlet or one.article.id} is {other.article.outlet}"
    return f"{one.article.outlet or one.article.id} names {other.article.outlet}" if outlet in one.folded else None


def _originals(pairs: Mapping[tuple[str, str], Score], texts: Mapping[str, _Text]) -> Iterator[Copy]:
    """Each article of a pair that is not the first of its kind, with the first one that its pairs lead to."""
    scores: dict[str, dict[str, Score]] = {}
    for (one, other), score in pairs.items():
        scores.setdefault(one, {})[other] = score
        scores.setdefault(other, {})[one] = score
    credited = {id: sum(_credit(texts[other], texts[id]) is not None for other in near) for id, near in scores.items()}

    def rank(id: str) -> tuple[int, str, str]:
        return (-credited[id], *texts[id].order)

    above = {id: min((*near, id), key=rank) for id, near in scores.items()}
    for id in scores:
        top = id
        while above[top] != top:
            top = above[top]
        if top != id:
            yield Copy(
                article=id, original=top, score=_with_order(scores[id].get(top), scores[id][above[id]], id, top, texts)
            )


def _with_order(direct: Score | None, step: Score, id: str, top: str, texts: Mapping[str, _Text]) -> Score:
    score = step if direct is None else direct
    reasons: Iterable[str] = score.reasons
    if texts[top].article.published is not None and texts[top].order < texts[id].order:
        reasons = (*reasons, "the other was published first")
    return Score(
        value=score.value, reasons=tuple(reasons) + (() if direct is not None else ("by way of another copy",))
    )
