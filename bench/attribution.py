"""Who said what: the reader of attribution on the corpus's own parts, on PolNeAR and on MEANTIME, and its errors.

    python bench/attribution.py --gold ../shared/gold                the whole report, as Markdown
    python bench/attribution.py --gold ../shared/gold --write        the same into docs/attribution-errors.md
    python bench/attribution.py --gold ../shared/gold --part test    figures of one part of the corpus alone

What is read with the weights in the package stands beside the rules alone; without weights there are only the rules.
Headlines are read as well as texts. A source is the deepest that an attribution adds to its chain, and none where
nobody is named. *Fields* are those of corpus/attribution/agree.py, of which the reader's output is the second side;
stances are put into the corpus's words first. *full*: content and source right.
attribution_outcomes.py defines right, wrong, missed, extra, and what is left out on purpose.

PolNeAR is matched by its own scorer, which has headlines in its texts and no nested attributions in its key. MEANTIME
has no attributions. Of its topic *apple* the events of class SPEECH_COGNITIVE are taken, each mention one:
  met      its words overlap a cue of ours
  agent    of those met that have an agent (PropBank's Arg0): a source of such an attribution overlaps one of the agents
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from bench.attribution_keys import SpeechEvent, meantime, polnear, scorer
from bench.attribution_outcomes import Measure, Outcome, OwnMeasure, PolnearMeasure, outcomes
from bench.attribution_reports import Text, in_records, own
from bench.attribution_tables import (
    PAGE,
    TITLES,
    TRAITS,
    Sides,
    by_trait,
    heads,
    percent,
    row,
    summary,
    verdicts,
    write_into,
)
from corpus.attribution.agree import compare_attributions, report_lines
from corpus.attribution.records import Span
from reportedly.extract.attribution_weights import Weights, weights

TOPIC = "apple"


def readers() -> dict[str, Weights | None]:
    """The reader as it ships, and the rules alone."""
    shipped = weights("en")
    return ({"as shipped": shipped} if shipped is not None else {}) | {"rules alone": None}


def fields(texts: Sequence[Text], trained: Weights | None) -> Counter[str]:
    """How far the reader agrees with the key, as two annotators are compared."""
    count: Counter[str] = Counter()
    for text in texts:
        found = text.read(trained)
        compare_attributions(text.text, text.gold, in_records(found, text.stated(found)), count)
    return count


def sides(texts: Sequence[Text], trained: Weights | None, measure: Measure) -> Sides:
    """The outcomes of a key's attributions and of the reader's, over all texts."""
    key: list[Outcome] = []
    reader: list[Outcome] = []
    for text in texts:
        of_key, of_reader, _ = outcomes(text, in_records(text.read(trained)), measure)
        key += of_key
        reader += of_reader
    return key, reader


def overlap(one: Span, two: Span) -> bool:
    """Whether two spans share a character."""
    return one[0] < two[1] and two[0] < one[1]


def speech(texts: Sequence[tuple[Text, list[SpeechEvent]]], trained: Weights | None) -> Counter[str]:
    """How many events of speech and thought are met by a cue, and how many of those by their agent."""
    count: Counter[str] = Counter()
    for text, events in texts:
        found = in_records(text.read(trained))
        for event in events:
            met = [each for each in found if any(overlap(event.trigger, cue) for cue in each.cue)]
            count["events"] += 1
            count["met"] += bool(met)
            if met and event.agents:
                spoken = [source.span for each in met for source in each.sources]
                count["with agent"] += 1
                count["agent"] += any(overlap(a, b) for a in spoken for b in event.agents)
    return count


def agreement(parts: Mapping[str, Sequence[Text]]) -> Iterator[str]:
    """Field by field, the reader against the key."""
    named = readers()
    counts = {f"{part}, {name}": fields(texts, each) for part, texts in parts.items() for name, each in named.items()}
    lines = [[line.rsplit(maxsplit=1) for line in report_lines(count)] for count in counts.values()]
    yield from heads("", list(counts))
    yield row("attributions: key, reader", *(f"{count['first']}, {count['second']}" for count in counts.values()))
    for cells in zip(*(each[1:] for each in lines), strict=True):
        yield row(" ".join(cells[0][0].split()), *(cell[1] for cell in cells))


def speech_table(texts: Sequence[tuple[Text, list[SpeechEvent]]]) -> Iterator[str]:
    """MEANTIME's events of speech and thought."""
    yield from heads("MEANTIME, topic apple", ["met by a cue", "of those with an agent, source right"])
    for name, each in readers().items():
        count = speech(texts, each)
        yield row(name, percent(count["met"], count["events"]), percent(count["agent"], count["with agent"]))


def report(gold: Path, part: str) -> Iterator[str]:
    """The lines of the report."""
    parts = own(part, gold)
    yield f"### Field by field: {part} part of the corpus\n"
    yield from agreement(parts)
    measures: dict[str, tuple[Sequence[Text], Measure]] = {name: (each, OwnMeasure()) for name, each in parts.items()}
    if part == "dev":
        measures = {"PolNeAR": (polnear(gold), PolnearMeasure(scorer(gold)))} | measures
    found = {
        name: {key: sides(texts, each, measure) for key, (texts, measure) in measures.items()}
        for name, each in readers().items()
    }
    yield "\n### Content and source\n"
    yield from summary(found)
    if part != "dev":
        return
    yield ""
    yield from speech_table(list(meantime(gold, TOPIC)))
    shipped = next(iter(found.values()))
    yield "\n### What becomes of them\n"
    yield from verdicts(shipped)
    for trait in TRAITS:
        yield f"\n### By {TITLES[trait]}\n"
        yield from by_trait(trait, shipped)


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, help="the folder of answer keys")
    parser.add_argument("--part", choices=("train", "dev", "test"), default="dev", help="of corpus/attribution")
    parser.add_argument("--write", action="store_true", help="put it into docs/attribution-errors.md")
    args = parser.parse_args()
    lines = []
    for line in report(args.gold, args.part):
        print(line, flush=True)
        lines.append(line)
    if args.write and args.part == "dev":
        write_into(PAGE, "figures", lines)


if __name__ == "__main__":
    main()
