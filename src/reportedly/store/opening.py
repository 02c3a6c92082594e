"""From what a user types after `--ledger` to an open store."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol, cast

from reportedly.errors import CannotOpenLedger, MissingExtra
from reportedly.store.base import Store

# "sqlite:///a.db", "memory:". A single letter before the colon is a drive, "notes:2024.db" a file.
URL = re.compile(r"([a-z][a-z0-9+.-]+):(?://(.*))?", re.IGNORECASE | re.DOTALL)
POSTGRES = {"postgresql", "postgres"}
GROUP = "reportedly.stores"


class Opener(Protocol):
    """Opens a store of one kind."""

    def __call__(self, place: str, *, create: bool) -> Store:
        """The store at `place`, what follows "scheme://". Without `create`, CannotOpenLedger where none is."""


def _sqlite(place: str, *, create: bool) -> Store:
    """A ledger in one file; `place` is its path."""
    from reportedly.store.sqlite import SqliteStore

    return SqliteStore(Path(place), create=create)


def _memory(place: str, *, create: bool) -> Store:
    """A fresh ledger that lasts as long as the process."""
    from reportedly.store.memory import MemoryStore

    return MemoryStore()


# URL scheme -> what opens it. A path without a scheme is SQLite's.
STORES: Mapping[str, Opener] = {
    "memory": _memory,
    "sqlite": _sqlite,
}


def open_store(url_or_path: str | Path, *, create: bool = True) -> Store:
    """The store at a path or URL; close it after use.

    Raises CannotOpenLedger for what is no ledger or out of reach (or not there, without `create`), NewerLedger for one
    written by a newer version, MissingExtra for a kind of store that is not installed.
    """
    scheme, place = _taken_apart(str(url_or_path))
    opener = STORES.get(scheme) or _plugged_in(scheme)
    if opener is None:
        raise _not_here(scheme)
    return opener(place, create=create)


def _taken_apart(url_or_path: str) -> tuple[str, str]:
    """Scheme and place; ("sqlite", path) for a path."""
    match = URL.fullmatch(url_or_path)
    if match is None or (match[2] is None and url_or_path != "memory:"):
        return "sqlite", url_or_path
    scheme, place = match[1].lower(), match[2] or ""
    # sqlite:///relative.db and sqlite:////absolute.db: the host is empty, the next slash only separates.
    return scheme, place.removeprefix("/") if scheme == "sqlite" else place


def _plugged_in(scheme: str) -> Opener | None:
    """The opener that another package brings for a scheme; None if none does."""
    for entry in entry_points(group=GROUP, name=scheme):
        return cast(Opener, entry.load())
    return None


def _not_here(scheme: str) -> CannotOpenLedger | MissingExtra:
    """What to say of a scheme nobody opens. Names the scheme only: a URL may hold a password."""
    if scheme.partition("+")[0] in POSTGRES:
        return MissingExtra(
            f"{scheme}://", problem="this version keeps no ledger in PostgreSQL", hint="give the path of a file"
        )
    return CannotOpenLedger(
        f"{scheme}://", problem="no such kind of ledger", hint=f"known: a path, {', '.join(sorted(STORES))}"
    )
