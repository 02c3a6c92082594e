"""Questions whose answers cannot all be true, both sides with words, chains and times."""

from __future__ import annotations

from reportedly.model import Dispute
from reportedly.pipeline import Snapshot
from reportedly.reconcile import origin_count
from reportedly.render import Group, Page, Section, Shown


def disputes(story: Snapshot) -> Page:
    """Every dispute of a snapshot, the one on most articles' word first."""
    ordered = sorted(
        story.disputes, key=lambda dispute: (-len({a.article for side in dispute.sides for a in side}), dispute.id)
    )
    groups = tuple(dispute_group(story, dispute) for dispute in ordered)
    notes = (f"{len(groups)} questions whose answers cannot all be true; a person decides, not this page",)
    return Page(title="Disputes", notes=notes, sections=(Section(name="disputes", groups=groups),) if groups else ())


def dispute_group(story: Snapshot, dispute: Dispute) -> Group:
    """One dispute: its sides one after the other, each line marked with its side, each side with its origins."""
    lines = []
    notes = list(dispute.reasons)
    for letter, side in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", dispute.sides, strict=False):
        low, high, _ = origin_count(side)
        count = str(low) if low == high else f"{low} to {high}"
        notes.append(f"side {letter}: {side[0].value}; independent origins: {count}")
        for answer in side:
            statement = story.by_id[answer.statement]
            lines.append(
                Shown(
                    statement=statement, article=story.articles[answer.article], note=f"side {letter}: {answer.value}"
                )
            )
    return Group(heading=dispute.question.text, shown=tuple(lines), id=dispute.question.id, notes=tuple(notes))
