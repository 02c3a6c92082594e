"""A statement as a line of text or a JSON object, for every door and export: never without its chain and factuality."""

from reportedly.render.line import Line, certainty, chain, degree, line, line_html, line_markdown, line_text
from reportedly.render.page import Group, Page, Section, Shown, page_html, page_json, page_markdown, page_text
from reportedly.render.record import article_record, shaped, statement_record
from reportedly.render.safe import cell, code, escaped_json, html, json_text, markdown, plain

__all__ = [
    "Group",
    "Line",
    "Page",
    "Section",
    "Shown",
    "article_record",
    "cell",
    "certainty",
    "chain",
    "code",
    "degree",
    "escaped_json",
    "html",
    "json_text",
    "line",
    "line_html",
    "line_markdown",
    "line_text",
    "markdown",
    "page_html",
    "page_json",
    "page_markdown",
    "page_text",
    "plain",
    "shaped",
    "statement_record",
]
