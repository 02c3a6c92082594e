"""CSV: a statement a row, for spreadsheets; no cell can start a formula."""

from __future__ import annotations

import csv
from typing import TextIO

from reportedly.export.base import Records, context
from reportedly.model import Article, Figure, Statement
from reportedly.render import cell, line

NAME = "csv"
SUFFIX = ".csv"

COLUMNS = (
    "id", "words", "certainty", "chain", "modality", "polarity", "form", "outlet", "published", "title", "url",
    "article", "part", "start", "end", "before", "after", "times", "places", "figures", "events",
)  # fmt: skip


def write(records: Records, out: TextIO) -> None:
    """A heading, then a row for each statement; a last column "text" if the full text was asked for."""
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow([*COLUMNS, *(["text"] if records.full_text else [])])
    for statement in records.statements:
        article = records.articles[statement.article]
        row = _row(statement, article)
        cells = [cell(row[column]) for column in COLUMNS]
        rows.writerow([*cells, *([cell(article.text)] if records.full_text else [])])


def _row(statement: Statement, article: Article) -> dict[str, str]:
    shown = line(statement, article)
    before, after = context(article, statement.content)
    return {
        "id": shown.id,
        "words": shown.words,
        "certainty": shown.certainty,
        "chain": shown.chain,
        "modality": statement.factuality.modality,
        "polarity": statement.factuality.polarity,
        "form": statement.form,
        "outlet": article.outlet or "",
        "published": article.published or "",
        "title": article.title or "",
        "url": article.url or "",
        "article": article.id,
        "part": statement.content.part,
        "start": str(statement.content.start),
        "end": str(statement.content.end),
        "before": before,
        "after": after,
        "times": "; ".join(f"{time.span.exact} = {time.value or 'unresolved'}" for time in statement.times),
        "places": "; ".join(f"{place.name} ({place.country or '-'})" for place in statement.places),
        "figures": "; ".join(_figure(figure) for figure in statement.figures),
        "events": "; ".join(f"{e.type} ({e.modality}, {e.polarity}, {e.tense})" for e in statement.events),
    }


def _figure(figure: Figure) -> str:
    low = "" if figure.low is None else f"{figure.low:g}"
    high = "" if figure.high is None else f"{figure.high:g}"
    return f"{figure.span.exact} = {low}..{high} {figure.unit or ''}".rstrip()
