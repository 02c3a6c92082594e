"""Text in, attributions and statements out: the layers that these tests are about, over those that they need."""

from __future__ import annotations

from functools import cache

from reportedly.extract import attributions, mentions, places, statements, times
from reportedly.extract.base import Found
from reportedly.extract.parse import parse
from reportedly.extract.statements import residue
from reportedly.model import Attribution, Part, Span, Statement
from tests.builders import article


@cache
def read(text: str, *, outlet: str = "Harbour Post", title: bool = False) -> Found:
    """What the layers up to the statements find in `text`, published on 4 March 2024."""
    of = article("-", title=text, outlet=outlet) if title else article(text, outlet=outlet)
    found = Found(article=of, part=Part.TITLE if title else Part.TEXT)
    doc = parse(text, language="en", max_words=5_000, source="test")
    for layer in (times, places, mentions, attributions, statements):
        getattr(found, layer.NAME).extend(layer.find(doc, found))
    return found


def attributed(text: str, **given: bool | str) -> list[Attribution]:
    return read(text, **given).attributions


def stated(text: str, **given: bool | str) -> list[Statement]:
    return read(text, **given).statements


def left(text: str) -> list[Span]:
    found = read(text)
    return residue(parse(text, language="en", max_words=5_000, source="test"), found.statements, found)


def chain(attribution: Attribution | Statement) -> list[tuple[int, str]]:
    """Depth and name of the sources under the outlet."""
    return [(source.depth, source.name) for source in attribution.sources[1:]]


def words(statements: list[Statement]) -> list[str]:
    return [statement.content.exact for statement in statements]
