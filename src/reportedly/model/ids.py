"""Ids: hashes of what a record is, so that the same input gives the same id on every machine."""

from __future__ import annotations

import json
from hashlib import sha256

# 64 bits: among a million records of one kind the chance that any two collide is about 3 in 100 million.
DIGITS = 16


def identify(kind: str, *parts: object) -> str:
    """`kind-` and 16 hex digits: the hash of `parts` as a canonical JSON list.

    Parts are strings, numbers, booleans, None, and lists and dicts of these. Raises TypeError for anything else.
    """
    canonical = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return f"{kind}-{sha256(canonical.encode('utf-8')).hexdigest()[:DIGITS]}"
