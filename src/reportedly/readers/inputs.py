"""What the user named, as single inputs: files, folders, patterns, standard input."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from reportedly.errors import BrokenInput, MissingInput, OutsideFolder, ReadError
from reportedly.model import storable
from reportedly.readers.base import STDIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """Something to read.

    Attributes:
        name: How it is named to the user: its path as reached from what was named, or "-".
        path: The file; None for standard input.
    """

    name: str
    path: Path | None


def find_inputs(paths: Sequence[str]) -> Iterator[Input | ReadError]:
    """Every input that the user named, in the order named, within folders and patterns by name.

    Folders are gone through to the bottom, without hidden files and folders. In folders and patterns, a link that
    leads out comes out as OutsideFolder, one to a folder within is passed over (what it shows is met in its place). A
    file named by itself is taken wherever it leads. What is not there comes out as MissingInput.
    """
    for named in paths:
        path = Path(named)
        if named == STDIN:
            yield Input(name=STDIN, path=None)
        elif _exists(path):
            yield from _under(path, root=path) if _is_folder(path) else [_input(path)]
        elif any(c in named for c in "*?["):
            yield from _matching(named)
        else:
            yield MissingInput(_name(path))


def _under(path: Path, *, root: Path) -> Iterator[Input | ReadError]:
    """The inputs at `path` and below, `root` being the folder that links may not leave."""
    waiting = [path]
    while waiting:
        path = waiting.pop()
        if path.is_symlink() and path != root:
            yield from _linked(path, root)
        elif _is_folder(path):
            try:
                waiting += reversed(_entries(path))
            except OSError as error:
                yield BrokenInput(_name(path), problem=f"cannot be read ({error.strerror})")
        else:
            yield _input(path)


def _linked(path: Path, root: Path) -> Iterator[Input | ReadError]:
    target = Path(os.path.realpath(path))
    if not target.is_relative_to(os.path.realpath(root)):
        yield OutsideFolder(_name(path))
    elif not _exists(path):
        yield MissingInput(_name(path), problem="a link to nothing")
    elif not _is_folder(path):
        yield _input(path)


def _matching(pattern: str) -> Iterator[Input | ReadError]:
    """What a pattern names; `**` stands for any folders. MissingInput where it names nothing."""
    parts = Path(pattern).parts
    fixed = next(number for number, part in enumerate(parts) if any(c in part for c in "*?["))
    root = Path(*parts[:fixed])
    found = sorted(set(_matches(root, parts[fixed:])))
    for path in found:
        yield from _under(path, root=root)
    if not found:
        yield MissingInput(storable(pattern), problem="no file matches")


def _matches(folder: Path, parts: Sequence[str]) -> Iterator[Path]:
    if not parts:
        yield folder
        return
    try:
        entries = _entries(folder, hidden=parts[0].startswith("."))
    except OSError:
        return
    if parts[0] == "**":
        yield from _matches(folder, parts[1:] or ["*"])
        for entry in entries:
            if _is_folder(entry) and not entry.is_symlink():
                yield from _matches(entry, parts)
        return
    for entry in entries:
        if fnmatchcase(entry.name, parts[0]):
            yield from _matches(entry, parts[1:])


def _entries(folder: Path, *, hidden: bool = False) -> list[Path]:
    """What is in a folder, sorted by name; hidden entries only on request. Raises OSError."""
    return [folder / name for name in sorted(os.listdir(folder)) if hidden or not name.startswith(".")]


def _input(path: Path) -> Input:
    return Input(name=_name(path), path=path)


def _name(path: Path) -> str:
    return storable(str(path))


def _exists(path: Path) -> bool:
    try:
        return os.path.lexists(path)
    except ValueError:  # a NUL in it
        return False


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)
