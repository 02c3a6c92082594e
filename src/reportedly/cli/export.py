"""`reportedly export` and `reportedly import`: other people's formats, and the backup of a whole ledger."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.console import AsOfOption, KnownAtOption, LedgerOption, checked_day, open_ledger, say

FORMATS = "jsonl, csv: statements with spans and short context; ledger: a whole backup"


def export(
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help=FORMATS)],
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="Where to. [default: standard output]")
    ] = None,
    text: Annotated[bool, typer.Option("--text", help="With the articles' full texts.")] = False,
    ledger: LedgerOption = None,
    as_of: AsOfOption = None,
    known_at: KnownAtOption = None,
) -> None:
    """Write what the ledger holds in another format.

    Example: reportedly export --to csv -o statements.csv
    """
    from reportedly.errors import BadValue
    from reportedly.export import Records, exporters

    known = exporters()
    if to not in known:
        raise BadValue(f"--to {to}", problem="no such format", hint=f"one of: {', '.join(sorted(known))}")
    with open_ledger(ledger) as book:
        story = book.snapshot(as_of=checked_day(as_of, "--as-of"), known_at=checked_day(known_at, "--known-at"))
        records = Records(articles=story.articles, statements=story.statements, held=book.backup(), full_text=text)
        if output is None:
            known[to].write(records, sys.stdout)
            return
        with Path(output).open("w", encoding="utf-8", newline="") as out:
            known[to].write(records, out)
    say(f"{output} written")


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Made by `reportedly export --to ledger`.")],
    ledger: LedgerOption = None,
) -> None:
    """Restore a backup into a ledger; what is there already stays.

    Example: reportedly import harbour.ledger.jsonl --ledger restored.db
    """
    from reportedly.errors import MissingInput
    from reportedly.export import backup

    if not file.is_file():
        raise MissingInput(str(file))
    with open_ledger(ledger, create=True) as book, file.open(encoding="utf-8", newline="\n") as lines:
        count = sum(1 for _ in book.restore(backup.read(lines, source=str(file))))
    say(f"{count} records restored")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("export")(export)
    app.command("import")(import_)
