"""`reportedly disputes`: questions whose answers cannot all be true."""

from __future__ import annotations

import typer

from reportedly.cli.console import open_ledger, snapshot_of
from reportedly.cli.options import AsOfOption, KnownAtOption, LedgerOption
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
        story = snapshot_of(book, as_of=as_of, known_at=known_at)
        print_page(views.disputes(story), format)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("disputes")(disputes)
