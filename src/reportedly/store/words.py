"""What search compares: words without case and accents, the same in every store.

Folded here and not in the database, so that SQLite, PostgreSQL and memory find the same, in any script, and so that no
syntax of a search engine ever meets what a user typed: a folded word is letters and digits only.
"""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """The words of `text` in lower case, without accents, ligatures taken apart, one space between; may be empty."""
    if text.isascii():
        return " ".join(WORD.findall(text.lower()))
    # Twice: casefold gives some letters an accent of their own ("İ").
    bare = _without_accents(_without_accents(text).casefold())
    return " ".join(WORD.findall(bare))


def phrases(words: str) -> tuple[str, ...]:
    """What a user typed as folded phrases, one for each run without a space, each once, in order; may be empty."""
    found = (folded(run) for run in words.split())
    return tuple(dict.fromkeys(phrase for phrase in found if phrase))


def _without_accents(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
