"""`reportedly judge`: a person's decision that two people or events are the same or not."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from reportedly.cli.console import open_ledger, say, who_am_i
from reportedly.cli.options import LedgerOption, WhoOption


class VerdictWord(StrEnum):
    """What can be decided."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


def judge(
    verdict: Annotated[VerdictWord, typer.Argument(help="same, different or unsure.")],
    one: Annotated[str, typer.Argument(metavar="ID", help="Of a person, organization, place or event.")],
    other: Annotated[str, typer.Argument(metavar="ID", help="Of the other.")],
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, kept with it.")] = "",
    who: WhoOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Decide whether two people, organizations, places or events are the same. It beats any score, and can be undone.

    Example: reportedly judge same n-12ab n-9f00 --why "same age, same street"
    """
    from reportedly.model import Verdict

    with open_ledger(ledger) as book:
        kept = book.judge(Verdict(verdict.value), one, other, who=who_am_i(who), why=why)
    say(f"{kept.id} kept: {kept.left} and {kept.right} are {kept.verdict.value} (undo {kept.id} takes it back)")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("judge")(judge)
