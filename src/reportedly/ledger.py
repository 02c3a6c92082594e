"""The Python API: one small facade over a ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType

from reportedly.engine import Engine
from reportedly.errors import AmbiguousId, NoSuchId, ReadError, ReadingError
from reportedly.export import Held
from reportedly.extract.chain import metadata
from reportedly.extract.fingerprint import fingerprint
from reportedly.model import (
    Article,
    Correction,
    Judgement,
    Reading,
    Sighting,
    Tombstone,
    Verdict,
    identify,
)
from reportedly.pipeline import Snapshot, readings, snapshot
from reportedly.resolve import corrected_articles, correction_of
from reportedly.store import Store, open_store

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What adding one article did.

    Attributes:
        article: The article, with its corrected metadata if it was there already.
        new: Whether it joined the ledger now; False: it was there, and this is one more sighting.
        statements: How many statements its reading holds.
        unread: Why it was kept without being read; None when it was read.
        warnings: What the reader could not do, in words.
    """

    article: Article
    new: bool
    statements: int
    unread: str | None = None
    warnings: tuple[str, ...] = ()


class Ledger:
    """Keeps what is reported. Open one with `Ledger.open`, close it or use it as a context manager.

    Nothing is overwritten: adding, correcting and judging only add. `forget` is the exception, as the law demands.
    """

    def __init__(self, store: Store, *, engine: Engine, clock: Clock = lambda: datetime.now(UTC)) -> None:
        self.store = store
        self.engine = engine
        self.clock = clock

    @classmethod
    def open(cls, where: str, *, engine: Engine, create: bool = True) -> Ledger:
        """The ledger at a path or URL; made if it is not there and `create`. Raises CannotOpenLedger, NewerLedger."""
        return cls(open_store(where, create=create), engine=engine)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()

    def now(self) -> str:
        """The clock's time, aware UTC, ISO, to the microsecond."""
        return self.clock().astimezone(UTC).isoformat(timespec="microseconds")

    def add(self, inputs: Iterable[Article | ReadError]) -> Iterator[Added | ReadError | ReadingError]:
        """Keep each article with its reading, one transaction each; what was done or why not, as it goes.

        What is there already is not read again unless the reader or the metadata changed since. An article that could
        not be read within its caps is kept without a reading, and read when it is added again.
        """
        seen: list[Added | ReadError] = []
        forgotten = {stone.id: stone for stone in self.store.tombstones()}

        def fresh() -> Iterator[Article | ReadError]:
            for item in inputs:
                if isinstance(item, ReadError):
                    yield item
                elif item.id in forgotten:
                    stone = forgotten[item.id]
                    yield ReadError(item.path or item.id, problem=f"was forgotten on {stone.when[:10]}", hint=stone.why)
                elif self._is_read(item):
                    seen.append(self._sighted(item))
                else:
                    yield self._with_corrections(item)

        for outcome in readings(fresh(), self.engine):
            yield from seen
            seen.clear()
            yield outcome if isinstance(outcome, ReadError) else self._keep(*outcome)
        yield from seen

    def read_again(self, ids: Iterable[str]) -> None:
        """Read articles anew with their metadata as it stands corrected, and keep the readings."""
        articles = [self._with_corrections(self.article(id)) for id in ids]
        for _, reading in self.engine.read(articles):
            if isinstance(reading, ReadingError):
                raise reading
            self.store.add_reading(reading, when=self.now())

    def snapshot(self, *, as_of: str | None = None, known_at: str | None = None) -> Snapshot:
        """What the ledger says of what was published by the end of the day `as_of`, from what it held at `known_at`."""
        return snapshot(
            (kept.article for kept in self.store.kept(known_at=known_at)),
            self.store.statements(known_at=known_at),
            corrections=self.store.corrections(known_at=known_at),
            judgements=self.store.judgements(known_at=known_at),
            as_of=as_of,
        )

    def article(self, id: str) -> Article:
        """One article as it was read; raises NoSuchId."""
        kept = self.store.article(id)
        if kept is None:
            raise NoSuchId(id)
        return kept.article

    def whole_id(self, start: str, others: Iterable[str] = ()) -> str:
        """The one id, of the store's or of `others`, that begins with `start`; raises NoSuchId, AmbiguousId."""
        ids = {*self.store.find_ids(start), *(id for id in others if id.startswith(start))}
        if start in ids:
            return start
        if not ids:
            raise NoSuchId(start)
        if len(ids) > 1:
            raise AmbiguousId(start, problem=f"several ids begin like this: {', '.join(sorted(ids)[:5])}")
        return ids.pop()

    def correct(self, id: str, field: str, value: str | None, *, who: str) -> Correction:
        """Keep a person's change to a statement or to an article's metadata; a corrected date reads the article anew.

        On an article, the field "statement" adds one that the reader missed; its value is the exact words.
        Raises NoSuchId, UnknownField, BadValue.
        """
        whole = self.whole_id(id)
        statement = self.store.statement(whole)
        article = self.article(whole if statement is None else statement.article)
        correction = correction_of(article, statement, field, value, who=who, when=self.now())
        self.store.add_correction(correction)
        self._read_if_metadata(correction)
        return correction

    def judge(self, verdict: Verdict, one: str, other: str, *, who: str, why: str = "") -> Judgement:
        """Keep a person's decision on two entities or events; raises NoSuchId for an id the ledger does not know."""
        story = self.snapshot()
        known = {*story.entity_of, *story.event_of}
        left, right = sorted(self.whole_id(id, known) for id in (one, other))
        when = self.now()
        judgement = Judgement(
            id=identify("j", verdict.value, left, right, who, why, when),
            verdict=verdict,
            left=left,
            right=right,
            who=who,
            why=why,
            when=when,
        )
        self.store.add_judgement(judgement)
        return judgement

    def undo(self, id: str) -> str:
        """Take a correction or judgement back; the whole id. It stays, marked as undone. Raises NoSuchId."""
        whole = self.whole_id(id)
        if not self.store.undo(whole, when=self.now()):
            raise NoSuchId(id, problem="no correction or judgement that holds has this id")
        for correction in self.store.corrections():
            if correction.id == whole:
                self._read_if_metadata(correction)
        return whole

    def backup(self) -> Iterator[Held]:
        """Everything the ledger holds, in an order that `restore` can take up."""
        yield from (Held(record=stone) for stone in self.store.tombstones())
        for kept in self.store.kept():
            yield Held(record=kept.article)
            yield from (Held(record=sighting) for sighting in self.store.sightings(kept.article.id))
            yield from (Held(record=shown.reading, when=shown.added) for shown in self.store.readings(kept.article.id))
        yield from (Held(record=correction) for correction in self.store.corrections())
        yield from (Held(record=judgement) for judgement in self.store.judgements())

    def restore(self, held: Iterable[Held]) -> Iterator[Held]:
        """Keep every record of a backup; each as it is kept. What is there already stays as it is."""
        article: Article | None = None
        for one in held:
            record = one.record
            if isinstance(record, Article):
                article = record
            elif isinstance(record, Sighting) and article is not None:
                self.store.add(article, None, when=record.when)
                article = None
            else:
                self._restore(record, one.when)
            yield one

    def _restore(self, record: object, when: str | None) -> None:
        match record:
            case Sighting():
                self.store.add_sighting(record)
            case Reading():
                self.store.add_reading(record, when=when or self.now())
            case Correction():
                self.store.add_correction(record)
            case Judgement():
                self.store.add_judgement(record)
            case Tombstone():
                self.store.forget([], tombstones=[record])

    def _is_read(self, article: Article) -> bool:
        return self.store.has_reading(reading_id(self._with_corrections(article)))

    def _sighted(self, article: Article) -> Added:
        self.store.add(article, None, when=self.now())
        reading = self.store.reading(article.id)
        return added(self._with_corrections(article), reading, new=False)

    def _keep(self, article: Article, reading: Reading | ReadingError) -> Added | ReadingError:
        if isinstance(reading, ReadingError):
            self.store.add(article, None, when=self.now())
            return reading
        new = self.store.add(article, reading, when=self.now())
        return added(article, reading, new=new)

    def _with_corrections(self, article: Article) -> Article:
        """The article with its metadata as corrected by now."""
        held = [c for c in self.store.corrections() if c.undone is None and c.article == article.id]
        return corrected_articles([article], held)[0]

    def _read_if_metadata(self, correction: Correction) -> None:
        if correction.selector is None:
            self.read_again([correction.article])


def added(article: Article, reading: Reading | None, *, new: bool) -> Added:
    """What keeping `article` with `reading` comes to."""
    if reading is None:
        return Added(article=article, new=new, statements=0, unread="not read yet")
    return Added(
        article=article,
        new=new,
        statements=len(reading.statements),
        unread=reading.unread,
        warnings=reading.warnings,
    )


def reading_id(article: Article) -> str:
    """The id that today's reading of `article` has, without reading it."""
    return Reading(article=article.id, fingerprint=fingerprint(), metadata=metadata(article)).id
