"""What reading one article may cost."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Caps:
    """What one article may cost.

    Attributes:
        max_words: Tokens; a longer article is kept unread.
        max_seconds: Wall-clock seconds in a worker; a slower article is kept unread.
    """

    max_words: int = 50_000
    max_seconds: float = 120.0
