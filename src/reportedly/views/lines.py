"""Statements as lines of a page: ordered, and said once where several articles carry the same words."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.model import Answer, Statement
from reportedly.pipeline import Snapshot
from reportedly.render import Group, Shown


def published(story: Snapshot, statement: Statement) -> str:
    """When a statement's article was published; sorts last where that is not known."""
    return story.articles[statement.article].published or "9"


def newest(story: Snapshot, statements: Iterable[Statement]) -> list[Statement]:
    """By publication, newest first; inside an article in the order of the text."""
    ordered = sorted(statements, key=lambda statement: statement.content.start)
    return sorted(ordered, key=lambda statement: published(story, statement), reverse=True)


def shown(story: Snapshot, statements: Iterable[Statement]) -> tuple[Shown, ...]:
    """One line for each statement, in the order given.

    The same words on the same word in another article are noted on the first line that has them, not repeated.
    """
    first: dict[tuple[str, ...], Statement] = {}
    others: dict[str, list[str]] = {}
    for statement in statements:
        key = (statement.content.exact.casefold(), statement.factuality.modality, statement.factuality.polarity)
        kept = first.setdefault(
            (*key, *sorted(source.name for source in statement.origins() if source.depth)), statement
        )
        if kept.article != statement.article:
            outlet = story.articles[statement.article].outlet or statement.article
            others.setdefault(kept.id, []).append(f"{outlet} {statement.id}")
    return tuple(
        Shown(
            statement=statement,
            article=story.articles[statement.article],
            note=f"also in {', '.join(others[statement.id])}" if statement.id in others else None,
        )
        for statement in first.values()
    )


def group(
    story: Snapshot,
    heading: str,
    statements: Iterable[Statement],
    *,
    id: str | None = None,
    notes: tuple[str, ...] = (),
    most: int | None = None,
) -> Group:
    """A group of lines under a heading, cut after `most`."""
    lines = shown(story, statements)
    kept = lines if most is None else lines[:most]
    return Group(heading=heading, shown=kept, id=id, more=len(lines) - len(kept), notes=notes)


def answered_by(story: Snapshot, answers: Iterable[Answer]) -> list[Statement]:
    """The statements behind some answers, each once, in their order."""
    return list({answer.statement: story.by_id[answer.statement] for answer in answers}.values())
