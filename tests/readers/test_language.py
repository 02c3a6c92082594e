from __future__ import annotations

import pytest

from reportedly.readers import language_code
from reportedly.readers.language import CODES, looks_like
from tests.readers.builders import read_one


@pytest.mark.parametrize(
    ("declared", "code"),
    [("en-GB", "en"), ("EN_us", "en"), ("fr", "fr"), (" de ", "de"), ("zh-Hant-TW", "zh"), ("iw", "he")],
)
def test_a_language_tag_is_cut_to_its_code(declared: str, code: str) -> None:
    assert language_code(declared) == code


@pytest.mark.parametrize("declared", [None, "", "xx", "english", "und", "x-default", "eng"])
def test_what_is_no_code_says_nothing(declared: str | None) -> None:
    assert language_code(declared) is None


def test_there_are_183_codes_and_all_of_two_letters() -> None:
    assert len(CODES) == 183
    assert all(len(code) == 2 for code in CODES)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The ferry left two hours late on Thursday, its captain said.", "en"),
        ("La préfecture a annoncé lundi que le pont resterait fermé.", "fr"),
        ("Die Polizei teilte am Montag mit, dass niemand verletzt wurde.", "de"),
        ("قال المحافظ يوم الاثنين إن الميناء سيبقى مغلقا.", "ar"),
    ],
)
def test_a_text_that_does_not_say_is_told_by_its_looks(text: str, code: str) -> None:
    assert read_one(text).language == code


@pytest.mark.parametrize("text", ["Antwerp.", "Yes, no.", "12,000 - 14,500 (2023)", "BREST, France, 11"])
def test_a_text_too_short_to_tell_has_no_language(text: str) -> None:
    assert looks_like(text) is None


def test_what_a_document_declares_is_kept_even_where_it_looks_otherwise() -> None:
    page = "---\nlanguage: fr-BE\n---\nThe ferry left two hours late on Thursday, its captain said."
    assert read_one(page).language == "fr"
