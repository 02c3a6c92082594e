"""A decision that two mentions, entities or events are the same or not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What a judgement decides."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's decision on a pair. Never deleted, always reversible; it beats any score.

    Attributes:
        id: Hash of all but `undone`.
        verdict: Same, different or unsure.
        left: The smaller id of the pair.
        right: The larger id of the pair.
        who: The person.
        why: In words; may be empty.
        when: Aware UTC, ISO.
        undone: When it was taken back; None while it holds.
    """

    id: str
    verdict: Verdict
    left: str
    right: str
    who: str
    why: str
    when: str
    undone: str | None = None
