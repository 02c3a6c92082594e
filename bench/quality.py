"""The figures of the answer keys, held to floors that refuse to drop."""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from subprocess import DEVNULL, PIPE
from types import SimpleNamespace

import dates

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
REPORTEDLY = Path(sys.executable).parent / "reportedly"


@dataclass(frozen=True)
class Key:
    """One answer key: the scorer's kind, where the key is, and how each figure is found in what it prints."""

    name: str
    kind: str
    path: str
    figures: dict[str, str]


# Columns of a scorer's line, after its name.
F1 = r".*F1 +([\d.]+)"
THIRD = r" +\S+ +\S+ +([\d.]+)"

KEYS = (
    Key(
        "polnear",
        "polnear",
        "polnear/dev",
        {"full F1": r"^full .*f1 +([\d.]+)", "direct": r"^recall direct.*full +([\d.]+)"},
    ),
    Key(
        "wikinews",
        "dates",
        "times/wikinews",
        {
            "value": f"^value{THIRD}",
            "relaxed": f"^relaxed{THIRD}",
            "marked value": r"^marked value +([\d.]+)",
            "marked strict": r"^marked strict +([\d.]+)",
            "marked relaxed": r"^marked relaxed +([\d.]+)",
        },
    ),
    Key("wikiwars", "dates", "times/wikiwars", {"value": f"^value{THIRD}"}),
    Key("lgl", "places", "places/lgl.xml", {"end to end": f"^end to end{F1}"}),
    Key("geovirus", "places", "places/GeoVirus.xml", {"end to end": f"^end to end{F1}"}),
    Key("gwn", "places", "places/GWN-odd.xml", {"end to end": f"^end to end{F1}"}),
    Key(
        "newsquant",
        "figures",
        "figures/NewsQuant-half.json",
        {
            "value": f"^value{THIRD}",
            "unit": rf"^value\+unit{THIRD}",
            "change": rf"^value\+change{THIRD}",
            "concept partial": rf"^value\+concept partial{THIRD}",
            "concept complete": rf"^value\+concept complete{THIRD}",
        },
    ),
    Key(
        "meantime",
        "factuality",
        "meantime/intra-doc_annotation",
        {
            "coverage": r"^coverage +([\d.]+)",
            "uncertain": f"^uncertain{F1}",
            "negative": f"^negative{F1}",
            "future": f"^future{F1}",
        },
    ),
    Key(
        "police",
        "police",
        "events/indiapolice",
        {"sentences KILL": f"^sentences +KILL{F1}", "sentences ARREST": f"^sentences +ARREST{F1}"},
    ),
)


def sample(gold: Path) -> str:
    """What the scorer of the sample article prints."""
    article = gold / "antwerp-to-aleppo.txt"
    read = [REPORTEDLY, "read", article, "--published", "2015-01-19", "--outlet", "CNN", "--format", "jsonl"]
    lines = subprocess.run(read, capture_output=True, check=True).stdout
    score = [sys.executable, gold / "score.py", gold / "antwerp-to-aleppo.gold.jsonl"]
    return subprocess.run(score, input=lines, capture_output=True, check=True).stdout.decode()


def measured(key: Key, gold: Path) -> str:
    """What the scorer of one key prints: the texts go through `reportedly read`, what comes back to the scorer."""
    spec = spec_from_file_location("measure", gold / "measure.py")
    measure = module_from_spec(spec)
    spec.loader.exec_module(measure)
    measure.subprocess = SplitAtNewlines
    scorer = gold / ("attribution.py" if key.kind == "polnear" else f"{key.kind}.py")
    with tempfile.TemporaryDirectory() as folder:
        source, found = Path(folder, "in.jsonl"), Path(folder, "found.jsonl")
        source.write_text("".join(json.dumps(row) + "\n" for row in measure.dump(key.kind, gold / key.path)), "utf-8")
        read = subprocess.run([REPORTEDLY, "read", source, "--format", "json"], stdout=PIPE, stderr=DEVNULL, text=True)
        rows = [row for line in read.stdout.splitlines() for row in measure.convert(key.kind, json.loads(line))]
        found.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        command = [sys.executable, scorer, *([] if key.kind == "polnear" else ["score"]), gold / key.path, found]
        return subprocess.run(command, stdout=PIPE, text=True, check=True).stdout


class SplitAtNewlines:
    """`subprocess` for the keys' own script, which cuts its input at every line separator of Unicode.

    Some texts of the keys hold U+0085 or U+2028, and a JSON line must not be cut there.
    """

    @staticmethod
    def run(*arguments: object, **options: object) -> object:
        done = subprocess.run(*arguments, **options)
        return SimpleNamespace(stdout=Lines(done.stdout))


class Lines(str):
    """Text whose lines end at a newline only."""

    def splitlines(self, keepends: bool = False) -> list[str]:
        return self.split("\n")[:-1]


def figures(gold: Path, only: list[str]) -> dict[str, float]:
    """Every figure, as "key: figure", printed as it comes."""
    found: dict[str, float] = {}
    if not only or "sample" in only:
        printed = sample(gold)
        print(f"== sample\n{printed}", flush=True)
        found["sample: found"] = float(re.search(r"^found +(\d+)", printed, re.M)[1])
    for key in KEYS:
        if not only or key.name in only:
            printed = measured(key, gold) + (dates.report(gold, key.path) if key.name == "wikinews" else "")
            print(f"== {key.name}\n{printed}", flush=True)
            for name, pattern in key.figures.items():
                found[f"{key.name}: {name}"] = float(re.search(pattern, printed, re.M)[1])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--only", action="append", default=[], help="sample, polnear, wikinews … (may be repeated)")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what is seen")
    options = parser.parse_args()
    if not options.gold.is_dir():
        sys.exit(f"{options.gold}: no answer keys here")
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8"))
    seen = figures(options.gold, options.only)
    under = {name: value for name, value in seen.items() if value < floors.get(name, 0)}
    for name, value in seen.items():
        print(
            f"{name:<28}{value:7.2f}   floor {floors.get(name, 0):7.2f}{'   UNDER ITS FLOOR' if name in under else ''}"
        )
    if options.lift:
        lifted = {name: max(value, floors.get(name, 0)) for name, value in seen.items()}
        FLOORS.write_text(json.dumps(floors | lifted, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    sys.exit(1 if under else 0)


if __name__ == "__main__":
    main()
