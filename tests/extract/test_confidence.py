"""How sure an attribution is: a share, never falling with its raw value, and no part of any id."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from reportedly.extract.attribution_confidence import ANY, LEAST, MOST, between, by_rules, confidence, sort_of
from reportedly.extract.attribution_weights import weights
from tests.extract.reading import attributed, read, stated

SORTS = {ANY, "quoted", "indirect", "nested", "no cue", "no source"}


def measured():
    """What ships: the lines of the rules and, where there are weights, those of their card."""
    trained = weights("en")
    return {"rules": by_rules("en")} | ({} if trained is None else {"card": trained.confidences})


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("“The bridge is safe,” Jana Kessler said.", "quoted"),
        ("Jana Kessler said the bridge was safe.", "indirect"),
        ("She said the bridge was safe.", "indirect"),
        ("The bridge was reportedly closed.", "no source"),
        ("Jana Kessler: “The bridge is safe.”", "no cue"),
    ],
)
def test_attributions_are_told_apart_by_what_makes_them_right_or_wrong(text, sort):
    assert [sort_of(each) for each in attributed(text)] == [sort]


def test_an_attribution_inside_another_is_a_sort_of_its_own():
    assert {sort_of(each) for each in attributed("Jana Kessler said divers feared the ship would sink.")} == {
        "indirect",
        "nested",
    }


@pytest.mark.parametrize(("raw", "share"), [(0.1, 0.4), (0.5, 0.4), (0.7, 0.6), (0.9, 0.8), (1.0, 0.8)])
def test_between_two_knots_lies_a_straight_line(raw, share):
    assert between(((0.5, 0.4), (0.9, 0.8)), raw) == pytest.approx(share)


def test_a_single_knot_is_the_share_of_all():
    assert [between(((0.5, 0.4),), raw) for raw in (0.1, 0.5, 0.9)] == [0.4, 0.4, 0.4]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ({"indirect": ((0.5, 0.61234),), ANY: ((0.5, 0.3),)}, 0.61),
        ({"quoted": ((0.5, 0.6),), ANY: ((0.5, 0.3),)}, 0.3),
        ({ANY: ((0.5, 1.0),)}, MOST),
        ({ANY: ((0.5, 0.0),)}, LEAST),
        ({}, 0.77),
    ],
)
def test_a_confidence_is_a_share_of_two_digits_and_never_certain(lines, said):
    [attribution] = attributed("Jana Kessler said the bridge was safe.")
    assert confidence(replace(attribution, confidence=0.7711), lines) == said


def test_lines_that_ship_are_of_known_sorts_never_fall_and_are_no_certainties():
    for lines in measured().values():
        assert set(lines) <= SORTS
        for knots in lines.values():
            assert all(low[0] < high[0] and low[1] <= high[1] for low, high in pairwise(knots))
            assert all(0 < share < 1 for _, share in knots)


def test_the_lines_of_the_rules_ship():
    assert ANY in by_rules("en")


def test_a_language_without_measures_has_no_lines():
    assert by_rules("xx") == {}


def test_the_same_text_has_the_same_confidences():
    text = "Jana Kessler said the bridge was safe. “It held,” she said."
    once = [each.confidence for each in stated(text)]
    read.cache_clear()
    assert [each.confidence for each in stated(text)] == once
    assert all(0 < each < 1 for each in once)
