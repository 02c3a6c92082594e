"""Which words of conflict news, datelines and lists name places, and which do not."""

from __future__ import annotations

import pytest

from tests.extract.test_places import find, shown


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Government forces entered al-Bab, Manbij and Ras al-Ain.", ["Al Bāb", "Manbij", "Ra’s al ‘Ayn"]),
        ("A bomber struck in el-Arish.", ["Arīsh"]),
        ("Fighters of al-Shabaab and al-Nusra left al-Hasakah.", ["Al Ḩasakah"]),
        ("Rebels shelled Tel Rifaat in Syria.", ["Tall Rif‘at", "Syria"]),
        ("Iraqi soldiers entered Hawija and Tal Afar.", ["Al Ḩawījah", "Tall ‘Afar"]),
        ("Yemeni doctors were shot in Hodeidah.", ["Al Ḩudaydah"]),
        ("Two Afghan guards died in Spin Boldak.", ["Spīn Bōldak"]),
    ],
)
def test_arabic_names_are_known_however_an_outlet_spells_them(text: str, names: list[str]) -> None:
    assert [place.name for place in find(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "President Bashar al-Assad thanked Omar al-Khatib.",
        "The Syrian minister Walid Barakat met Salah Amin and Samir Zaytouni.",
        "Egyptian prosecutors spoke to Karim on Monday and in August.",
    ],
)
def test_arabic_names_of_persons_are_no_places(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Police in North Kivu province, eastern Congo, said nothing.",
            [("North Kivu", "CD"), ("Congo", "CD")],
        ),
        ("Two died in Beni, a town in eastern Congo.", [("Beni", "CD"), ("Congo", "CD")]),
        ("The mine opened near Hit, a town in Anbar province.", [("Hit", "IQ"), ("Anbar", "IQ")]),
        ("Nine died in Dikwa, in the northeastern state of Borno.", [("Dikwa", "NG"), ("Borno", "NG")]),
        ("The port of Tripoli, in northern Lebanon, was shut.", [("Tripoli", "LB"), ("Lebanon", "LB")]),
    ],
)
def test_what_holds_a_place_is_read_over_the_words_between(text: str, expected: list[tuple[str, str]]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("An activist was stopped on her way to Gaza.", 31.5, 34.4),
        ("A Congo ferry sank near Kinshasa, in Congo.", -2.5, 23.5),
    ],
)
def test_the_better_known_bearer_of_a_name_is_meant_where_nothing_else_is_said(
    text: str, lat: float, lon: float
) -> None:
    place = find(text)[-1]
    assert (place.lat, place.lon) == (pytest.approx(lat, abs=0.3), pytest.approx(lon, abs=0.3))


@pytest.mark.parametrize(
    "text",
    [
        "Deputies of the Duma voted on Monday.",
        "The Ministry of Justice said the Federal Police had the list.",
        "The committee met Amelia, who lives on Victoria Avenue.",
        "The New York Times and the China Daily reported it.",
        "Two nurses had caught Marburg virus. Marburg is deadly.",
        "Pupils met at St. Anne Church.",
        "A man named Austin Holland was charged.",
        "The temple was built in 300 B.C. by masons.",
    ],
)
def test_bodies_papers_saints_diseases_and_eras_are_no_places(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LONDON (Reuters) - Two men were held in Leeds.", [("LONDON", "GB"), ("Leeds", "GB")]),
        ("AMMAN, Jordan — Guards shot a man in Zarqa.", [("AMMAN", "JO"), ("Jordan", "JO"), ("Zarqa", "JO")]),
        ("VANCOUVER, B.C. - A plane crashed in Surrey.", [("VANCOUVER", "CA"), ("B.C.", "CA"), ("Surrey", "CA")]),
        ("A bus burned in Huntington, W.Va., on Monday.", [("Huntington", "US"), ("W.Va.", "US")]),
        ("A shop in Gary, Ind., burned.", [("Gary", "US"), ("Ind.", "US")]),
        ("A court in The Hague ruled on Monday.", [("The Hague", "NL")]),
        ("The Bronx and Brooklyn were dark.", [("The Bronx", "US"), ("Brooklyn", "US")]),
        ("Jets bombed Aleppo and Manbij.", [("Aleppo", "SY"), ("Manbij", "SY")]),
    ],
)
def test_datelines_abbreviations_articles_and_lists_name_places(text: str, expected: list[tuple[str, str]]) -> None:
    assert shown(text) == expected
