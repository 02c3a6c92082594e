"""Statements as lines of a page: ordered, and said once where several articles carry the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from reportedly.model import Answer, Modality, Polarity, Question, Statement
from reportedly.model.moment import UNDATED, instant
from reportedly.pipeline import Snapshot
from reportedly.reconcile import origin_count, views_of
from reportedly.render import Group, Shown, certainty, chain, degree
from reportedly.views.rates import per_head

REVISED = "since revised by its outlet"
MENDED = "corrected by a person"


def published(story: Snapshot, statement: Statement) -> str:
    """A key that sorts a statement by its article's publication; last where that is not known."""
    return instant(story.articles[statement.article].published)


def newest(story: Snapshot, statements: Iterable[Statement]) -> list[Statement]:
    """By publication, newest first and undated last; inside an article in the order of the text."""
    ordered = sorted(statements, key=lambda statement: (statement.content.start, statement.id))
    ordered.sort(key=lambda statement: published(story, statement), reverse=True)
    return sorted(ordered, key=lambda statement: published(story, statement) == UNDATED)


def shown(
    story: Snapshot, statements: Iterable[Statement], marks: Mapping[str, tuple[str, ...]] | None = None
) -> tuple[Shown, ...]:
    """One line for each statement, in the order given, with the fixed words that `marks` has for its id.

    What says nothing more than another one of them is named by its id on that one's line: the same words, as sure and
    on the same word, in another article; a clause of the same article inside the other's words.
    """
    given = list({statement.id: statement for statement in statements}.values())
    by_article: dict[str, list[Statement]] = defaultdict(list)
    for statement in given:
        by_article[statement.article].append(statement)
    said: dict[tuple[str, ...], Statement] = {}
    guests: dict[str, list[Statement]] = {}
    for statement in given:
        held = _host(statement, by_article[statement.article]) or statement
        first = said.setdefault(_sense(held), held)
        guests.setdefault(first.id, [])
        if statement.id != first.id:
            guests[first.id].append(statement)
    kept = {statement.id: statement for statement in said.values()}
    return tuple(_line(story, kept[id], others, marks or {}) for id, others in guests.items())


def _line(
    story: Snapshot, statement: Statement, others: list[Statement], marks: Mapping[str, tuple[str, ...]]
) -> Shown:
    notes = list(dict.fromkeys(mark for each in (statement, *others) for mark in marks.get(each.id, ())))
    notes += [MENDED] if statement.id in story.mended else []
    outlets = {other.id: story.articles[other.article].outlet or "another outlet" for other in others}
    inside = [other.id for other in others if other.article == statement.article]
    notes += [f"also in {outlets[other.id]} {other.id}" for other in others if other.article != statement.article]
    notes += [f"in it {', '.join(inside)}"] if inside else []
    article = story.articles[statement.article]
    return Shown(statement=statement, article=article, note="; ".join(notes) or None)


def _sense(statement: Statement) -> tuple[str, ...]:
    """What two statements share that say the same: words, certainty, and on whose word."""
    return statement.content.exact.casefold(), certainty(statement), chain(statement.sources).casefold()


def _host(statement: Statement, among: list[Statement]) -> Statement | None:
    """The longest other statement of the article whose words hold these, as sure and on the same word; or None."""
    wider = [
        other
        for other in among
        if other.content != statement.content
        and other.content.covers(statement.content)
        and _sense(other)[1:] == _sense(statement)[1:]
    ]
    return max(wider, key=lambda other: (len(other.content.exact), other.id), default=None)


def group(
    heading: str,
    lines: tuple[Shown, ...],
    *,
    id: str | None = None,
    notes: Iterable[str] = (),
    most: int | None = None,
) -> Group:
    """A group of lines under a heading, cut after `most`."""
    kept = lines if most is None else lines[:most]
    return Group(heading=heading, shown=kept, id=id, more=len(lines) - len(kept), notes=tuple(notes))


def answered_by(story: Snapshot, answers: Iterable[Answer]) -> list[Statement]:
    """The statements behind some answers, each once, in their order."""
    return list({answer.statement: story.by_id[answer.statement] for answer in answers}.values())


def viewed(story: Snapshot, question: Question) -> dict[str, tuple[str, ...]]:
    """Marks for the statements that answer a question: which views pick them, which were revised, and rates per head.

    Views are of what no outlet has revised; one that picks every answer says nothing and marks none.
    """
    answers = story.answers[question]
    current = tuple(answer for answer in answers if answer.article not in story.superseded)
    revised = (answer.statement for answer in answers if answer.article in story.superseded)
    marks: dict[str, tuple[str, ...]] = dict.fromkeys(revised, (REVISED,))
    for view in views_of(current, question):
        for answer in view.answers if len(view.answers) < len(current) else ():
            marks[answer.statement] = (*marks.get(answer.statement, ()), view.rule)
    for answer in answers:
        marks[answer.statement] = (*marks.get(answer.statement, ()), *per_head(story, answer))
    return {id: told for id, told in marks.items() if told}


def value(answer: Answer) -> str:
    """An answer's value, with how sure it is where that is less than certain: "alive (possible)"."""
    if answer.modality is Modality.CERTAIN and answer.polarity is not Polarity.UNKNOWN:
        return answer.value
    return f"{answer.value} ({degree(answer.modality, answer.polarity)})"


def origins(answers: Iterable[Answer]) -> str:
    """How many independent origins stand behind some answers: "independent origins: 1 to 3"."""
    low, high, _ = origin_count(answers)
    return f"independent origins: {low if low == high else f'{low} to {high}'}"
