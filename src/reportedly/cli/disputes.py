"""`reportedly disputes`: questions whose answers cannot all be true."""

from __future__ import annotations

import typer

from reportedly.cli.console import AsOfOption, KnownAtOption, LedgerOption, checked_day, open_ledger
from reportedly.cli.pages import PageFormat, PageFormatOption, print_page


def disputes(
    format: PageFormatOption = PageFormat.TEXT,
    ledger: LedgerOption = None,
    as_of: AsOfOption = None,
    known_at: KnownAtOption = None,
) -> None:
    """Print the questions whose answers cannot all be true, side by side.

    Example: reportedly disputes --as-of 2024-03-13
    """
    from reportedly import views

    with open_ledger(ledger) as book:
        story = book.snapshot(as_of=checked_day(as_of, "--as-of"), known_at=checked_day(known_at, "--known-at"))
        print_page(views.disputes(story), format)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("disputes")(disputes)
