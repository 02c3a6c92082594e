"""What leaves a ledger for other programs: statements with spans and short context, the full text on request only."""

from __future__ import annotations

import csv
import io
import json

import pytest

from reportedly.export import EXPORTERS, Records, exporters
from tests.ferry import FIRST, SECOND, ledger


def records(**given):
    story = ledger().snapshot()
    return Records(articles=story.articles, statements=story.statements, **given)


def written(name, **given):
    out = io.StringIO()
    exporters()[name].write(records(**given), out)
    return out.getvalue()


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.NAME)
def test_every_exporter_has_a_name_an_ending_and_a_docstring(exporter):
    assert exporters()[exporter.NAME] is exporter
    assert exporter.SUFFIX.startswith(".")
    assert exporter.__doc__


def test_jsonl_has_a_line_for_each_statement_with_its_words_where_they_stand():
    lines = [json.loads(line) for line in written("jsonl").splitlines()]
    texts = {article.id: article.text for article in ledger().snapshot().articles.values()}
    assert len(lines) == len(records().statements)
    for line in lines:
        start, end = line["content"]["span"]
        assert texts[line["article"]["id"]][start:end] == line["content"]["text"]


def test_context_joins_the_words_to_their_text():
    [line] = [
        line for line in map(json.loads, written("jsonl").splitlines()) if line["content"]["text"].startswith("9 ")
    ]
    around = line["context"]["before"] + line["content"]["text"] + line["context"]["after"]
    assert around in SECOND.text
    assert 0 < len(line["context"]["after"]) <= 60


def test_csv_has_a_row_for_each_statement_with_figures_and_their_bounds():
    rows = list(csv.DictReader(io.StringIO(written("csv"))))
    assert [row["id"] for row in rows] == [statement.id for statement in records().statements]
    [first] = [row for row in rows if row["words"].startswith("at least 12")]
    assert first["figures"] == "at least 12 people = 12.. person"
    assert first["places"] == "Ostend (BE)"
    assert first["times"] == "Monday = 2024-03-04"
    assert first["events"] == "injure (certain, positive, past); burn (certain, positive, past)"
    assert (first["outlet"], first["chain"]) == ("Harbour Post", "Harbour officials")
    assert FIRST.text[int(first["start"]) : int(first["end"])] == first["words"]


@pytest.mark.parametrize("name", ["jsonl", "csv"])
def test_the_full_text_comes_only_when_asked_for(name):
    text = FIRST.text.replace("\n", "\\n" if name == "jsonl" else " ")
    assert text in written(name, full_text=True)
    assert text not in written(name)


@pytest.mark.parametrize("name", ["jsonl", "csv"])
def test_the_same_ledger_gives_the_same_bytes(name):
    assert written(name) == written(name)
