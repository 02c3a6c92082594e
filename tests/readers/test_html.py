from __future__ import annotations

import json
import time

import pytest

from reportedly.errors import EmptyInput, NotText, ReadError, TooDeep, TooLarge
from reportedly.readers.nesting import shape_of
from tests.readers.builders import read_all, read_one

BODY = (
    "<nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav><article>"
    "<h1>Bridge shut</h1><p class='byline'>By Ane Goikoetxea</p>"
    "<p>The old bridge in Portugalete was shut on Saturday, the <b>town</b> hall said.</p>"
    "<p>“It may fall,” an engineer told the Post.\n  Nobody   is allowed on it.</p></article>"
    "<footer><p>&copy; 2019 The Basin Post. All rights reserved.</p></footer>"
)
TEXT = (
    "The old bridge in Portugalete was shut on Saturday, the town hall said.\n\n"
    "“It may fall,” an engineer told the Post. Nobody is allowed on it."
)


def page(head: str = "", body: str = BODY, attributes: str = "") -> str:
    return f"<!DOCTYPE html>\n<html{attributes}><head>{head}</head><body>{body}</body></html>"


def linked(**said: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **said})}</script>'


def test_the_text_is_the_paragraphs_of_the_article_and_nothing_around_them() -> None:
    assert read_one(page("<title>Bridge shut</title>"), "a.html").text == TEXT


def test_a_page_says_what_it_is_in_its_head() -> None:
    head = (
        '<title>Bridge shut | The Basin Post</title><meta property="og:site_name" content="The Basin Post">'
        '<meta property="article:published_time" content="2022-11-05T08:00:00+01:00">'
        '<meta name="author" content="Ane G."><link rel="canonical" href="https://basin.example/bridge">'
    )
    article = read_one(page(head, attributes=' lang="en-GB"'), "a.htm")
    assert article.title == "Bridge shut"
    assert article.outlet == "The Basin Post"
    assert article.published == "2022-11-05T08:00:00+01:00"
    assert article.author == "Ane G."
    assert article.url == "https://basin.example/bridge"
    assert article.language == "en"


@pytest.mark.parametrize(
    "wrap", [lambda one: one, lambda one: [one], lambda one: {"@graph": [{"@type": "WebSite"}, one]}]
)
def test_a_page_says_what_it_is_as_linked_data(wrap: object) -> None:
    said = {
        "@type": ["Thing", "NewsArticle"],
        "headline": "Bridge &amp; road shut",
        "datePublished": "2022-11-05T08:00:00Z",
        "dateModified": "2023-01-01",
        "author": [{"@type": "Person", "name": "Ane G."}, "Jon E.", "https://basin.example/jon"],
        "publisher": {"@type": "Organization", "name": "The Basin Post"},
        "mainEntityOfPage": {"@id": "https://basin.example/bridge"},
        "inLanguage": "es",
    }
    assert callable(wrap)
    article = read_one(page(f'<script type="application/ld+json">{json.dumps(wrap(said))}</script>'), "a.html")
    assert article.title == "Bridge & road shut"
    assert article.published == "2022-11-05T08:00:00+00:00"
    assert article.author == "Ane G., Jon E."
    assert article.outlet == "The Basin Post"
    assert article.url == "https://basin.example/bridge"
    assert article.language == "es"


@pytest.mark.parametrize(
    "head",
    [
        linked(datePublished="2022-11-05"),
        '<meta name="DC.date.issued" content="2022-11-05">',
        '<meta itemprop="datePublished" content="5 November 2022">',
        '<meta property="article:published_time" content="soon"><meta name="pubdate" content="20221105">',
    ],
)
def test_a_date_is_taken_where_it_is_stated(head: str) -> None:
    assert read_one(page(head), "a.html").published == "2022-11-05"


def test_of_two_statements_of_one_day_the_one_with_a_time_is_taken() -> None:
    head = '<meta name="date" content="2022-11-05">' + linked(datePublished="2022-11-05T08:00:00+01:00")
    assert read_one(page(head), "a.html").published == "2022-11-05T08:00:00+01:00"


@pytest.mark.parametrize(
    ("byline", "published"),
    [
        ('<p class="byline">By Ane, <time datetime="2022-11-05">Saturday</time></p>', "2022-11-05"),
        ('<time itemprop="datePublished" datetime="2022-11-05">5 Nov</time>', "2022-11-05"),
        ('<p>Updated <span class="updated"><time datetime="2022-11-09">later</time></span></p>', None),
        ('<aside><time datetime="2022-11-09">another story</time></aside>', None),
        ('<time datetime="2022-11-05">a</time><time datetime="2022-11-09">b</time>', None),
        (f'<p>The war began in <time datetime="1936-07-17">July 1936</time>{", he said" * 20}.</p>', None),
    ],
)
def test_a_time_element_counts_where_it_can_only_be_that_of_the_article(byline: str, published: str | None) -> None:
    body = BODY.replace("</h1>", f"</h1>{byline}")
    assert read_one(page(body=body), "a.html").published == published


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="https://basin.example/2019/04/01/bridge">',
        '<meta property="article:modified_time" content="2022-11-05T08:00:00Z">',
        linked(dateModified="2022-11-05"),
        '<script type="application/ld+json">{"@type": "Event", "datePublished": "2022-11-05"}</script>',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2022-11-05", </script>',
    ],
)
def test_a_date_is_never_made_up(head: str) -> None:
    assert read_one(page(head), "a.html").published is None


