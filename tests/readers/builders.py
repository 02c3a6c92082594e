"""Documents for the tests of readers, with what a test does not care about filled in."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from reportedly.errors import ReadError
from reportedly.model import Article
from reportedly.readers import Defaults, Document, read_document

NOTHING = Defaults()


def document(content: str | bytes, name: str = "report.txt") -> Document:
    raw = content.encode("utf-8") if isinstance(content, str) else content
    return Document(name=name, content=raw, digest=sha256(raw).hexdigest(), path=Path(name))


def read_all(content: str | bytes, name: str = "report.txt", defaults: Defaults = NOTHING) -> list[Article | ReadError]:
    return list(read_document(document(content, name), defaults))


def read_one(content: str | bytes, name: str = "report.txt", defaults: Defaults = NOTHING) -> Article:
    [found] = read_all(content, name, defaults)
    assert isinstance(found, Article), found
    return found


def told(found: Sequence[Article | ReadError]) -> list[str]:
    """What came out, in order: an article's path and text, an error's name and source."""
    return [
        f"{one.path}: {one.text}" if isinstance(one, Article) else f"{type(one).__name__} {one.source}" for one in found
    ]
