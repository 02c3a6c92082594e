"""What every command prints with, and the options they share."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.errors import BadDate
from reportedly.render import plain

if TYPE_CHECKING:
    from reportedly.config import Settings
    from reportedly.engine import Engine
    from reportedly.ledger import Ledger

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

LedgerOption = Annotated[
    str | None,
    typer.Option(
        "--ledger", metavar="PATH-or-URL", help="The ledger. [env: REPORTEDLY_LEDGER; default: reportedly.db]"
    ),
]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="Only what was published by the end of that day.")
]
KnownAtOption = Annotated[
    str | None, typer.Option("--known-at", metavar="TIME", help="Only what this ledger held at that moment.")
]
PublishedOption = Annotated[
    str | None, typer.Option("--published", metavar="DATE", help="For documents that do not say when: their date.")
]
OutletOption = Annotated[
    str | None, typer.Option("--outlet", metavar="NAME", help="For documents that do not say who: their outlet.")
]


def complain(problem: object) -> None:
    """One line on standard error, safe to show."""
    sys.stderr.write(f"reportedly: {plain(str(problem))}\n")


def say(line: str = "") -> None:
    """One line on standard output; the caller made it safe."""
    sys.stdout.write(line + "\n")


def say_json(value: object) -> None:
    """One JSON value on a line of its own. Controls are escaped by JSON itself; everything else is UTF-8."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False).translate(TERMINAL_ESCAPES) + "\n")


# What JSON leaves as it is but a terminal or an eye would act on: DEL, C1 controls, bidirectional controls.
TERMINAL_ESCAPES = {
    code: f"\\u{code:04x}"
    for code in [*range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF]
}


def checked_day(value: str | None, option: str) -> str | None:
    """An ISO date or date and time, as given; raises BadDate."""
    if value is None:
        return None
    try:
        if DAY.fullmatch(value):
            return date.fromisoformat(value).isoformat()
        return datetime.fromisoformat(value).isoformat()
    except ValueError:
        raise BadDate(f"{option} {value}") from None


def settings() -> Settings:
    """The settings of this process."""
    from reportedly.config import settings

    return settings()


def engine(count: int, *, max_words: int | None = None, max_seconds: float | None = None) -> Engine:
    """Worker processes that read, never more than `count`."""
    from reportedly.engine import Caps, Workers

    set_ = settings()
    caps = Caps(max_words=max_words or set_.max_words, max_seconds=max_seconds or set_.max_seconds)
    return Workers(count=max(1, min(count, set_.workers)), caps=caps)


def open_ledger(where: str | None, *, create: bool = False) -> Ledger:
    """The ledger of this command; raises CannotOpenLedger where there is none and none is to be made."""
    from reportedly.ledger import Ledger

    return Ledger.open(where or settings().ledger, engine=engine(1), create=create)


def said(lines: Iterable[str]) -> None:
    """Several lines on standard output."""
    for line in lines:
        say(line)


IdArgument = Annotated[str, typer.Argument(metavar="ID", help="As printed, or its first digits.")]
WhoOption = Annotated[str | None, typer.Option("--who", metavar="NAME", help="Who says so. [default: the login name]")]


def who_am_i(name: str | None) -> str:
    """The person at the keyboard: as given, or the login name."""
    import getpass

    try:
        return name or getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