def test_a_broken_or_deep_script_says_nothing_and_does_no_harm() -> None:
    deep = '{"@graph": ' * 5_000 + "1" + "}" * 5_000
    assert read_one(page(f'<script type="application/ld+json">{deep}</script>'), "a.html").text == TEXT


def test_a_headline_that_differs_from_the_title_stays_in_the_text() -> None:
    assert read_one(page(linked(headline="Another headline")), "a.html").text == f"Bridge shut\n\n{TEXT}"


def test_lists_tables_and_line_breaks_keep_their_lines_apart() -> None:
    body = (
        "<article><p>The town hall gave numbers on Saturday morning:</p><ul><li>two boats</li><li>three cars</li></ul>"
        "<table><tr><td>Boats</td><td>2</td></tr><tr><td>Cars</td><td>3</td></tr></table>"
        "<p>One line of it<br>and another line, she said to all of those who asked.</p></article>"
    )
    text = read_one(page(body=body), "a.html").text
    assert "two boats\nthree cars" in text
    assert "Boats\t2\nCars\t3" in text
    assert "One line of it\nand another" in text


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("iso-8859-1", "cp1252"),
        ("windows-1251", "cp1251"),
        ("utf-8", "utf-8"),
        ("utf-8", "utf-16"),
        ("shift_jis", "cp932"),
    ],
)
def test_a_page_is_read_in_the_encoding_it_declares_or_is_in(declared: str, encoding: str) -> None:
    words = {"cp1251": "Мост закрыт, сказал мэр", "cp932": "橋は閉鎖された"}.get(
        encoding, "Le pont est fermé à Nîmes – “fermé”"
    )
    body = f"<article><p>{words}, he said to the reporters of the Post.</p></article>"
    raw = page(f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">', body).encode(encoding)
    assert words in read_one(raw, "a.html").text


@pytest.mark.parametrize(
    "content", [BODY, "<p>He left, she said.</p>", '<?xml version="1.0" encoding="utf-8"?>' + page()]
)
def test_a_piece_of_a_page_and_a_page_as_xml_are_read(content: str) -> None:
    assert read_one(content, "a.xhtml").text.endswith(("allowed on it.", "she said."))


@pytest.mark.parametrize(
    "content",
    [
        page(body="<div>" * 500 + "He left." + "</div>" * 500),
        page(body="<b>" * 50_000),
        page(body="<table><tr><td>" * 5_000 + "He left."),
        page(body="<ul><li>" * 300 + "He left."),
    ],
)
def test_a_page_nested_too_deep_is_refused(content: str) -> None:
    with pytest.raises(TooDeep):
        read_all(content, "a.html")


@pytest.mark.parametrize("content", [page(body="<p>He left." * 60_000), page(body="<p>" + "<i>he</i> left " * 6_000)])
def test_a_page_of_too_many_elements_is_refused(content: str) -> None:
    with pytest.raises(TooLarge):
        read_all(content, "a.html")


@pytest.mark.parametrize("unit", ["<p>x", "<li>x</li>", "<div>he said</div>", "<p>x<h2>y</h2>"])
def test_a_page_of_thousands_of_scraps_is_read_in_a_second_or_two(unit: str) -> None:
    started = time.monotonic()
    read_all("He had said before that nobody knew why. " + unit * 12_000 + page(), "a.html")
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    ("markup", "depth"),
    [
        ("<p>a<p>b<p>c", 0),
        ("<ul><li>a<li>b<li>c</ul>", 2),
        ("<table><tr><td>a<td>b<tr><td>c</table>", 3),
        ("<br><img src=a><hr><div></div>", 1),
        ("<div><span>never closed</div><div><span>again</div>", 2),
        ("<!-- <div><div> --><script>'<div><div>'</script><b></b>", 1),
        ("</div></div><i></i>", 1),
        ("a < b <3 <!-- never closed <div>", 0),
    ],
)
def test_the_depth_of_a_page_is_that_of_its_elements(markup: str, depth: int) -> None:
    assert shape_of(markup, deepest=100).depth == depth


@pytest.mark.parametrize("content", ["<html></html>", "<nav>..</nav>", "<!-- He left.", "<script>He left.</script>"])
def test_a_page_without_running_text_is_empty(content: str) -> None:
    with pytest.raises(EmptyInput):
        read_all(content, "a.html")


def test_binary_named_as_a_page_is_refused() -> None:
    with pytest.raises(NotText):
        read_all(b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a.html")


def test_nothing_is_said_beside_what_is_returned(capfd: pytest.CaptureFixture[str]) -> None:
    for content in (page(), "<html", "<p>" * 100, "\0<a", "<html/>", "&#xD800;<p>x"):
        try:
            read_all(content, "a.html")
        except ReadError:
            continue
    assert capfd.readouterr() == ("", "")


def test_the_same_page_gives_the_same_article_whatever_was_read_between() -> None:
    first = read_one(page(), "a.html")
    read_one(
        page(body="<article>" + "<p>The old bridge in Portugalete was shut, he said again.</p>" * 50 + "</article>"),
        "b.html",
    )
    assert read_one(page(), "a.html") == first
