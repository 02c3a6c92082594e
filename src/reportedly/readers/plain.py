"""Plain text and Markdown, also from standard input: the text stays as it is, markup included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from reportedly.errors import ReadError
from reportedly.model import Article
from reportedly.readers.base import STDIN, Defaults, Document
from reportedly.readers.decoding import decoded
from reportedly.readers.front_matter import split_front_matter
from reportedly.readers.metadata import article_of

NAME: Final = "plain"
MARKDOWN: Final = (".md", ".markdown")
SUFFIXES: Final = (".txt", ".text", *MARKDOWN)
SAMPLE: Final = (
    b"---\ntitle: Ferry late again\noutlet: The Sound Observer\npublished: 2023-05-04\n---\n"
    b"The ferry to Rathlin left two hours late, its captain said.\n"
)

# Code points of a first line that can be a headline.
LONGEST_HEADLINE = 120

_HEADLINE: Final = re.compile(r"\s*?(?P<line>[^\s][^\r\n]*)(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*\S")
_HEADING: Final = re.compile(r"\s*?#[ \t]+(?P<line>[^\r\n]+)")
# A full stop ends a sentence in any script, closing quotes and brackets after it or not.
_SENTENCE_END: Final = re.compile("[.。．۔।።][\"'”’»)\\]]*$")


def accepts(document: Document) -> bool:
    """Text and Markdown files; of standard input, what no other reader knows better."""
    return document.suffix in SUFFIXES or document.name == STDIN


def read(document: Document, defaults: Defaults) -> Iterator[Article | ReadError]:
    """The one article in it. Raises NotText for anything binary, EmptyInput where there are no words."""
    said, text = split_front_matter(decoded(document.content, name=document.name))
    if said.title is None:
        said = replace(said, title=_title(text, markdown=document.suffix in MARKDOWN))
    yield article_of(text, said, document, defaults)


def _title(text: str, *, markdown: bool) -> str | None:
    """The first line where it stands alone and is short and no sentence, or is a heading in Markdown; else None."""
    heading = _HEADING.match(text) if markdown else None
    if heading is not None:
        return heading["line"].rstrip().rstrip("#")
    match = _HEADLINE.match(text)
    if match is None:
        return None
    line = match["line"].strip()
    return line if len(line) <= LONGEST_HEADLINE and _SENTENCE_END.search(line) is None else None
