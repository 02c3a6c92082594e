"""What stands around a match: what a veto looks at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportedly.extract.time_grammar import Match
from reportedly.extract.time_words import Lexeme

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens


class Candidate:
    """A match with what surrounds it."""

    def __init__(self, match: Match, lexemes: Sequence[Lexeme], tokens: Tokens, text: str) -> None:
        self.match = match
        self.words = lexemes[match.first : match.last]
        self.before = lexemes[match.first - 1] if match.first else None
        self.after = lexemes[match.last] if match.last < len(lexemes) else None
        self.after_next = lexemes[match.last + 1] if match.last + 1 < len(lexemes) else None
        counted = match.first > 1 and lexemes[match.first - 2].sort in ("unit", "units")
        # "Since 2013"; but "after" in "two days after 3 June" belongs to the two days.
        self.preposition = self.before.text if self.before and not counted else ""
        self.tokens = tokens
        self.text = text
        self.sorts = tuple(one.sort for one in self.words)

    def previous(self, *texts: str) -> bool:
        """Whether one of `texts` stands right before."""
        return self.before is not None and self.before.text in texts
