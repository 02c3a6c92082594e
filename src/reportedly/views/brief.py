"""The briefing: people, events, figures, disputes and unknowns, each line with its source, its words and its id."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

from reportedly.model import Entity, Event, MentionKind, QuestionKind, Statement
from reportedly.pipeline import Snapshot
from reportedly.render import Group, Page, Section, Shown
from reportedly.views.disputes import by_weight, dispute_group
from reportedly.views.lines import answered_by, group, newest, shown, viewed

# A briefing is read in minutes: so many groups a section and lines a group. The rest is counted; words narrow the
# briefing down, and `show` with a group's id shows all of it.
GROUPS = 12
LINES = 6

# What is not known, as a heading asks for it.
ABOUT = {
    "identity": "who",
    "number": "how many",
    "cause": "why",
    "whereabouts": "where",
    "state": "in what state",
    "whether": "whether",
}


def brief(story: Snapshot, *, wanted: frozenset[str] | None = None, since: str | None = None) -> Page:
    """The briefing of a snapshot.

    `wanted` keeps to these statements, `since` (ISO date) to what was published then or later.
    """

    def fits(statement: Statement) -> bool:
        date = story.articles[statement.article].published
        new = since is None or (date is not None and date[:10] >= since)
        return new and (wanted is None or statement.id in wanted)

    kept = [statement for statement in story.current if fits(statement)]
    makers: Mapping[str, Callable[[Snapshot, list[Statement]], list[Group]]] = {
        "people": people,
        "events": events,
        "figures": figures,
        "disputes": disputed,
        "unknowns": unknowns,
    }
    sections = [
        Section(name=name, groups=tuple(made[:GROUPS]), more=max(0, len(made) - GROUPS))
        for name, make in makers.items()
        if (made := make(story, kept))
    ]
    title = "Briefing" if since is None else f"Briefing: new since {since}"
    return Page(title=title, notes=counts(story, kept), sections=tuple(sections))


def counts(story: Snapshot, statements: list[Statement]) -> tuple[str, ...]:
    """Four different counts, never one (Standards for Casualty Recording), and what to be careful with."""
    articles = {statement.article for statement in statements}
    outlets = {story.articles[id].outlet for id in articles} - {None}
    sources = {source.name for statement in statements for source in statement.origins() if source.depth}
    copies = {copy.article for copy in story.copies if copy.article in articles}
    undated = sorted(id for id in articles if story.articles[id].published is None)
    carried = f"articles: {len(articles)}, of which carry another's words: {len(copies)}"
    said = [f"statements: {len(statements)}; {carried}; outlets: {len(outlets)}; sources: {len(sources)}"]
    said += [f"no publication date, so relative dates stay open: {id}" for id in undated]
    return (*said, *story.warnings)


def ranked(groups: Mapping[str, list[Statement]]) -> list[tuple[str, list[Statement]]]:
    """What most articles speak of first; ties by number of statements, then by id."""
    return sorted(groups.items(), key=lambda item: (-len({s.article for s in item[1]}), -len(item[1]), item[0]))


def people(story: Snapshot, statements: list[Statement]) -> list[Group]:
    """What is said of everybody who has a name, their state first."""
    spoken_of: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        known = {story.entity_of[id].id for id in concerned(statement) if id in story.entity_of}
        for id in sorted(known):
            if is_somebody(story.entity_of[id]):
                spoken_of[id].append(statement)
    found = []
    for id, about in ranked(spoken_of):
        entity = story.entity_of[id]
        told = sorted(newest(story, about), key=lambda statement: weight(statement, entity), reverse=True)
        others = [name for name in entity.names if name != entity.name]
        notes = [f"also written: {', '.join(others)}"] if others else []
        found.append(group(entity.name, shown(story, told), id=id, notes=notes, most=LINES))
    return found


def concerned(statement: Statement) -> set[str]:
    """The article's own entities that a statement speaks of."""
    ids = {mention.refers_to for mention in statement.mentions}
    ids |= {status.who for status in statement.statuses}
    return {id for id in ids if id is not None}


def is_somebody(entity: Entity) -> bool:
    """Whether an entity is a person known by a name."""
    return entity.kind is MentionKind.PERSON and bool(entity.names)


