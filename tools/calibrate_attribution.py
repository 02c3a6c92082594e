"""Measure how sure attributions are: `python -m tools.calibrate_attribution --texts PATH`.

Run by `make train`, after training. Reads the train part of corpus/attribution, twice: by the rules alone, and by
weights trained on the other half of its reports, so that no report is read by weights that have seen it. For each sort
of attribution (extract/attribution_confidence.py) it fits a line that never falls from the raw value to the share of
statements whose attribution has the right content and source, as agree.py counts. Writes confidences.tsv for the rules
and the card of the weights in the package, if there are any. The dev part is left for measuring: bench/calibration.py.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.attribution import fields
from bench.attribution_outcomes import OwnMeasure, outcomes
from bench.attribution_reports import Text, in_records, own
from corpus.attribution.agree import f1
from reportedly.extract.attribution_confidence import ANY, sort_of
from reportedly.extract.attribution_weights import Weights, load
from tools.train_attribution import (
    REAL_WEIGHT,
    THRESHOLDS,
    WEIGHTS,
    Example,
    anchored,
    train,
    write_card,
)

TABLE = Path(__file__).resolve().parents[1] / "src/reportedly/lexicon/data/confidences.tsv"
SEED = 5
HALVES = 2
# A line has at most so many knots, none of fewer statements than this; a sort with fewer gets the line of all sorts.
KNOTS, FEWEST = 6, 60
HEAD = """\
# How often what the rules find is right, content and source, by sort of attribution and by what their rule was given.
# sort: extract/attribution_confidence.py. raw: the rule's own value. share: of statements, on the train part of
# corpus/attribution; between two rows of a sort it lies on a straight line. Written by tools/calibrate_attribution.py.
sort\traw\tshare\tlanguage\tsource\tlicence
"""
Row = tuple[str, float, float]


@dataclass(frozen=True, slots=True)
class Sample:
    """One attribution that was read: its sort and raw value, how many statements it has, and whether it is right."""

    sort: str
    raw: float
    statements: int
    right: bool


def samples(texts: Iterable[Text], trained: Weights | None) -> Iterator[Sample]:
    """What the reader finds in texts of the corpus."""
    for text in texts:
        found = text.unmeasured(trained)
        counts = Counter(statement.attribution for statement in text.stated(found))
        _, verdicts, _ = outcomes(text, in_records(found), OwnMeasure())
        for each, outcome in zip(found, verdicts, strict=True):
            if counts[each.id]:
                yield Sample(sort_of(each), each.confidence, counts[each.id], outcome.verdict == "right")


def lines(found: Sequence[Sample]) -> list[Row]:
    """The knots of each sort that is not too rare, and of all sorts together; rows of sort, raw value and share."""
    sorts = sorted({each.sort for each in found})
    groups = {ANY: list(found)} | {sort: [each for each in found if each.sort == sort] for sort in sorts}
    return [
        (sort, round(raw, 3), round(share, 3))
        for sort, group in groups.items()
        if sort == ANY or sum(each.statements for each in group) >= FEWEST
        for raw, share in knots(group)
    ]


def knots(group: Sequence[Sample]) -> list[tuple[float, float]]:
    """Mean raw value and share that is right of each run of samples, merged until none falls (isotonic regression)."""
    merged: list[tuple[float, float, float]] = []
    for run in runs(group):
        size = sum(each.statements for each in run)
        raw = sum(each.statements * each.raw for each in run)
        # One more right and one more wrong: a few samples do not make a certainty.
        right = sum(each.statements for each in run if each.right) + 1.0
        merged.append((raw, right, size))
        while len(merged) > 1 and share(merged[-2]) >= share(merged[-1]):
            last = merged.pop()
            merged[-1] = tuple(a + b for a, b in zip(merged[-1], last, strict=True))  # type: ignore[assignment]
    return [(raw / size, share((raw, right, size))) for raw, right, size in merged]


def share(run: tuple[float, float, float]) -> float:
    """The share that is right of a run."""
    return run[1] / (run[2] + 2)


def runs(group: Sequence[Sample]) -> Iterator[list[Sample]]:
    """Samples in order of their raw value, cut into runs of about equal size; equal values stay together."""
    ordered = sorted(group, key=lambda each: each.raw)
    least = max(FEWEST, sum(each.statements for each in ordered) / KNOTS)
    run: list[Sample] = []
    for each in ordered:
        if run and run[-1].raw != each.raw and sum(one.statements for one in run) >= least:
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def halves(texts: Sequence[Text]) -> list[set[str]]:
    """The names of the reports in two halves, always the same."""
    names = sorted({text.report for text in texts})
    random.Random(SEED).shuffle(names)
    return [set(names[number::HALVES]) for number in range(HALVES)]


def across(invented: Sequence[Text], real: Sequence[Text]) -> Iterator[Sample]:
    """What weights trained on one half of the reports find in the other."""
    for half in halves([*invented, *real]):
        data = [example(text) for text in [*invented, *list(real) * REAL_WEIGHT] if text.report not in half]
        with tempfile.TemporaryDirectory() as folder:
            where = Path(folder)
            write_card(where, train(data, where), THRESHOLDS)
            trained = load(where)
        yield from samples((text for text in (*invented, *real) if text.report in half), trained)


def example(text: Text) -> Example:
    """A text as the trainer has it."""
    return Example(text.report, text.view, anchored(text.view, text.gold))


def write_table(rows: Iterable[Row], path: Path) -> None:
    """Write the table of the rules."""
    body = "".join(f"{sort}\t{raw}\t{share}\ten\treportedly\tMIT\n" for sort, raw, share in rows)
    path.write_text(HEAD + body, encoding="utf-8")


def add_to_card(facts: dict[str, Any], path: Path) -> None:
    """Put facts into the card of the weights."""
    card = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(card | facts, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def figures(texts: Path | None, trained: Weights) -> dict[str, float]:
    """Full F1 of the weights, and of the rules alone, on each side of the dev part, in percent."""
    found = {}
    for side, reports in own("dev", texts).items():
        for name, reader in (("", trained), (", rules alone", None)):
            count = fields(reports, reader)
            found[f"full F1, {side} dev{name}"] = round(f1(count["full"], count["first"], count["second"]), 2)
    return found


def main() -> None:
    """Measure, and write what was measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, help="the folder with meantime/ and coreference/; else invented only")
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="whose card is completed, if it is there")
    args = parser.parse_args()
    texts = own("train", args.texts)
    invented, real = texts["invented"], texts.get("real", [])
    write_table(lines(list(samples([*invented, *real], None))), TABLE)
    print(f"written to {TABLE}")
    card = args.weights / "card.json"
    if card.is_file():
        add_to_card({"confidences": lines(list(across(invented, real)))}, card)
        add_to_card({"figures": figures(args.texts, load(args.weights))}, card)
        print(f"written to {card}")


if __name__ == "__main__":
    main()
