"""Nothing an article holds acts on a terminal, a browser, an editor or a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportedly.model import Article, Factuality, Source, SourceKind, Statement, make_article, span_of, statement_id
from reportedly.render import (
    Group,
    Page,
    Section,
    Shown,
    cell,
    json_text,
    page_html,
    page_json,
    page_markdown,
    page_text,
    plain,
)
from tests.builders import article, statement
from tests.render.test_alleged import Reader, exported, seen_in_markdown

# Controls but for newline, bidirectional controls, surrogates: what no output may hold raw.
ACTS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
HOSTILE = [
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x9b2J",
    "a\rb\x08\x00c",
    "\u202etxt.exe\u202c",
    "\u2066isolate\u2069",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</q></p></body>",
    "[click](javascript:alert(1)) ![x](https://evil.example/x.png)",
    "# heading",
    "1. list",
    "- [ ] task",
    "`code` **bold** ~~gone~~ | a | b |",
    "https://evil.example www.evil.example",
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "＝1+1",
    "{{7*7}} ${7*7} %s {0}",
    "&lt;b&gt; &#x3c;",
    "a\nb\n\nc",
    "\ud800",
    "מַשֶּׁהוּ \u200f عربي",
]
hostile = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=20), st.lists(st.sampled_from(HOSTILE)).map("".join))


def of_text(text: str, **given: Any) -> tuple[Statement, Article]:
    """An article and its statement, with this text in every field that an input can fill."""
    filled: dict[str, Any] = dict.fromkeys(["title", "outlet", "url", "author", "published"], text)
    of = replace(make_article(text, digest="d"), **filled)
    content = span_of(of.text, 0, len(of.text))
    chain = (
        Source(depth=0, name=text, kind=SourceKind.OUTLET),
        Source(depth=1, name=text, kind=SourceKind.NAMED, span=content, role=text, stance=text),
    )
    sure = Factuality(cues=(content,), distance=text)
    made = statement(of, content, sources=chain, factuality=sure, cue=None, **given)
    return replace(made, id=statement_id(of.id, content, None, chain)), of


def page_of(text: str) -> Page:
    """A page with this text wherever a page holds text."""
    s, of = of_text(text)
    shown = Shown(statement=replace(s, id=text), article=of, note=text)
    group = Group(heading=text, shown=(shown,), id=text, notes=(text,), more=2)
    return Page(title=text, notes=(text,), sections=(Section(name="events", groups=(group,), more=1),))


@given(hostile)
def test_nothing_printed_acts_on_a_terminal(text):
    s, of = of_text(text)
    page = page_of(text)
    for printed in (
        page_text(page),
        page_markdown(page),
        page_html(page),
        json_text(page_json(page)),
        exported("csv", s, of, full_text=True),
        exported("jsonl", s, of, full_text=True),
    ):
        assert ACTS.findall(printed) == []


@given(hostile)
def test_a_line_stays_a_line(text):
    quiet = page_text(page_of("quiet")).splitlines()
    assert len(page_text(page_of(text)).splitlines()) == len(quiet)


@given(hostile)
def test_html_holds_no_element_of_an_article(text):
    ours = Counter(Reader(page_html(page_of("quiet"))).tags)
    made = Reader(page_html(page_of(text)))
    assert Counter(made.tags) - ours == Counter()
    assert plain(text) in made.text


@given(hostile)
@example("[a]: https://evil.example")
@example("> quote")
@example("+ list")
def test_markdown_shows_an_article_letter_for_letter(text):
    assert plain(text) in seen_in_markdown(page_markdown(page_of(text)))


@given(hostile)
def test_json_keeps_every_letter_while_nothing_acts(text):
    assert json.loads(json_text({"text": text})) == {"text": text}


@given(hostile)
def test_no_cell_starts_a_formula(text):
    s, of = of_text(text)
    rows = list(csv.reader(io.StringIO(exported("csv", s, of, full_text=True))))
    assert len(rows) == 2
    assert [each for each in rows[1] if each.startswith(("=", "+", "-", "@", "\t", "\r", "|", "%", "＝"))] == []


@pytest.mark.parametrize(("text", "shown"), [("=1+1", "'=1+1"), ("12 people", "12 people"), ("  =A1", "'=A1")])
def test_a_formula_becomes_text_and_other_words_stay(text, shown):
    assert cell(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m alert", "red alert"),
        ("two\nlines", "two lines"),
        ("a\u202eb", "a b"),
        ("naïve – “quoted” 日本", "naïve – “quoted” 日本"),
    ],
)
def test_words_stay_when_what_acts_is_taken_out(text, shown):
    assert plain(text) == shown


def test_every_text_field_of_an_article_was_tried():
    filled = {field.name for field in fields(Article)} - {"id", "digest", "language", "ref", "path"}
    assert filled == {"text", "title", "outlet", "url", "author", "published"}
    assert article("x").path is None
