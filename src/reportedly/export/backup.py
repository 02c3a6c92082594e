"""A whole ledger as JSON Lines: texts, readings, sightings, corrections, judgements and tombstones, to restore it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TextIO

import msgspec

from reportedly.errors import BrokenInput
from reportedly.export.base import Held, Records
from reportedly.model import Article, Correction, Judgement, Reading, Sighting, Tombstone

NAME = "ledger"
SUFFIX = ".ledger.jsonl"
FORMAT = 1
KINDS: dict[str, type[Any]] = {
    kind.__name__.lower(): kind for kind in (Article, Sighting, Reading, Correction, Judgement, Tombstone)
}


def write(records: Records, out: TextIO) -> None:
    """A first line that names the format, then a line for each record."""
    out.write(_line({"reportedly": FORMAT}))
    for held in records.held:
        kind = type(held.record).__name__.lower()
        out.write(_line({"kind": kind, "when": held.when, "record": held.record}))


def _line(value: object) -> str:
    return msgspec.json.encode(value).decode("utf-8") + "\n"


def read(lines: Iterable[str], *, source: str) -> Iterator[Held]:
    """The records of a backup, in the order written. Raises BrokenInput at the first line that is none."""
    for number, text in enumerate(lines, 1):
        where = f"{source}:{number}"
        try:
            line = msgspec.json.decode(text)
            if number == 1:
                _check_format(line, where)
            else:
                yield Held(record=msgspec.convert(line["record"], KINDS[line["kind"]]), when=line["when"])
        except (msgspec.MsgspecError, KeyError, TypeError, ValueError, RecursionError) as error:
            raise BrokenInput(where, problem=f"not a line of a ledger backup ({type(error).__name__})") from None


def _check_format(line: object, where: str) -> None:
    if not isinstance(line, dict) or line.get("reportedly") != FORMAT:
        raise BrokenInput(where, problem="not a ledger backup of this version", hint="make one with export --to ledger")
