"""Text in, comparisons without a number out."""

from __future__ import annotations

import pytest

from reportedly.extract import comparisons as layer
from reportedly.extract import figures
from reportedly.extract.base import Found
from reportedly.extract.parse import parse
from reportedly.lexicon.table import table
from reportedly.model import Comparison
from tests.builders import article


def comparisons(text: str) -> list[Comparison]:
    found = Found(article=article(text))
    doc = parse(text, language="en", max_words=5_000, source="test")
    found.figures.extend(figures.find(doc, found))
    return list(layer.find(doc, found))


@pytest.mark.parametrize(
    ("text", "span", "direction", "against"),
    [
        (
            "Forty volunteers came, fewer than from Cyprus or Italy.",
            "fewer than from Cyprus or Italy",
            "less",
            "from Cyprus or Italy",
        ),
        ("The toll was higher than last year.", "higher than last year", "more", "last year"),
        (
            "More boats arrived than in the whole of May.",
            "More boats arrived than in the whole of May",
            "more",
            "in the whole of May",
        ),
        ("Deaths were lower than in 2015.", "lower than in 2015", "less", "in 2015"),
        ("They sent as many nurses as Genoa.", "as many nurses as Genoa", "same", "Genoa"),
        ("They sent the same number as Genoa.", "same number as Genoa", "same", "Genoa"),
    ],
)
def test_a_comparison_says_against_whom(text, span, direction, against):
    [comparison] = comparisons(text)
    assert (comparison.span.exact, comparison.direction, comparison.rank) == (span, direction, None)
    assert comparison.against is not None
    assert comparison.against.exact == against


@pytest.mark.parametrize(
    ("text", "span", "direction", "against", "measure", "rank"),
    [
        (
            "The rate is the highest in Europe per capita.",
            "the highest in Europe per capita",
            "most",
            "Europe",
            "per capita",
            1,
        ),
        ("It is the third-largest city in Chad.", "the third-largest city in Chad", "most", "Chad", "city", 3),
        (
            "The island has the fewest doctors of any region.",
            "the fewest doctors of any region",
            "least",
            "any region",
            "doctors",
            1,
        ),
    ],
)
def test_a_rank_says_in_what(text, span, direction, against, measure, rank):
    [comparison] = comparisons(text)
    assert (comparison.span.exact, comparison.direction, comparison.measure, comparison.rank) == (
        span,
        direction,
        measure,
        rank,
    )
    assert comparison.against is not None
    assert comparison.against.exact == against


def test_a_comparison_ends_where_another_begins():
    less, rank = comparisons("They sent fewer than Genoa but the highest number in Italy when measured per head.")
    assert (less.span.exact, less.measure) == ("fewer than Genoa", None)
    assert (rank.span.exact, rank.measure) == ("the highest number in Italy when measured per head", "per head")


@pytest.mark.parametrize(
    "text",
    [
        "More than 40 people came.",
        "At least 40 people came.",
        "As many as 30 people came.",
        "Most residents stayed.",
        "They left earlier than expected.",
        "Rather than wait, they left.",
    ],
)
def test_a_number_or_another_comparative_is_no_comparison(text):
    assert comparisons(text) == []


COMPARATIVES = [
    row
    for row in table("comparators")
    if row["place"] == "comparative" and row["word"] not in ("more", "less", "fewer")
]


@pytest.mark.parametrize("row", COMPARATIVES, ids=lambda row: row["word"])
def test_every_comparative_of_the_table_has_its_direction(row):
    [comparison] = comparisons(f"The wall is {row['word']} than the tower.")
    assert comparison.direction == row["meaning"]


def test_spans_are_the_words_of_the_text_and_ids_repeat():
    text = "Forty came, fewer than from Cyprus, but the highest number per capita in the Aegean."
    first, again = comparisons(text), comparisons(text)
    assert [c.id for c in first] == [c.id for c in again]
    assert len(first) == 2
    for comparison in first:
        assert text[comparison.span.start : comparison.span.end] == comparison.span.exact
