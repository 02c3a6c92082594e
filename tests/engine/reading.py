"""Readers that a worker process can import, each with its own way to go wrong; a text says which."""

from __future__ import annotations

import os
import time

from reportedly.engine import Caps
from reportedly.model import Article, Reading
from tests.builders import reading, statement


def read(of: Article, caps: Caps) -> Reading:
    """One statement, the whole text; unless the text says what else."""
    if "hangs" in of.text:
        time.sleep(600)
    if "kills its worker" in of.text:
        os._exit(7)
    if "is faulty" in of.text:
        raise ValueError("a fault")
    if "takes a while" in of.text:
        time.sleep(0.3)
    return reading(of, statement(of))


def prepare() -> None:
    """Nothing to load."""
