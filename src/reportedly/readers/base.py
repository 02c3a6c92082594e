"""What readers agree on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final, Protocol

from reportedly.errors import ReadError
from reportedly.model import Article

# 20 MB holds a novel fifty times over; a news page is under 2 MB.
MAX_BYTES: Final = 20_000_000

# How standard input is named, by the user and to the user.
STDIN: Final = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Bytes to be read, already unpacked and within the size limit.

    Attributes:
        name: How it is named to the user: a path, or "-".
        content: The bytes; never more than the limit.
        digest: SHA-256 of `content`, in hex.
        path: Where it was read from; None for standard input.
    """

    name: str
    content: bytes
    digest: str
    path: Path | None = None

    @property
    def suffix(self) -> str:
        """The ending of its name, as `suffix_of` gives it; empty for standard input."""
        return suffix_of(self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What fills in where a document does not say: --published and --outlet.

    Attributes:
        published: ISO date, or date and time with zone, as `published_date` gives it.
        outlet: Who published it.
    """

    published: str | None = None
    outlet: str | None = None


class Reader(Protocol):
    """One kind of document. A module satisfies it."""

    @property
    def NAME(self) -> str:  # noqa: N802
        """The kind, in one word."""

    @property
    def SUFFIXES(self) -> tuple[str, ...]:  # noqa: N802
        """File name endings that it takes, lower case, with the dot; ".gz" after any of them is taken care of.

        A file in none of the registry's endings is never opened.
        """

    @property
    def SAMPLE(self) -> bytes:  # noqa: N802
        """A small invented document of this kind, holding an article or more; the contract test reads it."""

    def accepts(self, document: Document) -> bool:
        """Whether this reader takes it: by its suffix, or, for a document without one, by what it holds."""

    def read(self, document: Document, defaults: Defaults) -> Iterator[Article | ReadError]:
        """The articles in it, in order; a bad one (a broken line, say) comes out as its error, the rest goes on.

        Raises ReadError when nothing of the document can be read.
        """


def suffix_of(name: str) -> str:
    """The ending of a file name, lower case, with the dot; ".gz" is looked through: "A.TXT.gz" gives ".txt"."""
    path = PurePath(name)
    return PurePath(path.stem if is_packed(name) else path.name).suffix.lower()


def is_packed(name: str) -> bool:
    """Whether a file name says that the file is packed with gzip."""
    return PurePath(name).suffix.lower() == ".gz"
