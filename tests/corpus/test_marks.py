"""Marks in, attributions out."""

from __future__ import annotations

import pytest

from corpus.attribution.marked import MarkError, Part, Report, bare, read_report
from corpus.attribution.records import Attribution, attributions, form

FIELDS = "id: x-1\nregister: local\ntopic: crime\ncountry: Ghana\noutlet: The Volta Bell\npublished: 2020-01-02\n"


def part(marked: str) -> Part:
    """A text with these marks."""
    text, marks = bare(marked, "here")
    return Part(name="text", text=text, marks=marks)


def words(made: Part, spans: tuple[tuple[int, int], ...]) -> list[str]:
    """What the spans cover."""
    return [made.text[start:end] for start, end in spans]


def one(marked: str) -> tuple[Part, Attribution]:
    """The only attribution of a text."""
    made = part(marked)
    [found] = attributions(made)
    return made, found


def test_marks_leave_the_words_as_they_are():
    made, found = one("The {s1:named@keil mayor} {c1:says said} {q1 the bridge was safe}.")
    assert made.text == "The mayor said the bridge was safe."
    assert words(made, found.content) == ["the bridge was safe"]
    assert words(made, found.cue) == ["said"]
    [source] = found.sources
    assert (source.kind, source.entity, found.stance) == ("named", "keil", "says")


def test_a_content_in_pieces_is_one_attribution():
    made, found = one("“{q1 I ran},” {s1:named@a Ama} {c1:says said}. “{q1 Then I fell}.”")
    assert words(made, found.content) == ["I ran", "Then I fell"]


def test_two_numbers_share_a_source():
    made = part("{s1,2:named@a Ama} {c1:opposes condemned} {q1 the raid} and {c2:wants urged} {q2 calm}.")
    assert [words(made, (each.sources[0].span,)) for each in attributions(made)] == [["Ama"], ["Ama"]]


def test_what_stands_in_a_content_is_one_level_deeper():
    made = part("{s1:outlet@b The Bell} {c1:says says} {q1 {s2:unnamed@f a friend} {c2:says said} {q2 he left}}.")
    outer, inner = attributions(made)
    assert (outer.inside, inner.inside) == (None, 1)
    assert outer.statements == ()
    assert [words(made, each.spans) for each in inner.statements] == [["he left"]]


def test_of_two_with_one_content_the_later_number_is_inside():
    made = part("{s1:outlet@b The Bell}, {c2:says citing} {s2:named@a Ama}, {c1:says says} {q1 {q2 he left}}.")
    assert [each.inside for each in attributions(made)] == [None, 1]


def test_a_content_without_marks_is_one_sure_statement():
    _, found = one("{s1:named@a Ama} {c1:says said} {q1 he left}.")
    [statement] = found.statements
    assert (statement.modality, statement.polarity) == ("certain", "positive")


def test_statements_carry_what_the_source_makes_of_them():
    made, found = one(
        "{s1:named@a Ama} {c1:says said} {q1 {t:possible he may have left} and {t:negative nobody saw him}}."
    )
    assert [(words(made, s.spans), s.modality, s.polarity) for s in found.statements] == [
        (["he may have left"], "possible", "positive"),
        (["nobody saw him"], "certain", "negative"),
    ]


def test_whether_so_or_not_is_an_unknown_polarity():
    _, found = one("{s1:named@a Police} {c1:silent would not say} {q1 {t:unknown:open who was held}}.")
    [statement] = found.statements
    assert (statement.modality, statement.polarity) == ("unknown", "unknown")


def test_pieces_with_one_number_are_one_statement():
    made, found = one("{q1 {t1:probable The boat}} {c1:believes is thought} {q1 {t1 to have sunk}}.")
    [statement] = found.statements
    assert words(made, statement.spans) == ["The boat", "to have sunk"]
    assert statement.modality == "probable"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He ran.”", "direct"),
        ("that he ran", "indirect"),
        ("that he “ran home” at dusk", "mixed"),
        ("‘He ran’", "direct"),
    ],
)
def test_form_follows_the_quotation_marks(text, expected):
    assert form(text, ((0, len(text)),)) == expected


@pytest.mark.parametrize(
    "marked",
    ["{s1:named@a Ama", "Ama} said", "{x1 Ama}", "{s1:named@a}", "a {brace"],
)
def test_marks_that_cannot_be_read_say_where(marked):
    with pytest.raises(MarkError) as caught:
        bare(marked, "x-1.txt")
    assert "x-1.txt" in caught.value.where


def test_a_report_has_fields_a_headline_and_a_text():
    raw = FIELDS + "title: {s9:named@a Ama}{c9:says :} {q9 I ran}\n---\nIt rained.\n"
    report = read_report(raw, "x-1.txt")
    assert isinstance(report, Report)
    assert (report.id, report.title.text, report.body.text) == ("x-1", "Ama: I ran", "It rained.\n")


@pytest.mark.parametrize("raw", ["no rule at all", "Not a field\n---\nText.\n", "register: local\n---\nText.\n"])
def test_a_file_that_is_no_report_says_what_is_wrong(raw):
    with pytest.raises(MarkError, match=r"x-1\.txt"):
        read_report(raw, "x-1.txt")
