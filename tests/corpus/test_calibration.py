"""Samples -> lines of confidence that never fall."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bench.calibration import Judged, binned, gap, ranks
from reportedly.extract.attribution_confidence import ANY
from tools.calibrate_attribution import FEWEST, Sample, add_to_card, knots, lines, write_table


def group(*runs: tuple[float, float], sort: str = "quoted", size: int = 100) -> list[Sample]:
    """Samples: for each raw value the share of a hundred that is right."""
    return [Sample(sort, raw, 1, place < share * size) for raw, share in runs for place in range(size)]


def test_a_line_rises_as_more_are_right():
    assert knots(group((0.5, 0.3), (0.9, 0.8))) == [
        (0.5, pytest.approx(31 / 102)),
        (pytest.approx(0.9), pytest.approx(81 / 102)),
    ]


@pytest.mark.parametrize("shares", [(0.8, 0.3, 0.9), (0.9, 0.5, 0.1), (0.2, 0.4, 0.3)])
def test_a_line_never_falls(shares):
    found = knots(group(*zip((0.5, 0.7, 0.9), shares, strict=True)))
    assert all(low < high and below < above for (low, below), (high, above) in pairwise(found))


def test_an_attribution_with_more_statements_counts_for_more():
    [(_, share)] = knots([Sample("quoted", 0.5, 3, True), Sample("quoted", 0.5, 1, False)])
    assert share == pytest.approx((3 + 1) / (4 + 2))


def test_a_rare_sort_has_no_line_of_its_own():
    rare = group((0.5, 0.5), sort="nested", size=FEWEST - 1)
    assert {sort for sort, *_ in lines([*group((0.5, 0.5)), *rare])} == {ANY, "quoted"}


def test_what_is_written_for_rules_and_weights_is_what_was_measured(tmp_path):
    rows = [(ANY, 0.5, 0.61), ("quoted", 0.9, 0.8)]
    card = tmp_path / "card.json"
    card.write_text('{"threshold": 0.5}', encoding="utf-8")
    add_to_card({"confidences": rows}, card)
    assert '"confidences"' in card.read_text(encoding="utf-8")
    assert '"threshold"' in card.read_text(encoding="utf-8")
    write_table(rows, tmp_path / "confidences.tsv")
    assert "quoted\t0.9\t0.8\ten\t" in (tmp_path / "confidences.tsv").read_text(encoding="utf-8")


def judged(*pairs: tuple[float, bool]) -> list[Judged]:
    return [Judged(confidence, right) for confidence, right in pairs]


def test_the_gap_is_that_between_what_is_said_and_what_is_right():
    assert gap(judged((0.8, True), (0.8, False))) == pytest.approx(0.3)
    assert gap(judged(*[(0.8, True)] * 4, (0.8, False))) == pytest.approx(0.0)
    assert [name for name, _ in binned(judged((0.5, True), (0.55, True)))] == ["0.0 to 0.5", "0.5 to 0.6"]


def test_ranks_say_whether_the_right_ones_stand_higher():
    assert ranks(judged((0.9, True), (0.3, False))) == 1.0
    assert ranks(judged((0.9, False), (0.3, True))) == 0.0
    assert ranks(judged((0.5, False), (0.5, True))) == 0.5
    assert ranks(judged((0.5, True))) == 0.5
