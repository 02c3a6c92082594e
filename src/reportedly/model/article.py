"""One document as it was read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypedDict, Unpack

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


class Metadata(TypedDict, total=False):
    """What a document may say of itself, as the fields of `Article`."""

    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    language: str | None
    author: str | None
    ref: str | None
    path: str | None


def make_article(text: str, *, digest: str, **metadata: Unpack[Metadata]) -> Article:
    """An article with its id; its text and all that the document says of itself are made storable."""
    text = storable(text)
    said = {name: storable(value) if isinstance(value, str) else None for name, value in metadata.items()}
    about = {name: said.get(name) for name in ("outlet", "url", "published")}
    return Article(id=article_id(text=text, **about), text=text, digest=digest, **said)
