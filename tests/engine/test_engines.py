"""One article can take neither the process nor the evening: what goes wrong costs only itself, in the order given."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from reportedly.engine import Caps, Engine, Inline, Workers
from reportedly.errors import ReadingCrashed, ReadingError, ReadingTimedOut, TooManyWords
from reportedly.model import Article, Reading
from tests.builders import article
from tests.engine.reading import prepare, read

GOOD = [article(f"The ferry number {number} left Ostend.", path=f"{number}.txt") for number in range(6)]
HANGS = article("This one hangs.", path="hangs.txt")
KILLS = article("This one kills its worker.", path="kills.txt")
FAULTY = article("This one is faulty.", path="faulty.txt")
SLOW = article("This one takes a while.", path="slow.txt")


def workers(*, count: int = 1, seconds: float = 20.0) -> Workers:
    return Workers(count=count, caps=Caps(max_seconds=seconds), read=read, prepare=prepare)


def outcomes(engine: Engine, *articles: Article) -> dict[str | None, str]:
    """Path -> "read", or what went wrong, in the order they came."""
    return {
        of.path: type(result).__name__ if isinstance(result, ReadingError) else "read"
        for of, result in engine.read(articles)
    }


@pytest.mark.parametrize("engine", [Inline(read=read), workers(), workers(count=2)], ids=["inline", "one", "two"])
def test_results_come_in_the_order_given(engine):
    given = [SLOW, *GOOD]
    results = list(engine.read(given))
    assert [of for of, _ in results] == given
    assert [reading.article for _, reading in results] == [of.id for of in given]


@pytest.mark.parametrize("engine", [Inline(read=read), workers(), workers(count=2)], ids=["inline", "one", "two"])
def test_a_fault_costs_only_its_article(engine):
    assert outcomes(engine, GOOD[0], FAULTY, GOOD[1]) == {
        "0.txt": "read",
        "faulty.txt": "ReadingCrashed",
        "1.txt": "read",
    }


@pytest.mark.parametrize("count", [1, 2])
def test_a_reading_that_kills_its_worker_costs_only_itself(count):
    assert outcomes(workers(count=count), GOOD[0], KILLS, GOOD[1], GOOD[2]) == {
        "0.txt": "read",
        "kills.txt": "ReadingCrashed",
        "1.txt": "read",
        "2.txt": "read",
    }


def test_a_reading_that_hangs_is_stopped_and_costs_only_itself():
    started = time.monotonic()
    assert outcomes(workers(count=2, seconds=1.0), HANGS, GOOD[0], GOOD[1]) == {
        "hangs.txt": "ReadingTimedOut",
        "0.txt": "read",
        "1.txt": "read",
    }
    assert time.monotonic() - started < 60


def test_what_went_wrong_says_where_and_why():
    found = {of.path: result for of, result in workers(seconds=1.0).read([HANGS, KILLS, FAULTY])}
    assert str(found["hangs.txt"]) == "hangs.txt: took longer than 1 seconds; raise --max-seconds to read it"
    assert str(found["kills.txt"]) == "kills.txt: the worker process died (exit 7)"
    assert str(found["faulty.txt"]) == "faulty.txt: a fault in the reader (ValueError: a fault)"
    assert isinstance(found["hangs.txt"], ReadingTimedOut)
    assert isinstance(found["kills.txt"], ReadingCrashed)


def test_nobody_waits_for_what_nobody_wants():
    started = time.monotonic()
    results = workers(seconds=100.0).read([GOOD[0], *[HANGS] * 5])
    next(results)
    results.close()
    assert time.monotonic() - started < 60


def test_articles_are_taken_a_few_ahead_not_all():
    taken = []

    def articles() -> Iterator[Article]:
        for number in range(100):
            taken.append(number)
            yield article(f"The ferry number {number} left Ostend.")

    results = workers().read(articles())
    next(results)
    assert len(taken) < 10
    results.close()


def test_no_article_needs_no_worker():
    assert list(workers().read([])) == []


@pytest.mark.slow
def test_the_real_reader_runs_in_a_worker_under_its_caps():
    short = article("The ferry left Ostend on Monday, police said.")
    long = article("The ferry left Ostend on Monday. " * 20, path="long.txt")
    [(_, read_), (_, refused)] = Workers(caps=Caps(max_words=50)).read([short, long])
    assert isinstance(read_, Reading)
    assert read_.statements
    assert isinstance(refused, TooManyWords)
    assert refused.source == "long.txt"
