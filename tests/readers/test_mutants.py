"""Documents gone wrong, through every reader: articles or errors come out, soon, and nothing else."""

from __future__ import annotations

import io
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from reportedly.errors import ReadError
from reportedly.model import Article
from reportedly.readers import all_readers, read_inputs
from tests.readers.builders import NOTHING, document
from tests.readers.test_contract import check
from tools.mutate import MUTATIONS, mutants

SEED = 20
COUNT = 300
LONGEST_SECONDS = 5.0
LARGEST_FOR_ALL = 1_000_000


def outcomes(name: str, content: bytes, folder: Path) -> Iterator[Article | ReadError]:
    """What comes out of a mutant: named as a file, from standard input, and from every reader whatever its name."""
    path = folder / name
    path.write_bytes(content)
    yield from read_inputs([str(path)])
    yield from read_inputs(["-"], stdin=io.BytesIO(content))
    if len(content) > LARGEST_FOR_ALL:
        return
    for reader in all_readers():
        for suffix in reader.SUFFIXES:
            try:
                yield from reader.read(document(content, f"mutant{suffix}"), NOTHING)
            except ReadError as error:
                yield error


def test_mutants_give_articles_or_read_errors_and_never_hang(tmp_path: Path) -> None:
    seen: Counter[str] = Counter()
    for name, content in mutants(SEED, COUNT):
        started = time.monotonic()
        for found in outcomes(name, content, tmp_path):
            assert isinstance(found, Article | ReadError), name
            if isinstance(found, Article):
                check(found)
            seen[type(found).__name__] += 1
        assert time.monotonic() - started < LONGEST_SECONDS, name
    # Had a mutation lost its bite, one of these would be missing.
    assert {"Article", "BrokenInput", "NotText", "EmptyInput", "TooDeep", "TooLarge"} <= set(seen), seen


def test_the_same_seed_gives_the_same_mutants() -> None:
    assert list(mutants(3, 60)) == list(mutants(3, 60))
    assert list(mutants(3, 60)) != list(mutants(4, 60))


def test_every_mutation_has_its_turn_and_every_name_is_its_own() -> None:
    names = [name for name, _ in mutants(1, 400)]
    assert len(set(names)) == 400
    for mutation in MUTATIONS:
        assert any(f"-{mutation.__name__}-" in name for name in names)
