"""`reportedly export` and `reportedly import`: other people's formats, and the backup of a whole ledger."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Annotated, TextIO

import typer

from reportedly.cli.console import complain, open_ledger, printing, say, settings, snapshot_of
from reportedly.cli.options import AsOfOption, KnownAtOption, LedgerOption
from reportedly.render import plain

FORMATS = "jsonl, csv: statements with spans and short context; ledger: a whole backup."


def export(
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help=FORMATS)],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to. [default: standard output]")
    ] = None,
    text: Annotated[bool, typer.Option("--text", help="With the articles' full texts.")] = False,
    ledger: LedgerOption = None,
    as_of: AsOfOption = None,
    known_at: KnownAtOption = None,
) -> None:
    """Write what the ledger holds in another format. A backup (ledger) is always whole, whatever the clocks say.

    Example: reportedly export --to csv -o statements.csv
    """
    from reportedly.backups import backup
    from reportedly.errors import BadValue
    from reportedly.export import Records, exporters

    known = exporters()
    if to not in known:
        raise BadValue(f"--to {to}", problem="no such format", hint=f"one of: {', '.join(sorted(known))}")
    with open_ledger(ledger) as book:
        story = snapshot_of(book, as_of=as_of, known_at=known_at)
        records = Records(articles=story.articles, statements=story.statements, held=backup(book), full_text=text)
        with printing() if output is None else written(output, ledger=ledger or settings().ledger) as out:
            known[to].write(records, out)
    if output is not None:
        say(f"{plain(str(output))} written")


@contextmanager
def written(path: Path, *, ledger: str) -> Iterator[TextIO]:
    """A file that is there whole or not at all; raises UsageError where it cannot be written, or is the ledger."""
    from reportedly.errors import UsageError

    if path.exists() and Path(ledger).exists() and path.samefile(ledger):
        raise UsageError(str(path), problem="is the ledger itself", hint="name another file")
    # A pipe or a device is written as it is; a file beside its name first, which it takes when whole.
    beside = path if path.exists() and not path.is_file() else path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("w", encoding="utf-8", newline="") as out:
            yield out
        if beside is not path:
            beside.replace(path)
    except OSError as error:
        raise UsageError(str(path), problem=f"cannot be written ({error.strerror})") from None
    finally:
        if beside is not path:
            with suppress(OSError):
                beside.unlink()


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Made by `reportedly export --to ledger`.")],
    ledger: LedgerOption = None,
) -> None:
    """Restore a backup into a ledger. What is there already stays, and what was forgotten there stays forgotten.

    Example: reportedly import harbour.ledger.jsonl --ledger restored.db
    """
    from reportedly.backups import restore
    from reportedly.errors import BrokenInput, MissingInput
    from reportedly.export import backup

    if not file.is_file():
        raise MissingInput(str(file))
    try:
        with file.open(encoding="utf-8", newline="\n") as lines:
            held = backup.read(lines, source=str(file))
            with open_ledger(ledger, create=True) as book:
                done = restore(book, held)
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenInput(str(file), problem=f"cannot be read ({type(error).__name__})") from None
    for warning in done.warnings:
        complain(warning)
    say(f"{done.records} records restored")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("export")(export)
    app.command("import")(import_)
