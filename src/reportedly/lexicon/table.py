"""Word tables: tab-separated files, one word a row, each row with its language, source and licence."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

Row = dict[str, str]


@cache
def table(name: str) -> tuple[Row, ...]:
    """The rows of `data/NAME.tsv`, keyed by its heading line; lines that begin with # are comments.

    Raises FileNotFoundError for a table that does not exist.
    """
    text = files("reportedly.lexicon").joinpath("data", f"{name}.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True))


@cache
def words(name: str, column: str = "word", *, language: str = "en") -> frozenset[str]:
    """The words of one column of a table, in one language."""
    return frozenset(row[column] for row in table(name) if row["language"] == language)
