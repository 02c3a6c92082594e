from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import EmptyInput
from reportedly.readers import Defaults
from reportedly.readers.front_matter import split_front_matter
from tests.readers.builders import read_all, read_one

BLOCK = """---
title: "Crane falls: \\"no one hurt\\""
Outlet: The Basin Post
published: 2022-11-03T08:00:00+01:00
url: https://basin.example/crane?a=1#b
author: 'Ane O''Goikoetxea'
language: en-GB
tags:
  - port
# a comment
---
"""


@pytest.mark.parametrize("name", ["crane.txt", "crane.md", "crane.markdown", "crane.text"])
def test_front_matter_says_what_the_article_is_and_is_not_its_text(name: str) -> None:
    article = read_one(f"{BLOCK}No one was hurt, she said.\n", name)
    assert article.text == "No one was hurt, she said.\n"
    assert article.title == 'Crane falls: "no one hurt"'
    assert article.outlet == "The Basin Post"
    assert article.published == "2022-11-03T08:00:00+01:00"
    assert article.url == "https://basin.example/crane?a=1#b"
    assert article.author == "Ane O'Goikoetxea"
    assert article.language == "en"
    assert article.path == name


@pytest.mark.parametrize(
    "text",
    [
        "---\nHe said nothing.\n---\nShe said a lot.",
        "---\nplace: Bilbao\n---\nShe said a lot.",
        "---\ntitle: never closed\n\nShe said a lot.",
        "---\ntitle: ends without a line of its own ---",
        "--- \u2014 title: x\n---\nShe said a lot.",
        "\n---\ntitle: not at the top\n---\nShe said a lot.",
        "----\ntitle: four dashes\n----\nShe said a lot.",
        "---\ntitle: a story\nThen he said: go.\nand prose went on\n---\nShe said a lot.",
        "---\n" + "title: too long\n" * 200 + "---\nShe said a lot.",
    ],
)
def test_a_block_that_is_no_front_matter_is_text(text: str) -> None:
    assert read_one(text).text == text


def test_front_matter_may_have_the_newlines_of_any_system() -> None:
    article = read_one("---\r\noutlet: The Basin Post\r\n---\r\nShe said\r\na lot.\r\n")
    assert (article.outlet, article.text) == ("The Basin Post", "She said\r\na lot.\r\n")


def test_the_text_stays_as_it_is() -> None:
    text = "\n  # Not a heading\r\n\te\u0301 \u00e9 “quoted”\x0c\u2028**bold** [l](u)\n\n"
    assert read_one(text, "a.md").text == text


def test_nul_becomes_a_replacement_one_for_one() -> None:
    assert read_one("He\0said it was over.").text == "He\ufffdsaid it was over."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Slipway closed after fall\n\nTwo were hurt.", "Slipway closed after fall"),
        ("\n\nWho fell?\r\n\r\nTwo were hurt.", "Who fell?"),
        ("Two were hurt.\n\nNobody knew why.", None),
        ("“Two were hurt.”\n\nNobody knew why.", None),
        ("Slipway closed\nTwo were hurt.", None),
        ("Slipway closed\n\n", None),
        ("x" * 121 + "\n\nTwo were hurt.", None),
        ("x" * 120 + "\n\nTwo were hurt.", "x" * 120),
    ],
)
def test_a_short_first_line_that_stands_alone_is_the_title_and_stays_in_the_text(text: str, title: str | None) -> None:
    article = read_one(text)
    assert (article.title, article.text) == (title, text)


@pytest.mark.parametrize("text", ["# Crane falls\nNo one was hurt.", "# Crane falls #\n\nNo one was hurt."])
def test_in_markdown_a_heading_at_the_top_is_the_title(text: str) -> None:
    assert read_one(text, "a.md").title == "Crane falls"


@pytest.mark.parametrize("text", ["  \n\t", "...", "—\n—", "---\ntitle: Only a title\n---\n", "\ufeff"])
def test_a_text_without_words_is_empty(text: str) -> None:
    with pytest.raises(EmptyInput):
        read_all(text)


def test_defaults_fill_in_only_what_the_document_does_not_say() -> None:
    defaults = Defaults(published="2022-11-05", outlet="The Other Post")
    assert read_one("He left.", defaults=defaults).published == "2022-11-05"
    assert read_one("He left.", defaults=defaults).outlet == "The Other Post"
    said = read_one(f"{BLOCK}He left.", defaults=defaults)
    assert (said.outlet, said.published) == ("The Basin Post", "2022-11-03T08:00:00+01:00")


def test_the_digest_is_that_of_the_bytes() -> None:
    raw = b"\xef\xbb\xbfHe left, she said."
    assert read_one(raw).digest == sha256(raw).hexdigest()


def test_metadata_is_one_clean_line_of_bounded_length() -> None:
    title = "A \x1b[31mred\x07 \u202eline\u202c\t" + "x" * 2_000
    article = read_one(f"---\ntitle: {title}\n---\nHe left.")
    assert article.title is not None
    assert article.title.startswith("A [31mred line xxx")
    assert len(article.title) == 500


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "basin.example/a", "https://", "http://[::1", "https://a b/", "x" * 3_000]
)
def test_an_address_that_is_none_of_the_web_is_left_out(url: str) -> None:
    assert read_one(f"---\nurl: {url}\noutlet: x\n---\nHe left.").url is None


@given(st.text(max_size=300))
def test_front_matter_takes_nothing_away_but_itself(text: str) -> None:
    _, rest = split_front_matter(text)
    assert text.endswith(rest)
    assert split_front_matter(BLOCK + text)[1] == text
