"""How the answers to a question, or the statuses of a person, came and went."""

from __future__ import annotations

from reportedly.errors import NoSuchId
from reportedly.model import History
from reportedly.pipeline import Snapshot
from reportedly.render import Group, Page, Section, Shown


def history(story: Snapshot, id: str) -> Page:
    """The history of a question, or of every question about an entity; raises NoSuchId where there is none."""
    entity = story.entity_of.get(id)
    subjects = {id} if entity is None else {entity.id, *entity.members}
    found = [h for h in story.histories if h.question.id == id or h.question.subject in subjects]
    if not found:
        raise NoSuchId(id, problem="no question, and nobody of whom a state is reported, has this id")
    groups = tuple(history_group(story, one) for one in found)
    return Page(title="History", sections=(Section(name="history", groups=groups),))


def history_group(story: Snapshot, one: History) -> Group:
    """One question: each answer with how it stands to an earlier one."""
    lines = []
    for entry in one.entries:
        relation = "" if entry.relation is None else f", {entry.relation.value.replace('_', ' ')} of {entry.earlier}"
        revised = ", since revised by its outlet" if entry.answer.article in story.superseded else ""
        lines.append(
            Shown(
                statement=story.by_id[entry.answer.statement],
                article=story.articles[entry.answer.article],
                note=f"{entry.answer.value}{relation}{revised}",
            )
        )
    return Group(heading=one.question.text, shown=tuple(lines), id=one.question.id)
