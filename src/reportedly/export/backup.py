"""A whole ledger as JSON Lines: texts, readings, sightings, corrections, judgements and tombstones, to restore it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TextIO

import msgspec

from reportedly.errors import BrokenInput
from reportedly.export.base import Held, Records
from reportedly.model import Article, Correction, Judgement, Reading, Sighting, Tombstone
from reportedly.render import escaped_json

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
    return escaped_json(msgspec.json.encode(value).decode("utf-8")) + "\n"


def read(lines: Iterable[str], *, source: str) -> Iterator[Held]:
    """The records of a backup, in the order written.

    The first line is read now, the others as they are asked for. Raises BrokenInput at the first line that is none.
    """
    numbered = enumerate(lines, 1)
    first = _decoded(next(numbered, (1, ""))[1], f"{source}:1")
    if not isinstance(first, dict) or first.get("reportedly") != FORMAT:
        raise BrokenInput(
            source, problem="not a ledger backup of this version", hint="make one with export --to ledger"
        )
    return (_held(_decoded(text, f"{source}:{number}"), f"{source}:{number}") for number, text in numbered)


def _decoded(text: str, where: str) -> Any:
    try:
        return msgspec.json.decode(text)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise BrokenInput(where, problem=f"not a line of a ledger backup ({error})") from None


def _held(line: Any, where: str) -> Held:
    try:
        return Held(record=msgspec.convert(line["record"], KINDS[line["kind"]]), when=line["when"], where=where)
    except (msgspec.MsgspecError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise BrokenInput(where, problem=f"not a record of a ledger ({type(error).__name__})") from None
