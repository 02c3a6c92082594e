"""Whether a date moves a narrative on, or is told beside it: the date of a treaty, of what had been before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.extract.time_candidate import Candidate
from reportedly.extract.time_clause import governor, tense
from reportedly.extract.time_meaning import Meaning, Shift
from reportedly.extract.time_pick import Direction

if TYPE_CHECKING:
    from spacy.tokens import Token

BOUNDS = frozenset({"since", "until", "till", "of"})


def aside(it: Candidate, meaning: Meaning) -> bool:
    """Whether the words of a date are told beside the narrative.

    So are dates in brackets and after "since", "until" and "of", steps back ("the year before"), and what had been
    or was to be.
    """
    if it.before is not None and (it.before.sort == "open" or it.before.text in BOUNDS):
        return True
    if isinstance(meaning, Shift):
        return meaning.count is not None and meaning.count < 0
    verb = governor(it.tokens)
    return verb is not None and (had(verb) or tense(verb) is Direction.FUTURE)


def had(verb: Token) -> bool:
    """Whether a verb of a relative clause stands in the past perfect: "the army that had come in 1943"."""
    return verb.dep_ == "relcl" and any(child.lower_ == "had" and child.dep_ == "aux" for child in verb.children)
