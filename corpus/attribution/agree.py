"""How far two annotators agree: `python -m corpus.attribution.agree FIRST SECOND [--texts PATH] [--scorer PROGRAM]`.

FIRST and SECOND are folders of marked reports of the same names, or files of stand-off annotation (agreement/*.jsonl),
of real texts with `--texts`, of the corpus's own without. An attribution of one is matched with one of the
other where their contents share at least half of the words of both (Jaccard, greedily from the highest), as PolNeAR's
scorer does it. Printed: F1 of matched contents, of matched contents with the same source (*full*, the measure in which
two annotators of PolNeAR reach 75.6), with the same cue too; and, of those matched, the share on which a field agrees.
With --scorer, the measures of that program, with FIRST as its gold.

source     the same, where the words overlap by half or more or end in the same word; or none on both sides
kind       of those with the same source
stance     of the cue
form       direct, indirect, mixed
chain      the same number of attributions around, and the same sources in them
speaker    of those with the same source: that the other mentions of the speaker are the same; counted as the share of
           the pairs of matched attributions of a text that both put under one speaker or both under two
statements F1 of statements of matched contents, by spans that share half of their words
modality, polarity  of matched statements
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

from corpus.attribution.convert import roles, write_brat
from corpus.attribution.marked import Part, Report, read_reports
from corpus.attribution.records import WORD, Attribution, Span, attributions
from corpus.attribution.standoff import read_standoff

LEAST = 0.5
Words = frozenset[int]


def words(text: str, spans: Iterable[Span]) -> Words:
    """The starts of the words that spans cover."""
    return frozenset(match.start() for start, end in spans for match in WORD.finditer(text, start, end))


def jaccard(one: Words, two: Words) -> float:
    """Shared words over all words; 0 where there are none."""
    return len(one & two) / len(one | two) if one or two else 0.0


def matched(
    one: list[Words], two: list[Words], alike: Callable[[int, int], bool] = lambda i, j: False
) -> list[tuple[int, int]]:
    """The best pairs, greedily, none below half; of two that share as many words, the one that is also `alike`."""
    scored = ((jaccard(a, b), alike(i, j), i, j) for i, a in enumerate(one) for j, b in enumerate(two))
    pairs: list[tuple[int, int]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for score, _, i, j in sorted(scored, key=lambda each: (-each[0], not each[1], *each[2:])):
        if score >= LEAST and i not in taken[0] and j not in taken[1]:
            pairs.append((i, j))
            taken[0].add(i)
            taken[1].add(j)
    return pairs


def pairs_of(text: str, first: Sequence[Attribution], second: Sequence[Attribution]) -> list[tuple[int, int]]:
    """The pairs of attributions of one content; of two with the same ("said, citing …") the one with the same cue."""

    def alike(i: int, j: int) -> bool:
        return same_cue(first[i], second[j])

    return matched([words(text, a.content) for a in first], [words(text, b.content) for b in second], alike)


def source_words(text: str, attribution: Attribution) -> Words:
    """The words of all sources of an attribution."""
    return words(text, [speaker.span for speaker in attribution.sources])


def same_source(text: str, one: Attribution, two: Attribution) -> bool:
    """Whether two attributions have the same source, or both have none."""
    a, b = source_words(text, one), source_words(text, two)
    return (not a and not b) or (bool(a and b) and (max(a) == max(b) or jaccard(a, b) >= LEAST))


def same_cue(one: Attribution, two: Attribution) -> bool:
    """Whether two cues overlap, if only in a colon, or both are left out."""
    if not one.cue or not two.cue:
        return not one.cue and not two.cue
    return any(a < d and c < b for a, b in one.cue for c, d in two.cue)


def chain(attribution: Attribution, by_number: dict[int, Attribution]) -> list[Attribution]:
    """The attributions around one, from the innermost outwards."""
    around: list[Attribution] = []
    outer = attribution.inside
    while outer is not None and by_number[outer] not in around:
        around.append(by_number[outer])
        outer = by_number[outer].inside
    return around


def same_chain(text: str, one: list[Attribution], two: list[Attribution]) -> bool:
    """Whether two chains have the same sources in the same order."""
    return len(one) == len(two) and all(same_source(text, a, b) for a, b in zip(one, two, strict=True))


def compare(one: Part, two: Part, count: Counter[str]) -> None:
    """Count how far two annotations of one text agree."""
    compare_attributions(one.text, attributions(one), attributions(two), count)


def compare_attributions(
    text: str, first: Sequence[Attribution], second: Sequence[Attribution], count: Counter[str]
) -> None:
    """Count how far two lists of attributions of one text agree."""
    numbers = [{each.number: each for each in side} for side in (first, second)]
    count["first"] += len(first)
    count["second"] += len(second)
    pairs = pairs_of(text, first, second)
    met = [(first[i], second[j]) for i, j in pairs]
    count["content"] += len(met)
    sourced = [(a, b) for a, b in met if same_source(text, a, b)]
    count["full"] += len(sourced)
    for a, b in sourced:
        count["full+cue"] += same_cue(a, b)
        if a.sources and b.sources:
            count["kind of"] += 1
            count["kind"] += a.sources[0].kind == b.sources[0].kind
    for a, b in met:
        count["stance"] += a.stance == b.stance
        count["form"] += a.form == b.form
        count["chain"] += same_chain(text, chain(a, numbers[0]), chain(b, numbers[1]))
        compare_statements(text, a, b, count)
    speaking = [(a.sources[0].entity, b.sources[0].entity) for a, b in sourced if a.sources and b.sources]
    for (a1, b1), (a2, b2) in combinations(speaking, 2):
        count["speaker of"] += (a1 == a2) or (b1 == b2)
        count["speaker"] += (a1 == a2) and (b1 == b2)


def compare_statements(text: str, one: Attribution, two: Attribution, count: Counter[str]) -> None:
    """Count how far the statements of two matched attributions agree."""
    count["statements first"] += len(one.statements)
    count["statements second"] += len(two.statements)
    pairs = matched([words(text, s.spans) for s in one.statements], [words(text, s.spans) for s in two.statements])
    for i, j in pairs:
        a, b = one.statements[i], two.statements[j]
        count["statements"] += 1
        count["modality"] += a.modality == b.modality
        count["polarity"] += a.polarity == b.polarity


def f1(hit: int, one: int, two: int) -> float:
    """F1 in percent."""
    return 200 * hit / (one + two) if one + two else 0.0


def report_lines(count: Counter[str]) -> Iterator[str]:
    """The figures, a line each."""
    yield f"attributions    {count['first']} and {count['second']}"
    for name in ("content", "full", "full+cue"):
        yield f"{name:12s}    F1 {f1(count[name], count['first'], count['second']):6.2f}"
    met = count["content"] or 1
    yield f"{'source':12s}    {100 * count['full'] / met:9.2f}"
    yield f"{'kind':12s}    {100 * count['kind'] / (count['kind of'] or 1):9.2f}"
    for name in ("stance", "form", "chain"):
        yield f"{name:12s}    {100 * count[name] / met:9.2f}"
    yield f"{'speaker':12s}    {100 * count['speaker'] / (count['speaker of'] or 1):9.2f}"
    both = (count["statements first"], count["statements second"])
    yield f"{'statements':12s}    F1 {f1(count['statements'], *both):6.2f}"
    for name in ("modality", "polarity"):
        yield f"{name:12s}    {100 * count[name] / (count['statements'] or 1):9.2f}"


def scored(first: list[Report], second: list[Report], scorer: Path) -> str:
    """What PolNeAR's scorer prints, with the first annotation as its gold."""
    with tempfile.TemporaryDirectory() as folder:
        gold, predictions = Path(folder) / "gold", Path(folder) / "predictions.jsonl"
        list(write_brat(first, gold))
        lines = [json.dumps({"doc": r.id, **roles(each)}) for r in second for each in attributions(r.body)]
        predictions.write_text("\n".join(lines), encoding="utf-8")
        done = subprocess.run([sys.executable, scorer, gold, predictions], capture_output=True, text=True, check=True)
        return done.stdout


def side(path: Path, texts: Path | None) -> Iterator[Report]:
    """One annotator's reports, from a folder or from a file of stand-off annotation."""
    return read_reports(path) if path.is_dir() else read_standoff(path, texts)


def main() -> None:
    """Print how far two folders agree."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("--texts", type=Path, help="where meantime/ and coreference/ are")
    parser.add_argument("--scorer", type=Path, help="PolNeAR's scorer, to print what it says too")
    args = parser.parse_args()
    first, second = ({r.id: r for r in side(path, args.texts)} for path in (args.first, args.second))
    shared = sorted(first.keys() & second.keys())
    count: Counter[str] = Counter()
    for name in shared:
        for one, two in zip(first[name].parts, second[name].parts, strict=True):
            if one.text != two.text:
                raise SystemExit(f"{name}: the two annotations are of different texts")
            compare(one, two, count)
    print(f"texts           {len(shared)}", *report_lines(count), sep="\n")
    if args.scorer:
        print(scored([first[name] for name in shared], [second[name] for name in shared], args.scorer), end="")


if __name__ == "__main__":
    main()
