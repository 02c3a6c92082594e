"""One event, many reports: joined by sort, day and place, or by whom it was done to."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model import Participant, PlaceRole, Verdict
from reportedly.resolve import entities_among, events_among
from tests.builders import article, event, judgement, mention, place, span, statement, timex

GHENT, LIEGE = 2797656, 2792413


def told(number, type="explode", *, day="2024-03-03", town="Ghent", geonames=GHENT, published="2024-03-04"):
    """An article that tells of one event in a town, on a day or without one."""
    when = "on Sunday" if day else "then"
    of = article(
        f"The blast in {town} {when} was loud, number {number}.", published=published, outlet=f"Outlet {number}"
    )
    where = place(of, town, geonames=geonames, country="BE", precision=1, role=PlaceRole.AT)
    time = timex(of, when, day, start=day, end=None if day is None else f"{day[:-1]}{int(day[-1]) + 1}")
    own = event(of, "blast", type, place=where.id, time=time.id if day else None, refers_to=f"ev-{number}")
    return of, statement(of, events=[own], places=[where], times=[time])


def groups(*pairs, judgements=()):
    statements = [statement for _, statement in pairs]
    articles = {of.id: of for of, _ in pairs}
    mapping = events_among(statements, articles, {}, judgements)
    return sorted(sorted(id for id, head in mapping.items() if head == group) for group in set(mapping.values()))


def test_one_sort_day_and_place_is_one_event_under_the_smallest_id():
    assert groups(told(1), told(2), told(3, "bomb")) == [["ev-1", "ev-2", "ev-3"]]


def test_another_day_place_or_sort_is_another_event():
    assert len(groups(told(1), told(2, day="2024-03-02"))) == 2
    assert len(groups(told(1), told(2, town="Liège", geonames=LIEGE))) == 2
    assert len(groups(told(1), told(2, "protest"))) == 2


def test_without_a_day_it_is_the_only_one_that_fits_or_none():
    vague = told(3, day=None, published="2024-03-05")
    assert groups(told(1), vague) == [["ev-1", "ev-3"]]
    assert groups(told(1), told(2, day="2024-03-02"), vague) == [["ev-1"], ["ev-2"], ["ev-3"]]


def test_news_long_after_is_not_joined():
    assert len(groups(told(1), told(2, day=None, published="2024-06-01"))) == 2


def test_two_places_of_one_name_on_one_day_are_one_misread():
    assert len(groups(told(1), told(2, geonames=999))) == 1


def arrested(number, name, day="2024-03-03"):
    of = article(f"{name} was arrested on Sunday, number {number}.", outlet=f"Outlet {number}")
    who = mention(of, name, refers_to=f"n-{number}")
    time = timex(of, "on Sunday", day, start=day, end="2024-03-04")
    done = event(
        of,
        "arrested",
        "arrest",
        recipient=(Participant(span=span(of, name), refers_to=who.refers_to),),
        time=time.id,
        refers_to=f"ev-{number}",
    )
    return of, statement(of, mentions=[who], events=[done], times=[time])


def test_what_is_done_to_one_person_is_one_event_and_to_two_is_two():
    pairs = [arrested(1, "Lena Brandt"), arrested(2, "Lena Brandt"), arrested(3, "Piotr Wrona")]
    statements = [statement for _, statement in pairs]
    entity_of = {member: entity for entity in entities_among(statements, ()) for member in entity.members}
    mapping = events_among(statements, {of.id: of for of, _ in pairs}, entity_of, ())
    assert mapping == {"ev-1": "ev-1", "ev-2": "ev-1", "ev-3": "ev-3"}


def test_judgements_beat_scores_both_ways():
    cut = judgement(Verdict.DIFFERENT, "ev-1", "ev-2")
    same = judgement(Verdict.SAME, "ev-1", "ev-2")
    assert len(groups(told(1), told(2), judgements=[cut])) == 2
    assert len(groups(told(1), told(2, "protest"), judgements=[same])) == 1


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["explode", "bomb", "attack", "protest"]),
            st.sampled_from([None, "2024-03-02", "2024-03-03"]),
            st.sampled_from([GHENT, LIEGE]),
        ),
        min_size=2,
        max_size=7,
    ),
    st.randoms(),
)
@settings(max_examples=50, deadline=None)
def test_order_never_matters(kinds, random):
    pairs = [told(n, type, day=day, geonames=geonames) for n, (type, day, geonames) in enumerate(kinds)]
    expected = groups(*pairs)
    random.shuffle(pairs)
    assert groups(*pairs) == expected
