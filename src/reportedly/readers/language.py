"""The language of a document: as it declares, else as its letters look."""

from __future__ import annotations

import re
from math import exp
from typing import Final

# ISO 639-1, all 183 codes.
_CODES: Final = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo "
    "es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka "
    "kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng "
    "nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su "
    "sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
CODES: Final = frozenset(_CODES.split())

# Codes withdrawn in 1989 that pages still carry.
RENEWED: Final = {"iw": "he", "in": "id", "ji": "yi"}

# Tried on phrases in English, French, German, Norwegian and Arabic: sentences of four words and more came out right
# and above .97 (one at .88), single words and names, which are anybody's guess, below .67.
SURE = 0.95
FEWEST_LETTERS = 20

# Code points looked at; an article is in one language, and more costs time only.
LOOKED_AT = 5_000


def language_code(declared: str | None) -> str | None:
    """The ISO 639-1 code in a declared language: "en-GB" and "EN_us" give "en"; None where it is none."""
    if declared is None:
        return None
    code = re.split("[-_]", declared.strip().lower(), maxsplit=1)[0]
    code = RENEWED.get(code, code)
    return code if code in CODES else None


def looks_like(text: str) -> str | None:
    """The ISO 639-1 code of the language that `text` looks like; None for short or doubtful text."""
    sample = text[:LOOKED_AT]
    if sum(c.isalpha() for c in sample) < FEWEST_LETTERS:
        return None
    from py3langid import rank

    # Scores are logarithms; their shares are the probabilities.
    ranked = rank(sample.encode("utf-8", errors="replace"))
    best, top = ranked[0]
    share = 1 / sum(exp(score - top) for _, score in ranked)
    return language_code(best) if share >= SURE else None
