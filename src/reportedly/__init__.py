"""What is reported: by whom, through whom, how surely, when, where, about whom, how many."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.errors import ReportedlyError
    from reportedly.ledger import Ledger
    from reportedly.model import Article, Reading, Statement

__all__ = ["Article", "Ledger", "Reading", "ReportedlyError", "Statement"]

_HOMES = {
    "Article": "reportedly.model",
    "Ledger": "reportedly.ledger",
    "Reading": "reportedly.model",
    "ReportedlyError": "reportedly.errors",
    "Statement": "reportedly.model",
}


def __getattr__(name: str) -> object:
    """A public name, imported when it is first asked for, so that a command loads only what it uses."""
    if name not in _HOMES:
        raise AttributeError(f"module 'reportedly' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
