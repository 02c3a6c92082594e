"""Expressions of time: where they stand, what they mean, which days they cover."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.extract.base import Found
from reportedly.extract.time_reader import Reader
from reportedly.model import Timex

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME = "times"
VERSION = "1"
NEEDS: tuple[str, ...] = ()


def find(doc: Doc, found: Found) -> Iterator[Timex]:
    """The expressions of time in `doc`, in the order of the text, counted from the article's publication.

    Where the publication is unknown, a dateline with its year stands in for it; without one, relative expressions keep
    no value or an X-form ("XXXX-WXX-5"). Today's date is never used.
    """
    yield from Reader(doc, found).times()
