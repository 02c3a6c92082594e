"""Into other people's formats: `python -m corpus.attribution.convert brat|conll PART OUT [--texts PATH]`.

brat   OUT/text/ID.txt and OUT/attributions/ID_A.ann, as PolNeAR (Newell et al. 2018) has them: entities Source, Cue,
       Content, Attribution; an event for each attribution. Texts only, no headlines; nested attributions are events
       like all others.
conll  OUT/ID.conll: a token a line, a blank line after a paragraph; columns: token, start, end, then for each
       attribution of the text a column with B-S, I-S, B-C, I-C, B-Q, I-Q or O, as PARC's conversions have it.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.attribution.load import PARTS, load
from corpus.attribution.marked import Report
from corpus.attribution.records import Attribution, Span, attributions

TOKEN = re.compile(r"\w+(?:['’.,-]\w+)*|[^\w\s]")
LETTERS = {"source": "S", "cue": "C", "content": "Q"}


def roles(attribution: Attribution) -> dict[str, list[Span]]:
    """Source, cue and content as spans."""
    return {
        "source": [speaker.span for speaker in attribution.sources],
        "cue": list(attribution.cue),
        "content": list(attribution.content),
    }


def brat(report: Report) -> str:
    """The annotation of a report's text in brat's stand-off format."""
    lines: list[str] = []
    text = report.body.text
    entity = 0
    for event, attribution in enumerate(attributions(report.body), start=1):
        arguments = []
        spans = roles(attribution)
        anchor = spans["cue"] or spans["content"]
        for label, pieces in (*spans.items(), ("attribution", anchor)):
            if pieces:
                entity += 1
                where = ";".join(f"{start} {end}" for start, end in pieces)
                words = " ".join(text[start:end].replace("\n", " ") for start, end in pieces)
                lines.append(f"T{entity}\t{label.capitalize()} {where}\t{words}")
                arguments.append((label, entity))
        *others, (_, head) = arguments
        said = " ".join(f"{label.capitalize()}:T{number}" for label, number in others)
        lines.append(f"E{event}\t{'Attribution' if spans['source'] else 'Attribution-no-source'}:T{head} {said}")
    return "".join(line + "\n" for line in lines)


def conll(report: Report) -> str:
    """A report's text, a token a line, with a column for each attribution."""
    text = report.body.text
    columns = [roles(attribution) for attribution in attributions(report.body)]
    lines = [f"# id = {report.id}"]
    for paragraph in re.finditer(r"[^\n]+", text):
        for token in TOKEN.finditer(text, paragraph.start(), paragraph.end()):
            cells = [token.group(), str(token.start()), str(token.end())]
            lines.append("\t".join([*cells, *(tag(column, token.start()) for column in columns)]))
        lines.append("")
    return "\n".join(lines) + "\n"


def tag(spans: dict[str, list[Span]], at: int) -> str:
    """B or I and the role of the token that begins at `at`; O outside."""
    for role, letter in LETTERS.items():
        for start, end in spans[role]:
            if start <= at < end:
                return f"{'B' if at == start else 'I'}-{letter}"
    return "O"


def write_brat(reports: Iterable[Report], out: Path) -> Iterator[str]:
    """Write PolNeAR's two folders; the ids, one by one."""
    for folder in ("text", "attributions"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    for report in reports:
        (out / "text" / f"{report.id}.txt").write_text(report.body.text, encoding="utf-8", newline="")
        (out / "attributions" / f"{report.id}_A.ann").write_text(brat(report), encoding="utf-8")
        yield report.id


def write_conll(reports: Iterable[Report], out: Path) -> Iterator[str]:
    """Write a file a report; the ids, one by one."""
    out.mkdir(parents=True, exist_ok=True)
    for report in reports:
        (out / f"{report.id}.conll").write_text(conll(report), encoding="utf-8")
        yield report.id


WRITERS = {"brat": write_brat, "conll": write_conll}


def main() -> None:
    """Write one part of the corpus in one format."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("format", choices=sorted(WRITERS))
    parser.add_argument("part", choices=PARTS)
    parser.add_argument("out", type=Path)
    parser.add_argument("--texts", type=Path, help="where meantime/ and coreference/ are; else invented only")
    args = parser.parse_args()
    written = list(WRITERS[args.format](load(args.part, texts=args.texts), args.out))
    print(f"{len(written)} texts written to {args.out}")


if __name__ == "__main__":
    main()
