"""Names from the Arabic script as keys of their consonants: "Maarat al-Numan" and "Ma‘arrat an Nu‘mān" are one.

News writes such names by ear, GeoNames by rule: vowels, doubled letters and the article's consonant differ between
outlets, the consonants seldom do. The key is for names that no list has as they are written, within known countries.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from reportedly.lexicon.folding import fold
from reportedly.lexicon.table import table

# Countries whose towns are written in the Arabic script, with letters of Persian, Pashto and Urdu.
COUNTRIES = frozenset(
    (
        *("AE", "AF", "BH", "DZ", "EG", "EH", "IQ", "IR", "JO", "KW", "LB", "LY"),
        *("MA", "MR", "OM", "PK", "PS", "QA", "SA", "SD", "SY", "TN", "YE"),
    )
)
# Two letters for one sound, and letters that outlets choose among for one: "Qamishli" and "Kamishli", "sh" and "ch".
PAIRS = (("kh", "x"), ("gh", "g"), ("sh", "s"), ("ch", "s"), ("dh", "d"), ("th", "t"), ("ou", "u"), ("ph", "f"))
LETTERS = str.maketrans({"q": "k", "v": "w", "p": "b"})
DOUBLED = re.compile(r"(.)\1+")
VOWELS = re.compile("[aeiouy]|w(?![aeiouy])")  # "Zawr" is "Zour"
# A key of fewer consonants fits too many villages; a single word without an article needs one more.
LEAST = 3


@cache
def articles() -> frozenset[str]:
    """The article "al", as it is written before each consonant."""
    return frozenset(row["word"] for row in table("place_words") if row["kind"] == "article")


@lru_cache(maxsize=4096)
def sound(name: str) -> str | None:
    """The key of a name; None where too few consonants are left, or letters are not Latin."""
    words = [word for word in fold(name).split() if word not in articles()]
    if not words or not all(word.isascii() and word.isalpha() for word in words):
        return None
    key = "".join(consonants(word) for word in words)
    return ("a" if words[0][0] in "aeiou" else "") + key if len(key) >= LEAST else None


def consonants(word: str) -> str:
    """What is left of a word: no vowels, no doubled letters, no "h" at its end."""
    for pair, letter in PAIRS:
        word = word.replace(pair, letter)
    word = DOUBLED.sub(r"\1", word.translate(LETTERS))
    word = word[:-1] if word.endswith("h") and len(word) > 1 else word
    return VOWELS.sub("", word)
