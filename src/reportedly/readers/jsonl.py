"""JSON Lines, an article a line, and JSON files with one article or a list of them."""

from __future__ import annotations

import codecs
import io
import json
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Final

from reportedly.errors import BrokenInput, EmptyInput, ReadError, TooDeep
from reportedly.model import Article
from reportedly.readers.base import STDIN, Defaults, Document
from reportedly.readers.decoding import decoded
from reportedly.readers.metadata import Metadata, article_of
from reportedly.readers.nesting import json_too_deep

NAME: Final = "jsonl"
LINES: Final = (".jsonl", ".ndjson")
SUFFIXES: Final = (*LINES, ".json")
SAMPLE: Final = (
    b'{"id": "7", "outlet": "The Sound Observer", "published": "2023-05-04", "text": "Two boats are missing."}\n'
    b'{"id": "8", "text": "The boats were found in Ballycastle, the coastguard said."}\n'
)

_SPACE: Final = re.compile(r"[ \t\r\n]*")
_WIDE: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Numbers beyond what Python turns into integers are refused by it with a ValueError that is no JSONDecodeError.
_DECODER: Final = json.JSONDecoder(strict=False)


def accepts(document: Document) -> bool:
    """JSON files; standard input that begins like a JSON object."""
    if document.name == STDIN:
        return re.match(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"", document.content) is not None
    return document.suffix in SUFFIXES


def read(document: Document, defaults: Defaults) -> Iterator[Article | ReadError]:
    """The article of each line, or the error that names the line; raises EmptyInput where there is none of either."""
    lines = document.suffix in LINES or (document.name == STDIN and _is_line(document.content))
    nothing = True
    for found in _each_line(document, defaults) if lines else _each_value(document, defaults):
        nothing = False
        yield found
    if nothing:
        raise EmptyInput(document.name)


def _is_line(content: bytes) -> bool:
    """Whether the first line is a JSON value by itself, and not the beginning of one that goes over many."""
    return content.lstrip().split(b"\n", 1)[0].rstrip().endswith(b"}")


def _each_line(document: Document, defaults: Defaults) -> Iterator[Article | ReadError]:
    content = document.content
    if content.startswith(_WIDE):
        content = decoded(content, name=document.name).encode("utf-8", errors="replace")
    for number, line in enumerate(io.BytesIO(content.removeprefix(codecs.BOM_UTF8)), start=1):
        if line.strip():
            yield _article(line.strip(), document, defaults, number)


def _each_value(document: Document, defaults: Defaults) -> Iterator[Article | ReadError]:
    """The article of each value of a list, or of values one after another; what follows a broken one is lost."""
    text = decoded(document.content, name=document.name)
    if json_too_deep(text):
        raise TooDeep(document.name)
    place = _past_space(text, 0)
    listed = text.startswith("[", place)
    place = _past_space(text, place + 1) if listed else place
    line, counted = 1, 0
    while place < len(text) and not (listed and text[place] == "]"):
        line, counted = line + text.count("\n", counted, place), place
        try:
            _, end = _DECODER.raw_decode(text, place)
        except (ValueError, RecursionError):
            yield BrokenInput(f"{document.name}:{line}", problem="not valid JSON")
            return
        yield _article(text[place:end].encode("utf-8"), document, defaults, line)
        place = _past_space(text, end)
        if listed and text.startswith(",", place):
            place = _past_space(text, place + 1)


def _past_space(text: str, place: int) -> int:
    match = _SPACE.match(text, place)
    return place if match is None else match.end()


def _article(line: bytes, document: Document, defaults: Defaults, number: int) -> Article | ReadError:
    """The article in one line of JSON, or what is wrong with it, with the number of its line."""
    name = f"{document.name}:{number}"
    try:
        text = decoded(line, name=name)
        if json_too_deep(text):
            return TooDeep(name)
        value = _DECODER.decode(text)
        if not isinstance(value, dict):
            return BrokenInput(name, problem="not a JSON object")
        words = _words(value, "text", name)
        if words is None:
            return EmptyInput(name, problem='no "text" in it')
        return article_of(words, _said(value, name), document, defaults, digest=sha256(line).hexdigest(), name=name)
    except ReadError as error:
        return error
    except (ValueError, RecursionError):
        return BrokenInput(name, problem="not valid JSON")


def _said(value: Mapping[str, object], name: str) -> Metadata:
    ref = value.get("id")
    return Metadata(
        title=_words(value, "title", name),
        outlet=_words(value, "outlet", name),
        published=_words(value, "published", name),
        url=_words(value, "url", name),
        language=_words(value, "language", name),
        author=_words(value, "author", name),
        ref=str(ref) if isinstance(ref, int) and not isinstance(ref, bool) else _words(value, "id", name),
    )


def _words(value: Mapping[str, object], key: str, name: str) -> str | None:
    """The string under `key`; None where there is none or null; several authors become one line."""
    words = value.get(key)
    if key == "author" and isinstance(words, list) and all(isinstance(one, str) for one in words):
        return ", ".join(words)
    if words is None or isinstance(words, str):
        return words
    raise BrokenInput(name, problem=f'"{key}" is not a string')
