"""The JSON has the shape that scripts rely on."""

from __future__ import annotations

from reportedly.model import Part, span_of
from reportedly.render import article_record, statement_record
from tests.builders import article, attribution, event, figure, mention, place, reading, span, statement, timex

A = article("On Friday the ferry left Ostend, and at least 12 people were hurt, officials said.", title="Ferry left")


def told():
    found = {
        "times": [timex(A, "On Friday", "2024-03-01", start="2024-03-01", end="2024-03-02", precision=1)],
        "places": [place(A, "Ostend", country="BE", geonames=2789786, precision=1)],
        "figures": [figure(A, "at least 12 people", 12, None, unit="person")],
        "events": [event(A, "left", "travel", from_="p-1")],
        "mentions": [mention(A, "officials", head=3)],
    }
    return statement(A, "the ferry left Ostend", by="officials", cue="said", **found)


def test_a_statement_has_the_fields_that_scripts_read_in_their_order():
    record = statement_record(told(), A)
    assert list(record) == [
        *("id", "article", "content", "form", "sources", "factuality", "attribution", "within", "cue", "mark"),
        *("times", "places", "figures", "events", "statuses", "unknowns", "comparisons", "mentions", "confidence"),
    ]
    assert list(record["article"]) == ["id", "ref", "path", "outlet", "title", "published", "language"]


def test_a_finding_stands_flat_with_its_words_and_span():
    record = statement_record(told(), A)
    [figure_] = record["figures"]
    assert (figure_["text"], figure_["span"], figure_["low"], figure_["high"]) == (
        "at least 12 people",
        [37, 55],
        12,
        None,
    )
    assert record["times"][0]["value"] == "2024-03-01"
    assert record["places"][0]["geonames"] == 2789786


def test_an_event_says_from_where_and_keeps_its_trigger():
    [happened] = statement_record(told(), A)["events"]
    assert happened["from"] == "p-1"
    assert happened["trigger"] == {"text": "left", "span": [20, 24]}


def test_the_outlet_has_neither_words_nor_span():
    first, second = statement_record(told(), A)["sources"]
    assert (first["text"], first["span"], first["kind"]) == (None, None, "outlet")
    assert (second["text"], second["depth"]) == ("officials", 1)


def test_what_records_keep_for_themselves_stays_inside():
    assert "head" not in statement_record(told(), A)["mentions"][0]


def test_a_span_of_the_headline_says_so():
    headline = statement(A, span_of(A.title, 0, 5, Part.TITLE))
    assert statement_record(headline, A)["content"] == {"text": "Ferry", "span": [0, 5], "part": "title"}


def test_an_attribution_holds_the_pieces_of_its_content():
    pieces = (span(A, "the ferry left"), span(A, "12 people"))
    said = attribution(A, "the ferry left Ostend", by="officials", cue="said", parts=pieces)
    record = article_record(A, reading(A, attributions=(said,)))
    assert record["attributions"][0]["content"] == {
        "text": "the ferry left Ostend",
        "span": [10, 31],
        "parts": [[10, 24], [46, 55]],
    }


def test_an_article_comes_with_its_text_residue_and_warnings():
    left = span(A, "the ferry")
    record = article_record(A, reading(A, told(), residue=(left,), warnings=("no date",)))
    assert record["text"] == A.text
    assert record["residue"] == [{"text": "the ferry", "span": [10, 19]}]
    assert (record["warnings"], record["unread"]) == (["no date"], None)
    assert [statement["id"] for statement in record["statements"]] == [told().id]
    assert {"times", "places", "figures", "events", "mentions"} <= record.keys()
