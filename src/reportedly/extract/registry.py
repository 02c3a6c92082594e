"""The layers of the reading chain, in the order they run."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points

from reportedly.extract import (
    attributions,
    comparisons,
    events,
    figures,
    mentions,
    places,
    statements,
    statuses,
    times,
    unknowns,
)
from reportedly.extract.base import Extractor

# Each needs only what stands before it. One line adds one; `statements` gathers what all others found.
EXTRACTORS: tuple[Extractor, ...] = (
    times,
    figures,
    places,
    mentions,
    attributions,
    events,
    statuses,
    unknowns,
    comparisons,
    statements,
)

GROUP = "reportedly.extractors"


@cache
def extractors() -> tuple[Extractor, ...]:
    """Our own layers, with those that other packages bring before `statements`, by name."""
    others = tuple(entry.load() for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name))
    return (*EXTRACTORS[:-1], *others, EXTRACTORS[-1])
