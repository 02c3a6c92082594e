"""`reportedly brief`: the briefing."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.cli.console import AsOfOption, KnownAtOption, LedgerOption, checked_day, open_ledger
from reportedly.cli.pages import PageFormat, PageFormatOption, print_page


def brief(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]", help="Only statements with these words.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Only what was published then or later.")
    ] = None,
    format: PageFormatOption = PageFormat.TEXT,
    ledger: LedgerOption = None,
    as_of: AsOfOption = None,
    known_at: KnownAtOption = None,
) -> None:
    """Print the briefing: disputes, people, events, figures and unknowns, each line with source, words and id.

    Example: reportedly brief harbour fire --since 2024-03-12 --format md
    """
    from reportedly import views

    with open_ledger(ledger) as book:
        known = checked_day(known_at, "--known-at")
        story = book.snapshot(as_of=checked_day(as_of, "--as-of"), known_at=known)
        wanted = frozenset(book.store.search(" ".join(words), known_at=known)) if words else None
        print_page(views.brief(story, wanted=wanted, since=checked_day(since, "--since")), format)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("brief")(brief)
