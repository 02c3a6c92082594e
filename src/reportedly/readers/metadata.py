"""What a document says about itself, and the article made of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from reportedly.errors import EmptyInput
from reportedly.model import Article, make_article, storable
from reportedly.readers.base import Defaults, Document
from reportedly.readers.dates import published_date
from reportedly.readers.language import language_code, looks_like

# Code points of a headline or a name; the longest headlines are half of it.
LONGEST_WORDS = 500
# Browsers take addresses of 2,000 characters.
LONGEST_URL = 2_000

# Control characters, and those that turn the direction of what follows; a headline needs neither.
_UNSEEN: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_SPACE: Final = re.compile(r"[\s\x85]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a document says about itself, in its own words; None where it does not say.

    Attributes:
        title: The headline.
        outlet: Who published it.
        published: Any form of date that `published_date` reads.
        url: Its address.
        language: A language tag.
        author: As printed.
        ref: The id that the input gives it.
    """

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    author: str | None = None
    ref: str | None = None


def cleaned(words: str | None) -> str | None:
    """One line of words that can be stored and shown, at most 500 code points; None where nothing is left."""
    if words is None:
        return None
    # Cut first, generously: a line of 20 MB need not be cleaned whole.
    words = storable(_UNSEEN.sub("", words[: LONGEST_WORDS * 4]))
    return _SPACE.sub(" ", words).strip()[:LONGEST_WORDS].strip() or None


def web_address(url: str | None) -> str | None:
    """`url` if it is an address of the web (http or https, with a host); else None."""
    url = (url or "").strip()
    if not url or len(url) > LONGEST_URL or not url.isprintable() or " " in url or storable(url) != url:
        return None
    try:
        parts = urlsplit(url)
        return url if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def has_words(text: str) -> bool:
    """Whether there is a letter or a digit in it, of any script."""
    return any(c.isalnum() for c in text)


def article_of(
    text: str, said: Metadata, document: Document, defaults: Defaults, *, digest: str | None = None, name: str = ""
) -> Article:
    """The article with this text: metadata in order, defaults where the document does not say, its language.

    `digest` and `name` are given where the article is only a part of the document. Raises EmptyInput for a text
    without words.
    """
    if not has_words(text):
        raise EmptyInput(name or document.name)
    return make_article(
        text,
        digest=digest or document.digest,
        title=cleaned(said.title),
        outlet=cleaned(said.outlet) or cleaned(defaults.outlet),
        published=published_date(said.published or "") or published_date(defaults.published or ""),
        url=web_address(said.url),
        language=language_code(said.language) or looks_like(text),
        author=cleaned(said.author),
        ref=cleaned(said.ref),
        path=None if document.path is None else storable(str(document.path)),
    )


def first(values: Iterable[str | None]) -> str | None:
    """The first of `values` with words in it; None where there is none."""
    return next((value for value in values if value is not None and has_words(value)), None)
