"""Other people's formats, and the backup of a whole ledger."""

from __future__ import annotations

from importlib.metadata import entry_points

from reportedly.export import backup, csv, jsonl
from reportedly.export.base import Exporter, Held, Records

EXPORTERS: tuple[Exporter, ...] = (jsonl, csv, backup)

GROUP = "reportedly.exporters"


def exporters() -> dict[str, Exporter]:
    """Every exporter by name: our own, and those that other packages bring."""
    others = (entry.load() for entry in entry_points(group=GROUP))
    return {exporter.NAME: exporter for exporter in (*others, *EXPORTERS)}


__all__ = ["EXPORTERS", "Exporter", "Held", "Records", "exporters"]
