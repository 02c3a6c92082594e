"""What a page says about its article as linked data (JSON-LD with the terms of schema.org)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Final

from reportedly.readers.metadata import Metadata, web_address
from reportedly.readers.nesting import json_too_deep

# schema.org: Article and its kinds that report. A page's other things (lists of further articles, products, bread
# crumbs) carry dates too, of something else.
_ARTICLES: Final = (
    "Article NewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle OpinionNewsArticle "
    "ReportageNewsArticle ReviewNewsArticle SatiricalArticle AdvertiserContentArticle Report BlogPosting "
    "LiveBlogPosting"
)
ARTICLES: Final = frozenset(_ARTICLES.split())
# Where an article may hang in what else the page says.
HOLDERS: Final = ("@graph", "mainEntity", "mainEntityOfPage")
# Code points of a script: room for a whole article in it.
LONGEST = 1_000_000
MOST_AUTHORS = 20


def linked_data(scripts: Iterable[str]) -> Metadata:
    """What the first article in the scripts says of itself; nothing where they hold none or are broken."""
    for script in scripts:
        for thing in _things(_value(script)):
            kinds = thing.get("@type")
            if not ARTICLES.isdisjoint(str(kind) for kind in _listed(kinds)):
                return _said(thing)
    return Metadata()


def _value(script: str) -> object:
    if len(script) > LONGEST or json_too_deep(script):
        return None
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


def _things(value: object) -> Iterator[Mapping[str, object]]:
    for thing in _listed(value):
        if isinstance(thing, dict):
            yield thing
            for key in HOLDERS:
                yield from _things(thing.get(key))


def _said(thing: Mapping[str, object]) -> Metadata:
    main = thing.get("mainEntityOfPage")
    address = thing.get("url") or (main.get("@id") if isinstance(main, dict) else main)
    return Metadata(
        title=_string(thing.get("headline")),
        outlet=_names(thing.get("publisher")),
        published=_string(thing.get("datePublished")),
        url=_string(address),
        language=_string(thing.get("inLanguage")),
        author=_names(thing.get("author")),
    )


def _names(value: object) -> str | None:
    """Names of one or more persons or organizations, which may be given as words or as things with a name."""
    named = [_string(one.get("name") if isinstance(one, dict) else one) for one in _listed(value)[:MOST_AUTHORS]]
    return ", ".join(name for name in named if name and web_address(name) is None) or None


def _string(value: object) -> str | None:
    # Entities are not part of JSON, yet many systems leave them in.
    return unescape(value) if isinstance(value, str) else None


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]
