"""Publication times in one order."""

from __future__ import annotations

from datetime import UTC, datetime

# Sorts after every date: what has none comes last.
UNDATED = "9999"


def instant(published: str | None) -> str:
    """A key that sorts publication times: the UTC time, or the end of a day without one; `UNDATED` for None.

    What is no ISO date sorts as it is written.
    """
    if published is None:
        return UNDATED
    try:
        when = datetime.fromisoformat(published)
    except ValueError:
        return published
    if len(published) <= len("2024-03-11"):
        return f"{published}T24"
    if when.tzinfo is None:
        return published
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
