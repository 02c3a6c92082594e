"""A store of every kind, for the tests of what all of them promise."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.store import STORES, Store, open_store

# What follows "scheme:" to open a store of each kind; a new kind joins here.
PLACES = {"memory": "", "sqlite": "///{folder}/ledger.db"}


@pytest.fixture(params=sorted(STORES))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"{request.param}:{PLACES[request.param].format(folder=tmp_path)}")
    yield opened
    opened.close()
