"""The corpus of attribution as it stands in the repository: every span, every rule that a program can check."""

from __future__ import annotations

import csv
import json
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

from corpus.attribution import agree, grid, standoff
from corpus.attribution.check import faults, length_faults
from corpus.attribution.convert import brat, conll
from corpus.attribution.load import HERE, PARTS, load, load_invented
from corpus.attribution.records import KINDS, MODALITIES, POLARITIES, STANCES, report_attributions
from corpus.attribution.texts import RealText, Token, joined

REPORTS = {part: list(load_invented(part)) for part in PARTS}
EVERY = [report for part in PARTS for report in REPORTS[part]]
ROLES = frozenset("scqvmt")
OPTIONS = frozenset({*KINDS, *STANCES, *MODALITIES, *POLARITIES})


def lines(path: Path) -> list[dict]:
    """The lines of a file of annotation."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def planned() -> dict[str, dict[str, str]]:
    """The rows of the grid."""
    with (HERE / "grid.tsv").open(encoding="utf-8", newline="") as handle:
        return {row["id"]: row for row in csv.DictReader(handle, delimiter="\t")}


@pytest.mark.parametrize("part", PARTS)
def test_no_report_breaks_a_rule(part):
    found = {r.id: wrong for r in REPORTS[part] if (wrong := [*faults(r), *length_faults(r)])}
    assert found == {}


def test_there_are_as_many_reports_as_the_page_says():
    assert len(EVERY) >= 300
    real = {part: len(lines(HERE / "standoff" / f"{part}.jsonl")) for part in PARTS}
    assert sum(real.values()) >= 60
    assert real["test"] >= len(REPORTS["test"])


def test_no_report_is_in_two_parts_and_each_lies_under_its_name():
    ids = Counter(report.id for report in EVERY)
    ids.update(line["id"] for part in PARTS for line in lines(HERE / "standoff" / f"{part}.jsonl"))
    assert [name for name, count in ids.items() if count > 1] == []
    for part in PARTS:
        assert {path.stem for path in (HERE / "invented" / part).iterdir()} == {r.id for r in REPORTS[part]}


def test_the_grid_is_what_its_program_writes():
    assert planned() == {row["id"]: row for row in grid.grid(grid.ROWS)}


def test_every_report_follows_its_row_of_the_grid():
    rows = planned()
    for report in EVERY:
        row = rows[report.id]
        assert (report.fields["topic"], report.fields["country"]) == (row["topic"], row["country"]), report.id
        if row["style"] == "plain":
            assert report.fields["register"] == row["register"], report.id


def test_annotation_of_real_texts_holds_no_words():
    for path in [*HERE.glob("standoff/*.jsonl"), *HERE.glob("agreement/*.jsonl")]:
        for line in lines(path):
            assert set(line) == {"id", "register", "topic", "digest", "title", "text"}
            for start, end, role, numbers, options, _ in [*line["title"], *line["text"]]:
                assert 0 <= start < end
                assert role in ROLES
                assert all(isinstance(number, int) for number in numbers)
                assert set(options) <= OPTIONS


def test_the_test_part_is_as_it_was_sealed():
    seals = dict(line.split("  ")[::-1] for line in (HERE / "SEALED").read_text(encoding="utf-8").splitlines())
    sealed = {*(HERE / "invented" / "test").iterdir(), HERE / "standoff" / "test.jsonl"}
    found = {path.relative_to(HERE).as_posix(): sha256(path.read_bytes()).hexdigest() for path in sealed}
    assert found == seals


def test_the_loader_gives_invented_reports_without_real_texts():
    assert [report.id for report in load("dev")] == sorted(report.id for report in REPORTS["dev"])


def test_stand_off_annotation_gives_back_what_was_marked():
    report = REPORTS["dev"][0]
    fields = report.fields
    real = RealText(
        id=report.id,
        outlet=fields["outlet"],
        published=fields["published"],
        title=report.title.text,
        text=report.body.text,
    )
    assert standoff.from_line(standoff.to_line(report), real).parts == report.parts


def test_annotation_is_refused_for_another_text():
    report = REPORTS["dev"][0]
    other = RealText(id=report.id, outlet="", published="", title=report.title.text, text=report.body.text + "!")
    with pytest.raises(standoff.OtherText, match=report.id):
        standoff.from_line(standoff.to_line(report), other)


def test_brat_has_an_event_for_every_attribution_of_the_text():
    for report in REPORTS["dev"]:
        events = [line for line in brat(report).splitlines() if line.startswith("E")]
        assert len(events) == sum(each.part == "text" for each in report_attributions(report))
        for line in brat(report).splitlines():
            name, what, *_ = line.split("\t")
            if name.startswith("T"):
                first = what.split(";")[0].split()
                assert report.body.text[int(first[1]) : int(first[2])].strip()


def test_conll_has_a_column_for_every_attribution():
    report = REPORTS["dev"][0]
    count = sum(each.part == "text" for each in report_attributions(report))
    rows = [line.split("\t") for line in conll(report).splitlines() if line and not line.startswith("#")]
    assert {len(row) for row in rows} == {3 + count}
    for word, start, end, *_ in rows:
        assert report.body.text[int(start) : int(end)] == word


def test_annotators_who_agree_agree_wholly():
    count: Counter[str] = Counter()
    for part in REPORTS["dev"][0].parts:
        agree.compare(part, part, count)
    assert count["full+cue"] == count["first"] == count["second"] > 0
    assert count["modality"] == count["statements"] == count["statements first"]


def test_tokens_are_joined_as_they_are_printed():
    tokens = [Token(word) for word in ("``", "It", "'s", "late", ",", "''", "Ama", "said", "(", "twice", ")", ".")]
    assert joined(tokens) == "“It's late,” Ama said (twice)."
    quoted = [Token(word) for word in ("a", '"', "bad", '"', "day", "and", "'", "worse", "'", "nights", "'", "rest")]
    assert joined(quoted) == "a \"bad\" day and 'worse' nights' rest"
