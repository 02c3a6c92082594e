"""What the guidelines ask and a program can check: `python -m corpus.attribution.check FOLDER`.

Prints one line for each fault, with the file and the words, and ends with status 1 if there is any.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from corpus.attribution.marked import Mark, MarkError, Part, Report, read_report
from corpus.attribution.records import KINDS, MODALITIES, POLARITIES, STANCES, Attribution, attributions

REGISTERS = (
    "agency", "broadsheet", "local", "broadcaster", "analysis", "live", "press-release", "court", "interview",
)  # fmt: skip
FIELDS = frozenset({"id", "register", "topic", "country", "outlet", "published"})
SHORTEST, LONGEST = 150, 600
# In characters.
LONGEST_CUE = 80
LOOSE_ENDS = " \n,;:"
# Words that name nobody by themselves: a source of these needs a mark of its name elsewhere (section 5).
BARE = frozenset(
    {
        *("i", "we", "he", "she", "it", "they", "you", "him", "them", "himself", "herself", "themselves"),
        *("his", "her", "their", "its", "our", "my", "who", "which", "that", "whose", "this", "these", "those"),
        *("both", "one", "some", "others", "many", "most", "all", "another", "each", "several", "none"),
    }
)
SELF = frozenset({"i", "we", "my", "our"})
STATEMENT_OPTIONS = frozenset(MODALITIES + POLARITIES)


def faults(report: Report) -> Iterator[str]:
    """What is wrong with a report, a line each."""
    missing = FIELDS - set(report.fields)
    if missing:
        yield f"fields missing: {', '.join(sorted(missing))}"
    if report.fields.get("register") not in REGISTERS:
        yield f"register: {report.fields.get('register')!r} is none of {', '.join(REGISTERS)}"
    for part in report.parts:
        for mark in part.marks:
            yield from mark_faults(part, mark)
        for attribution in attributions(part):
            for fault in attribution_faults(part, attribution):
                yield f"{part.name}, attribution {attribution.number}: {fault}"
        yield from statement_faults(part)
    numbers = [{n for mark in part.marks if mark.role in "scqv" for n in mark.numbers} for part in report.parts]
    if numbers[0] & numbers[1]:
        yield f"numbers used in headline and text: {sorted(numbers[0] & numbers[1])}"
    yield from nameless(report)


def length_faults(report: Report) -> Iterator[str]:
    """Whether an invented report has its length."""
    words = len(report.body.text.split())
    if not SHORTEST <= words <= LONGEST:
        yield f"{words} words; {SHORTEST} to {LONGEST} wanted"


def mark_faults(part: Part, mark: Mark) -> Iterator[str]:
    """What is wrong with one mark."""
    words = part.text[mark.start : mark.end]
    name = f"{part.name}, {mark.role}{','.join(map(str, mark.numbers))} {words[:40]!r}"
    if not words.strip():
        yield f"{name}: marks nothing"
    elif mark.role != "c" and (words[0] in LOOSE_ENDS or words[-1] in LOOSE_ENDS):
        yield f"{name}: begins or ends with a blank or comma"
    if mark.role in "scqv" and not mark.numbers:
        yield f"{name}: no number"
    if mark.role == "s" and (len(mark.options) != 1 or mark.options[0] not in KINDS):
        yield f"{name}: kind {mark.options} is none of {', '.join(KINDS)}"
    if mark.role in "svm" and mark.entity is None:
        yield f"{name}: no @who"
    if mark.role == "c" and (len(mark.options) != 1 or mark.options[0] not in STANCES):
        yield f"{name}: stance {mark.options} is none of {', '.join(STANCES)}"
    if mark.role == "q" and (len(mark.options) > 1 or set(mark.options) - set(STANCES)):
        yield f"{name}: stance {mark.options} is none of {', '.join(STANCES)}"
    if mark.role == "t" and set(mark.options) - STATEMENT_OPTIONS:
        yield f"{name}: {mark.options} are not of {', '.join(sorted(STATEMENT_OPTIONS))}"


def attribution_faults(part: Part, attribution: Attribution) -> Iterator[str]:
    """What is wrong with one attribution."""
    if not attribution.content:
        yield "no content"
        return
    if not attribution.cue:
        yield from cueless_faults(part, attribution)
    pieces = sorted(attribution.content)
    if any(one[1] > two[0] for one, two in pairwise(pieces)):
        yield "pieces of the content overlap"
    yield from overlap_faults(part, attribution)
    words = "".join(part.text[start:end] for start, end in pieces)
    if words.count("“") != words.count("”") and "\n" not in part.text[pieces[0][0] : pieces[-1][1]]:
        yield f"a quotation mark without its partner: {words[:60]!r}"


def cueless_faults(part: Part, attribution: Attribution) -> Iterator[str]:
    """What an attribution without a cue lacks."""
    if not attribution.sources:
        yield "neither cue nor source"
    if not any(m.options for m in part.marks if m.role == "q" and attribution.number in m.numbers):
        yield "no cue, and no stance on the content"


def overlap_faults(part: Part, attribution: Attribution) -> Iterator[str]:
    """Source, cue and content of one attribution that share words, and cues that are too long."""
    sources = tuple(speaker.span for speaker in attribution.sources)
    for name, spans in (("cue", attribution.cue), ("source", sources)):
        for start, end in spans:
            if any(s < end and start < e for s, e in attribution.content):
                yield f"{name} {part.text[start:end]!r} lies in its own content"
    for start, end in attribution.cue:
        if end - start > LONGEST_CUE:
            yield f"cue of {end - start} characters: {part.text[start:end]!r}"
        if any(s < end and start < e for s, e in sources):
            yield f"cue {part.text[start:end]!r} overlaps its source"


def statement_faults(part: Part) -> Iterator[str]:
    """Statements outside any content, or one over another."""
    contents = [mark for mark in part.marks if mark.role == "q"]
    told = [mark for mark in part.marks if mark.role == "t"]
    for mark in told:
        if not any(q.start <= mark.start and mark.end <= q.end for q in contents):
            yield f"{part.name}: statement {part.text[mark.start : mark.end][:40]!r} lies in no content"
    for one, two in pairwise(told):
        if one.end > two.start:
            yield f"{part.name}: statements overlap at {part.text[two.start : two.end][:40]!r}"


def nameless(report: Report) -> Iterator[str]:
    """Sources by pronoun whose name is marked nowhere."""
    named: set[str | None] = set()
    pronouns: list[tuple[str, str]] = []
    for part in report.parts:
        for mark in part.marks:
            if mark.role not in "svm":
                continue
            words = part.text[mark.start : mark.end]
            if words.casefold() in BARE:
                if mark.role == "s" and mark.entity and words.casefold() not in SELF:
                    pronouns.append((mark.entity, words))
            else:
                named.add(mark.entity)
    for entity, words in pronouns:
        if entity not in named:
            yield f"@{entity} ({words!r}) is named nowhere: mark its name or description with {{m@{entity} …}}"


def read_all(paths: Iterable[Path]) -> Iterator[tuple[Path, Report | MarkError]]:
    """Each file and its report, or what is wrong with it."""
    for path in paths:
        try:
            yield path, read_report(path.read_text(encoding="utf-8"), path.name)
        except MarkError as error:
            yield path, error


def main() -> int:
    """Check a folder of marked reports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--real", action="store_true", help="real texts: of any length")
    args = parser.parse_args()
    count = 0
    for path, report in read_all(sorted(args.folder.rglob("*.txt"))):
        if isinstance(report, MarkError):
            found = [str(report)]
        else:
            found = [*faults(report), *([] if args.real else length_faults(report))]
        for fault in found:
            count += 1
            print(f"{path.name}: {fault}")
    print(f"{count} faults")
    return 1 if count else 0


if __name__ == "__main__":
    raise SystemExit(main())
