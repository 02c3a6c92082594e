"""One document as it was read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.model.ids import identify
from reportedly.model.span import Part

# Code points that no store and no JSON carries faithfully: NUL and surrogates without their partner.
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """`text` with NUL and lone surrogates as U+FFFD, one for one, so that offsets stay."""
    return UNSTORABLE.sub("\ufffd", text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One document as it was read; its text is final, and every offset refers to it.

    Attributes:
        id: Hash of outlet, address, published date and text. Kept when metadata is corrected later.
        text: As read: newlines and Unicode form untouched.
        digest: SHA-256 of the bytes it was read from, in hex; equal digests are sightings of one thing.
        title: The headline; None where the document has none.
        outlet: Who published it; None where unknown.
        published: ISO date ("2015-01-19") or date and time with zone; None where the document does not say.
        url: Its address; None where unknown.
        language: ISO 639-1 code; None where unknown.
        author: As printed; None where unknown.
        ref: The id that the input gave it ("id" of a JSON line); None where it gave none.
        path: The file it was read from; None where it came from elsewhere.
    """

    id: str
    text: str
    digest: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    author: str | None = None
    ref: str | None = None
    path: str | None = None

    def part(self, part: Part) -> str:
        """The text that spans of `part` refer to; empty for the title of an article without one."""
        return self.text if part is Part.TEXT else self.title or ""


def article_id(*, text: str, outlet: str | None, url: str | None, published: str | None) -> str:
    """The id of the article that has these."""
    return identify("a", outlet, url, published, text)


def make_article(
    text: str,
    *,
    digest: str,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    url: str | None = None,
    language: str | None = None,
    author: str | None = None,
    ref: str | None = None,
    path: str | None = None,
) -> Article:
    """An article with its id; text and title are made storable."""
    text = storable(text)
    return Article(
        id=article_id(text=text, outlet=outlet, url=url, published=published),
        text=text,
        digest=digest,
        title=None if title is None else storable(title),
        outlet=outlet,
        published=published,
        url=url,
        language=language,
        author=author,
        ref=ref,
        path=path,
    )
