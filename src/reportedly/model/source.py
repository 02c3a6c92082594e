"""One speaker in an attribution."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.span import Span


class SourceKind(StrEnum):
    """What sort of speaker a source is."""

    OUTLET = "outlet"
    NAMED = "named"
    UNNAMED = "unnamed"
    COLLECTIVE = "collective"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One speaker of a chain.

    Attributes:
        depth: 0 for the publishing outlet, one more for each step towards the origin; speakers side by side share it.
        name: The best name known in the article ("Franck Hensch" for "the imam"); the wording where there is none.
        kind: *named* has a name or is the one that is meant ("the ministry", "the mayor"); *unnamed* is somebody
            particular without a name; *collective* a class speaking as such.
        span: Where the article names it; None for the outlet, and for a speaker left out ("it is said").
        role: What the article says the speaker is ("a former officer"); None where it does not say.
        refers_to: Id of the article's entity that the speaker is; None where unresolved.
        stance: The speaker's towards what is passed on, a verb lemma's sense: says, suggests, denies, doubts, claims.
    """

    depth: int
    name: str
    kind: SourceKind
    span: Span | None = None
    role: str | None = None
    refers_to: str | None = None
    stance: str | None = None

    @property
    def is_described(self) -> bool:
        """Whether the name is but a description, which another article may use of another: "the ministry", "mayor"."""
        words = self.name.split()
        # A capital at the head of a sentence is no name's.
        return "".join(words[1:] if len(words) > 1 else words).islower()
