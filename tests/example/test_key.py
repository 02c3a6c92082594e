"""The example story is read as a careful reader reads it; what is not reached yet is listed, and the list shrinks."""

from __future__ import annotations

import pytest

from tests.example.reached import UNREACHED, Key, example_ledger


@pytest.fixture(scope="module")
def results() -> dict[str, bool]:
    return dict(Key(example_ledger()).checks())


@pytest.fixture(scope="module")
def listed() -> set[str]:
    return set(UNREACHED.read_text(encoding="utf-8").splitlines())


def test_nothing_that_was_reached_is_lost(results, listed):
    assert [name for name, holds in results.items() if not holds and name not in listed] == []


def test_what_is_reached_now_leaves_the_list(results, listed):
    assert [name for name, holds in results.items() if holds and name in listed] == []


def test_the_list_names_checks_that_exist(results, listed):
    assert listed - results.keys() == set()
