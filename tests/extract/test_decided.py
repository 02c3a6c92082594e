"""The decided cases of docs/statements.md: the page is read, and the reader is held to every line of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from reportedly.extract.parse import parse
from reportedly.extract.statements import residue
from reportedly.model import Statement
from tests.extract.reading import read

PAGE = Path(__file__).resolve().parents[2] / "docs" / "statements.md"
COLUMNS = ("content", "form", "chain", "factuality", "besides")
HEADLINE = "Headline: "


@dataclass(frozen=True)
class Case:
    """One case: the report, a row for each statement, and what is left over."""

    title: str
    text: str
    rows: list[dict[str, str]] = field(default_factory=list)
    residue: list[str] = field(default_factory=list)


def cases(page: str) -> list[Case]:
    return [case_of(section) for section in re.split(r"^### ", page, flags=re.MULTILINE)[1:]]


def case_of(section: str) -> Case:
    title, *lines = section.split("\n## ")[0].splitlines()
    text = "\n".join(line.removeprefix(">").removeprefix(" ") for line in lines if line.startswith(">"))
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    assert tuple(cells[0]) == COLUMNS, title
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in cells[2:]]
    left = [line.removeprefix("Residue: ") for line in lines if line.startswith("Residue: ")]
    return Case(title, text, rows, left)


CASES = cases(PAGE.read_text(encoding="utf-8"))


def chain(statement: Statement) -> str:
    """The sources under the outlet, in the page's writing."""
    depths: dict[int, list[str]] = {}
    for source in statement.sources[1:]:
        depths.setdefault(source.depth, []).append(f"{source.name} ({source.kind.value})")
    return " → ".join(" + ".join(side) for _, side in sorted(depths.items())) or "–"


def besides(statement: Statement, statements: list[Statement], parts: dict[str, tuple[str, ...]]) -> str:
    """What else there is to a statement, in the page's writing."""
    said = []
    if statement.within is not None:
        said.append(f"within {1 + [each.id for each in statements].index(statement.within)}")
    if statement.mark is not None:
        said.append(statement.mark.value)
    if statement.factuality.distance is not None:
        said.append(f"distance {statement.factuality.distance}")
    inside = [part for part in parts.get(statement.attribution or "", ()) if part in statement.content.exact]
    if len(inside) > 1:
        said.append(f"parts {' + '.join(inside)}")
    return ", ".join(said)


def found(case: Case) -> tuple[list[dict[str, str]], list[str]]:
    """What the reader makes of a case, in the page's writing."""
    title = case.text.startswith(HEADLINE)
    text = case.text.removeprefix(HEADLINE)
    reading = read(text, title=title)
    parts = {each.id: tuple(part.exact for part in each.parts) for each in reading.attributions}
    rows = [
        {
            "content": statement.content.exact,
            "form": statement.form.value,
            "chain": chain(statement),
            "factuality": f"{statement.factuality.modality.value}, {statement.factuality.polarity.value}",
            "besides": besides(statement, reading.statements, parts),
        }
        for statement in reading.statements
    ]
    doc = parse(text, language="en", max_words=5_000, source="test")
    return rows, [span.exact for span in residue(doc, reading.statements, reading)]


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_the_reader_decides_as_the_page_does(case):
    assert found(case) == (case.rows, case.residue)


def test_the_page_decides_at_least_thirty_cases():
    assert len({case.title for case in CASES}) == len(CASES) >= 30
