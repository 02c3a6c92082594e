"""Records as JSON and back, and the rows that a reading becomes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

import msgspec

from reportedly.model import Article, Correction, Judgement, Reading, Source, Statement, storable
from reportedly.store.words import folded

Record = TypeVar("Record", bound="Article | Correction | Judgement")

# Of a statement, and of a reading: the lists whose members have an id.
LISTS = ("times", "places", "figures", "events", "statuses", "unknowns", "comparisons", "mentions", "attributions")

# The lists that both have: a reading's hold what stands in no statement, too.
SHARED = ("times", "places", "figures", "events", "mentions")

# Position of a finding that stands in no statement.
NOWHERE = -1

_ENCODE = msgspec.json.Encoder().encode
article_from = msgspec.json.Decoder(Article).decode
statement_from = msgspec.json.Decoder(Statement).decode
correction_from = msgspec.json.Decoder(Correction).decode
judgement_from = msgspec.json.Decoder(Judgement).decode


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """What is kept of a reading beside its statements.

    Attributes:
        reading: Without statements, and in `order`'s lists only with the findings that no statement holds just so.
        order: Ids of all findings of a list, in order; a list whose ids are not unique is missing here, whole there.
    """

    reading: Reading
    order: dict[str, tuple[str, ...]]


_rest_from = msgspec.json.Decoder(Rest).decode


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """What search looks at of a statement, as folded words.

    Attributes:
        said: The content.
        sources: The names of its sources and the words that name them.
        title: The article's headline; empty where there is none.
    """

    said: str
    sources: str
    title: str


def to_json(record: object) -> str:
    """The record as JSON, fields in their order; equal records give equal text."""
    return _ENCODE(record).decode()


def cleaned(record: Record) -> Record:
    """The record with every string storable: a path may hold bytes that are no text."""
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    changed: dict[str, Any] = {name: storable(value) for name, value in values.items() if type(value) is str}
    return replace(record, **changed)


def headlines(corrections: Iterable[Correction]) -> Iterator[str | None]:
    """The titles that corrections give their article."""
    return (each.new for each in corrections if each.selector is None and each.field == "title")


def rest_of(reading: Reading) -> str:
    """JSON of a reading without its statements, which are rows of their own, and without what stands in them."""
    held = _held(reading.statements)
    rest: dict[str, Any] = {}
    order: dict[str, tuple[str, ...]] = {}
    for name in SHARED:
        found = getattr(reading, name)
        ids = tuple(finding.id for finding in found)
        if len(set(ids)) == len(ids):
            rest[name] = tuple(finding for finding in found if held[name].get(finding.id) != finding)
            order[name] = ids
    return to_json(Rest(reading=replace(reading, statements=(), **rest), order=order))


def whole(record: str, statements: tuple[Statement, ...]) -> Reading:
    """The reading whose rest is `record` and whose statements these are."""
    rest, held = _rest_from(record), _held(statements)
    lists: dict[str, Any] = {}
    for name, ids in rest.order.items():
        found = held[name] | {finding.id: finding for finding in getattr(rest.reading, name)}
        lists[name] = tuple(found[id] for id in ids)
    return replace(rest.reading, statements=statements, **lists)


def _held(statements: Iterable[Statement]) -> dict[str, dict[str, Any]]:
    """For each of the lists that statements share with their reading: the findings in statements, by id."""
    held: dict[str, dict[str, Any]] = {name: {} for name in SHARED}
    for statement in statements:
        for name in SHARED:
            held[name].update((finding.id, finding) for finding in getattr(statement, name))
    return held


def searched(statement: Statement, *, title: str) -> Searched:
    """What search looks at; `title` is folded already."""
    names = " ".join(name for source in statement.sources for name in _names(source))
    return Searched(said=folded(statement.content.exact), sources=folded(names), title=title)


def statement_rows(reading: Reading, *, row: int, title: str | None) -> list[dict[str, Any]]:
    """The rows of a reading's statements; `row` is the reading's."""
    words = folded(title or "")
    return [
        {
            "id": statement.id,
            "reading": row,
            "position": position,
            "said": seen.said,
            "sources": seen.sources,
            "title": seen.title,
            "record": to_json(statement),
        }
        for position, statement in enumerate(reading.statements)
        for seen in (searched(statement, title=words),)
    ]


def finding_ids(reading: Reading) -> Iterator[tuple[str, int]]:
    """Every id that stands in a reading, but for the statements' own, each pair once.

    With it the position of the statement that holds it; NOWHERE for what stands in none.
    """
    inside: set[str] = set()
    for position, statement in enumerate(reading.statements):
        ids = _ids_in(statement)
        inside |= ids
        yield from ((id, position) for id in ids)
    yield from ((id, NOWHERE) for id in _ids_in(reading) - inside)


def _ids_in(holder: Statement | Reading) -> set[str]:
    """Ids of findings, of the article's own entities and events they refer to, and of attributions."""
    findings = [finding for name in LISTS for finding in getattr(holder, name, ())]
    ids = {finding.id for finding in findings}
    referring: list[Any] = [*findings, *getattr(holder, "sources", ())]
    for finding in findings:
        referring += [*getattr(finding, "actor", ()), *getattr(finding, "recipient", ())]
        referring += getattr(finding, "sources", ())
    ids |= _present(getattr(one, "refers_to", None) for one in referring)
    ids |= _present(getattr(one, "who", None) for one in findings)
    return ids | _present([getattr(holder, "attribution", None)])


def _present(ids: Iterable[str | None]) -> set[str]:
    return {id for id in ids if id is not None}


def _names(source: Source) -> tuple[str, ...]:
    """What a source is called: its name, and the words of the article where they differ."""
    wording = source.name if source.span is None else source.span.exact
    return (source.name,) if wording == source.name else (source.name, wording)
