"""A span that names somebody or something."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.span import Span


class MentionKind(StrEnum):
    """What sort of thing is mentioned."""

    PERSON = "PERSON"
    ORGANIZATION = "ORGANIZATION"
    OUTLET = "OUTLET"
    GROUP = "GROUP"
    PLACE = "PLACE"
    OTHER = "OTHER"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span that names or points at somebody or something.

    Attributes:
        id: Of this finding.
        span: Where.
        kind: What sort of thing.
        refers_to: Id, inside this article, of whom or what it is, shared by mentions of the same; None: unresolved.
        name: The fullest name the article gives it; None where it gives none.
        head: Where the head word stands, as an offset into the part; None where it is the whole span.
    """

    id: str
    span: Span
    kind: MentionKind
    refers_to: str | None = None
    name: str | None = None
    head: int | None = None
