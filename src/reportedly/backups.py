"""A whole ledger as records, and back: texts, readings, sightings, corrections, judgements and tombstones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.export import Held
from reportedly.ledger import Ledger, stone_of
from reportedly.model import Article, Correction, Judgement, Reading, Sighting, Tombstone


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


def restore(ledger: Ledger, held: Iterable[Held]) -> int:
    """Keep every record of a backup, each as it was kept there; how many articles, readings and so on were taken.

    What is there already stays as it is. What was forgotten here stays forgotten.
    """
    stones = ledger.store.tombstones()
    waiting: Article | None = None
    barred: set[str] = set()
    taken = 0
    for one in held:
        record = one.record
        if isinstance(record, Article):
            if stone_of(record, stones) is not None or ledger.is_redacted(record):
                barred.add(record.id)
            else:
                waiting = record
        elif getattr(record, "article", None) not in barred:
            if isinstance(record, Sighting) and waiting is not None:
                # An article joins at the time of its first sighting.
                ledger.store.add(waiting, None, when=record.when)
                waiting = None
                taken += 1
            _keep(ledger, record, one.when)
            taken += 1
    return taken


def _keep(
    ledger: Ledger, record: Article | Sighting | Reading | Correction | Judgement | Tombstone, when: str | None
) -> None:
    store = ledger.store
    match record:
        case Sighting():
            store.add_sighting(record)
        case Reading():
            store.add_reading(record, when=when or ledger.now())
        case Correction():
            store.add_correction(record)
        case Judgement():
            store.add_judgement(record)
        case Tombstone():
            store.forget([], tombstones=[record])
