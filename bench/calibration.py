"""Whether a statement's confidence means what it says: of those with 0.8, are eight in ten right?

    python bench/calibration.py --gold ../shared/gold            prints it
    python bench/calibration.py --gold ../shared/gold --write    puts it into docs/attribution-errors.md too

For every statement with a source, on the dev part of corpus/attribution and on PolNeAR's, neither of which the
confidences were fitted to (tools/calibrate_attribution.py), by bins of confidence:

  statements  how many
  confidence  their mean
  right       share of those whose attribution has the right content and source: matched and compared as
              attribution_outcomes.py says, by PolNeAR's own scorer there
  gap         the mean distance between the two, weighted by the bins' sizes (expected calibration error)
  ranks       the chance that of a right statement and a wrong one the right has the higher confidence; 0.5 is a guess

PolNeAR marks no attribution inside another, so there they are left out. The article's own voice has one confidence for
all statements: *own voice* is the share with fewer than half of their words in a content of the key.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from bench.attribution_keys import polnear, scorer
from bench.attribution_outcomes import Measure, OwnMeasure, PolnearMeasure, outcomes
from bench.attribution_reports import Text, in_records, own
from bench.attribution_tables import PAGE, heads, row, write_into
from corpus.attribution import agree
from reportedly.extract.attribution_weights import Weights, weights
from reportedly.extract.statements import OWN_CONFIDENCE

# Upper ends of the bins.
BINS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Judged:
    """One statement: its confidence, and whether it is right."""

    confidence: float
    right: bool


def judged(texts: Sequence[Text], trained: Weights | None, measure: Measure, *, nested: bool) -> Iterator[Judged]:
    """The statements with a source."""
    for text in texts:
        found = text.read(trained)
        _, verdicts, _ = outcomes(text, in_records(found), measure)
        right = {
            each.id: verdict.verdict == "right"
            for each, verdict in zip(found, verdicts, strict=True)
            if nested or each.within is None
        }
        for statement in text.stated(found):
            if statement.attribution in right:
                yield Judged(statement.confidence, right[statement.attribution])


def own_voice(texts: Sequence[Text], trained: Weights | None) -> tuple[int, int]:
    """Statements in the article's own voice, and how many of them are."""
    count = right = 0
    for text in texts:
        reported = frozenset().union(*(agree.words(text.text, each.content) for each in text.gold))
        for statement in text.stated(text.read(trained)):
            if statement.attribution is None:
                words = agree.words(text.text, [(statement.content.start, statement.content.end)])
                count += 1
                right += len(words & reported) < agree.LEAST * len(words)
    return count, right


def gap(found: Sequence[Judged]) -> float:
    """The mean distance of confidence and share that is right."""
    inside = [part for _, part in binned(found)]
    return sum(abs(sum(each.confidence - each.right for each in part)) for part in inside) / (len(found) or 1)


def binned(found: Sequence[Judged]) -> Iterator[tuple[str, list[Judged]]]:
    """The name of each bin that holds any, and what it holds."""
    low = 0.0
    for high in BINS:
        part = [each for each in found if low < each.confidence <= high]
        if part:
            yield f"{low:.1f} to {high:.1f}", part
        low = high


def ranks(found: Sequence[Judged]) -> float:
    """The chance that a right statement has the higher confidence; equal ones count by half."""
    right = [each.confidence for each in found if each.right]
    wrong = [each.confidence for each in found if not each.right]
    wins = sum((a > b) + (a == b) / 2 for a in right for b in wrong)
    return wins / (len(right) * len(wrong)) if right and wrong else 0.5


def table(name: str, found: Sequence[Judged]) -> Iterator[str]:
    """The reliability of one reader on one key."""
    yield from heads(name, ["statements", "confidence", "right"])
    for title, part in [*binned(found), ("all", list(found))]:
        size = len(part) or 1
        cells = (sum(each.confidence for each in part) / size, sum(each.right for each in part) / size)
        yield row(title, str(len(part)), *(f"{cell:.2f}" for cell in cells))
    yield f"\ngap {gap(found):.3f}, ranks {ranks(found):.3f}\n"


def report(gold: Path) -> Iterator[str]:
    """The lines of the report."""
    keys: dict[str, tuple[Sequence[Text], Measure]] = {
        name: (texts, OwnMeasure()) for name, texts in own("dev", gold).items()
    }
    keys["PolNeAR, outermost"] = (polnear(gold), PolnearMeasure(scorer(gold)))
    shipped = weights("en")
    readers = ({"as shipped": shipped} if shipped is not None else {}) | {"rules alone": None}
    for reader, trained in readers.items():
        for name, (texts, measure) in keys.items():
            nested = isinstance(measure, OwnMeasure)
            yield from table(f"{name}, {reader}", list(judged(texts, trained, measure, nested=nested)))
            count, right = own_voice(texts, trained)
            yield f"own voice: {count} statements, confidence {OWN_CONFIDENCE}, right {right / (count or 1):.2f}\n"


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, help="the folder of answer keys")
    parser.add_argument("--write", action="store_true", help="put it into docs/attribution-errors.md")
    args = parser.parse_args()
    lines = []
    for line in report(args.gold):
        print(line, flush=True)
        lines.append(line)
    if args.write:
        write_into(PAGE, "calibration", lines)


if __name__ == "__main__":
    main()
