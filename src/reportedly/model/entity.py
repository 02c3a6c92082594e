"""Somebody or something as known across articles."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.mention import MentionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, organization or place as known across articles.

    Attributes:
        id: The smallest of `members`, so that the order of arrival does not matter.
        kind: What sort of thing.
        name: The fullest name any article gives.
        names: Every spelling, sorted.
        members: Ids of the articles' own entities that were joined, sorted; they stay and point here.
        reasons: Why they were joined, in words, sorted.
    """

    id: str
    kind: MentionKind
    name: str
    names: tuple[str, ...]
    members: tuple[str, ...]
    reasons: tuple[str, ...] = ()
