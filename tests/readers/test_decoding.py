from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import NotText
from reportedly.readers.decoding import decoded

FRENCH = "La préfète a déclaré que l’incendie était éteint. « Personne n’a été blessé », a-t-elle ajouté à Nîmes."
RUSSIAN = "Мэр сказал, что пожар в порту потушен и что никто не пострадал. Причина пока неизвестна."
SPANISH = "El señor alcalde declaró que mañana no habrá más víctimas."
POLISH = "Burmistrz Łodzi powiedział, że nikt nie został ranny w pożarze, który zdarzył się w piątek. Źródło: policja."
TURKISH = "Vali, pazartesi sabahı limanda çıkan yangında kimsenin yaralanmadığını söyledi, diye yazdı gazete."
CHINESE = "市长表示，港口的火灾已经扑灭，没有人受伤，原因仍在调查。"
JAPANESE = "市長は、港の火災は鎮火し、けが人はいないと述べた。原因はまだ分かっていない。"


@pytest.mark.parametrize("text", [FRENCH, RUSSIAN, JAPANESE, "plain ascii, he said"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_believed_and_no_part_of_the_text(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding), name="x") == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        (SPANISH, "cp1252"),
        ("“Two fell,” said the man’s deputy – twice.", "cp1252"),
        ("It cost £3m.", "cp1252"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (TURKISH, "cp1254"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "shift_jis"),
        (CHINESE, "gb18030"),
    ],
)
def test_an_old_encoding_is_told_by_its_letters(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding), name="x") == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_text_without_a_mark_is_told_by_its_zeros(encoding: str) -> None:
    assert decoded(FRENCH.encode(encoding), name="x") == FRENCH


def test_an_old_encoding_is_found_where_foreign_letters_come_late() -> None:
    text = "The harbour master said nothing.\n" * 5_000 + FRENCH
    assert decoded(text.encode("cp1252"), name="x") == text


def test_one_damaged_byte_does_not_turn_the_rest_into_gibberish() -> None:
    raw = bytearray(FRENCH.encode("utf-8"))
    raw[raw.index("ê".encode()) if "ê".encode() in raw else raw.index("é".encode())] = 0xFF
    text = decoded(bytes(raw), name="x")
    assert "\ufffd" in text
    assert text.endswith("a-t-elle ajouté à Nîmes.")


def test_what_a_page_declares_is_believed_where_it_fits() -> None:
    assert decoded("Łódź: burmistrz".encode("iso8859-2"), name="x", declared="iso-8859-2") == "Łódź: burmistrz"


@pytest.mark.parametrize("declared", ["hex", "rot13", "idna", "unicode_escape", "zlib", "no-such", "\0", "utf-7"])
def test_a_codec_that_is_no_encoding_is_never_believed(declared: str) -> None:
    assert decoded(FRENCH.encode("cp1252"), name="x", declared=declared) == FRENCH


@pytest.mark.parametrize("text", ["a\r\nb\rc\nd", "e\u0301 and \u00e9", "a\u2028b\x0bc", "zero\0width\u200d"])
def test_newlines_and_unicode_form_stay_untouched(text: str) -> None:
    assert decoded(text.encode("utf-8"), name="x") == text


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7 text text text",
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"PK\x03\x04" + b"word/document.xml",
        bytes(range(256)) * 50,
        b"\0" * 500,
        b"\xff\xfe" + b"\xff\xdf" * 400,
    ],
)
def test_binary_is_refused(content: bytes) -> None:
    with pytest.raises(NotText) as refused:
        decoded(content, name="thing.txt")
    assert refused.value.source == "thing.txt"


@given(st.binary(max_size=400))
def test_any_bytes_become_text_or_are_refused(content: bytes) -> None:
    with suppress(NotText):
        decoded(content, name="x").encode("utf-8")


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200))
def test_text_in_utf_8_comes_back_as_it_was(text: str) -> None:
    assert decoded(b"\xef\xbb\xbf" + text.encode("utf-8"), name="x") == text
