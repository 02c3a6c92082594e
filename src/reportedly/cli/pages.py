"""How a page of statements is printed."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.console import say, say_json
from reportedly.render import page_html, page_json, page_markdown, page_text

if TYPE_CHECKING:
    from reportedly.render import Page


class PageFormat(StrEnum):
    """How a page is printed."""

    TEXT = "text"
    JSON = "json"
    MD = "md"
    HTML = "html"


PageFormatOption = Annotated[PageFormat, typer.Option("--format", help="How it is printed.")]


def print_page(page: Page, format: PageFormat) -> None:
    """Print a page; every format escapes what an article could do to it."""
    if format is PageFormat.JSON:
        say_json(page_json(page))
    else:
        say({PageFormat.TEXT: page_text, PageFormat.MD: page_markdown, PageFormat.HTML: page_html}[format](page))
