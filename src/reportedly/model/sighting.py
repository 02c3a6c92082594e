"""That an article was seen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One time that an article was added.

    Attributes:
        article: Id of the article.
        path: Where it was read from.
        when: Aware UTC, ISO.
    """

    article: str
    path: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """What is left of something that was forgotten.

    Attributes:
        id: Of what was forgotten.
        hash: SHA-256, in hex, of the forgotten text or name, to recognise it when it comes again.
        why: The reason given.
        when: Aware UTC, ISO.
    """

    id: str
    hash: str
    why: str
    when: str
