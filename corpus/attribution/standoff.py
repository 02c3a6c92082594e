"""Marks without words: the annotation of real texts, as JSON Lines of document id, digest, offsets and labels.

    python -m corpus.attribution.standoff FOLDER TEXTS OUT    writes OUT from a folder of marked reports

A line: {"id", "register", "topic", "digest", "title": [mark, …], "text": [mark, …]}; a mark is
[start, end, role, [numbers], [options], entity or null], offsets in code points of headline or text.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from corpus.attribution.marked import Mark, Part, Report, read_reports
from corpus.attribution.texts import RealText, real_texts

HERE = Path(__file__).parent


class OtherText(ValueError):
    """A text that is not the one that was annotated.

    Attributes:
        id: The document.
    """

    def __init__(self, id: str) -> None:
        super().__init__(f"{id}: the text differs from the one annotated; take the copies that README.md names")
        self.id = id


def digest(title: str, text: str) -> str:
    """SHA-256 of headline and text, in hex."""
    return sha256(f"{title}\n{text}".encode()).hexdigest()


def to_line(report: Report) -> dict[str, Any]:
    """The annotation of a report, without its words."""
    return {
        "id": report.id,
        "register": report.fields["register"],
        "topic": report.fields["topic"],
        "digest": digest(report.title.text, report.body.text),
        **{part.name: [to_row(mark) for mark in part.marks] for part in report.parts},
    }


def to_row(mark: Mark) -> list[Any]:
    """A mark as a row."""
    return [mark.start, mark.end, mark.role, list(mark.numbers), list(mark.options), mark.entity]


def from_row(row: list[Any]) -> Mark:
    """The mark of a row."""
    start, end, role, numbers, options, entity = row
    return Mark(start=start, end=end, role=role, numbers=tuple(numbers), options=tuple(options), entity=entity)


def from_line(line: dict[str, Any], real: RealText) -> Report:
    """The report that an annotation and its text make; raises OtherText where they do not belong together."""
    if digest(real.title, real.text) != line["digest"]:
        raise OtherText(line["id"])
    fields = {"id": real.id, "outlet": real.outlet, "published": real.published, "country": "-"}
    return Report(
        fields=fields | {key: line[key] for key in ("register", "topic")},
        title=Part(name="title", text=real.title, marks=tuple(map(from_row, line["title"]))),
        body=Part(name="text", text=real.text, marks=tuple(map(from_row, line["text"]))),
    )


def read_standoff(path: Path, texts: Path | None) -> Iterator[Report]:
    """The reports of a file of annotation, with the real texts under `texts` (see texts.py) or the corpus's own."""
    known = {real.id: real for real in (real_texts(texts) if texts is not None else invented_texts())}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield from_line(row, known[row["id"]])


def invented_texts() -> Iterator[RealText]:
    """The words of the invented reports, of which some are annotated twice."""
    for report in read_reports(HERE / "invented"):
        fields = report.fields
        yield RealText(
            id=report.id,
            outlet=fields["outlet"],
            published=fields["published"],
            title=report.title.text,
            text=report.body.text,
        )


def write_standoff(reports: Iterable[Report], path: Path) -> int:
    """Write the annotation of reports, by id; how many."""
    rows = sorted((to_line(report) for report in reports), key=lambda row: row["id"])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return len(rows)


def main() -> None:
    """Write stand-off annotation from a folder of marked real texts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="marked reports")
    parser.add_argument("texts", type=Path, help="where meantime/ and coreference/ are")
    parser.add_argument("out", type=Path, help="the file to write")
    args = parser.parse_args()
    reports = list(read_reports(args.folder))
    count = write_standoff(reports, args.out)
    again = list(read_standoff(args.out, args.texts))
    if [report.parts for report in again] != [report.parts for report in sorted(reports, key=lambda r: r.id)]:
        raise SystemExit("what was written does not come back as it was")
    print(f"{count} texts written to {args.out}")


if __name__ == "__main__":
    main()
