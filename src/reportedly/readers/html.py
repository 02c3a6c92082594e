"""Web pages: the running text of the article, without the boilerplate around it. Nothing is ever fetched."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any, Final

from reportedly.errors import BrokenInput, EmptyInput, ReadError, TooDeep, TooLarge
from reportedly.model import Article
from reportedly.readers.base import STDIN, Defaults, Document
from reportedly.readers.decoding import decoded
from reportedly.readers.metadata import article_of, cleaned
from reportedly.readers.nesting import Shape, shape_of
from reportedly.readers.page import page_metadata

NAME: Final = "html"
SUFFIXES: Final = (".html", ".htm", ".xhtml")
SAMPLE: Final = (
    b'<!DOCTYPE html><html lang="en"><head><title>Ferry late again</title>'
    b'<meta property="og:site_name" content="The Sound Observer"></head><body><nav><a href="/">Home</a></nav><article>'
    b"<h1>Ferry late again</h1><p>The ferry to Rathlin left two hours late on Thursday, its captain said.</p>"
    b"<p>Nobody was told why, passengers complained.</p></article></body></html>"
)

# libxml2 gives up at 256.
DEEPEST = 200
# Measured on made pages: 60,000 paragraphs took four seconds, but what follows one another within one paragraph costs
# time squared: 30,000 took ten seconds, 60,000 a minute.
MOST_ELEMENTS = 50_000
MOST_IN_PARAGRAPH = 5_000
# The extractor compares its finding with those of two others, of which one needs time squared: four seconds were
# measured for 3,000 blocks. Beyond this many it does without.
MOST_BLOCKS = 1_500
# Code points below which the extractor takes all of the page for its text, headline and byline in one line with it. Its
# own 250 are more than a news brief has.
SHORTEST = 100
# libxml2 cuts a single text at 10 MB.
LONGEST = 10_000_000
# Code points from which the extractor's caches are emptied after a page, for they keep its lines.
LARGE = 1_000_000

_DECLARED: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-z0-9_:.-]{2,40})", re.IGNORECASE)
_PROLOG: Final = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_WHOLE: Final = re.compile("<(?:html|body)", re.IGNORECASE)
_SPACE: Final = re.compile(r"\s+")

# What ends before and after an element of the extractor's tree; others stand within a line.
CELL, LINE, PARAGRAPH = 1, 2, 3
_BREAK: Final = ("", "\t", "\n", "\n\n")
_BREAKS: Final = {
    **dict.fromkeys(("p", "head", "quote", "list", "table", "code", "div", "body", "fw", "ab"), PARAGRAPH),
    **dict.fromkeys(("item", "row", "lb"), LINE),
    "cell": CELL,
}


def accepts(document: Document) -> bool:
    """Page files; standard input that begins like a page."""
    if document.name == STDIN:
        return (
            re.match(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|\?xml)", document.content, re.IGNORECASE) is not None
        )
    return document.suffix in SUFFIXES


def read(document: Document, defaults: Defaults) -> Iterator[Article | ReadError]:
    """The one article of the page.

    Raises NotText for anything binary, TooDeep and TooLarge before a parser could choke, BrokenInput where one does,
    and EmptyInput for a page without running text.
    """
    from selectolax.lexbor import LexborHTMLParser

    declared = _DECLARED.search(document.content[:4096])
    page = decoded(document.content, name=document.name, declared=declared and declared[1].decode("ascii"))
    shape = _checked(page, document.name)
    prolog = _PROLOG.match(page)
    page = page if prolog is None else page[prolog.end() :]
    tree = LexborHTMLParser(page)
    said = page_metadata(tree)
    # The extractor takes whole pages only.
    whole = page if _WHOLE.search(page[:4096]) is not None else tree.html or ""
    text = _text(whole, document.name, said.title, thorough=shape.blocks <= MOST_BLOCKS)
    if len(page) > LARGE:
        _forget_pages()
    yield article_of(text, said, document, defaults)


def _checked(page: str, name: str) -> Shape:
    if len(page) > LONGEST:
        raise TooLarge(name, problem=f"a page of more than {LONGEST:,} characters", hint="")
    shape = shape_of(page, deepest=DEEPEST)
    if shape.depth > DEEPEST:
        raise TooDeep(name)
    if shape.elements > MOST_ELEMENTS or shape.run > MOST_IN_PARAGRAPH:
        raise TooLarge(
            name, problem=f"a page of too many elements ({shape.elements:,})", hint="save its text to read it"
        )
    return shape


def _text(page: str, name: str, title: str | None, *, thorough: bool) -> str:
    """The running text: paragraphs with a blank line between, without the headline, which is the title.

    `thorough` has the extractor compare its finding with those of two others.
    """
    from lxml.etree import LxmlError  # type: ignore[import-untyped]
    from trafilatura import bare_extraction
    from trafilatura.settings import use_config

    # Its warnings name no input; the errors raised here do.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(SHORTEST))
    try:
        found = bare_extraction(page, include_comments=False, fast=not thorough, config=config)
    except (LxmlError, ValueError, TypeError, LookupError, AttributeError, AssertionError, RecursionError) as error:
        raise BrokenInput(name, problem="damaged: no text could be found in the page") from error
    body = None if found is None or isinstance(found, dict) else found.body
    if body is None:
        raise EmptyInput(name)
    paragraphs = list(_paragraphs(body))
    if paragraphs and title is not None and cleaned(paragraphs[0]) == cleaned(title):
        paragraphs = paragraphs[1:]
    return "\n\n".join(paragraphs)


def _paragraphs(body: Any) -> Iterator[str]:
    """Each paragraph below `body`, an element of lxml; items, rows and line breaks are lines of one."""
    from lxml.etree import iterwalk

    pieces: list[str] = []
    between = 0
    for event, element in iterwalk(body, events=("start", "end")):
        between = max(between, _BREAKS.get(element.tag, 0) if isinstance(element.tag, str) else 0)
        words = _SPACE.sub(" ", (element.text if event == "start" else element.tail) or "")
        if between and words.strip():
            pieces.append(_BREAK[between])
            between = 0
        pieces.append(words)
    for paragraph in "".join(pieces).split(_BREAK[PARAGRAPH]):
        lines = (
            "\t".join(" ".join(cell.split()) for cell in line.split("\t")).strip() for line in paragraph.split("\n")
        )
        whole = "\n".join(line for line in lines if line)
        if whole:
            yield whole


def _forget_pages() -> None:
    from trafilatura.meta import reset_caches

    reset_caches()
