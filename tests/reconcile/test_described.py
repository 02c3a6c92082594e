"""Sources that are only described: the same words in two articles may mean two."""

from __future__ import annotations

import pytest

from reportedly.model import Source, SourceKind


@pytest.mark.parametrize(
    ("name", "described"),
    [
        ("The ministry", True),
        ("the harbour master", True),
        ("mayor", True),
        ("the mayor of Pirna", False),
        ("the Pirna fire brigade", False),
        ("Jana Kessler", False),
        ("Kessler", False),
        ("约翰", False),
    ],
)
def test_a_description_without_a_name_is_no_name(name, described):
    assert Source(depth=1, name=name, kind=SourceKind.NAMED).is_described is described
