"""No view of a ledger, in any format, shows a statement without how sure it is and on whose word.

Rosa Verlinden's states, told by two outlets as surely and by whom you like, are looked at through each door.
"""

from __future__ import annotations

from contextlib import redirect_stdout
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly import views
from reportedly.cli.read import ReadFormat
from reportedly.cli.read import show as print_reading
from reportedly.export import Held, Records, exporters
from reportedly.model import Factuality, Modality, Polarity, Source, SourceKind, State, Statement
from reportedly.pipeline import Snapshot
from reportedly.render import Page, page_html, page_json, page_markdown, page_text
from tests.builders import article, outlet, reading
from tests.ferry import ledger, rosa

ALIVE = article("Rosa Verlinden is alive, it was said in Ostend.", path="reports/1.txt")
DEAD = article("Rosa Verlinden is dead, it was said in Ostend.", outlet="Coast Wire", published="2024-03-05")
NAMES = ("a friend", "SudInfo", "her mother", "a clerk")

sure = st.builds(
    Factuality,
    modality=st.sampled_from(Modality),
    polarity=st.sampled_from(Polarity),
    distance=st.sampled_from([None, "so-called", "without evidence"]),
)
chains = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(["says", "denies", "doubts", "claims"])), max_size=4
)

SEEN = {
    "brief": lambda story, id: views.brief(story),
    "ask": lambda story, id: views.ask(story, "Is Rosa Verlinden alive?"),
    "disputes": lambda story, id: views.disputes(story),
    "history": lambda story, id: views.history(story, story.histories[0].question.id) if story.histories else None,
    "show": views.show,
}
FORMATS = {"text": page_text, "md": page_markdown, "html": page_html, "json": lambda page: str(page_json(page))}


def told(of, state, words, factuality, links) -> Statement:
    chain = [
        Source(depth=depth, name=name, kind=SourceKind.UNNAMED, stance=stance)
        for depth, (name, stance) in enumerate(links, 1)
    ]
    return replace(rosa(of, state, words, sources=(outlet(of), *chain)), factuality=factuality)


def stories(first, second, one, two) -> tuple[Snapshot, list[Statement]]:
    made = [
        told(ALIVE, State.ALIVE, "Rosa Verlinden is alive", first, one),
        told(DEAD, State.DEAD, "Rosa Verlinden is dead", second, two),
    ]
    said = {ALIVE.id: made[0], DEAD.id: made[1]}
    return ledger((ALIVE, DEAD), reader=lambda of, caps: reading(of, said[of.id])).snapshot(), made


def held(text: str, factuality: Factuality, statement: Statement) -> None:
    """Where the words stand, everything that goes with them stands too."""
    assert statement.content.exact in text
    assert factuality.modality in text
    if factuality.polarity is not Polarity.POSITIVE:
        assert factuality.polarity in text
    if factuality.distance is not None:
        assert factuality.distance in text
    for source in statement.sources[1:]:
        assert source.name in text
        assert source.stance == "says" or source.stance in text


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("view", SEEN)
@given(first=sure, second=sure, one=chains, two=chains)
@settings(max_examples=10, deadline=None)
def test_every_view_keeps_certainty_and_chain(view, format, first, second, one, two):
    story, made = stories(first, second, one, two)
    page = SEEN[view](story, made[0].id)
    for statement, factuality in zip(made, (first, second), strict=True):
        lines = [] if page is None else lines_of(page, statement.id)
        for one in lines:
            held(FORMATS[format](one), factuality, statement)


def lines_of(page: Page, id: str) -> list[Page]:
    """The page cut down to one statement at a time."""
    return [
        Page(title="", sections=(replace(section, groups=(replace(group, heading="", notes=(), shown=(shown,)),)),))
        for section in page.sections
        for group in section.groups
        for shown in group.shown
        if shown.statement.id == id
    ]


@pytest.mark.parametrize("format", ReadFormat)
@given(factuality=sure, links=chains)
@settings(max_examples=10, deadline=None)
def test_reading_without_a_ledger_keeps_them_too(format, factuality, links):
    statement = told(ALIVE, State.ALIVE, "Rosa Verlinden is alive", factuality, links)
    out = StringIO()
    with redirect_stdout(out):
        print_reading(ALIVE, reading(ALIVE, statement), format)
    held(out.getvalue(), factuality, statement)


@given(factuality=sure, links=chains)
@settings(max_examples=10, deadline=None)
def test_every_export_keeps_them_too(factuality, links):
    statement = told(ALIVE, State.ALIVE, "Rosa Verlinden is alive", factuality, links)
    read = reading(ALIVE, statement)
    records = Records(articles={ALIVE.id: ALIVE}, statements=(statement,), held=(Held(record=ALIVE), Held(record=read)))
    for exporter in exporters().values():
        out = StringIO()
        exporter.write(records, out)
        held(out.getvalue(), factuality, statement)
