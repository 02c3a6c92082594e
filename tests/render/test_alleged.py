"""A hedge never gets lost: whatever shows a statement shows its words, how sure they are, and on whose word."""

from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reportedly.export import Records, exporters
from reportedly.model import Article, Factuality, Form, Mark, Modality, Polarity, Source, SourceKind, Statement
from reportedly.render import (
    Group,
    Page,
    Section,
    Shown,
    line,
    line_html,
    line_markdown,
    line_text,
    page_html,
    page_json,
    page_markdown,
    page_text,
    plain,
    statement_record,
)
from tests.builders import article, span, statement

WORDS = "the alleged assailant may have left the harbour"
TEXT = f"One friend and a clerk told SudInfo that {WORDS}, a police report seen by the Coast Wire says."
A = article(TEXT, outlet="Harbour Post")

NAMES = ("One friend", "a clerk", "SudInfo", "a police report", "the Coast Wire")
sources = st.lists(
    st.builds(
        lambda depth, words, kind, stance, role, named: Source(
            depth=depth,
            name=named or words,
            kind=kind,
            span=span(A, words) if words in TEXT else None,
            stance=stance,
            role=role,
        ),
        depth=st.integers(1, 4),
        words=st.sampled_from(NAMES),
        kind=st.sampled_from(SourceKind),
        stance=st.sampled_from([None, "says", "denies", "doubts", "claims", "suggests"]),
        role=st.sampled_from([None, "a former officer"]),
        named=st.sampled_from([None, "Ines Duval"]),
    ),
    max_size=5,
).map(lambda found: (Source(depth=0, name="Harbour Post", kind=SourceKind.OUTLET), *found))
factualities = st.builds(
    Factuality,
    modality=st.sampled_from(Modality),
    polarity=st.sampled_from(Polarity),
    cues=st.sampled_from([(), (span(A, "may"),), (span(A, "alleged"), span(A, "may"))]),
    distance=st.sampled_from([None, "claimed without evidence"]),
)
statements = st.builds(
    lambda chain, sure, form, mark: statement(A, WORDS, sources=chain, factuality=sure, form=form, mark=mark),
    sources,
    factualities,
    st.sampled_from(Form),
    st.none() | st.sampled_from(Mark),
)


class Reader(HTMLParser):
    """What a browser would show, and the elements it would make."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def seen_in_markdown(text: str) -> str:
    """What a reader of Markdown sees."""
    blocks = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    inline = [child for block in blocks for child in block.children or ()]
    assert {child.type for child in inline} <= {"text", "code_inline", "em_open", "em_close", "softbreak", "hardbreak"}
    return " ".join("".join(c.content for c in block.children or ()) for block in blocks)


def a_page(s: Statement, of: Article) -> Page:
    one = Group(
        heading="A heading", shown=(Shown(statement=s, article=of, note="side 1"),), id="q-1", notes=("a note",)
    )
    return Page(title="A title", notes=("a note",), sections=(Section(name="events", groups=(one,)),))


def exported(name: str, s: Statement, of: Article, *, full_text: bool = False) -> str:
    out = io.StringIO()
    exporters()[name].write(Records(articles={of.id: of}, statements=(s,), full_text=full_text), out)
    return out.getvalue()


# Every way a statement leaves the ledger for somebody's eyes, as what that somebody sees.
VIEWS: dict[str, Any] = {
    "line as text": lambda s, of: line_text(line(s, of)),
    "line as Markdown": lambda s, of: seen_in_markdown(line_markdown(line(s, of))),
    "line as HTML": lambda s, of: Reader(line_html(line(s, of))).text,
    "page as text": lambda s, of: page_text(a_page(s, of)),
    "page as Markdown": lambda s, of: seen_in_markdown(page_markdown(a_page(s, of))),
    "page as HTML": lambda s, of: Reader(page_html(a_page(s, of))).text,
    "page as JSON": lambda s, of: page_json(a_page(s, of))["sections"][0]["groups"][0]["lines"][0]["text"],
    "CSV": lambda s, of: "\n".join(list(csv.reader(io.StringIO(exported("csv", s, of))))[1]),
}


@pytest.mark.parametrize("name", VIEWS)
@given(s=statements)
def test_nothing_of_a_hedge_is_lost(name, s):
    seen = VIEWS[name](s, A)
    assert plain(s.content.exact) in seen
    assert s.factuality.modality in seen
    if s.factuality.polarity is not Polarity.POSITIVE:
        assert s.factuality.polarity in seen
    for cue in s.factuality.cues:
        assert f"“{cue.exact}”" in seen
    if s.factuality.distance is not None:
        assert s.factuality.distance in seen
    if s.mark is not None:
        assert s.mark in seen
    for source in s.sources:
        assert source.name in seen
        if source.stance not in (None, "says") and source.depth:
            assert source.stance in seen
    assert s.id in seen


@pytest.mark.parametrize("name", [name for name in VIEWS if name != "page as JSON"])
def test_two_degrees_of_certainty_never_look_the_same(name):
    looks = {
        VIEWS[name](statement(A, WORDS, factuality=Factuality(modality=modality, polarity=polarity)), A)
        for modality in Modality
        for polarity in Polarity
    }
    assert len(looks) == len(Modality) * len(Polarity)


@given(s=statements)
def test_json_of_a_statement_holds_its_chain_and_factuality_whole(s):
    in_page = page_json(a_page(s, A))["sections"][0]["groups"][0]["lines"][0]["statement"]
    for record in (statement_record(s, A), in_page, json.loads(exported("jsonl", s, A))):
        assert record["content"] == {"text": WORDS, "span": [s.content.start, s.content.end]}
        assert record["factuality"]["modality"] == s.factuality.modality
        assert record["factuality"]["polarity"] == s.factuality.polarity
        assert [cue["text"] for cue in record["factuality"]["cues"]] == [cue.exact for cue in s.factuality.cues]
        assert record["factuality"]["distance"] == s.factuality.distance
        assert [(one["depth"], one["name"], one["kind"], one["stance"]) for one in record["sources"]] == [
            (one.depth, one.name, one.kind, one.stance) for one in s.sources
        ]
        assert (record["form"], record["mark"]) == (s.form, s.mark)
        assert record["article"]["outlet"] == "Harbour Post"


def test_a_chain_is_told_from_the_origin_to_the_outlet():
    chain = (
        Source(depth=0, name="Harbour Post", kind=SourceKind.OUTLET),
        Source(depth=1, name="SudInfo", kind=SourceKind.OUTLET, span=span(A, "SudInfo"), stance="says"),
        Source(depth=2, name="Ines Duval", kind=SourceKind.NAMED, span=span(A, "One friend"), stance="denies"),
        Source(depth=2, name="a clerk", kind=SourceKind.UNNAMED, span=span(A, "a clerk")),
    )
    said = line(statement(A, WORDS, sources=chain), A).chain
    assert said == "One friend (Ines Duval; denies) and a clerk, via SudInfo"


def test_the_outlet_alone_is_its_own_voice():
    shown = line(statement(A, WORDS), A)
    assert (shown.chain, shown.published) == ("own voice", "Harbour Post, 2024-03-04")


def test_what_is_not_known_of_an_article_is_said():
    bare = article(TEXT, outlet=None, published=None)
    assert line(statement(bare, WORDS), bare).published == "outlet not known, no date"
