"""Is the writer committed to a clause under a verb: the reader's word for it against CommitmentBank's 1,200 items.

    python bench/commitment.py --gold FOLDER [--errors]

An item is a sentence with a clause under a verb that is negated, asked, conditional or under a modal, and the mean of
what people took the writer to hold (-3 it is not so … 3 it is so). Scored is the sign, on items whose mean is beyond
±1, by what the verb stands under; beside it the share of the commoner sign of each ("baseline").

The reader reads the sentence alone. The clause is the statement that shares most words with the item's prompt; where no
statement is without the verb over the clause, it is the last event whose trigger is among the prompt's words. The
sign of what is found:

- a stance of not knowing ("did not know that"), or of not telling somebody ("did not tell her that"): +, for that
  is said of what is so; the writer's own "I don't know that …": -
- negative: -
- polarity unknown, or modality unknown (asked, conditional, wished): -
- all else: +

Where the prompt is negative itself (within its first five words), negative and positive change places. A clause that is
neither a statement nor an event of its own has the polarity of the statement that it stands in.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

REPORTEDLY = Path(sys.executable).parent / "reportedly"
KEY = "factuality/CommitmentBank-items.csv"
BEYOND = 1.0
# A statement shares at least this of its and the prompt's words with the prompt to be the clause.
LEAST_SHARED = 0.2
# A negation behind these belongs to another clause of the prompt.
OWN_WORDS = 5
WRITER = frozenset({"i", "we"})
NEGATION = re.compile(r"n't\b|\b(?:not|no|never|nobody|nothing|none|neither|nor|cannot)\b", re.IGNORECASE)
IRREGULAR = {
    "know": "kn[oe]w", "think": "think|thought", "say": "say|said", "tell": "tell|told", "see": "see|saw",
    "find": "f[io]und?", "feel": "feel|felt", "understand": "underst", "forget": "forg[eo]t",
}  # fmt: skip
Json = dict[str, Any]


def words(text: str) -> set[str]:
    """Its words in lower case."""
    return set(re.findall(r"[a-z']+", text.lower()))


def readings(items: Iterable[Json]) -> dict[str, Json]:
    """What the reader makes of each sentence, by the item's id."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "items.jsonl")
        rows = ({"id": item["uID"], "text": item["Target"], "published": "2000-01-01"} for item in items)
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        command = [str(REPORTEDLY), "read", str(source), "--format", "json"]
        out = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True).stdout
    read = [json.loads(line) for line in out.splitlines() if line.strip()]
    return {article["article"]["ref"]: article for article in read}


def clause(item: Json, article: Json) -> Json | None:
    """What was found of the clause: its factuality, and who speaks how; None where nothing was."""
    prompt = words(item["Prompt"])
    verb = re.compile(rf"\b(?:{IRREGULAR.get(item['Verb'], item['Verb'][:5])})", re.IGNORECASE)

    def near(statement: Json) -> float:
        own = words(statement["content"]["text"])
        return len(own & prompt) / len(own | prompt)

    parts = [each for each in article["statements"] if not verb.search(each["content"]["text"])]
    best = max(parts, key=near, default=None)
    if best is not None and near(best) > LEAST_SHARED:
        return of_statement(best)
    told = [each for each in article["events"] if words(each["trigger"]["text"]) & prompt]
    if told:
        return {"modality": told[-1]["modality"], "polarity": told[-1]["polarity"]}
    around = max(article["statements"], key=near, default=None)
    turned = around is not None and around["factuality"]["polarity"] == "negative"
    return {"modality": "certain", "polarity": "negative"} if turned else None


def of_statement(statement: Json) -> Json:
    """Its factuality, the stance and words of its origin, and its cue."""
    origin = max(statement["sources"], key=lambda source: source["depth"])
    said = {"stance": origin.get("stance"), "speaker": (origin.get("text") or "").lower()}
    return {**statement["factuality"], **said, "cue": (statement["cue"] or {}).get("text", "")}


def sign(found: Json | None, prompt: str) -> str:
    """+ or -, as the head of this file says; + where nothing was found."""
    if found is None:
        return "+"
    if found.get("stance") == "unaware":
        return "-" if found["speaker"] in WRITER and re.match(r"do(?:n't| not) know", found["cue"]) else "+"
    if found.get("stance") == "silent" and {"tell", "told"} & words(found["cue"]):
        return "+"
    if "unknown" in (found["polarity"], found["modality"]):
        return "-"
    own = " ".join(prompt.split()[:OWN_WORDS])
    return "+" if (found["polarity"] == "negative") == bool(NEGATION.search(own)) else "-"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--errors", action="store_true", help="print every item whose sign is wrong")
    options = parser.parse_args()
    with (options.gold / KEY).open(encoding="utf-8", newline="") as file:
        items = [row for row in csv.DictReader(file) if abs(float(row["Mean"])) > BEYOND]
    read = readings(items)
    right: Counter[str] = Counter()
    wanted: dict[str, Counter[str]] = defaultdict(Counter)
    for item in items:
        gold = "+" if float(item["Mean"]) > 0 else "-"
        found = clause(item, read[item["uID"]])
        wanted[item["Embedding"]][gold] += 1
        right[item["Embedding"]] += sign(found, item["Prompt"]) == gold
        if options.errors and sign(found, item["Prompt"]) != gold:
            print(item["Verb"], item["Embedding"], gold, found, item["Target"], "=>", item["Prompt"], sep=" | ")
    for kind, signs in sorted(wanted.items()):
        print(shown(kind, right[kind], max(signs.values()), signs.total()))
    commoner = sum(max(signs.values()) for signs in wanted.values())
    print(shown("sign right", right.total(), commoner, len(items)))


def shown(name: str, right: int, commoner: int, total: int) -> str:
    """One line of the table."""
    return f"{name:<12} {100 * right / total:6.2f}   baseline {100 * commoner / total:6.2f}   of {total}"


if __name__ == "__main__":
    main()
