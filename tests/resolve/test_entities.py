"""The same person across articles, whatever order they come in, and a person's judgement above all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model import MentionKind, Verdict
from reportedly.resolve import entities_among
from tests.builders import article, judgement, mention, outlet, place, source, statement


def speaking_of(*names, kind=MentionKind.PERSON, number=0, text=None):
    """A statement of an article that speaks of these, each by its full name."""
    words = text or " and ".join(names)
    of = article(f"{words} were in Ghent on day {number}.")
    ids = [mention(of, name, kind=kind, refers_to=f"n-{number}-{name}") for name in names]
    return statement(of, mentions=ids)


def groups(statements, judgements=()):
    return {entity.members for entity in entities_among(statements, judgements)}


def test_the_same_full_name_is_one_person_with_the_smallest_id():
    [entity] = entities_among([speaking_of("Marta Kowalczyk", number=n) for n in (3, 1, 2)], ())
    assert entity.id == entity.members[0] == min(entity.members)
    assert (len(entity.members), entity.name, entity.reasons) == (3, "Marta Kowalczyk", ("same full name",))


def test_transliterations_meet_and_every_spelling_is_kept():
    [entity] = entities_among([speaking_of("Aleksandr Kavaliou"), speaking_of("Alexander Kovalyov", number=1)], ())
    assert entity.names == ("Aleksandr Kavaliou", "Alexander Kovalyov")
    assert any("spelt" in reason for reason in entity.reasons)


def test_a_family_name_alone_goes_to_its_only_bearer():
    alone, full = speaking_of("Kowalczyk"), speaking_of("Marta Kowalczyk", number=1)
    assert len(groups([alone, full])) == 1


def test_a_family_name_alone_goes_to_nobody_where_two_bear_it():
    alone, full, other = (
        speaking_of(n, number=i) for i, n in enumerate(("Kowalczyk", "Marta Kowalczyk", "Piotr Kowalczyk"))
    )
    assert groups([alone, full, other]) == {("n-0-Kowalczyk",), ("n-1-Marta Kowalczyk",), ("n-2-Piotr Kowalczyk",)}


def test_two_family_names_alone_are_not_joined_by_themselves():
    assert len(groups([speaking_of("Kowalczyk"), speaking_of("Kowalczyk", number=1)])) == 2


def test_a_first_name_beside_a_relative_of_the_family_name_is_its_bearer():
    family = speaking_of("Alena Kavaliouskaya", "Aleksandr")
    full = speaking_of("Aleksandr Kavaliouski", number=1)
    assert ("n-0-Aleksandr", "n-1-Aleksandr Kavaliouski") in groups([family, full])


def test_whoever_only_speaks_is_known_by_what_the_article_calls_them():
    of = article("Kowalczyk said the ferry was late.")
    speaker = source(of, "Kowalczyk", name="Marta Kowalczyk", refers_to="n-1")
    [entity] = entities_among([statement(of, "the ferry was late", sources=(outlet(of), speaker))], ())
    assert (entity.kind, entity.names) == (MentionKind.PERSON, ("Kowalczyk", "Marta Kowalczyk"))


def test_somebody_without_a_name_is_never_joined_by_words_and_has_no_names():
    told = []
    for number in (0, 1):
        of = article(f"The driver left. Day {number}.")
        told.append(statement(of, mentions=[mention(of, "The driver", name=None, refers_to=f"n-{number}")]))
    found = entities_among(told, ())
    assert [(entity.name, entity.names) for entity in found] == [("The driver", ()), ("The driver", ())]


def test_places_of_one_name_are_two_when_the_gazetteer_says_so():
    told = []
    for number, geonames in enumerate((1, 2, 1)):
        of = article(f"Fire in Newport on day {number}.")
        told.append(statement(of, places=[place(of, "Newport", geonames=geonames, country="GB")]))
    assert sorted(len(members) for members in groups(told)) == [1, 2]


def test_a_judgement_joins_what_names_keep_apart_and_its_undoing_restores_exactly():
    told = [speaking_of("Marta Kowalczyk"), speaking_of("Lena Brandt", number=1)]
    same = judgement(Verdict.SAME, "n-0-Marta Kowalczyk", "n-1-Lena Brandt")
    before = entities_among(told, ())
    [joined] = entities_among(told, [same])
    assert joined.reasons == ("judged the same by Rosa Verlinden",)
    assert entities_among(told, [replace(same, undone="2026-01-03T00:00:00+00:00")]) == before


def test_a_judgement_keeps_apart_what_names_join_also_by_way_of_a_third():
    told = [speaking_of("Marta Kowalczyk", number=n) for n in range(3)]
    cut = judgement(Verdict.DIFFERENT, "n-0-Marta Kowalczyk", "n-2-Marta Kowalczyk")
    for members in groups(told, [cut]):
        assert not {"n-0-Marta Kowalczyk", "n-2-Marta Kowalczyk"} <= set(members)


def test_of_judgements_that_contradict_the_newer_holds():
    told = [speaking_of("Marta Kowalczyk"), speaking_of("Lena Brandt", number=1)]
    ids = ("n-0-Marta Kowalczyk", "n-1-Lena Brandt")
    older = judgement(Verdict.SAME, *ids, when="2026-01-01T00:00:00+00:00")
    newer = judgement(Verdict.DIFFERENT, *ids, when="2026-01-02T00:00:00+00:00")
    assert len(groups(told, [older, newer])) == len(groups(told, [newer, older])) == 2


NAMES = st.sampled_from(
    [
        "Marta Kowalczyk",
        "M. Kowalczyk",
        "Kowalczyk",
        "Piotr Kowalczyk",
        "Aleksandr Kavaliou",
        "Alexander Kovalyov",
        "Kavaliou",
        "Aleksandr",
    ]
)
VERDICTS = st.tuples(st.sampled_from(list(Verdict)), st.integers(0, 7), st.integers(0, 7), st.integers(1, 28))


@given(st.lists(NAMES, min_size=2, max_size=8), st.lists(VERDICTS, max_size=4), st.randoms())
@settings(max_examples=60, deadline=None)
def test_order_never_matters(names, verdicts, random):
    told = [speaking_of(name, number=number) for number, name in enumerate(names)]
    ids = [f"n-{number}-{name}" for number, name in enumerate(names)]
    judged = [
        judgement(verdict, ids[a % len(ids)], ids[b % len(ids)], when=f"2026-01-{day:02}T00:00:00+00:00")
        for verdict, a, b, day in verdicts
    ]
    expected = entities_among(told, judged)
    shuffled, other = told[:], judged[:]
    random.shuffle(shuffled)
    random.shuffle(other)
    assert entities_among(shuffled, other) == expected
    assert sorted(member for entity in expected for member in entity.members) == sorted(ids)


@pytest.mark.parametrize("kind", [MentionKind.ORGANIZATION, MentionKind.GROUP])
def test_bodies_meet_whatever_sort_a_reader_took_them_for(kind):
    told = [
        speaking_of("Nordkai Shipping", kind=MentionKind.OUTLET),
        speaking_of("Nordkai Shipping Ltd", kind=kind, number=1),
    ]
    assert len(groups(told)) == 1