def weight(statement: Statement, entity: Entity) -> int:
    """What matters more about somebody: their state, then what they did or what was done to them, then the rest."""
    if any(status.who in entity.members for status in statement.statuses):
        return 2
    parts = (part for event in statement.events if event.type != "other" for part in (*event.actor, *event.recipient))
    return int(any(part.refers_to in entity.members for part in parts))


def events(story: Snapshot, statements: list[Statement]) -> list[Group]:
    """What is said to have happened, by event; events that the same statements tell of share a heading."""
    told: dict[str, list[Statement]] = defaultdict(list)
    mentioned: dict[str, list[tuple[Event, Statement]]] = defaultdict(list)
    for statement in statements:
        for event in statement.events:
            if event.type != "other":
                id = story.event_of.get(event.refers_to or event.id, event.id)
                mentioned[id].append((event, statement))
                if statement not in told[id]:
                    told[id].append(statement)
    together: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for id, about in ranked(told):
        together[tuple(statement.id for statement in about)].append(id)
    return [
        group(
            f"Reports of: {'; '.join(heading(mentioned[id]) for id in ids)}",
            shown(story, newest(story, told[ids[0]])),
            id=ids[0],
            most=LINES,
        )
        for ids in together.values()
    ]


def heading(mentioned: list[tuple[Event, Statement]]) -> str:
    """An event's type, with the place and day that most statements give it; it asserts nothing."""
    places, days = [], []
    for event, statement in mentioned:
        places += [place.name for place in statement.places if place.id == event.place]
        days += [time.start[:10] for time in statement.times if time.id == event.time and time.start is not None]
    types = [event.type for event, _ in mentioned]
    return ", ".join([*commonest(types), *commonest(places), *commonest(days)])


def commonest(values: Iterable[str]) -> list[str]:
    """The value that stands there most often, the smaller of equals; empty if there is none."""
    counted = Counter(values)
    return sorted(counted, key=lambda value: (-counted[value], value))[:1]


def figures(story: Snapshot, statements: list[Statement]) -> list[Group]:
    """The answers to each question of number, in the order of publication; what most articles answer first."""
    ids = {statement.id for statement in statements}
    asked = {question.id: question for question in story.answers if question.kind is QuestionKind.FIGURE}
    about = {id: answered_by(story, story.answers[question]) for id, question in asked.items()}
    kept = {id: [statement for statement in told if statement.id in ids] for id, told in about.items()}
    return [
        group(asked[id].text, shown(story, told, viewed(story, asked[id])), id=id, most=LINES * 2)
        for id, told in ranked({id: told for id, told in kept.items() if told})
    ]


def disputed(story: Snapshot, statements: list[Statement]) -> list[Group]:
    """The disputes in which one of these statements takes a side."""
    ids = {statement.id for statement in statements}
    return [
        dispute_group(story, dispute)
        for dispute in by_weight(story.disputes)
        if any(answer.statement in ids for side in dispute.sides for answer in side)
    ]


def unknowns(story: Snapshot, statements: list[Statement]) -> list[Group]:
    """What is said not to be known, by sort, newest first; each with the later statement that tells it, if one does."""
    sorts: dict[str, list[Statement]] = defaultdict(list)
    for statement in newest(story, (statement for statement in statements if statement.unknowns)):
        sorts[ABOUT.get(statement.unknowns[0].about, "what")].append(statement)
    return [group(f"Not known: {sort}", with_answers(story, told), most=LINES * 2) for sort, told in sorts.items()]


def with_answers(story: Snapshot, statements: list[Statement]) -> tuple[Shown, ...]:
    """Lines of unknowns, those still open first; then those told since, each before the line that tells it."""
    told: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        told[story.told.get(statement.id, "")].append(statement)
    lines = [*shown(story, told.pop("", []))]
    for id, asking in told.items():
        marks = {statement.id: (f"answered by {id}",) for statement in asking}
        marks[id] = (f"answers {', '.join(statement.id for statement in asking)}",)
        lines += shown(story, [*asking, story.by_id[id]], marks)
    return tuple(lines)
