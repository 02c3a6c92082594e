"""Place names as keys: "Port-au-Prince" and "PORT AU PRINCE" are one, "São Paulo" is "sao paulo"."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Latin letters that Unicode does not take apart into a letter and a mark.
LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t"}
)
# Marks of Latin, Greek and Cyrillic only: those of Arabic and the Indian scripts are part of the word.
MARKS = re.compile("[\u0300-\u036f]")
DROPPED = re.compile("['’‘ʻʼʿʾ`´′.\u200b-\u200f\u2060\ufeff]")
GAPS = re.compile("[\\s\u2010-\u2015\\-_/,()]+")
# "St. Louis" and "Saint Louis" are one name, as are "Mt." and "Mount", "Ft." and "Fort".
SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The key of a name: lower case, no diacritics, no apostrophes or full stops, one space for any gap."""
    text = unicodedata.normalize("NFKD", name.casefold()) if not name.isascii() else name.casefold()
    text = MARKS.sub("", text).translate(LETTERS) if not text.isascii() else text
    parts = GAPS.sub(" ", DROPPED.sub("", text)).split()
    if len(parts) > 1:
        parts = [SHORT.get(part, part) for part in parts]
    return unicodedata.normalize("NFC", " ".join(parts))
