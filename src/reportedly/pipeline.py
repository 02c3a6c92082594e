"""Where the stages meet: inputs -> articles -> readings, and kept statements -> what the ledger says as of a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from reportedly.engine import Engine, Outcome
from reportedly.errors import ReadError
from reportedly.model import (
    Answer,
    Article,
    Copy,
    Correction,
    Dispute,
    Entity,
    History,
    Judgement,
    Question,
    Statement,
)
from reportedly.model.moment import instant
from reportedly.model.revision import revisions
from reportedly.reconcile import answered_unknowns, answers_to, disputes_among, histories_of
from reportedly.resolve import copies_among, corrected_articles, corrected_statements, entities_among, events_among

Item = TypeVar("Item")


def readings(inputs: Iterable[Article | ReadError], engine: Engine) -> Iterator[Outcome | ReadError]:
    """Each article with its reading or why it has none, and each input that could not be read; as they come.

    Articles keep the order of `inputs`; an input that failed comes out before the next article does.
    """
    failed: list[ReadError] = []

    def articles() -> Iterator[Article]:
        for item in inputs:
            if isinstance(item, ReadError):
                failed.append(item)
            else:
                yield item

    for outcome in engine.read(articles()):
        yield from drained(failed)
        yield outcome
    yield from drained(failed)


def drained(items: list[Item]) -> list[Item]:
    """What is in a list, which is emptied."""
    taken = items[:]
    items.clear()
    return taken


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """What the ledger says as of a day, from what it held at a moment; everything in it is derived and rebuildable.

    Links, merges, questions and disputes are made from the statements in it alone, so nothing published or added
    later can leak in, and the order in which articles came does not matter.

    Attributes:
        articles: The articles that count, by id, with their corrected metadata.
        revises: Article id -> id of the earlier article of the same address.
        statements: Their statements with every correction applied, by publication, article, then order of the text.
        corrections: Every correction of these articles, also those taken back.
        judgements: Every judgement, also those taken back; as of a day, only on what is told of in these statements.
        mended: Ids of the statements that a person corrected or added.
        warnings: Corrections whose statement is gone, and the like, in words.
    """

    articles: Mapping[str, Article]
    revises: Mapping[str, str]
    statements: tuple[Statement, ...]
    corrections: tuple[Correction, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    mended: frozenset[str] = frozenset()
    warnings: tuple[str, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Statement]:
        """The statements, by id."""
        return {statement.id: statement for statement in self.statements}

    @cached_property
    def superseded(self) -> frozenset[str]:
        """Ids of the articles that a later revision replaced."""
        return frozenset(self.revises.values())

    @cached_property
    def current(self) -> tuple[Statement, ...]:
        """The statements of articles that no later revision replaced."""
        return tuple(statement for statement in self.statements if statement.article not in self.superseded)

    @cached_property
    def decided(self) -> tuple[Judgement, ...]:
        """The judgements that hold."""
        return tuple(judgement for judgement in self.judgements if judgement.undone is None)

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """The people, organizations and places spoken of or speaking, by id."""
        return entities_among(self.statements, self.decided)

    @cached_property
    def entity_of(self) -> Mapping[str, Entity]:
        """The entity that each article's own entity belongs to, by the latter's id."""
        return {member: entity for entity in self.entities for member in entity.members}

    @cached_property
    def event_of(self) -> Mapping[str, str]:
        """The id of the event across articles, by the id of each article's own event."""
        return events_among(self.statements, self.articles, self.entity_of, self.decided)

    @cached_property
    def copies(self) -> tuple[Copy, ...]:
        """Which articles carry another's words."""
        return copies_among(self.articles, self.revises)

    @cached_property
    def answers(self) -> Mapping[Question, tuple[Answer, ...]]:
        """Every question that the statements answer, with its answers by publication."""
        return answers_to(
            self.statements, self.articles, entity_of=self.entity_of, event_of=self.event_of, copies=self.copies
        )

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:
        """The questions whose answers cannot all be true."""
        return disputes_among(self.answers, self.superseded)

    @cached_property
    def histories(self) -> tuple[History, ...]:
        """How the answers to each question came and went."""
        return histories_of(self.answers)

    @cached_property
    def told(self) -> Mapping[str, str]:
        """The later statement that tells what was said not to be known, by the id of the statement that said so."""
        found = answered_unknowns(self.statements, self.articles, entity_of=self.entity_of, event_of=self.event_of)
        return {unknown: told for unknown, told in found if told is not None}


def snapshot(
    articles: Iterable[Article],
    statements: Iterable[Statement],
    *,
    corrections: Iterable[Correction] = (),
    judgements: Iterable[Judgement] = (),
    as_of: str | None = None,
) -> Snapshot:
    """What these say as of the end of the day `as_of` (ISO date; None: all).

    With `as_of`, an article without a publication date is left out: nobody can say it was there by then.
    """
    made = tuple(corrections)
    held = [correction for correction in made if correction.undone is None]
    dated = corrected_articles(articles, held)
    seen = {article.id: article for article in dated if as_of is None or _published_by(article, as_of)}
    kept = [statement for statement in statements if statement.article in seen]
    mended, lost = corrected_statements(kept, seen, held)
    spoken = _spoken_of([*kept, *mended])
    as_read = {statement.id: statement for statement in kept}
    ordered = sorted(
        mended, key=lambda s: (instant(seen[s.article].published), s.article, s.content.part, s.content.start, s.id)
    )
    return Snapshot(
        articles=dict(sorted(seen.items())),
        revises=revisions(seen.values()),
        statements=tuple(ordered),
        corrections=tuple(correction for correction in made if correction.article in seen),
        judgements=tuple(each for each in judgements if as_of is None or {each.left, each.right} <= spoken),
        mended=frozenset(statement.id for statement in mended if as_read.get(statement.id) != statement),
        warnings=tuple(lost),
    )


def _spoken_of(statements: Iterable[Statement]) -> set[str]:
    """Ids of everybody, everything and every event that statements tell of."""
    told: set[str | None] = set()
    for each in statements:
        told |= {source.refers_to for source in each.sources} | {place.id for place in each.places}
        told |= {id for one in each.mentions for id in (one.id, one.refers_to)}
        told |= {id for one in each.events for id in (one.id, one.refers_to)}
    return {id for id in told if id is not None}


def _published_by(article: Article, day: str) -> bool:
    return article.published is not None and article.published[:10] <= day
