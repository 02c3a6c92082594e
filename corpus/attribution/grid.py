"""The plan of the invented reports: `python -m corpus.attribution.grid` writes grid.tsv, a report a row.

What plan.toml lists (registers, topics, countries, lengths, quotation marks, constructions, rarer words of attribution,
distractors) is dealt out in rounds, each shuffled with a fixed seed, so that nothing comes much more often than
anything else. Style *long* was added when the learning curve showed what the first 360 lacked: sentences as long as in
real news, more of "say" and "tell", more background between attributions.
"""

from __future__ import annotations

import csv
import random
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.attribution.check import REGISTERS

HERE = Path(__file__).parent
SEED = 20261122
ROWS = 480
# Rows of style *long*; the last forty are the test part.
LONG = range(361, 441)
DATELINED = frozenset({"agency", "broadsheet", "local"})
COLUMNS = (
    "id", "register", "topic", "country", "words", "quotes", "dateline", "constructions", "cues", "distractor", "style",
)  # fmt: skip


def dealt(things: Sequence[str], chance: random.Random) -> Iterator[str]:
    """The things without end, each round shuffled anew."""
    while True:
        yield from chance.sample(things, len(things))


def grid(count: int) -> Iterator[dict[str, str]]:
    """The rows of the plan."""
    plan = tomllib.loads((HERE / "plan.toml").read_text(encoding="utf-8"))
    chance = random.Random(SEED)
    cells = [f"{register} {topic}" for register in REGISTERS for topic in plan["topics"]]
    names = ("countries", "lengths", "quotes", "constructions", "cues", "distractors")
    cell, country, length, quotes, construction, cue, distractor = (
        dealt(things, chance) for things in (cells, *(plan[name] for name in names))
    )
    for number in range(1, count + 1):
        register, topic = next(cell).split()
        yield {
            "id": f"inv-{number:03d}",
            "register": register,
            "topic": topic,
            "country": next(country),
            "words": next(length),
            "quotes": next(quotes),
            "dateline": chance.choice(("yes", "no", "no")) if register in DATELINED else "no",
            "constructions": " | ".join(next(construction) for _ in range(3)),
            "cues": ", ".join(next(cue) for _ in range(6)),
            "distractor": next(distractor),
            "style": "long" if number in LONG else "plain",
        }


def main() -> None:
    """Write grid.tsv."""
    with (HERE / "grid.tsv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, COLUMNS, delimiter="\t", lineterminator="\n")
        writer.writeheader()
        writer.writerows(grid(ROWS))


if __name__ == "__main__":
    main()
