"""The weights of the trained reader of attribution: two conditional random fields, read once, their bytes checked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

from reportedly.errors import AlteredModel
from reportedly.extract.attribution_confidence import Knots, lines_of

if TYPE_CHECKING:
    from pycrfsuite import Tagger

# Language of an article -> the folder of its weights under extract/weights.
FOLDERS = {"en": "attribution-en"}


@dataclass(frozen=True, slots=True)
class Weights:
    """What was trained.

    Attributes:
        cues: Gives each word that may be a cue the probability that it is one.
        chunks: Labels the chunks around a cue.
        card: What was trained on what, and the threshold of a cue.
        kept: The bytes that the taggers read from; they have to live as long as these.
    """

    cues: Tagger
    chunks: Tagger
    card: Mapping[str, Any]
    kept: tuple[bytes, bytes]

    @property
    def confidences(self) -> dict[str, Knots]:
        """Sort of attribution -> knots, as the card has them; empty where they were not measured."""
        return lines_of(self.card.get("confidences", []))

    def threshold(self, *, ruled: bool, inside: bool = False) -> float:
        """The least probability of a cue: lower for one that the rules know, higher for one in another's content."""
        return float(self.card["thresholds"][f"{'ruled' if ruled else 'new'}{', inside' if inside else ''}"])


@cache
def weights(language: str) -> Weights | None:
    """The weights that are shipped for a language; None without any. Raises AlteredModel."""
    folder = FOLDERS.get(language)
    if folder is None:
        return None
    where = files("reportedly.extract").joinpath("weights", folder)
    return load(where) if where.joinpath("card.json").is_file() else None


def load(folder: Traversable) -> Weights:
    """The weights in a folder; raises AlteredModel where their bytes are not those that the card names."""
    card = json.loads(folder.joinpath("card.json").read_text(encoding="utf-8"))
    kept = (checked(folder, "cues", card), checked(folder, "chunks", card))
    return Weights(tagger(kept[0]), tagger(kept[1]), card, kept)


def checked(folder: Traversable, name: str, card: Mapping[str, Any]) -> bytes:
    """The bytes of one step's weights."""
    found = folder.joinpath(f"{name}.crfsuite").read_bytes()
    if sha256(found).hexdigest() != card["sha256"][name]:
        raise AlteredModel(f"{folder.name}/{name}.crfsuite")
    return found


def tagger(found: bytes) -> Tagger:
    """A tagger that reads from these bytes."""
    import pycrfsuite

    made = pycrfsuite.Tagger()
    made.open_inmemory(found)
    return made
