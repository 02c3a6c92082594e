"""A score that brings its reasons."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How alike two things are, and why, so that a reader can disagree. Never about a person's conduct.

    Attributes:
        value: 0 to 1.
        reasons: In words ("same date", "3 km apart").
    """

    value: float
    reasons: tuple[str, ...]
