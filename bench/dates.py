"""Dates on the lines a key marks, with the interval that so few items allow.

The Wikinews key (MEANTIME) marks the title, the date line and the first sentences of each text; what the reader finds
after them is counted as wrong by a scorer that reads the whole text. Here both sides are cut to the marked lines.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

REPORTEDLY = Path(sys.executable).parent / "reportedly"
# No item of the key lies beyond, in any text.
MARKED_LINES = 6
RESAMPLES = 1000
SEED = 20
MEASURES = ("relaxed", "strict", "value")
# (pairs, pairs of equal extent, pairs of equal value, found, marked) of one text.
Counts = tuple[int, int, int, int, int]


def scorer(gold: Path) -> ModuleType:
    """The key's own scorer."""
    spec = spec_from_file_location("gold_dates", gold / "dates.py")
    module = module_from_spec(spec)
    sys.modules["gold_dates"] = module
    spec.loader.exec_module(module)
    return module


def read(docs: dict, command: Path = REPORTEDLY) -> dict[str, list[dict]]:
    """The times that `reportedly read` finds, by text."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "in.jsonl")
        rows = ({"id": name, "text": doc.text, "published": doc.dct[:10]} for name, doc in docs.items())
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        command_line = [command, "read", source, "--format", "json"]
        printed = subprocess.run(command_line, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    articles = (json.loads(line) for line in printed.split("\n") if line)
    return {article["article"]["ref"]: article["times"] for article in articles}


def counts(dates: ModuleType, doc: object, times: list[dict]) -> Counts:
    """What one text adds, on its marked lines."""
    end = sum(map(len, doc.text.splitlines(keepends=True)[:MARKED_LINES]))
    spans = ((*time["span"], time["type"], time["value"]) for time in times if time["span"][0] < end)
    found = [dates.trim(doc.text, dates.Timex(*span)) for span in dict.fromkeys(spans)]
    marked = [dates.trim(doc.text, timex) for timex in doc.timexes if timex.start < end]
    pairs = dates.pair(marked, found)
    strict = sum((one.start, one.end) == (two.start, two.end) for one, two in pairs)
    return len(pairs), strict, sum(one.value == two.value for one, two in pairs), len(found), len(marked)


def f1(rows: list[Counts]) -> list[float]:
    """F1 of each measure, in per cent."""
    *right, found, marked = (sum(column) for column in zip(*rows, strict=True))
    return [200 * number / max(found + marked, 1) for number in right]


def interval(rows: list[Counts]) -> list[tuple[float, float]]:
    """The 95 % interval of each measure: resampled over texts, by one seed."""
    chance = random.Random(SEED)
    samples = [f1(chance.choices(rows, k=len(rows))) for _ in range(RESAMPLES)]
    ends = (int(RESAMPLES * 0.025), int(RESAMPLES * 0.975) - 1)
    return [tuple(sorted(column)[end] for end in ends) for column in zip(*samples, strict=True)]


def report(gold: Path, key: str) -> str:
    """A line a measure: F1 on the marked lines with its interval."""
    dates = scorer(gold)
    docs = dates.read_gold(gold / key)
    times = read(docs)
    rows = [counts(dates, doc, times.get(name, [])) for name, doc in docs.items()]
    shown = zip(MEASURES, f1(rows), interval(rows), strict=True)
    return "".join(
        f"marked {name:10}{value:8.2f}   95 % {low:.1f} to {high:.1f}\n" for name, value, (low, high) in shown
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--key", default="times/wikinews")
    options = parser.parse_args()
    sys.stdout.write(report(options.gold, options.key))


if __name__ == "__main__":
    main()
