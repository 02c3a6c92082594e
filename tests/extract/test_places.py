from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.extract import places
from reportedly.extract.base import Found
from reportedly.extract.parse import parse
from reportedly.model import Part, Place
from tests.builders import article


def find(text: str, *, part: Part = Part.TEXT) -> list[Place]:
    """The places in a text, or in a headline."""
    read = article(text) if part is Part.TEXT else article("Nothing else.", title=text)
    doc = parse(read.part(part), language="en", max_words=5000, source="a test")
    return list(places.find(doc, Found(article=read, part=part)))


def shown(text: str) -> list[tuple[str, str | None]]:
    """Words and country of each place."""
    return [(place.span.exact, place.country) for place in find(text)]


def only(text: str, words: str) -> Place:
    """The place that the text names with `words`, the first time."""
    return next(place for place in find(text) if place.span.exact == words)


def test_a_place_is_told_whole() -> None:
    text = "Two men were arrested in Verviers, Belgium, on Thursday."
    verviers, belgium = find(text)
    assert text[verviers.span.start : verviers.span.end] == verviers.span.exact == "Verviers"
    assert (verviers.name, verviers.country, verviers.geonames) == ("Verviers", "BE", 2784821)
    assert (verviers.lat, verviers.lon) == (pytest.approx(50.59, abs=0.01), pytest.approx(5.86, abs=0.01))
    assert (verviers.precision, verviers.role) == (1, "at")
    assert (belgium.name, belgium.geonames, belgium.precision, belgium.role) == ("Belgium", 2802361, 6, "at")
    assert verviers.id != belgium.id


@pytest.mark.parametrize(
    ("text", "words", "lat", "lon"),
    [
        ("The mayor of Springfield, Ill., resigned.", "Springfield", 39.8, -89.6),
        ("A bus from Springfield, Mass., overturned.", "Springfield", 42.1, -72.6),
        ("The pilot drove to Paris, Texas, on Monday.", "Paris", 33.7, -95.6),
        ("A fire broke out in London, Ontario, on Monday.", "London", 43.0, -81.2),
        ("The ferry left Tripoli in Lebanon at noon.", "Tripoli", 34.4, 35.8),
        ("The ferry left Tripoli, Libya, at noon.", "Tripoli", 32.9, 13.2),
        ("Voters in Georgia, Alabama and Florida went to the polls.", "Georgia", 32.8, -83.5),
        ("Tbilisi said Russia had shelled a village in Georgia.", "Georgia", 42.0, 43.5),
        ("A farm in Washington state was closed.", "Washington", 47.5, -120.5),
        ("Talks in Washington ended on Friday.", "Washington", 38.9, -77.0),
    ],
)
def test_what_the_article_names_beside_it_decides_which_namesake_is_meant(
    text: str, words: str, lat: float, lon: float
) -> None:
    place = only(text, words)
    assert (place.lat, place.lon) == (pytest.approx(lat, abs=0.3), pytest.approx(lon, abs=0.3))


def test_a_bare_name_means_what_it_meant_before() -> None:
    text = "A storm hit Springfield, Ill., on Sunday. Schools in Springfield stay closed."
    towns = [place for place in find(text) if place.span.exact == "Springfield"]
    assert len(towns) == 2
    assert towns[0].geonames == towns[1].geonames
    assert towns[0].span != towns[1].span


def test_counties_of_the_neighbourhood_decide_for_the_small_town() -> None:
    text = "A barn burned in Paris on Tuesday. Crews from Henry County and Weakley County came to Paris."
    assert {place.country for place in find(text)} == {"US"}


def test_a_list_of_counties_is_read_as_counties() -> None:
    text = "Schools in Henry and Weakley counties in Tennessee will close."
    assert [(place.name, place.precision) for place in find(text)][:2] == [("Henry County", 3), ("Weakley County", 3)]


@pytest.mark.parametrize(
    ("text", "words", "precision"),
    [
        ("A bomb went off near Mosul on Friday.", "Mosul", 2),
        ("Shells fell on the outskirts of Aleppo.", "Aleppo", 2),
        ("A plane landed at Baghdad airport.", "Baghdad", 2),
        ("A bomb went off in Mosul on Friday.", "Mosul", 1),
        ("Six people were killed in Cook County.", "Cook County", 3),
        ("Six people were killed in Idlib province.", "Idlib", 4),
        ("Six people were killed in northern Lebanon.", "Lebanon", 5),
        ("Drought spread across the Sahel.", "Sahel", 5),
        ("Six people were killed in Lebanon.", "Lebanon", 6),
        ("The boat sank in the Black Sea.", "Black Sea", 7),
    ],
)
def test_precision_is_what_the_words_allow(text: str, words: str, precision: int) -> None:
    assert only(text, words).precision == precision


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("He left Belgium for Syria last year.", "Belgium", "from"),
        ("He left Belgium for Syria last year.", "Syria", "to"),
        ("The family fled from Homs to Lebanon.", "Homs", "from"),
        ("The family fled from Homs to Lebanon.", "Lebanon", "to"),
        ("She returned to Brussels in May.", "Brussels", "to"),
        ("Fighters withdrew from the city of Sinjar.", "Sinjar", "from"),
        ("Aid convoys reached Douma on Friday.", "Douma", "to"),
        ("Jets bombed Raqqa on Friday.", "Raqqa", "at"),
        ("Two men were arrested in Verviers.", "Verviers", "at"),
        ("The mayor of Ghent resigned.", "Ghent", "mentioned"),
        ("Kyiv blamed Moscow for the outage.", "Moscow", "mentioned"),
        ("A professor at the University of Texas agreed.", "Texas", "mentioned"),
    ],
)
def test_role_is_what_the_place_is_to_its_sentence(text: str, words: str, role: str) -> None:
    assert only(text, words).role == role


