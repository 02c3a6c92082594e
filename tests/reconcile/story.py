"""A small invented story for these tests: a fire in a cinema in Ghent, told by several outlets."""

from __future__ import annotations

from typing import Any

from reportedly.model import Article, Copy, Participant, PlaceRole, SourceKind, Statement
from reportedly.reconcile import answers_to
from reportedly.resolve import entities_among, events_among
from tests import builders
from tests.builders import event, mention, place, source, span, timex

GHENT = 2797656
FIRE_DAY = "2024-03-03"


def report(text: str, *, published: str | None = "2024-03-04", outlet: str = "Harbour Post", **given: Any) -> Article:
    """An article that ends by saying what it is about."""
    return builders.article(
        f"{text} This was after the blast in Ghent on Sunday.", published=published, outlet=outlet, **given
    )


def blast(of: Article) -> Statement:
    """The statement that says what happened."""
    where = place(of, "Ghent", geonames=GHENT, country="BE", precision=1, role=PlaceRole.AT)
    when = timex(of, "Sunday", FIRE_DAY, start=FIRE_DAY, end="2024-03-04")
    own = event(of, "blast", "explode", place=where.id, time=when.id)
    return builders.statement(
        of, "This was after the blast in Ghent on Sunday", events=[own], places=[where], times=[when]
    )


def toll(of: Article, words: str, number: str, low: float | None, high: float | None, **given: Any) -> Statement:
    """A statement that counts people."""
    counted = builders.figure(of, number, low, high, **given.pop("figure", {"unit": "people"}))
    return builders.statement(of, words, figures=[counted], **given)


def done(of: Article, words: str, trigger: str, type: str, to: str, **given: Any) -> Statement:
    """A statement of something done to somebody with a name."""
    who = mention(of, to, refers_to=f"n-{of.id}-{to}")
    own = event(
        of,
        trigger,
        type,
        recipient=(Participant(span=span(of, to), refers_to=who.refers_to),),
        **given.pop("event", {}),
    )
    return builders.statement(of, words, mentions=[who], events=[own], **given)


def unnamed(of: Article, words: str) -> Any:
    """A source at depth 1 without a name."""
    return source(of, words, kind=SourceKind.UNNAMED)


class Story:
    """Statements and their articles, resolved and reconciled."""

    def __init__(self, *pairs: tuple[Article, list[Statement]], copies: tuple[Copy, ...] = ()) -> None:
        self.articles = {of.id: of for of, _ in pairs}
        self.statements = [statement for _, told in pairs for statement in told]
        self.entity_of = {m: entity for entity in entities_among(self.statements, ()) for m in entity.members}
        self.event_of = events_among(self.statements, self.articles, self.entity_of, ())
        self.answers = answers_to(
            self.statements, self.articles, entity_of=self.entity_of, event_of=self.event_of, copies=copies
        )

    def one(self, text: str) -> tuple[Any, Any]:
        """The only question whose text holds `text`, with its answers."""
        [found] = [(question, answers) for question, answers in self.answers.items() if text in question.text]
        return found
