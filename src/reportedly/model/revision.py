"""Which articles are revisions of which: those of one address, by the moment of publication."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import pairwise

from reportedly.model.article import Article


def issued(published: str | None) -> str:
    """What revisions of one address are sorted by: the moment of publication in UTC, a day as its start.

    Empty, so first, where it is unknown or no ISO date.
    """
    try:
        read = datetime.fromisoformat(published or "")
        aware = read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    except (ValueError, OverflowError):
        return ""
    return aware.isoformat()


def by_address(articles: Iterable[Article]) -> list[list[Article]]:
    """The articles of each address, by publication, then id; those without an address are left out."""
    groups: dict[str, list[Article]] = {}
    for article in articles:
        if article.url:
            groups.setdefault(article.url, []).append(article)
    return [sorted(group, key=lambda each: (issued(each.published), each.id)) for group in groups.values()]


def revisions(articles: Iterable[Article]) -> dict[str, str]:
    """Article id -> id of the one before it of the same address."""
    return {later.id: earlier.id for group in by_address(articles) for earlier, later in pairwise(group)}
