"""Questions whose answers cannot all be true, both sides with words, chains and times."""

from __future__ import annotations

from reportedly.model import Dispute
from reportedly.pipeline import Snapshot
from reportedly.render import Group, Page, Section, Shown
from reportedly.views.lines import answered_by, group, origins, shown, value


def disputes(story: Snapshot) -> Page:
    """Every dispute of a snapshot, the one on most articles' word first."""
    groups = tuple(dispute_group(story, dispute) for dispute in by_weight(story.disputes))
    notes = (f"{len(groups)} questions whose answers cannot all be true; a person decides, not this page",)
    return Page(title="Disputes", notes=notes, sections=(Section(name="disputes", groups=groups),) if groups else ())


def by_weight(disputes: tuple[Dispute, ...]) -> list[Dispute]:
    """The dispute on most articles' word first; ties by id."""
    return sorted(disputes, key=lambda each: (-len({a.article for side in each.sides for a in side}), each.id))


def dispute_group(story: Snapshot, dispute: Dispute) -> Group:
    """One dispute: its sides one after the other, each line marked with its side and value, each side with origins."""
    lines: list[Shown] = []
    notes = list(dispute.reasons)
    for number, side in enumerate(dispute.sides, 1):
        marks = {answer.statement: (f"side {number}: {value(answer)}",) for answer in side}
        lines += shown(story, answered_by(story, side), marks)
        notes.append(f"side {number}: {origins(side)}")
    return group(dispute.question.text, tuple(lines), id=dispute.question.id, notes=notes)
