"""What a page says about itself in its head and in marked elements.

Only what is said on purpose counts: a date in an address, a footer or the running text is not when it was published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from reportedly.readers.dates import published_date
from reportedly.readers.linked_data import linked_data
from reportedly.readers.metadata import Metadata, cleaned, first, web_address

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

# Names under which pages state the day they were published, surest first: Open Graph, Dublin Core, then those of
# systems that news sites use.
DATES: Final = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "citation_publication_date",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.issued",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "date",
)
AUTHORS: Final = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dc.creator",
    "citation_author",
)
OUTLETS: Final = ("og:site_name", "citation_journal_title", "dc.publisher")
MARKED_DATES: Final = '[itemprop~="datePublished"], time[pubdate], time.published, time.dt-published'
MARKED_AUTHORS: Final = '[itemprop~="author"] [itemprop~="name"], [itemprop~="author"], [rel~="author"], .p-author'

# Where a lone time element is not that of the article.
ELSEWHERE: Final = frozenset(("p", "li", "aside", "footer", "nav", "table", "blockquote"))
# Code points of a byline; a paragraph that holds more is text.
LONGEST_BYLINE = 100
_CHANGED: Final = re.compile("updat|modif|edit", re.IGNORECASE)
_BETWEEN: Final = r"\s+[|\-–—·•»:]+\s+"


def page_metadata(page: LexborHTMLParser) -> Metadata:
    """What the page says about itself; each field from the surest place that says it."""
    metas = _metas(page)
    data = linked_data(node.text() for node in page.css('script[type="application/ld+json"]'))
    outlet = cleaned(first([*(metas.get(name) for name in OUTLETS), data.outlet]))
    titles = [data.title, metas.get("og:title"), _only(page, "h1"), _only(page, "title"), metas.get("twitter:title")]
    addresses = [*_attributes(page, 'link[rel~="canonical"]', "href"), metas.get("og:url"), data.url]
    languages = [
        *_attributes(page, "html", "lang"),
        data.language,
        metas.get("content-language"),
        metas.get("og:locale"),
    ]
    return Metadata(
        title=_without_outlet(cleaned(first(titles)), outlet),
        outlet=outlet,
        published=_surest([*(metas.get(name) for name in DATES), data.published, *_marked_dates(page)]),
        url=next((url for url in map(web_address, addresses) if url is not None), None),
        language=first(languages),
        author=_author([data.author, *(metas.get(name) for name in AUTHORS), *_texts(page, MARKED_AUTHORS)]),
    )


def _metas(page: LexborHTMLParser) -> dict[str, str]:
    """The first value of each meta element, by its name in lower case."""
    found: dict[str, str] = {}
    for node in page.css("meta[content]"):
        attributes = node.attributes
        value = attributes.get("content")
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = attributes.get(key)
            if name and value:
                found.setdefault(name.strip().lower(), value)
    return found


def _surest(values: list[str | None]) -> str | None:
    """The first of `values` that is a date; with its time, where another of the same day gives it."""
    dates = [found for value in values if value is not None and (found := published_date(value)) is not None]
    return next((found for found in dates if found.startswith(dates[0]) and "T" in found), dates[0]) if dates else None


def _marked_dates(page: LexborHTMLParser) -> Iterator[str]:
    for node in page.css(MARKED_DATES):
        yield _moment(node)
    times = page.css("time[datetime]")
    within = page.css_first("article time[datetime], main time[datetime]")
    if len(times) == 1 and within is not None and _in_byline(within):
        yield _moment(within)


def _moment(node: LexborNode) -> str:
    return node.attributes.get("datetime") or node.attributes.get("content") or node.text().strip()


def _in_byline(node: LexborNode) -> bool:
    """Whether a time element stands by itself and not in the text, and is not that of a change."""
    around: LexborNode | None = node
    while around is not None and around.tag not in ("article", "main"):
        if _CHANGED.search(around.attributes.get("class") or ""):
            return False
        if around.tag in ELSEWHERE and (around.tag != "p" or len(around.text()) > LONGEST_BYLINE):
            return False
        around = around.parent
    return not _CHANGED.search(node.text())


def _author(values: list[str | None]) -> str | None:
    named = first(value for value in values if web_address(value) is None)
    return None if named is None else re.sub(r"^\s*by\s+", "", named, flags=re.IGNORECASE)


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """The title without the outlet's name that many pages put behind it."""
    if title is None or outlet is None:
        return title
    return re.sub(rf"{_BETWEEN}{re.escape(outlet)}$", "", title, flags=re.IGNORECASE) or title


def _only(page: LexborHTMLParser, selector: str) -> str | None:
    nodes = page.css(selector)
    return nodes[0].text() if len(nodes) == 1 else None


def _texts(page: LexborHTMLParser, selector: str) -> Iterator[str]:
    for node in page.css(selector):
        yield node.attributes.get("content") or node.text()


def _attributes(page: LexborHTMLParser, selector: str, name: str) -> list[str | None]:
    return [node.attributes.get(name) for node in page.css(selector)]
