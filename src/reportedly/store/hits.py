"""Whether a statement holds what was searched for, and how well, where no database says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.store.base import WEIGHTS
from reportedly.store.records import Searched


def relevance(seen: Searched, phrases: Sequence[str]) -> float | None:
    """How well folded words fit phrases, larger is better; None unless each phrase is held by one of the fields.

    Hits weigh by field, and less among many words, as in bm25; how common a word is elsewhere does not count.
    """
    score = 0.0
    for phrase in phrases:
        hits = [_density(phrase, words) for words in (seen.said, seen.sources, seen.title)]
        if not any(hits):
            return None
        score += sum(weight * hit for weight, hit in zip(WEIGHTS, hits, strict=True))
    return score if phrases else None


def _density(phrase: str, words: str) -> float:
    """How often `phrase` stands in `words`, per word."""
    found = re.findall(f"(?:^| ){re.escape(phrase)}(?= |$)", words)
    return len(found) / (words.count(" ") + 1)