@pytest.mark.parametrize(
    "text",
    [
        "Jordan Larkin met Paula Houston and said nothing.",
        "Mr. Houston declined to comment.",
        "Belgian police questioned a Syrian man.",
        "The suspect lived on Madison Street.",
        "She may march in March, on Sunday or at Easter.",
        "It was the most nice reading of the act.",
        "The White House said nothing.",
    ],
)
def test_persons_peoples_streets_and_plain_words_are_no_places(text: str) -> None:
    assert find(text) == []


def test_a_surname_stays_one_after_the_full_name() -> None:
    text = "Councillor Amelia Houston denied it. Houston left the hall."
    assert find(text) == []


def test_a_people_votes_for_its_country() -> None:
    text = "Libyan coastguards said the boat had left Tripoli. Libyan officials said nothing."
    assert shown(text) == [("Tripoli", "LY")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. and the UAE signed a pact in B.C. on Monday.", [("U.S.", "US"), ("UAE", "AE"), ("B.C.", "CA")]),
        ("The girl told us that she was in or near it.", []),
        ("Rep. Ann Larkin, D-Ky., voted against it.", [("Ky.", "US")]),
    ],
)
def test_abbreviations_are_places_where_no_word_is_meant(text: str, expected: Sequence[tuple[str, str]]) -> None:
    assert shown(text) == list(expected)


def test_a_dateline_is_a_place_but_not_where_it_happened() -> None:
    text = "PIKEVILLE, Ky. (AP) — A bus overturned in Floyd County on Friday."
    assert [(p.span.exact, p.country, p.role) for p in find(text)] == [
        ("PIKEVILLE", "US", "mentioned"),
        ("Ky.", "US", "mentioned"),
        ("Floyd County", "US", "at"),
    ]


def test_a_place_that_no_list_has_is_as_precise_as_what_holds_it() -> None:
    text = "The shells hit the village of Zawtarqa, in Idlib province, on Monday."
    village = only(text, "Zawtarqa")
    assert (village.name, village.country, village.geonames, village.precision) == ("Zawtarqa", "SY", None, 4)


def test_other_scripts_are_read() -> None:
    [place] = find("Clashes in حلب were reported.")
    assert (place.span.exact, place.country) == ("حلب", "SY")


def test_headlines_have_their_own_offsets() -> None:
    [place] = find("Two held in Verviers", part=Part.TITLE)
    assert (place.span.part, place.span.start, place.span.exact) == (Part.TITLE, 12, "Verviers")


def test_a_headline_means_what_the_text_means() -> None:
    read = article("A barn burned in Paris, Texas, on Monday.", title="Barn burns in Paris")
    text = Found(article=read)
    text.places.extend(places.find(parse(read.text, language="en", max_words=50, source="a test"), text))
    title = Found(article=read, part=Part.TITLE, before=text)
    [place] = places.find(parse(read.part(Part.TITLE), language="en", max_words=50, source="a test"), title)
    assert (place.span.exact, place.country) == ("Paris", "US")


def test_reading_twice_finds_the_same() -> None:
    text = "Flights from London to New York, Washington and Moscow were cancelled."
    assert find(text) == find(text)


PIECES = st.sampled_from(
    [
        "Paris",
        "Georgia",
        ",",
        " in ",
        " near ",
        "Ky.",
        "\n\n",
        "St. ",
        "the ",
        "U.S.",
        "Nice",
        " - ",
        "ВОЛГА",
        "القاهرة",
        "’s",
        "🙂",
        "(",
        "County",
        " and ",
    ]
)


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=25).map(" ".join))
def test_every_span_is_exact_in_any_text(text: str) -> None:
    found = find(text)
    for place in found:
        assert text[place.span.start : place.span.end] == place.span.exact
    ends = [(place.span.start, place.span.end) for place in found]
    assert all(left[1] <= right[0] for left, right in pairwise(ends))
