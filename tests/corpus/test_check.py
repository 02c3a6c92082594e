"""Reports in, faults out."""

from __future__ import annotations

import pytest

from corpus.attribution.check import faults, length_faults
from corpus.attribution.marked import read_report

FIELDS = "id: x-1\nregister: local\ntopic: crime\ncountry: Ghana\noutlet: The Volta Bell\npublished: 2020-01-02\n"


def found(text: str, title: str = "") -> list[str]:
    """The faults of a report with this text."""
    return list(faults(read_report(f"{FIELDS}title: {title}\n---\n{text}\n", "x-1.txt")))


def test_a_well_marked_report_has_no_fault():
    assert found("{s1:named@ama Ama Boateng} {c1:says said} {q1 it rained}.") == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{s1:person@a Ama} {c1:says said} {q1 it rained}.", "kind"),
        ("{s1:named Ama} {c1:says said} {q1 it rained}.", "no @who"),
        ("{s1:named@a Ama} {c1:tells said} {q1 it rained}.", "stance"),
        ("{s1:named@a Ama} {c1:says said}.", "no content"),
        ("It said {q1:says it rained}.", "neither cue nor source"),
        ("{s1:named@a Ama}: {q1 it rained}.", "no stance on the content"),
        ("{s1:named@a Ama} {c1:says said} {q1 it rained,} today.", "blank or comma"),
        ("{q1 {s1:named@a Ama} {c1:says said} it rained}.", "its own content"),
        ("{s1:named@a {c1:says Ama}} {q1 it rained}.", "overlaps its source"),
        ("{s1:named@a She} {c1:says said} {q1 it rained}.", "named nowhere"),
        ("{s1:named@a Ama} {c1:says said} {q1 “it rained}.", "without its partner"),
        ("{s1:named@a Ama} {c1:says said} {q1 {t:maybe it rained}}.", "maybe"),
        ("{t:possible It may rain}. {s1:named@a Ama} {c1:says said} {q1 so}.", "in no content"),
        ("{s1:named@a Ama} {c1:says said} {q1 {t it {t rained}}}.", "statements overlap"),
        ("{s1:named@a Ama} {c1:says said} {q1 it {q1 rained}}.", "pieces of the content overlap"),
        ("{s:named@a Ama} said so.", "no number"),
    ],
)
def test_what_breaks_a_rule_of_the_guidelines_is_named(text, says):
    assert any(says in fault for fault in found(text))


def test_headline_and_text_do_not_share_numbers():
    title = "{s1:named@a Ama}{c1:says :} {q1 It rained}"
    assert any("headline and text" in fault for fault in found("{s1:named@a Ama} {c1:says said} {q1 so}.", title))


def test_fields_are_complete_and_the_register_is_known():
    report = read_report("id: x-1\nregister: blog\n---\nText.\n", "x-1.txt")
    assert [fault.split(":")[0] for fault in faults(report)] == ["fields missing", "register"]


@pytest.mark.parametrize(("words", "wrong"), [(149, True), (150, False), (600, False), (601, True)])
def test_an_invented_report_has_its_length(words, wrong):
    report = read_report(f"{FIELDS}---\n{'word ' * words}\n", "x-1.txt")
    assert bool(list(length_faults(report))) is wrong
