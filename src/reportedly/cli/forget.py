"""`reportedly forget`: erases an article, or a person's name, from the ledger."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.cli.console import open_ledger, say
from reportedly.cli.options import IdArgument, LedgerOption


def forget(
    id: IdArgument,
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason; kept with a hash, without any words.")],
    no_trace: Annotated[bool, typer.Option("--no-trace", help="Keep neither reason nor hash.")] = False,
    ledger: LedgerOption = None,
) -> None:
    """Erase an article's text and words, or a person's names, from the ledger. This cannot be undone.

    Example: reportedly forget a-77d1 --why "withdrawn at the family's request"
    """
    from reportedly.forgetting import forget as erase

    with open_ledger(ledger) as book:
        gone = erase(book, id, why=why, trace=not no_trace)
    say(f"{id} forgotten: {gone} article{'' if gone == 1 else 's'} erased or changed")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("forget")(forget)
