"""What the reader is: a hash over its code, its lexicons and its weights. Loads none of them."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from reportedly.extract.parse import PIPELINES
from reportedly.model import identify

# The packages whose files decide what a reading holds.
PACKAGES = ("extract", "lexicon", "model")


@cache
def fingerprint() -> str:
    """The id of this version of the reader: the same files give the same id on every machine."""
    root = Path(__file__).parent.parent
    digest = sha256()
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.relative_to(root).as_posix().encode() + b"\0")
                digest.update(path.read_bytes())
    weights = sorted(published for _, published in PIPELINES.values())
    return identify("v", version("reportedly"), digest.hexdigest(), weights)
