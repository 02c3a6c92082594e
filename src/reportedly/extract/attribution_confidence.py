"""How sure an attribution is: the share of its like that has the right content and the right source.

The mistake this prevents: what a rule was given, or how probable a cue is, taken for the chance that all of it is
right. Sorts of attributions differ in how often they are right for the same raw value, so each has its own line of
knots. `tools/calibrate_attribution.py` measures them: for the rules into confidences.tsv, for the trained reader into
its card.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import groupby

from reportedly.lexicon.table import table
from reportedly.model import Attribution, Form

# From the lowest raw value to the highest: (raw value, share that is right), neither falling.
Knots = tuple[tuple[float, float], ...]
# The line of the sorts that were too rare to be measured.
ANY = "any"
# Nothing read by machine is certain, or certainly wrong.
LEAST, MOST = 0.02, 0.98


def confidence(attribution: Attribution, lines: Mapping[str, Knots]) -> float:
    """The share of attributions like this one that is right, to two digits; its raw value where nothing is measured."""
    knots = lines.get(sort_of(attribution)) or lines.get(ANY)
    share = attribution.confidence if knots is None else between(knots, attribution.confidence)
    return round(min(max(share, LEAST), MOST), 2)


def between(knots: Knots, raw: float) -> float:
    """The share at a raw value: on the straight line between the knots around it, or that of the first or last."""
    after = bisect_right([knot for knot, _ in knots], raw)
    if after in {0, len(knots)}:
        return knots[min(after, len(knots) - 1)][1]
    (low, below), (high, above) = knots[after - 1 : after + 1]
    return below + (above - below) * (raw - low) / (high - low)


def sort_of(attribution: Attribution) -> str:
    """What tells attributions apart that are right more often from those that are right less often."""
    depth = max(source.depth for source in attribution.sources)
    if any(source.span is None for source in attribution.sources if source.depth == depth):
        return "no source"
    if attribution.cue is None:
        return "no cue"
    if attribution.within is not None:
        return "nested"
    return "indirect" if attribution.form is Form.INDIRECT else "quoted"


@cache
def by_rules(language: str) -> Mapping[str, Knots]:
    """Sort -> knots, of what the rules find."""
    rows = [row for row in table("confidences") if row["language"] == language]
    return lines_of((row["sort"], float(row["raw"]), float(row["share"])) for row in rows)


def lines_of(rows: Iterable[tuple[str, float, float]]) -> dict[str, Knots]:
    """Sort -> knots, from rows of sort, raw value and share."""
    ordered = sorted(rows)
    return {
        sort: tuple((raw, share) for _, raw, share in knots) for sort, knots in groupby(ordered, lambda row: row[0])
    }
