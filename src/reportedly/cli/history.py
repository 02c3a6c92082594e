"""`reportedly history`: how answers came and went."""

from __future__ import annotations

import typer

from reportedly.cli.console import AsOfOption, IdArgument, KnownAtOption, LedgerOption, checked_day, open_ledger
from reportedly.cli.pages import PageFormat, PageFormatOption, print_page


def history(
    id: IdArgument,
    format: PageFormatOption = PageFormat.TEXT,
    ledger: LedgerOption = None,
    as_of: AsOfOption = None,
    known_at: KnownAtOption = None,
) -> None:
    """Print how the answers to a question, or the statuses of a person, came and went.

    Example: reportedly history q-3f2a
    """
    from reportedly import views

    with open_ledger(ledger) as book:
        story = book.snapshot(as_of=checked_day(as_of, "--as-of"), known_at=checked_day(known_at, "--known-at"))
        print_page(views.history(story, book.whole_id(id, views.ids(story))), format)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("history")(history)
