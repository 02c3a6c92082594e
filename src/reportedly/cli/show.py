"""`reportedly show`: from any id to the words."""

from __future__ import annotations

import typer

from reportedly.cli.console import open_ledger, snapshot_of
from reportedly.cli.options import AsOfOption, IdArgument, KnownAtOption, LedgerOption
from reportedly.cli.pages import PageFormat, PageFormatOption, print_page


def show(
    id: IdArgument,
    format: PageFormatOption = PageFormat.TEXT,
    ledger: LedgerOption = None,
    as_of: AsOfOption = None,
    known_at: KnownAtOption = None,
) -> None:
    """Print what an id stands for: the words, their paragraph, the article and its revisions.

    Example: reportedly show s-3f2a
    """
    from reportedly import views

    with open_ledger(ledger) as book:
        story = snapshot_of(book, as_of=as_of, known_at=known_at)
        print_page(views.show(story, book.whole_id(id, views.ids(story))), format)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("show")(show)
