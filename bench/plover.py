"""Type, actor and recipient of the event of single sentences, against PLOVER's examples of its own categories.

KEY is PLOVER_GSR_CAMEO.txt: 322 sentences, each with a root type and, in brackets, the words of the event (EVT), of
who did it (SRC) and to whom (TAR). The brackets are taken out, and every sentence is read as an article of its own.

Which event is scored: of those whose trigger lies in words of the key's EVT the first whose type has a term of PLOVER,
else the first of them ("agreed", not "said", of "said … agreed"). A sentence without any is wrong in everything. With
`--blind` the key's EVT is not looked at: it is the first event in the sentence whose type has a term.

Our type becomes PLOVER's by the column of lexicon/data/event_types.tsv. PLOVER files by two rules of its own besides,
which need what we keep apart (its codebook: what is intended or offered is AGREE where it is cooperation and THREATEN
where it is conflict; what is not agreed to is REJECT), so a future event becomes one of these by the column `kind`
of WILLED below. FIGHT is a name that PLOVER later gave up for ASSAULT; the two count as one.

  root type   share of sentences where the roots are the same
  actor       share of the key's actors (SRC) whose head is in the words of one of the event's actors, or, where that
              refers to something named before, in that one's words. The head is the last word of the bracket up to
              its first preposition or comma
  recipient   the same for TAR
  most often  what the commonest root would reach, as a baseline
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, PIPE

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from reportedly.lexicon.table import table

Record = Mapping[str, object]
Bounds = tuple[int, int]
REPORTEDLY = Path(sys.executable).parent / "reportedly"
OPENING = re.compile(r"\((SRC/TAR|TAR/SRC|TAR/LOC|LOC/TAR|SRC|TAR|EVT|LOC): ?")
ENDS_HEAD = re.compile(r",| (?:of|in|at|on|for|to|from|with|living|fleeing|ordered) ")
COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "INVESTIGATE"})
CONFLICT = frozenset({"SANCTION", "PROTEST", "COERCE", "ASSAULT", "MOBILIZE"})
SAME = {"FIGHT": "ASSAULT"}


@dataclass(frozen=True)
class Example:
    """One sentence of the key: its text without brackets, its root, and where the words of each bracket stand."""

    root: str
    text: str
    words: Mapping[str, Sequence[Bounds]]


def examples(path: Path) -> Iterator[Example]:
    """Every sentence of the key that has a type."""
    for row in json.loads(path.read_text(encoding="utf-8"), strict=False):
        if row["event"] != "DOCUMENT":
            info = row["textInfo"]
            marked = info if isinstance(info, str) else info["markup"]
            text, words = unbracketed(" ".join(marked.split()).strip("{}").replace("}", ")"))
            yield Example(SAME.get(row["event"], row["event"]), text, words)


def unbracketed(marked: str) -> tuple[str, dict[str, list[Bounds]]]:
    """A text without its brackets, and where the words stood that each kind of bracket held."""
    text, at, depth = "", 0, 0
    stack: list[tuple[str, int, int]] = []
    words: dict[str, list[Bounds]] = {"SRC": [], "TAR": [], "EVT": [], "LOC": []}
    while at < len(marked):
        opening = OPENING.match(marked, at)
        if opening is not None:
            stack.append((opening[1], len(text), depth))
            at = opening.end()
            continue
        depth += (marked[at] == "(") - (marked[at] == ")")
        if marked[at] == ")" and stack and depth < stack[-1][2]:
            kinds, start, depth = stack.pop()
            for kind in kinds.split("/"):
                words[kind].append((start, len(text)))
        else:
            text += marked[at]
        at += 1
    return text, words


def read(sentences: Sequence[Example]) -> list[Record]:
    """What `reportedly read` finds in each sentence."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "in.jsonl")
        rows = ({"id": str(i), "text": one.text, "published": "2000-01-01"} for i, one in enumerate(sentences))
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        done = subprocess.run([REPORTEDLY, "read", source, "--format", "json"], stdout=PIPE, stderr=DEVNULL, text=True)
    found = {row["article"]["ref"]: row for row in map(json.loads, done.stdout.splitlines())}
    return [found.get(str(i), {"events": [], "mentions": []}) for i in range(len(sentences))]


