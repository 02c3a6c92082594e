"""A small story that reads itself: what each report states is written beside it, so that ledgers need no reader.

Four reports of a fire on a ferry at Ostend, 4 to 7 March 2024: how many were hurt, and whether Rosa Verlinden is alive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from reportedly.engine import Caps, Inline
from reportedly.ledger import Added, Ledger
from reportedly.model import (
    Article,
    Comparator,
    Factuality,
    Modality,
    Participant,
    Reading,
    SourceKind,
    State,
    Statement,
    TimexRole,
    Unknown,
    identify,
)
from tests.builders import (
    article,
    event,
    figure,
    mention,
    outlet,
    place,
    reading,
    source,
    span,
    statement,
    status,
    timex,
)

URL = "https://harbourpost.example/ferry"

FIRST = article(
    "Harbour officials said at least 12 people were hurt in the fire in Ostend on Monday.\n"
    "Rosa Verlinden may be dead, a friend told the Coast Wire.\n"
    "The cause is not known, police said.",
    title="Fire on a ferry",
    url=URL,
    path="reports/1.txt",
)
SECOND = article(
    "Police said 9 people were hurt in the fire in Ostend on Monday.\nRosa Verlinden is alive, her mother said.",
    outlet="Coast Wire",
    published="2024-03-05",
    path="reports/2.txt",
)
THIRD = article("Rosa Verlinden is dead.", outlet="The Lantern", published="2024-03-04", path="reports/3.txt")
REVISED = article(
    "Harbour officials said 11 people were hurt in the fire in Ostend on Monday.",
    published="2024-03-07",
    title="Fire on a ferry (corrected)",
    url=URL,
    path="reports/4.txt",
)
STORY = (FIRST, SECOND, THIRD, REVISED)


def hurt(of: Article, count: str, low: int, high: int | None, by: str) -> Statement:
    """That so many people were hurt."""
    comparator = Comparator.AT_LEAST if high is None else Comparator.EXACTLY
    people = figure(of, f"{count} people", low, high, comparator=comparator, unit="person", unit_text="people")
    where = place(of, "Ostend", country="BE", geonames=2789786, precision=1)
    when = timex(of, "Monday", "2024-03-04", role=TimexRole.TRUE, start="2024-03-04", end="2024-03-05", precision=1)
    happened = event(
        of,
        "hurt",
        "injure",
        recipient=(Participant(span=span(of, f"{count} people")),),
        place=where.id,
        time=when.id,
        count=people.id,
    )
    fire = event(of, "fire", "burn", place=where.id, time=when.id)
    words = f"{count} people were hurt in the fire in Ostend on Monday"
    given = {"figures": [people], "places": [where], "times": [when], "events": [happened, fire]}
    return statement(of, words, by=by, cue="said", **given)


def rosa(of: Article, state: State, words: str, sure: Modality = Modality.CERTAIN, **given: object) -> Statement:
    """That Rosa Verlinden is in a state."""
    who = identify("n", of.id, "Rosa Verlinden")
    named = mention(of, "Rosa Verlinden", refers_to=who)
    found = status(of, words, state, who=who, name="Rosa Verlinden", modality=sure)
    return statement(of, words, factuality=Factuality(modality=sure), mentions=[named], statuses=[found], **given)


def first(of: Article) -> list[Statement]:
    chain = (
        outlet(of),
        source(of, "the Coast Wire", name="Coast Wire", kind=SourceKind.OUTLET),
        source(of, "a friend", depth=2, kind=SourceKind.UNNAMED),
    )
    may = Factuality(modality=Modality.POSSIBLE, cues=(span(of, "may"),))
    unknown = Unknown(id=identify("u", of.id), span=span(of, "is not known"), what=span(of, "The cause"), about="cause")
    return [
        hurt(of, "at least 12", 12, None, "Harbour officials"),
        replace(rosa(of, State.DEAD, "Rosa Verlinden may be dead", Modality.POSSIBLE, sources=chain), factuality=may),
        statement(of, "The cause is not known", by="police", unknowns=[unknown]),
    ]


TOLD: dict[str, Callable[[Article], list[Statement]]] = {
    FIRST.text: first,
    SECOND.text: lambda of: [
        hurt(of, "9", 9, 9, "Police"),
        rosa(of, State.ALIVE, "Rosa Verlinden is alive", sources=(outlet(of), source(of, "her mother"))),
    ],
    THIRD.text: lambda of: [rosa(of, State.DEAD, "Rosa Verlinden is dead.")],
    REVISED.text: lambda of: [hurt(of, "11", 11, 11, "Harbour officials")],
}


def read(of: Article, caps: Caps) -> Reading:
    """What is written beside a report; nothing of any other text."""
    return reading(of, *TOLD.get(of.text, lambda _: [])(of))


class Clock:
    """A minute later each time it is asked, from noon of 1 April 2024."""

    def __init__(self) -> None:
        self.now = datetime(2024, 4, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def ledger(
    articles: Iterable[Article] = STORY, *, where: str = "memory:", reader: Callable[[Article, Caps], Reading] = read
) -> Ledger:
    """A ledger that holds these reports, added in this order."""
    made = Ledger.open(where, engine=Inline(read=reader))
    made.clock = Clock()
    add(made, *articles)
    return made


def add(to: Ledger, *articles: Article) -> list[Added]:
    """Add reports, all of which can be read."""
    done = [result for result in to.add(articles) if isinstance(result, Added)]
    assert len(done) == len(articles)
    return done
