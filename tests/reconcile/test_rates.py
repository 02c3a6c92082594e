"""A count of people per head of a country: bounds, population, year; nothing where place or time is vague."""

from __future__ import annotations

from typing import Any

import pytest

from reportedly.lexicon.population import population
from reportedly.lexicon.table import table
from reportedly.model import Comparator, Factuality, Modality, PlaceRole, Polarity, Rate, TimexRole
from reportedly.reconcile import rates_of
from reportedly.views.rates import rate_text
from tests import builders
from tests.builders import article, figure, place, timex

NORWAY = {"country": "NO", "precision": 6, "role": PlaceRole.AT}
# World Bank, SP.POP.TOTL.
IN_2014 = 5_137_232


def rates(text: str, number: str, low: float | None, high: float | None, **given: Any) -> list[Rate]:
    """The rates of one count in "Norway in 2014", unless `places` and `times` say otherwise."""
    of = article(text, published=given.pop("published", "2015-01-19"))
    where = [place(of, words, **kept) for words, kept in given.pop("places", {"Norway": NORWAY}).items()]
    said = {"in 2014": {"start": "2014-01-01", "end": "2015-01-01"}}
    when = [timex(of, words, role=TimexRole.TRUE, **kept) for words, kept in given.pop("times", said).items()]
    factuality = given.pop("factuality", Factuality(modality=Modality.CERTAIN, polarity=Polarity.POSITIVE))
    count = figure(of, number, low, high, **({"unit": "people", "unit_text": "people"} | given))
    told = builders.statement(of, text, figures=[count], places=where, times=when, factuality=factuality)
    return list(rates_of(told, published=of.published))


@pytest.mark.parametrize(
    ("number", "low", "high", "comparator", "words"),
    [
        ("250 people", 250, 250, "exactly", "4.87 per 100,000"),
        ("at least 250 people", 250, None, "at_least", "at least 4.87 per 100,000"),
        ("more than 250 people", 250, None, "more_than", "more than 4.87 per 100,000"),
        ("up to 250 people", None, 250, "at_most", "at most 4.87 per 100,000"),
        ("fewer than 250 people", None, 250, "less_than", "fewer than 4.87 per 100,000"),
        ("about 250 people", 250, 250, "about", "about 4.87 per 100,000"),
        ("nearly 250 people", None, 250, "about", "nearly 4.87 per 100,000"),
        ("250 to 300 people", 250, 300, "between", "4.87 to 5.84 per 100,000"),
        ("hundreds of people", 100, None, "vague", "at least 1.95 per 100,000"),
    ],
)
def test_a_rate_keeps_the_bound_of_its_figure(number, low, high, comparator, words):
    [rate] = rates(f"In Norway {number} fell ill in 2014.", number, low, high, comparator=Comparator(comparator))
    assert (rate.population, rate.year, rate.table) == (IN_2014, 2014, "World Bank SP.POP.TOTL")
    assert rate_text(rate) == f"{words} of the 5,137,232 people of Norway in 2014, World Bank SP.POP.TOTL"


def test_those_of_a_country_are_counted_among_its_people_wherever_they_are():
    oman = {"Oman": {"country": "OM", "precision": 6, "role": PlaceRole.AT}}
    [rate] = rates("In Oman 12 Norwegians fell in 2014.", "12 Norwegians", 12, 12, unit_text="Norwegians", places=oman)
    assert rate.country == "NO"


@pytest.mark.parametrize(
    ("time", "published", "year"),
    [
        ({}, "2015-01-19", 2015),
        ({"since 2013": {"start": "2013-01-01", "end": None}}, "2015-01-19", 2015),
        ({"by May": {"start": None, "end": "2014-06-01"}}, "2015-01-19", 2014),
        ({"in May": {"start": "2014-05-01", "end": "2014-06-01"}}, None, 2014),
        ({"in 2044": {"start": "2044-01-01", "end": "2045-01-01"}}, None, 2024),
    ],
)
def test_a_rate_is_of_the_year_that_the_words_give_or_the_publication(time, published, year):
    words = " ".join(time)
    [rate] = rates(f"In Norway 12 people fell ill {words}.", "12 people", 12, 12, times=time, published=published)
    assert rate.year == year


TOWN = {"country": "NO", "precision": 1, "role": PlaceRole.AT}


@pytest.mark.parametrize(
    "given",
    [
        {"places": {}},
        {"places": {"Bergen": TOWN}},
        {"places": {"Bergen": TOWN, "Norway": NORWAY}},
        {"places": {"Norway": NORWAY, "Sweden": NORWAY | {"country": "SE"}}},
        {"places": {"Norway": NORWAY | {"role": PlaceRole.TO}}},
        {"places": {"Norway": {"precision": 5, "role": PlaceRole.AT}}},
        {"times": {}, "published": None},
        {"times": {"in 2014": {"start": "2010-01-01", "end": "2015-01-01"}}},
        {"times": {"in 2014": {"start": "1914-01-01", "end": "1915-01-01"}}},
        {"unit": "house", "unit_text": "houses"},
        {"unit": None},
        {"per": "100,000 people"},
        {"factuality": Factuality(modality=Modality.CERTAIN, polarity=Polarity.NEGATIVE)},
    ],
    ids=str,
)
def test_no_rate_is_made_of_a_vague_place_or_time_or_of_what_counts_no_people(given):
    assert rates("Bergen, Norway and Sweden had 12 people ill in 2014.", "12 people", 12, 12, **given) == []


def test_nobody_has_no_rate():
    assert rates("In Norway no one fell ill in 2014.", "no one", 0, 0) == []


def test_every_country_of_the_table_has_a_count_for_each_of_its_years():
    for row in table("population"):
        counts = row["counts"].split("|")
        assert len(row["country"]) == 2
        assert int(row["since"]) + len(counts) - 1 == 2024
        assert all(int(count) > 0 for count in counts)


def test_a_country_without_a_count_has_no_population():
    assert population("NO", 2014).people == IN_2014
    assert population("NO", 1959) is population("XX", 2014) is None
