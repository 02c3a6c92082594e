"""What one word does to a clause, and the table of the words that do it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, wraps
from typing import TYPE_CHECKING, TypeVar, cast

from reportedly.lexicon.table import table
from reportedly.model import Modality, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Effect:
    """What one word does to a clause.

    Attributes:
        modality: No surer than this.
        polarity: *negative* turns the clause, *unknown* leaves it open.
        words: The tokens that show it.
    """

    modality: Modality
    polarity: Polarity
    words: tuple[Token, ...]


def kept(work: Callable[[Token], T]) -> Callable[[Token], T]:
    """The same function of a token, worked out once for each token of a document: clauses share what is over them."""
    name = f"reportedly.{work.__name__}"

    @wraps(work)
    def known(token: Token) -> T:
        made: dict[int, T] = token.doc.user_data.setdefault(name, {})
        found = made.get(token.i, made)
        if found is made:
            found = made[token.i] = work(token)
        return cast("T", found)

    return known


@cache
def hedges(pos: str) -> dict[str, tuple[Modality, Polarity]]:
    """Word -> what it does, of the hedging words of one part of speech."""
    rows = (row for row in table("hedges") if row["pos"] == pos and row["language"] == "en")
    return {row["word"]: (Modality(row["modality"]), Polarity(row["polarity"])) for row in rows}


def effect(found: tuple[Modality, Polarity], *words: Token) -> Effect:
    """An effect of a row of the table; words that leave a clause certain and positive show nothing."""
    plain = found == (Modality.CERTAIN, Polarity.POSITIVE)
    return Effect(found[0], found[1], () if plain else words)


def negation(*words: Token) -> Effect:
    """An effect that turns the clause."""
    return Effect(Modality.CERTAIN, Polarity.NEGATIVE, words)
