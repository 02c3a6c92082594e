"""What every command prints with."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING, TextIO

import typer

from reportedly.errors import BadDate
from reportedly.render import json_text, plain

if TYPE_CHECKING:
    from reportedly.config import Settings
    from reportedly.engine import Engine
    from reportedly.ledger import Ledger
    from reportedly.pipeline import Snapshot


def complain(problem: object) -> None:
    """One line on standard error, safe to show."""
    sys.stderr.write(f"reportedly: {plain(str(problem))}\n")


def say(line: str = "") -> None:
    """One line on standard output; the caller made it safe."""
    with printing() as out:
        out.write(line + "\n")


def say_json(value: object) -> None:
    """One JSON value on a line of its own."""
    say(json_text(value))


@contextmanager
def printing() -> Iterator[TextIO]:
    """Standard output. Whoever reads it may go away (`| head`): then nothing is wrong, and the command ends."""
    try:
        yield sys.stdout
    except BrokenPipeError:
        fall_silent()
        raise typer.Exit(0) from None


def fall_silent() -> None:
    """Send the rest of standard output nowhere, so that its last flush finds no closed pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def day(value: str | None, option: str) -> str | None:
    """An ISO date; raises BadDate."""
    try:
        return None if value is None else date.fromisoformat(value).isoformat()
    except ValueError:
        raise BadDate(f"{option} {value}") from None


def moment(value: str | None, option: str) -> str | None:
    """An ISO date, or date and time, which is UTC if it names no zone; raises BadDate."""
    try:
        return None if value is None else datetime.fromisoformat(value).isoformat()
    except ValueError:
        raise BadDate(f"{option} {value}", hint="write YYYY-MM-DD or YYYY-MM-DDTHH:MM") from None


def publication(value: str | None, option: str) -> str | None:
    """A date of publication as readers understand one; raises BadDate."""
    from reportedly.readers import published_date

    found = None if value is None else published_date(value)
    if value is not None and found is None:
        raise BadDate(f"{option} {value}")
    return found


def settings() -> Settings:
    """The settings of this process; raises BadValue."""
    from reportedly.config import settings

    return settings()


def engine(count: int, *, max_words: int | None = None, max_seconds: float | None = None) -> Engine:
    """Worker processes that read, never more than `count`."""
    from reportedly.engine import Caps, Workers

    held = settings()
    caps = Caps(max_words=max_words or held.max_words, max_seconds=max_seconds or held.max_seconds)
    return Workers(count=max(1, min(count, held.workers)), caps=caps)


def open_ledger(where: str | None, *, create: bool = False, run: Engine | None = None) -> Ledger:
    """The ledger of this command; raises CannotOpenLedger where there is none and none is to be made.

    One worker reads what has to be read, unless `run` says otherwise; it starts when there is something.
    """
    from reportedly.ledger import Ledger

    return Ledger.open(where or settings().ledger, engine=run or engine(1), create=create)


def snapshot_of(book: Ledger, *, as_of: str | None, known_at: str | None) -> Snapshot:
    """What a ledger says by the clocks that --as-of and --known-at set; raises BadDate."""
    return book.snapshot(as_of=day(as_of, "--as-of"), known_at=moment(known_at, "--known-at"))


def who_am_i(name: str | None) -> str:
    """The person at the keyboard: as given, or the login name."""
    import getpass

    try:
        return name or getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
