from __future__ import annotations

import json
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import BrokenInput, EmptyInput, TooDeep
from reportedly.model import Article
from reportedly.readers import Defaults
from tests.readers.builders import read_all, read_one, told

WHOLE = {
    "id": "n1",
    "text": "Three men are held, police said.",
    "published": "2022-11-06T10:00:00Z",
    "outlet": "The Basin Post",
    "title": "Three held",
    "url": "https://basin.example/held",
    "language": "en-GB",
    "author": ["Ane Goikoetxea", "Jon Etxeberria"],
    "tags": {"of": ["no", "matter"]},
}


def test_a_line_is_an_article_with_all_that_it_says() -> None:
    article = read_one(json.dumps(WHOLE), "notes.jsonl")
    assert article.text == WHOLE["text"]
    assert article.ref == "n1"
    assert article.published == "2022-11-06T10:00:00+00:00"
    assert article.outlet == "The Basin Post"
    assert article.title == "Three held"
    assert article.url == "https://basin.example/held"
    assert article.language == "en"
    assert article.author == "Ane Goikoetxea, Jon Etxeberria"
    assert article.path == "notes.jsonl"


def test_the_digest_is_that_of_the_line() -> None:
    line = '{"text": "He left, she said."}'
    first, second = read_all(f"{line}\r\n\n{line}\n", "notes.jsonl")
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.digest == second.digest == sha256(line.encode()).hexdigest()


def test_a_bad_line_is_named_and_the_rest_is_read() -> None:
    lines = [
        '{"text": "He left."}',
        "{",
        "7",
        "[]",
        '{"id": "n"}',
        '{"text": 5}',
        '{"text": " "}',
        "",
        '{"text": "She left."}',
    ]
    assert told(read_all("\n".join(lines), "notes.jsonl")) == [
        "notes.jsonl: He left.",
        "BrokenInput notes.jsonl:2",
        "BrokenInput notes.jsonl:3",
        "BrokenInput notes.jsonl:4",
        "EmptyInput notes.jsonl:5",
        "BrokenInput notes.jsonl:6",
        "EmptyInput notes.jsonl:7",
        "notes.jsonl: She left.",
    ]


@pytest.mark.parametrize("key", ["id", "published", "outlet", "title", "url", "language", "author"])
def test_a_value_of_the_wrong_type_is_an_error_and_null_is_unknown(key: str) -> None:
    [found] = read_all(json.dumps(WHOLE | {key: {"a": 1}}), "notes.jsonl")
    assert isinstance(found, BrokenInput)
    assert key in found.problem
    assert isinstance(read_one(json.dumps(WHOLE | {key: None}), "notes.jsonl"), Article)


def test_an_id_may_be_a_number_and_zero_is_one() -> None:
    assert read_one('{"id": 0, "text": "He left."}', "notes.jsonl").ref == "0"


@pytest.mark.parametrize("depth", [70, 5_000, 200_000])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}"), ("[", "")])
def test_a_line_nested_too_deep_is_refused_before_it_is_parsed(depth: int, opening: str, closing: str) -> None:
    line = '{"text": "He left.", "more": ' + opening * depth + "1" + closing * depth + "}"
    found = read_all(f'{line}\n{{"text": "She left."}}', "notes.jsonl")
    assert isinstance(found[0], TooDeep)
    assert isinstance(found[1], Article)


def test_brackets_within_the_text_are_no_nesting() -> None:
    text = 'He left "' + "[{" * 500
    assert read_one(json.dumps({"text": text}), "notes.jsonl").text == text


def test_a_number_too_long_for_python_is_an_error_of_its_line() -> None:
    [found] = read_all('{"text": "He left.", "n": ' + "9" * 10_000 + "}", "notes.jsonl")
    assert isinstance(found, BrokenInput)


def test_lone_surrogates_and_nul_become_replacements_one_for_one() -> None:
    assert read_one(r'{"text": "a\ud800b\u0000c\ud83d\ude00"}', "notes.jsonl").text == "a\ufffdb\ufffdc\U0001f600"
    assert read_one(r'{"text": "He left.", "outlet": "a\udfffb"}', "notes.jsonl").outlet == "a\ufffdb"


def test_line_separators_of_unicode_do_not_end_a_line() -> None:
    text = "He left.\u2028She\x85stayed."
    assert read_one(json.dumps({"text": text}, ensure_ascii=False), "notes.jsonl").text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_json_lines_may_carry_a_byte_order_mark(encoding: str) -> None:
    assert read_one('{"text": "Il est parti à Nîmes."}'.encode(encoding), "notes.jsonl").text == "Il est parti à Nîmes."


@pytest.mark.parametrize(
    "content",
    [
        '[{"text": "He left."}, {"text": "She left."}]',
        '[\n{"text": "He left."},\n\n{"text": "She left."}\n]\n',
        '{"text": "He left."}\n{"text": "She left."}\n',
    ],
)
def test_a_json_file_holds_one_article_or_many(content: str) -> None:
    assert told(read_all(content, "all.json")) == ["all.json: He left.", "all.json: She left."]
    assert read_one('{\n "text":\n "He left."\n}', "one.json").text == "He left."


def test_in_a_json_file_errors_name_the_line_where_the_value_begins() -> None:
    content = '[\n{"text": "He left."},\n{"title": "x"},\n{"text": }\n]'
    assert told(read_all(content, "all.json")) == [
        "all.json: He left.",
        "EmptyInput all.json:3",
        "BrokenInput all.json:4",
    ]


@pytest.mark.parametrize(("content", "name"), [("[]", "a.json"), ("\n\n \n", "a.jsonl"), ("  ", "a.json")])
def test_a_file_without_articles_is_empty(content: str, name: str) -> None:
    with pytest.raises(EmptyInput):
        read_all(content, name)


def test_defaults_fill_in_line_by_line() -> None:
    found = read_all(
        '{"text": "He left.", "outlet": "The Post"}\n{"text": "She left."}', "a.jsonl", Defaults(outlet="Other")
    )
    assert [one.outlet for one in found if isinstance(one, Article)] == ["The Post", "Other"]


@given(st.text(min_size=1).filter(lambda text: any(c.isalnum() for c in text)), st.booleans())
def test_any_text_comes_back_but_for_what_cannot_be_stored(text: str, ascii_only: bool) -> None:
    raw = json.dumps({"text": text}, ensure_ascii=ascii_only).encode("utf-8", errors="surrogatepass")
    article = read_one(raw, "a.jsonl")
    if "\0" not in text:
        assert article.text == text
    assert len(article.text) == len(text)
