"""Moments as strings that sort as the moments do."""

from __future__ import annotations

from datetime import UTC, datetime

from reportedly.errors import BadDate


def in_utc(moment: str) -> str:
    """An ISO date or date and time as UTC, in the one form that `datetime.isoformat` writes; naive is taken for UTC.

    In that form strings sort as moments: "+" (no fraction follows) sorts before "." (one does). Raises BadDate.
    """
    try:
        read = datetime.fromisoformat(moment)
        aware = read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise BadDate(moment, hint="write an ISO date and time, as in 2015-01-19T08:00:00+00:00") from error
    return aware.isoformat()
