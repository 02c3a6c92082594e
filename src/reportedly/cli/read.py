"""`reportedly read`: reads and prints; keeps nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.console import complain, engine, publication, say, say_json, settings
from reportedly.cli.options import (
    MaxBytesOption,
    MaxSecondsOption,
    MaxWordsOption,
    OutletOption,
    PathsArgument,
    PublishedOption,
)

if TYPE_CHECKING:
    from reportedly.errors import ReadError
    from reportedly.model import Article, Reading


class ReadFormat(StrEnum):
    """How `read` prints."""

    TEXT = "text"
    JSONL = "jsonl"
    JSON = "json"


FormatOption = Annotated[
    ReadFormat,
    typer.Option("--format", help="text: a line a statement; jsonl: a statement a line; json: an article a line."),
]


def inputs(
    paths: list[str], *, published: str | None, outlet: str | None, max_bytes: int | None
) -> Iterator[Article | ReadError]:
    """The articles behind what the user named, and the inputs that could not be read."""
    from reportedly.model import storable
    from reportedly.readers import Defaults, read_inputs

    named = None if outlet is None else storable(outlet)
    defaults = Defaults(published=publication(published, "--published"), outlet=named)
    return read_inputs(paths, max_bytes=max_bytes or settings().max_bytes, defaults=defaults, stdin=sys.stdin.buffer)


def read(
    paths: PathsArgument,
    published: PublishedOption = None,
    outlet: OutletOption = None,
    format: FormatOption = ReadFormat.TEXT,
    max_bytes: MaxBytesOption = None,
    max_words: MaxWordsOption = None,
    max_seconds: MaxSecondsOption = None,
) -> None:
    """Read reports and print what they state; keep nothing.

    Example: reportedly read report.html --outlet "The Corran Post" --format jsonl
    """
    from reportedly.errors import ReportedlyError
    from reportedly.pipeline import readings

    found = inputs(paths, published=published, outlet=outlet, max_bytes=max_bytes)
    failed = False
    for item in readings(found, engine(workers_for(paths), max_words=max_words, max_seconds=max_seconds)):
        problem = item if isinstance(item, ReportedlyError) else item[1]
        if isinstance(problem, ReportedlyError):
            complain(problem)
            failed = True
        elif not isinstance(item, ReportedlyError):
            show(item[0], problem, format)
    raise typer.Exit(1 if failed else 0)


def workers_for(paths: list[str]) -> int:
    """One worker for one small document; as many as the settings allow for more."""
    from pathlib import Path

    one = len(paths) == 1 and Path(paths[0]).is_file() and Path(paths[0]).stat().st_size < SMALL
    return 1 if one else settings().workers


# Below this a second worker's start costs more than it saves: about a dozen articles.
SMALL = 60_000


def show(article: Article, reading: Reading, format: ReadFormat) -> None:
    """Print one article's reading."""
    from reportedly.render import article_record, line, line_text, plain, statement_record

    if format is ReadFormat.JSON:
        say_json(article_record(article, reading))
    elif format is ReadFormat.JSONL:
        for statement in reading.statements:
            say_json(statement_record(statement, article))
    else:
        say(plain(f"# {article.title or article.path or article.id}"))
        for statement in reading.statements:
            say(line_text(line(statement, article)))
    for warning in (*reading.warnings, *([reading.unread] if reading.unread else [])):
        complain(f"{article.path or article.id}: {warning}")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("read")(read)
