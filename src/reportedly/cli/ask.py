"""`reportedly ask`: answers from the ledger only."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.cli.console import moment, open_ledger, snapshot_of
from reportedly.cli.options import AsOfOption, KnownAtOption, LedgerOption
from reportedly.cli.pages import PageFormat, PageFormatOption, print_page


def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="In plain English, in quotes.")],
    format: PageFormatOption = PageFormat.TEXT,
    ledger: LedgerOption = None,
    as_of: AsOfOption = None,
    known_at: KnownAtOption = None,
) -> None:
    """Answer a question from the ledger's statements only; say so when it holds none.

    Example: reportedly ask "How many people were killed?"
    """
    from reportedly import views

    with open_ledger(ledger) as book:
        story = snapshot_of(book, as_of=as_of, known_at=known_at)
        words = " ".join(views.telling_words(question))
        full_text = frozenset(book.store.search(words, known_at=moment(known_at, "--known-at")))
        print_page(views.ask(story, question, full_text=full_text), format)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("ask")(ask)
