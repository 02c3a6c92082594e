"""Bytes from a file or a stream, bounded: never more than the limit in memory, however well they were packed."""

from __future__ import annotations

import os
import stat
import zlib
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from reportedly.errors import BrokenInput, MissingInput, TooLarge, UnknownKind
from reportedly.readers.base import is_packed

GZIP_MARK: Final = b"\x1f\x8b"
CHUNK: Final = 65_536
# Tools that pack in pieces make one of 64 kB; thousands of tiny ones are made to waste time.
MOST_MEMBERS = 5_000

# zlib's word for "with gzip's header and check sum".
_GZIP: Final = 16 + zlib.MAX_WBITS


def file_content(path: Path, *, name: str, max_bytes: int) -> bytes:
    """What is in a file, unpacked where its name ends in ".gz".

    Raises MissingInput, UnknownKind for anything but a regular file (opening a pipe or a device could wait for ever),
    TooLarge, and BrokenInput where it may not be read or is damaged.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise _irregular(name)
        # Should it have become a pipe since, opening does not wait.
        with open(path, "rb", opener=lambda file, flags: os.open(file, flags | getattr(os, "O_NONBLOCK", 0))) as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise _irregular(name)
            return stream_content(stream, name=name, max_bytes=max_bytes, packed=is_packed(name))
    except FileNotFoundError as error:
        raise MissingInput(name) from error
    except (OSError, ValueError) as error:
        raise BrokenInput(name, problem=f"cannot be read ({_reason(error)})") from error


def stream_content(stream: BinaryIO, *, name: str, max_bytes: int, packed: bool | None = None) -> bytes:
    """What comes out of a stream up to its end; `packed` None: unpacked if it begins like gzip. Raises TooLarge."""
    content = stream.read(max_bytes + 1)
    if len(content) > max_bytes:
        raise TooLarge(name)
    if packed or (packed is None and content.startswith(GZIP_MARK)):
        return _unpacked(content, name=name, max_bytes=max_bytes)
    return content


def _unpacked(packed: bytes, *, name: str, max_bytes: int) -> bytes:
    """The content of a gzip file. Raises TooLarge as soon as it passes the limit, BrokenInput if damaged."""
    content = bytearray()
    for chunk in _chunks(packed, name):
        content += chunk
        if len(content) > max_bytes:
            raise TooLarge(name, problem="larger than the limit once unpacked")
    return bytes(content)


def _chunks(packed: bytes, name: str) -> Iterator[bytes]:
    """Unpacked pieces of at most CHUNK bytes, of all members one after another; zeros may stand between them."""
    place = members = 0
    while place < len(packed):
        if packed[place] == 0 and members:
            place += 1
            continue
        members += 1
        if members > MOST_MEMBERS:
            raise TooLarge(name, problem=f"packed in more than {MOST_MEMBERS:,} pieces", hint="unpack it to read it")
        place = yield from _member(packed, place, name)


def _member(packed: bytes, place: int, name: str) -> Generator[bytes, None, int]:
    """The pieces of the member at `place`; returns the place behind it."""
    member = zlib.decompressobj(_GZIP)
    while not member.eof:
        # Only when all that was fed is used up comes more: a bomb's input does not pile up.
        fed = member.unconsumed_tail
        if not fed:
            fed = packed[place : place + CHUNK]
            place += len(fed)
        try:
            piece = member.decompress(fed, CHUNK)
        except zlib.error as error:
            raise BrokenInput(name, problem="damaged: not a whole gzip file") from error
        if not fed and not piece:
            raise BrokenInput(name, problem="damaged: cut short")
        yield piece
    return place - len(member.unused_data)


def _irregular(name: str) -> UnknownKind:
    return UnknownKind(name, problem="not a regular file", hint="pipe it in and name it -")


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
