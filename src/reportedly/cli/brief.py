"""`reportedly brief`: the briefing."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.cli.console import day, moment, open_ledger, snapshot_of
from reportedly.cli.options import AsOfOption, KnownAtOption, LedgerOption
from reportedly.cli.pages import PageFormat, PageFormatOption, print_page


def brief(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS", help="Only statements with these words.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Only what was published then or later.")
    ] = None,
    format: PageFormatOption = PageFormat.TEXT,
    ledger: LedgerOption = None,
    as_of: AsOfOption = None,
    known_at: KnownAtOption = None,
) -> None:
    """Print the briefing: people, events, figures, disputes and unknowns, each line with source, words and id.

    Example: reportedly brief harbour fire --since 2024-03-12 --format md
    """
    from reportedly import views

    with open_ledger(ledger) as book:
        story = snapshot_of(book, as_of=as_of, known_at=known_at)
        known = moment(known_at, "--known-at")
        wanted = frozenset(book.store.search(" ".join(words), known_at=known)) if words else None
        print_page(views.brief(story, wanted=wanted, since=day(since, "--since")), format)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("brief")(brief)
