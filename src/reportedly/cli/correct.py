"""`reportedly correct`: a person's word on a statement or an article, kept as data."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.cli.console import open_ledger, say, who_am_i
from reportedly.cli.options import IdArgument, LedgerOption, WhoOption


def correct(
    id: IdArgument,
    field: Annotated[
        str,
        typer.Argument(
            metavar="FIELD",
            help="What is wrong: published, outlet, modality, source …; statement adds one to an article.",
        ),
    ],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="What is right; empty takes the value away.")],
    who: WhoOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Correct a statement, or an article's metadata. It survives every re-reading and can be undone.

    Example: reportedly correct s-3f2a modality possible
    """
    with open_ledger(ledger) as book:
        kept = book.correct(id, field, value or None, who=who_am_i(who))
    say(f"{kept.id} kept: {kept.field} of {id} (take it back with: reportedly undo {kept.id})")


def undo(id: IdArgument, ledger: LedgerOption = None) -> None:
    """Take a correction or a judgement back. It stays in the ledger, marked as undone.

    Example: reportedly undo k-81c0
    """
    with open_ledger(ledger) as book:
        say(f"{book.undo(id)} undone")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("correct")(correct)
    app.command("undo")(undo)
