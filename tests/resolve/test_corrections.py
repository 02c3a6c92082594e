"""A person's correction holds, whatever later readings make of the article."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import BadValue, UnknownField
from reportedly.model import Comparator, Mark, Modality, Polarity, State, span_of
from reportedly.model.revision import revisions
from reportedly.resolve import (
    ARTICLE_FIELDS,
    STATEMENT_FIELDS,
    corrected_articles,
    corrected_statements,
    correction_of,
)
from tests.builders import article, correction, figure, statement, status

WHO = {"who": "Rosa Verlinden", "when": "2026-01-02T03:04:05+00:00"}
TEXT = "The ferry left Ostend at noon. Harbour officials said at least 12 people were hurt. Nobody drowned."
WORDS = "at least 12 people were hurt"


def scene(text=TEXT, **given):
    of = article(text, **given)
    return of, statement(
        of, WORDS, by="Harbour officials", cue="said", figures=[figure(of, "at least 12 people", 12, None)]
    )


def applied(of, statements, *corrections):
    return corrected_statements(list(statements), {of.id: of}, list(corrections))


def corrected(field, value):
    of, told = scene()
    [after], warnings = applied(of, [told], correction_of(of, told, field, value, **WHO))
    assert (after.id, warnings) == (told.id, [])
    return after


def test_certainty_is_corrected_and_what_went_with_it_follows():
    of, told = scene()
    told = replace(
        told, statuses=(status(of, "hurt", State.INJURED), status(of, "people", State.DEAD, modality=Modality.POSSIBLE))
    )
    [after], _ = applied(of, [told], correction_of(of, told, "modality", "probable", **WHO))
    assert after.factuality.modality is Modality.PROBABLE
    assert [each.modality for each in after.statuses] == [Modality.PROBABLE, Modality.POSSIBLE]


def test_polarity_and_mark_are_corrected():
    assert corrected("polarity", "negative").factuality.polarity is Polarity.NEGATIVE
    assert corrected("mark", "opinion").mark is Mark.OPINION


def test_the_source_is_replaced_or_taken_away():
    after = corrected("source", "the harbour master")
    assert [source.name for source in after.origins()] == ["the harbour master"]
    assert [source.depth for source in corrected("source", None).sources] == [0]


@pytest.mark.parametrize(
    ("value", "low", "high", "comparator"),
    [
        ("14", 14, 14, Comparator.EXACTLY),
        ("12-15", 12, 15, Comparator.BETWEEN),
        ("12-", 12, None, Comparator.AT_LEAST),
        ("-50", None, 50, Comparator.AT_MOST),
        ("0", 0, 0, Comparator.EXACTLY),
    ],
)
def test_a_figure_takes_its_new_bounds(value, low, high, comparator):
    [after] = corrected("figure", value).figures
    assert (after.low, after.high, after.comparator) == (low, high, comparator)


def test_a_figure_is_taken_away_and_another_given_where_there_is_none():
    assert corrected("figure", None).figures == ()
    of, told = scene()
    bare = replace(told, figures=())
    [after], _ = applied(of, [bare], correction_of(of, bare, "figure", "3", **WHO))
    assert after.figures[0].low == 3 and after.figures[0].span == told.content


def test_a_time_takes_its_new_days_last_day_included():
    [after] = corrected("time", "2024-03-01/2024-03-03").times
    assert (after.start, after.end, after.precision) == ("2024-03-01", "2024-03-04", 2)


def test_a_place_is_looked_up_and_an_unknown_one_is_only_named():
    [after] = corrected("place", "Liège").places
    assert after.country == "BE" and after.geonames is not None
    [unknown] = corrected("place", "Qqzzx Landing").places
    assert (unknown.name, unknown.geonames) == ("Qqzzx Landing", None)


def test_a_rejected_statement_is_gone_until_somebody_takes_it_back():
    of, told = scene()
    no = correction_of(of, told, "rejected", "yes", **WHO)
    yes = correction_of(of, told, "rejected", "no", who="Rosa Verlinden", when="2026-02-01T00:00:00+00:00")
    assert applied(of, [told], no) == ([], [])
    assert applied(of, [told], yes, no) == ([told], [])
    assert applied(of, [told], replace(no, undone="2026-01-03T00:00:00+00:00")) == ([told], [])


def test_a_rejection_holds_when_the_next_reading_cuts_the_words_otherwise():
    of, told = scene()
    recut = statement(of, WORDS + ".")
    assert applied(of, [recut], correction_of(of, told, "rejected", "yes", **WHO)) == ([], [])


def test_the_later_of_two_corrections_holds_whatever_order_they_come_in():
    of, told = scene()
    first = correction(of, "modality", "possible", at=told.content, when="2026-01-01T00:00:00+00:00")
    second = correction(of, "modality", "probable", at=told.content, when="2026-01-02T00:00:00+00:00")
    for order in ((first, second), (second, first)):
        [after], _ = applied(of, [told], *order)
        assert after.factuality.modality is Modality.PROBABLE


def test_where_no_reading_has_the_statement_it_stands_by_itself_and_is_flagged():
    of, told = scene()
    elsewhere = statement(of, "Nobody drowned")
    after, [warning] = applied(of, [elsewhere], correction_of(of, told, "modality", "possible", **WHO))
    [alone] = [each for each in after if each.content == told.content]
    assert alone.factuality.modality is Modality.POSSIBLE and alone.id in warning


def test_a_missed_statement_is_added_with_later_corrections_of_it():
    of, told = scene()
    added = correction_of(of, None, "statement", "Nobody drowned", **WHO)
    [alone] = [each for each in applied(of, [told], added)[0] if each.id != told.id]
    assert alone.content.exact == "Nobody drowned"
    denied = correction_of(of, alone, "polarity", "negative", **WHO)
    after, warnings = applied(of, [told], denied, added)
    assert [each.factuality.polarity for each in after if each.id == alone.id] == [Polarity.NEGATIVE]
    assert warnings == []


def test_an_added_statement_that_a_reader_finds_at_last_is_not_there_twice():
    of, _ = scene()
    found = statement(of, "Nobody drowned")
    assert applied(of, [found], correction_of(of, None, "statement", "Nobody drowned", **WHO)) == ([found], [])


@given(before=st.text(max_size=60), after=st.text(max_size=60), times=st.integers(0, 2))
@settings(max_examples=60, deadline=None)
def test_a_correction_is_found_again_after_the_text_moved(before, after, times):
    old, told = scene(url="https://harbourpost.example/ferry")
    change = correction_of(old, told, "modality", "possible", **WHO)
    text = f"{before} {'In 2021, at least 12 people were hurt too. ' * times}{TEXT}{after}"
    new = article(text, url="https://harbourpost.example/ferry", published="2024-03-05")
    at = new.text.index(TEXT[:40]) + TEXT.index(WORDS)
    moved = statement(new, span_of(new.text, at, at + len(WORDS)))
    others = [statement(new, span_of(new.text, 0, max(1, len(before) // 2)))] if len(before) > 4 else []
    statements, warnings = corrected_statements([told, moved, *others], {old.id: old, new.id: new}, [change])
    hedged = {each.id for each in statements if each.factuality.modality is Modality.POSSIBLE}
    assert hedged == {told.id, moved.id}
    assert warnings == []


def test_a_correction_of_a_later_revision_leaves_the_earlier_alone_and_nothing_leaks_from_the_unseen():
    old, told = scene(url="https://harbourpost.example/ferry")
    new, again = scene("Update. " + TEXT, url="https://harbourpost.example/ferry", published="2024-03-05")
    change = correction_of(new, again, "modality", "possible", **WHO)
    statements, _ = corrected_statements([told, again], {old.id: old, new.id: new}, [change])
    assert {each.id: each.factuality.modality for each in statements}[told.id] is Modality.CERTAIN
    assert corrected_statements([told], {old.id: old}, [change]) == ([told], [])


def test_a_revision_without_a_date_is_the_first_as_everywhere():
    old, told = scene(url="https://harbourpost.example/ferry", published=None)
    new, again = scene("Update. " + TEXT, url="https://harbourpost.example/ferry")
    assert revisions([new, old]) == {new.id: old.id}
    both = {old.id: old, new.id: new}
    for change, reached in (
        (correction_of(old, told, "modality", "possible", **WHO), {told.id, again.id}),
        (correction_of(new, again, "modality", "possible", **WHO), {again.id}),
    ):
        statements, _ = corrected_statements([told, again], both, [change])
        assert {each.id for each in statements if each.factuality.modality is Modality.POSSIBLE} == reached


def test_metadata_is_corrected_under_the_same_id_and_the_later_value_holds():
    of = article()
    first = correction_of(of, None, "published", "2024-03-05", who="A", when="2026-01-01T00:00:00+00:00")
    second = correction_of(of, None, "published", None, who="B", when="2026-01-02T00:00:00+00:00")
    assert first.old == "2024-03-04"
    [after] = corrected_articles([of], [second, first])
    assert (after.id, after.published) == (of.id, None)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("modality", "sure"),
        ("modality", None),
        ("figure", "some"),
        ("figure", "15-12"),
        ("figure", ""),
        ("time", "yesterday"),
        ("time", "2024-02-30"),
        ("rejected", "maybe"),
        ("added", "x"),
    ],
)
def test_a_value_that_a_statement_cannot_take_is_refused(field, value):
    of, told = scene()
    with pytest.raises(BadValue):
        correction_of(of, told, field, value, **WHO)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("published", "4 March"),
        ("language", "english"),
        ("outlet", " "),
        ("statement", "The ferry sank"),
        ("statement", "a"),
    ],
)
def test_a_value_that_an_article_cannot_take_is_refused(field, value):
    with pytest.raises(BadValue):
        correction_of(scene()[0], None, field, value, **WHO)


def test_unknown_fields_are_refused_and_the_known_ones_named():
    of, told = scene()
    with pytest.raises(UnknownField) as wrong:
        correction_of(of, told, "mood", "glad", **WHO)
    assert all(field in wrong.value.hint for field in STATEMENT_FIELDS)
    with pytest.raises(UnknownField):
        correction_of(of, None, "mood", "glad", **WHO)
    assert all(hasattr(of, field) for field in ARTICLE_FIELDS)
