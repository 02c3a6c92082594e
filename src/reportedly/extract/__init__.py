"""One article -> findings -> statements; the only place that knows spaCy."""

from __future__ import annotations

from reportedly.extract.base import Extractor, Finding, Found

__all__ = ["Extractor", "Finding", "Found"]
