"""What the corpus of attribution teaches: PolNeAR's dev part, read with weights trained on more and more of it.

    python bench/attribution_curve.py --gold ../shared/gold

For each number of reports (drawn with a fixed seed from corpus/attribution's train part, real ones in the same
proportion) both conditional random fields are trained anew and scored with the keys' own `attribution.py`. The first
row is the rules alone, which are also among the features. Nothing of PolNeAR is trained on.

full       content and source right (F1), of all attributions that are read, nested ones among them
outermost  the same of those that stand in no other's content: PolNeAR does not mark nested ones
direct, indirect, speech   recall, as the scorer defines it; source: share of matched contents with the right source
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from corpus.attribution.load import load_invented, load_real
from reportedly.extract.attribution_weights import Weights
from reportedly.extract.attribution_weights import load as load_weights
from reportedly.extract.attributions import read
from reportedly.extract.base import Found
from reportedly.extract.parse import parse
from reportedly.extract.registry import extractors
from reportedly.model import Attribution, make_article
from tools.train_attribution import REAL_WEIGHT, THRESHOLDS, Example, examples, train, write_card

SEED = 4
STEPS = (50, 100, 200, 300)


def documents(split: Path) -> Iterator[tuple[Any, Found]]:
    """The texts of a part of PolNeAR, parsed, with what is found before attributions."""
    for path in sorted(split.glob("text/*.txt")):
        with path.open(encoding="utf-8", newline="") as handle:
            text = handle.read()
        doc = parse(text, language="en", max_words=100_000, source=path.stem)
        found = Found(article=make_article(text, digest="", language="en", title=path.stem))
        for extractor in extractors():
            if extractor.NAME == "attributions":
                break
            getattr(found, extractor.NAME).extend(extractor.find(doc, found))
        yield doc, found


def row(name: str, attribution: Attribution) -> dict[str, Any]:
    """An attribution as the scorer reads it: the deepest source, as `measure.py` has it."""
    spans = [(source.depth, source.span) for source in attribution.sources if source.span is not None]
    deepest = max((depth for depth, _ in spans), default=None)
    return {
        "doc": name,
        "source": [[span.start, span.end] for depth, span in spans if depth == deepest],
        "cue": [[attribution.cue.start, attribution.cue.end]] if attribution.cue else [],
        "content": [[part.start, part.end] for part in attribution.parts or (attribution.content,)],
    }


def scores(gold: Path, data: Sequence[tuple[Any, Found]], weights: Weights | None, *, nested: bool) -> dict[str, Any]:
    """The scorer's figures."""
    rows = [
        row(found.article.title or "", each)
        for doc, found in data
        for each in read(doc, found, weights)
        if nested or each.within is None
    ]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.write("".join(json.dumps(each) + "\n" for each in rows))
        out.flush()
        command = [sys.executable, str(gold / "attribution.py"), str(gold / "polnear/dev"), out.name, "--json"]
        return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


def line(name: str, gold: Path, data: Sequence[tuple[Any, Found]], weights: Weights | None) -> str:
    """A row of the table."""
    everything = scores(gold, data, weights, nested=True)
    outer = scores(gold, data, weights, nested=False)
    cells = [everything["full"]["f1"], outer["full"]["f1"], outer["full"]["p"], outer["full"]["r"]]
    cells += [everything[f"recall {kind}"]["full"] for kind in ("direct", "indirect", "speech")]
    cells.append(everything["source"]["accuracy"])
    return f"| {name} | " + " | ".join(f"{100 * cell:.2f}" for cell in cells) + " |"


def drawn(data: Sequence[Example], share: float) -> list[Example]:
    """A share of the reports, always the same ones for the same share."""
    names = sorted({example.report for example in data})
    chosen = set(random.Random(SEED).sample(names, round(share * len(names))))
    return [example for example in data if example.report in chosen]


def trained(invented: Sequence[Example], real: Sequence[Example]) -> Weights:
    """Weights trained on these."""
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        write_card(where, train([*invented, *list(real) * REAL_WEIGHT], where), THRESHOLDS)
        return load_weights(where)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--all", action="store_true", help="only the last row, all reports")
    args = parser.parse_args()
    data = list(documents(args.gold / "polnear/dev"))
    invented, real = list(examples(load_invented("train"))), list(examples(load_real("train", args.gold)))
    total = len({example.report for example in invented}) + len({example.report for example in real})
    print("| reports | full | outermost | precision | recall | direct | indirect | speech | source |")
    print("|---|" + "---:|" * 8)
    print(line("rules alone", args.gold, data, None), flush=True)
    for count in (*(() if args.all else STEPS), total):
        share = min(1.0, count / total)
        weights = trained(drawn(invented, share), drawn(real, share))
        print(line(str(count), args.gold, data, weights), flush=True)


if __name__ == "__main__":
    main()
