"""The block of `key: value` lines between two lines of `---` with which a text may begin."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Final

from reportedly.readers.metadata import Metadata

KEYS: Final = frozenset(field.name for field in fields(Metadata)) - {"ref"}

# A block longer than this is no front matter: it is text that begins with a line of dashes.
MOST_LINES = 100
LONGEST = 20_000

_LINE: Final = re.compile(r"(?P<words>[^\r\n]*)(?P<newline>\r\n|\r|\n|\Z)")
_PAIR: Final = re.compile(r"(?P<key>[A-Za-z][\w .-]{0,60}?)\s*:(?:\s+(?P<value>.*))?")
# What else such a block may hold, and is passed over: lists, comments, nested or continued lines.
_OTHER: Final = re.compile(r"\s.*|-\s.*|#.*|")


def split_front_matter(text: str) -> tuple[Metadata, str]:
    """What the front matter says, and the text that follows it.

    Known keys, in any case, are title, outlet, published, url, author and language; others are passed over. A block
    without a known key, with lines of prose or without an end is text: then nothing is said and all of it comes back.
    """
    if not text.startswith("---"):
        return Metadata(), text
    known: dict[str, str] = {}
    for number, line in enumerate(_LINE.finditer(text, 0, LONGEST)):
        words = line["words"].rstrip()
        if number == 0:
            if words != "---":
                break
        elif words in ("---", "..."):
            return (Metadata(**known), text[line.end() :]) if known else (Metadata(), text)
        elif number > MOST_LINES or not _take(words, known) or not line["newline"]:
            break
    return Metadata(), text


def _take(words: str, known: dict[str, str]) -> bool:
    """Whether a line belongs into front matter; its value goes into `known` if its key is known and new."""
    pair = _PAIR.fullmatch(words)
    if pair is None:
        return _OTHER.fullmatch(words) is not None
    key, value = pair["key"].lower(), _unquoted((pair["value"] or "").strip())
    if key in KEYS and value:
        known.setdefault(key, value)
    return True


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        inner = value[1:-1]
        return re.sub(r"\\([\"\\])", r"\1", inner) if value[0] == '"' else inner.replace("''", "'")
    return value
