"""A whole ledger as records, and back: texts, readings, sightings, corrections, judgements and tombstones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reportedly.errors import BrokenInput, NoSuchId
from reportedly.export import Held
from reportedly.ledger import Ledger, forgotten_names, stone_of
from reportedly.model import Article, Correction, Judgement, Reading, Sighting, Tombstone
from reportedly.model.genuine import wrong_article, wrong_reading
from reportedly.store import Shown


def backup(ledger: Ledger) -> Iterator[Held]:
    """Everything a ledger holds, in an order that `restore` can take up."""
    store = ledger.store
    yield from (Held(record=stone) for stone in store.tombstones())
    for kept in store.kept():
        yield Held(record=kept.article)
        yield from (Held(record=sighting) for sighting in store.sightings(kept.article.id))
        yield from (Held(record=shown.reading, when=shown.added) for shown in store.readings(kept.article.id))
    yield from (Held(record=correction) for correction in store.corrections())
    yield from (Held(record=judgement) for judgement in store.judgements())


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What restoring a backup did.

    Attributes:
        records: How many articles, readings and so on were taken.
        warnings: Names of forgotten people that came back, in words.
    """

    records: int
    warnings: tuple[str, ...] = ()


def restore(ledger: Ledger, held: Iterable[Held]) -> Restored:
    """Keep every record of a backup, each as it was kept there; an article with its readings in one transaction.

    What is there already stays as it is. What was forgotten here stays forgotten. Raises BrokenInput at the first line
    that is none, or whose words are not the article's: what stood before it is kept, but nothing of that article.
    """
    stones = ledger.store.tombstones()
    gone = list(stones)
    barred: set[str] = set()
    taken = 0
    warnings: list[str] = []
    for whole in _whole(held):
        first = whole[0].record
        if isinstance(first, Article):
            if stone_of(first, stones) is not None or ledger.is_redacted(first):
                barred.add(first.id)
                continue
            warnings += _keep_article(ledger, whole, gone)
        elif getattr(first, "article", None) in barred:
            continue
        else:
            gone += [first] if isinstance(first, Tombstone) else []
            _keep(ledger, whole[0])
        taken += len(whole)
    return Restored(records=taken, warnings=tuple(warnings))


def _whole(held: Iterable[Held]) -> Iterator[list[Held]]:
    """Each article with its sightings and readings, which follow it; every other record by itself."""
    waiting: list[Held] = []
    for one in held:
        if waiting and isinstance(one.record, Sighting | Reading) and one.record.article == _id(waiting[0]):
            waiting.append(one)
            continue
        if waiting:
            yield waiting
            waiting = []
        if isinstance(one.record, Article):
            waiting = [one]
        else:
            yield [one]
    if waiting:
        yield waiting


def _id(held: Held) -> str | None:
    return getattr(held.record, "id", None)


@dataclass(slots=True, kw_only=True)
class _Parts:
    """What hangs on an article."""

    sightings: list[Sighting] = field(default_factory=list)
    readings: list[Shown] = field(default_factory=list)


def _keep_article(ledger: Ledger, whole: list[Held], gone: list[Tombstone]) -> list[str]:
    """Keep an article with its sightings and readings; warnings. Raises BrokenInput where they do not fit."""
    article = whole[0].record
    assert isinstance(article, Article)
    _refuse(whole[0], wrong_article(article, redacted=bool(gone)))
    parts = _Parts()
    for one in whole[1:]:
        if isinstance(one.record, Sighting):
            parts.sightings.append(one.record)
        elif isinstance(one.record, Reading):
            _refuse(one, wrong_reading(one.record, article))
            parts.readings.append(Shown(reading=one.record, added=one.when or ledger.now()))
    _refuse(whole[0], None if parts.sightings else "no line says when the article was added")
    ledger.store.restore(article, sightings=parts.sightings, readings=parts.readings)
    newest = max(parts.readings, key=lambda shown: (shown.added, shown.reading.id), default=None)
    found = () if newest is None else forgotten_names(newest.reading, gone)
    return [f"{article.path or article.id}: {warning}" for warning in found]


def _refuse(held: Held, problem: str | None) -> None:
    if problem is not None:
        raise BrokenInput(held.where or "backup", problem=problem)


def _keep(ledger: Ledger, held: Held) -> None:
    """Keep a record that hangs on no article before it; raises BrokenInput for one that should."""
    store = ledger.store
    match held.record:
        case Sighting() | Reading():
            _refuse(held, "stands by itself, without the article it belongs to")
        case Correction() as correction:
            try:
                store.add_correction(correction)
            except NoSuchId:
                _refuse(held, "a correction of an article that is not there")
        case Judgement() as judgement:
            store.add_judgement(judgement)
        case Tombstone() as stone:
            store.forget([], tombstones=[stone])
