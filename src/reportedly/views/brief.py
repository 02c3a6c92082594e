"""The briefing: people, events, figures, disputes and unknowns, each line with its source, its words and its id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from reportedly.model import Entity, MentionKind, QuestionKind, Statement
from reportedly.pipeline import Snapshot
from reportedly.render import Group, Page, Section
from reportedly.views.disputes import dispute_group
from reportedly.views.lines import answered_by, group, newest

# A briefing is read in minutes: so many groups a section and lines a group; the rest is counted, and asking for the
# group by its name shows all of it.
GROUPS = 12
LINES = 6


def brief(story: Snapshot, *, wanted: frozenset[str] | None = None, since: str | None = None) -> Page:
    """The briefing of a snapshot.

    `wanted` keeps to these statements, `since` (ISO date) to what was published then or later.
    """

    def fits(statement: Statement) -> bool:
        date = story.articles[statement.article].published
        new = since is None or (date is not None and date[:10] >= since)
        return new and (wanted is None or statement.id in wanted)

    kept = [statement for statement in story.current if fits(statement)]
    makers: dict[str, Callable[[], list[Group]]] = {
        "disputes": lambda: disputed(story, kept),
        "people": lambda: people(story, kept),
        "events": lambda: events(story, kept),
        "figures": lambda: figures(story, kept),
        "unknowns": lambda: unknowns(story, kept),
    }
    sections = [
        Section(name=name, groups=tuple(made[:GROUPS]), more=max(0, len(made) - GROUPS))
        for name, make in makers.items()
        if (made := make())
    ]
    return Page(title=title(since), notes=counts(story, kept), sections=tuple(sections))


def title(since: str | None) -> str:
    """What the briefing covers."""
    return "Briefing" if since is None else f"Briefing: new since {since}"


def counts(story: Snapshot, statements: list[Statement]) -> tuple[str, ...]:
    """Four different counts, never one (Standards for Casualty Recording), and what to be careful with."""
    articles = {statement.article for statement in statements}
    outlets = {story.articles[id].outlet for id in articles} - {None}
    sources = {source.name for statement in statements for source in statement.origins() if source.depth}
    copies = [copy for copy in story.copies if copy.article in articles]
    undated = sorted(id for id in articles if story.articles[id].published is None)
    sizes = f"{len(statements)} statements, {len(articles)} articles, {len(outlets)} outlets, {len(sources)} sources"
    said = [f"{sizes}; {len(copies)} articles carry another's words"]
    said += [f"no publication date: {story.articles[id].title or id} {id}" for id in undated]
    return (*said, *story.warnings)


def ranked(groups: dict[str, list[Statement]]) -> list[tuple[str, list[Statement]]]:
    """What most articles speak of first; ties by id."""
    return sorted(groups.items(), key=lambda item: (-len({s.article for s in item[1]}), -len(item[1]), item[0]))


def people(story: Snapshot, statements: list[Statement]) -> list[Group]:
    """Everybody who has a name: what is said of them, their state first."""
    spoken_of: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        for entity in {
            story.entity_of[id].id: story.entity_of[id] for id in concerned(statement) if id in story.entity_of
        }.values():
            if is_somebody(entity):
                spoken_of[entity.id].append(statement)
    found = []
    for id, about in ranked(spoken_of):
        entity = story.entity_of[id]
        told = newest(story, about)
        told.sort(key=lambda statement: weight(statement, entity), reverse=True)
        spellings = tuple(f"also written {name}" for name in entity.names if name != entity.name)
        found.append(group(story, entity.name, told, id=id, notes=spellings[:4], most=LINES))
    return found


def concerned(statement: Statement) -> set[str]:
    """The article's own entities that a statement speaks of."""
    ids = {mention.refers_to for mention in statement.mentions}
    ids |= {status.who for status in statement.statuses}
    return {id for id in ids if id is not None}


def is_somebody(entity: Entity) -> bool:
    """Whether an entity is a person known by a name."""
    return entity.kind is MentionKind.PERSON and entity.name[:1].isupper()


def weight(statement: Statement, entity: Entity) -> int:
    """What matters more about somebody: their state, then what they did or what was done to them, then the rest."""
    if any(status.who in entity.members for status in statement.statuses):
        return 2
    parts = (part for event in statement.events if event.type != "other" for part in (*event.actor, *event.recipient))
    return int(any(part.refers_to in entity.members for part in parts))


def events(story: Snapshot, statements: list[Statement]) -> list[Group]:
    """What is said to have happened, by event; the heading names type, place and day and asserts nothing."""
    told: dict[str, list[Statement]] = defaultdict(list)
    types: dict[str, str] = {}
    for statement in statements:
        for event in statement.events:
            if event.type != "other":
                id = story.event_of.get(event.refers_to or event.id, event.id)
                types.setdefault(id, event.type)
                told[id].append(statement)
    return [
        group(story, heading(types[id], about), newest(story, about), id=id, most=LINES)
        for id, about in ranked(told)
        if len({statement.article for statement in about}) > 1 or len(about) > 1
    ]


def heading(type: str, statements: list[Statement]) -> str:
    """The type, with the place and day that most of the statements name."""
    places = [place.name for statement in statements for place in statement.places if (place.precision or 9) < 6]
    days = [
        time.start[:10] for statement in statements for time in statement.times if time.start and time.precision == 1
    ]
    return ", ".join([f"Reports of: {type}", *most_common(places), *most_common(days)])


def most_common(values: list[str]) -> list[str]:
    """The value that stands there most often, the smaller of equals; empty if there is none."""
    return sorted(set(values), key=lambda value: (-values.count(value), value))[:1]


def figures(story: Snapshot, statements: list[Statement]) -> list[Group]:
    """The answers to each question of number, in the order of publication."""
    ids = {statement.id for statement in statements}
    found = []
    for question, answers in story.answers.items():
        about = [statement for statement in answered_by(story, answers) if statement.id in ids]
        if question.kind is QuestionKind.FIGURE and about:
            found.append(group(story, question.text, about, id=question.id, most=LINES * 2))
    return sorted(found, key=lambda group: (-len(group.shown) - group.more, group.heading))


def disputed(story: Snapshot, statements: list[Statement]) -> list[Group]:
    """The disputes in which one of these statements takes a side."""
    ids = {statement.id for statement in statements}
    return [
        dispute_group(story, dispute)
        for dispute in story.disputes
        if any(answer.statement in ids for side in dispute.sides for answer in side)
    ]


def unknowns(story: Snapshot, statements: list[Statement]) -> list[Group]:
    """What is said not to be known, and the later statement that answers it where there is one."""
    found = []
    for statement in newest(story, (s for s in statements if s.unknowns)):
        answer = story.by_id.get(story.told.get(statement.id, ""))
        notes = ("answered later",) if answer is not None else ()
        lines = [statement] if answer is None else [statement, answer]
        found.append(group(story, f"Not known: {statement.unknowns[0].about}", lines, notes=notes))
    return found
