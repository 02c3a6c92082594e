"""JSON Lines: a statement a line, with its findings, chain, factuality and some words of context."""

from __future__ import annotations

from typing import TextIO

from reportedly.export.base import Records, context
from reportedly.render import json_text, statement_record

NAME = "jsonl"
SUFFIX = ".jsonl"


def write(records: Records, out: TextIO) -> None:
    """A line for each statement; its article's text with it if the full text was asked for."""
    for statement in records.statements:
        article = records.articles[statement.article]
        before, after = context(article, statement.content)
        line = statement_record(statement, article) | {"context": {"before": before, "after": after}}
        if records.full_text:
            line["article"]["text"] = article.text
        out.write(json_text(line) + "\n")
