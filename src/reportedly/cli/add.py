"""`reportedly add`: reads into the ledger."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from reportedly.cli.console import complain, engine, open_ledger, say
from reportedly.cli.options import (
    LedgerOption,
    MaxBytesOption,
    MaxSecondsOption,
    MaxWordsOption,
    OutletOption,
    PathsArgument,
    PublishedOption,
)
from reportedly.cli.read import inputs, workers_for

if TYPE_CHECKING:
    from collections.abc import Callable


def add(
    paths: PathsArgument,
    published: PublishedOption = None,
    outlet: OutletOption = None,
    ledger: LedgerOption = None,
    max_bytes: MaxBytesOption = None,
    max_words: MaxWordsOption = None,
    max_seconds: MaxSecondsOption = None,
) -> None:
    """Read reports into the ledger, and print a summary. What is there already is only noted as seen again.

    Example: reportedly add reports/ --ledger harbour.db
    """
    from reportedly.errors import ReportedlyError

    found = inputs(paths, published=published, outlet=outlet, max_bytes=max_bytes)
    run = engine(workers_for(paths), max_words=max_words, max_seconds=max_seconds)
    counts = {"new": 0, "seen": 0, "unread": 0, "statements": 0, "failed": 0}
    with open_ledger(ledger, create=True, run=run) as book, progress() as step:
        for result in book.add(found):
            step()
            if isinstance(result, ReportedlyError):
                counts["failed"] += 1
                complain(result)
                continue
            counts["new" if result.new else "seen"] += 1
            counts["unread"] += result.unread is not None
            counts["statements"] += result.statements if result.new else 0
            for warning in (*result.warnings, *([result.unread] if result.unread else [])):
                complain(f"{result.article.path or result.article.id}: {warning}")
    say(
        f"{counted(counts['new'], 'article')} added with {counted(counts['statements'], 'statement')}, "
        f"{counts['seen']} seen before, {counts['unread']} kept unread, {counted(counts['failed'], 'input')} failed"
    )
    raise typer.Exit(1 if counts["failed"] else 0)


def counted(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


@contextmanager
def progress() -> Iterator[Callable[[], None]]:
    """A step for each article: a bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("reading"), BarColumn(), TextColumn("{task.completed} articles"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda: bar.advance(task)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("add")(add)
