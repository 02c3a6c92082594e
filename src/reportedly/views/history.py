"""How the answers to a question, or the statuses of a person, came and went."""

from __future__ import annotations

from reportedly.errors import NoSuchId
from reportedly.model import Entry, History
from reportedly.pipeline import Snapshot
from reportedly.render import Group, Page, Section, Shown
from reportedly.views.lines import REVISED, group, value
from reportedly.views.rates import per_head


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
    lines = tuple(
        Shown(
            statement=story.by_id[entry.answer.statement],
            article=story.articles[entry.answer.article],
            note=standing(story, entry),
        )
        for entry in one.entries
    )
    return group(one.question.text, lines, id=one.question.id)


def standing(story: Snapshot, entry: Entry) -> str:
    """An answer's value, how it stands to an earlier one, whether its outlet has revised it since, and its rate."""
    said = [value(entry.answer)]
    if entry.relation is not None:
        said.append(f"{entry.relation.value.replace('_', ' ')} of {entry.earlier}")
    if entry.answer.article in story.superseded:
        said.append(REVISED)
    said += per_head(story, entry.answer)
    return "; ".join(said)
