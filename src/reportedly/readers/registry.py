"""All readers: ours, and those of other packages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from importlib.metadata import entry_points
from typing import BinaryIO, Final

from reportedly.errors import EmptyInput, MissingInput, ReadError, SetupError, UnknownKind
from reportedly.model import Article
from reportedly.readers import html, jsonl, plain
from reportedly.readers.base import MAX_BYTES, STDIN, Defaults, Document, Reader, suffix_of
from reportedly.readers.inputs import Input, find_inputs
from reportedly.readers.unpack import file_content, stream_content

# Asked in this order. Standard input, which has no suffix, is plain text unless a reader before knows it.
READERS: Final[tuple[Reader, ...]] = (jsonl, html, plain)

GROUP: Final = "reportedly.readers"


@cache
def all_readers() -> tuple[Reader, ...]:
    """READERS, and before them those that other packages add through entry points, by name.

    Raises SetupError where one of these cannot be loaded.
    """
    added: list[Reader] = []
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        try:
            added.append(entry.load())
        except (ImportError, AttributeError) as error:
            raise SetupError(entry.value, problem=f"the reader {entry.name} cannot be loaded") from error
    return (*added, *READERS)


def read_inputs(
    paths: Sequence[str],
    *,
    max_bytes: int = MAX_BYTES,
    defaults: Defaults = Defaults(),  # noqa: B008 (frozen)
    stdin: BinaryIO | None = None,
) -> Iterator[Article | ReadError]:
    """The articles in everything named, and the errors of what could not be read, in order, one document at a time.

    `paths` are files, folders, patterns and "-", which is read from `stdin`; `max_bytes` bounds each document, also
    once unpacked.
    """
    for found in find_inputs(paths):
        if isinstance(found, ReadError):
            yield found
        else:
            yield from read_input(found, max_bytes=max_bytes, defaults=defaults, stdin=stdin)


def read_input(
    found: Input, *, max_bytes: int, defaults: Defaults, stdin: BinaryIO | None = None
) -> Iterator[Article | ReadError]:
    """The articles in one input, and the errors of what could not be read; raises none of these."""
    try:
        document = _opened(found, max_bytes=max_bytes, stdin=stdin)
        yield from read_document(document, defaults)
    except ReadError as error:
        yield error


def read_document(document: Document, defaults: Defaults) -> Iterator[Article | ReadError]:
    """The articles in bytes at hand. Raises ReadError where nothing of them can be read, UnknownKind among them."""
    if not document.content.strip():
        raise EmptyInput(document.name)
    reader = next((reader for reader in all_readers() if reader.accepts(document)), None)
    if reader is None:
        raise UnknownKind(document.name)
    yield from reader.read(document, defaults)


def _opened(found: Input, *, max_bytes: int, stdin: BinaryIO | None) -> Document:
    if found.path is None:
        if stdin is None:
            raise MissingInput(STDIN, problem="no standard input")
        content = stream_content(stdin, name=STDIN, max_bytes=max_bytes)
    elif any(suffix_of(found.name) in reader.SUFFIXES for reader in all_readers()):
        content = file_content(found.path, name=found.name, max_bytes=max_bytes)
    else:
        raise UnknownKind(found.name)
    return Document(name=found.name, content=content, digest=sha256(content).hexdigest(), path=found.path)