def chosen(example: Example, events: Sequence[Record], *, blind: bool) -> Record | None:
    """The event that is scored; None where there is none."""
    places = [(0, len(example.text))] if blind else example.words["EVT"]
    there = [event for event in events if any(overlap(event["trigger"]["span"], place) for place in places)]
    return next((event for event in there if terms()[event["type"]]), there[0] if there else None)


def overlap(one: Bounds, other: Bounds) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def terms() -> dict[str, str]:
    """PLOVER's term of each of our types."""
    return {row["type"]: SAME.get(row["plover"], row["plover"]) for row in table("event_types")}


def root(event: Record) -> str:
    """PLOVER's root type of an event of ours."""
    term = terms()[event["type"]]
    if event["polarity"] == "negative" and term in COOPERATION:
        return "REJECT"
    if event["tense"] != "future":
        return term
    return "AGREE" if term in COOPERATION else "THREATEN" if term in CONFLICT else term


def head(text: str, bounds: Bounds) -> Bounds:
    """Where the head of a bracket stands: its last word up to its first preposition or comma."""
    words = text[bounds[0] : bounds[1]]
    first = ENDS_HEAD.search(words)
    until = (words[: first.start()] if first else words).rstrip(" ()")
    start = bounds[0] + until.rfind(" ") + 1
    return start, bounds[0] + len(until)


def met(bounds: Bounds, participants: Sequence[Record], mentions: Mapping[str, Sequence[Bounds]]) -> bool:
    """Whether a head is in the words of a participant, or of what it refers to."""
    spans = [who["span"] for who in participants]
    spans += [span for who in participants if who["refers_to"] for span in mentions[who["refers_to"]]]
    return any(overlap(bounds, span) for span in spans)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, help="the folder with events/plover")
    parser.add_argument("--blind", action="store_true", help="do not look at the words that the key marks as the event")
    parser.add_argument("--errors", action="store_true", help="print what was wrong")
    options = parser.parse_args()
    sentences = list(examples(options.gold / "events/plover/PLOVER_GSR_CAMEO.txt"))
    right, wanted = Counter(), Counter()
    for example, article in zip(sentences, read(sentences), strict=True):
        mentions = defaultdict(list)
        for mention in article["mentions"]:
            mentions[mention["refers_to"]].append(mention["span"])
        event = chosen(example, article["events"], blind=options.blind)
        got = None if event is None else root(event)
        wanted["root type"] += 1
        right["root type"] += got == example.root
        missed = []
        for name, side in (("actor", "SRC"), ("recipient", "TAR")):
            for bounds in example.words[side]:
                there = event is not None and met(head(example.text, bounds), either(event, name, example), mentions)
                wanted[name] += 1
                right[name] += there
                missed += [] if there else [f"{name} {example.text[slice(*bounds)]!r}"]
        if options.errors and (missed or got != example.root):
            show(example, event, got, missed)
    commonest, count = Counter(example.root for example in sentences).most_common(1)[0]
    for name, total in wanted.items():
        print(f"{name:<10} {100 * right[name] / total:6.2f}   {right[name]} of {total}")
    print(f"most often {100 * count / len(sentences):6.2f}   {commonest}")


def either(event: Record, name: str, example: Example) -> Sequence[Record]:
    """The participants of a side; both sides where the key marks one actor as the recipient too ("X met Y")."""
    both = set(example.words["SRC"]) & set(example.words["TAR"])
    return [*event["actor"], *event["recipient"]] if both else event[name]


def show(example: Example, event: Record | None, got: str | None, missed: Sequence[str]) -> None:
    marked = [example.text[slice(*bounds)] for bounds in example.words["EVT"]]
    print(f"{example.root} {'' if got == example.root else f'!= {got}'}   {marked}   {example.text}")
    if event is not None:
        sides = {side: [who["text"] for who in event[side]] for side in ("actor", "recipient")}
        print(f"    {event['type']} {event['trigger']['text']!r} {event['tense']} {event['modality']} {sides}")
    print(f"    missed: {', '.join(missed)}")


if __name__ == "__main__":
    main()
