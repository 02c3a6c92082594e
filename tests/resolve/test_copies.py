"""Copies are found by the words they carry, however they were cut; reports of one event are not copies."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.resolve import copies_among
from tests.builders import article

WIRE = (
    "A grain barge sank in the Scheldt near Temse on Sunday night after it hit the pillar of a railway bridge, "
    "police said. Its skipper swam ashore and was treated for cold in a hospital in Sint-Niklaas, a spokesman for the "
    "harbour said.\n\nDivers found no trace of the second member of the crew, a man of 26 from Tournai, before the "
    "search was broken off. The search will go on at first light, when the tide allows boats to come close to the "
    "wreck.\n\nTrains between Mechelen and Sint-Niklaas will not run until engineers have looked at the bridge, the "
    "railways said. The barge carried four hundred tonnes of barley from Ghent to a brewery outside Antwerp."
)
OTHER = (
    "A barge laden with barley went down in the river Scheldt late on Sunday. The vessel rammed a bridge close to "
    "Temse. One man made it to the bank on his own, the harbour authorities told reporters, and another is still being "
    "looked for. Commuters face buses on Monday because the crossing has been closed to trains as a precaution."
)


def wire(**given):
    return article(WIRE, **{"outlet": "Lowland Wire", "published": "2024-03-04T06:00:00+01:00", **given})


def found(*articles, revises=None):
    return [(copy.article, copy.original) for copy in copies_among({a.id: a for a in articles}, revises or {})]


@pytest.mark.parametrize(
    "text",
    [
        WIRE,
        WIRE.replace("Sunday night", "Sunday evening").replace("a man of 26 from Tournai", "a man, 26"),
        WIRE[: WIRE.index("Trains")],
        "Commuters in Flanders woke to empty platforms on Monday and to talk of little else.\n\n" + WIRE,
        WIRE.replace("\n\n", " "),
    ],
    ids=["whole", "small edits", "cut from the end", "new lead", "no paragraphs"],
)
def test_a_copy_is_found_and_the_earlier_is_the_original(text):
    original, copy = wire(), article(text, outlet="Harbour Post", published="2024-03-04T09:00:00+01:00")
    assert found(original, copy) == [(copy.id, original.id)]


def test_another_report_of_the_same_event_is_no_copy():
    assert found(wire(), article(OTHER)) == []


def test_whoever_is_credited_is_the_original_even_if_it_came_later():
    original = wire(published="2024-03-04T10:00:00+01:00")
    copy = article("(Lowland Wire) " + WIRE, published="2024-03-04T09:00:00+01:00")
    [one] = copies_among({a.id: a for a in (original, copy)}, {})
    assert (one.article, one.original) == (copy.id, original.id)
    assert any("Lowland Wire" in reason for reason in one.score.reasons)


def test_two_copies_lead_to_the_one_original():
    original = wire()
    copies = [article(WIRE, outlet=f"Outlet {n}", published=f"2024-03-0{n}") for n in (5, 6)]
    assert found(original, *copies) == sorted((copy.id, original.id) for copy in copies)


def test_an_article_without_a_date_is_taken_for_the_later():
    original, copy = wire(), article(WIRE, published=None)
    assert found(original, copy) == [(copy.id, original.id)]


def test_revisions_of_one_address_are_no_copies():
    old, new = wire(), article(WIRE.replace("four hundred", "five hundred"), outlet="Lowland Wire")
    assert found(old, new, revises={new.id: old.id}) == []


def test_a_shared_quote_makes_no_copy():
    quote = (
        "“We have never seen a barge go down so fast in calm water on a night with a moon,” the harbour master said."
    )
    one = article(OTHER + "\n" + quote, outlet="A")
    other = article("Nobody in Temse slept. The bridge shook, and the lamps with it. " * 3 + quote, outlet="B")
    assert found(one, other) == []


@given(st.lists(st.sampled_from([WIRE, WIRE[:400], OTHER, "Rain. " + WIRE]), min_size=2, max_size=6), st.randoms())
@settings(max_examples=30, deadline=None)
def test_order_never_matters(texts, random):
    articles = [article(text, outlet=f"Outlet {n}", published=f"2024-03-{n + 1:02}") for n, text in enumerate(texts)]
    expected = found(*articles)
    random.shuffle(articles)
    assert found(*articles) == expected
