"""The Python API: one small facade over a ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from types import TracebackType

from reportedly.engine import Engine
from reportedly.errors import AmbiguousId, BadValue, NoSuchId, ReadError, ReadingError
from reportedly.model import (
    Article,
    Correction,
    Judgement,
    Reading,
    Tombstone,
    Verdict,
    identify,
    storable,
)
from reportedly.pipeline import Snapshot, drained, readings, snapshot
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
        seen: list[Added] = []
        stones = self.store.tombstones()

        def fresh() -> Iterator[Article | ReadError]:
            for item in inputs:
                if isinstance(item, ReadError):
                    yield item
                elif (stone := stone_of(item, stones)) is not None:
                    yield ReadError(item.path or item.id, problem=f"was forgotten on {stone.when[:10]}", hint=stone.why)
                elif self._is_kept(item):
                    seen.append(self._sighted(item))
                else:
                    yield self._with_corrections(item)

        for outcome in readings(fresh(), self.engine):
            yield from drained(seen)
            yield outcome if isinstance(outcome, ReadError) else self._keep(*outcome, stones=stones)
        yield from seen

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
        Raises NoSuchId, UnknownField, BadValue; ReadingError where it could not be read anew: then nothing is kept.
        """
        story = self.snapshot()
        whole = self.whole_id(id, story.by_id)
        statement = story.by_id.get(whole) or self.store.statement(whole)
        article = story.articles.get(whole if statement is None else statement.article)
        if article is None:
            raise NoSuchId(id, problem="neither a statement nor an article has this id")
        given = None if value is None else storable(value)
        correction = correction_of(article, statement, field, given, who=storable(who), when=self.now())
        held = [*self.store.corrections(), correction]
        self.store.add_correction(correction, reading=self._reading_after(correction, held))
        return correction

    def judge(self, verdict: Verdict, one: str, other: str, *, who: str, why: str = "") -> Judgement:
        """Keep a person's decision on two entities, or on two events.

        Raises NoSuchId for an id that is neither's, BadValue for a pair of different sorts or of one and the same.
        """
        story = self.snapshot()
        left, right = sorted(self._judged(story, id) for id in (one, other))
        if left == right or (left in story.entity_of) != (right in story.entity_of):
            raise BadValue(f"{one} {other}", problem="not two people, bodies or places, nor two events")
        who, why, when = storable(who), storable(why), self.now()
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

    def _judged(self, story: Snapshot, id: str) -> str:
        known = story.entity_of.keys() | story.event_of.keys()
        whole = id if id in known else self.whole_id(id, known)
        if whole not in known:
            raise NoSuchId(id, problem="nobody, nothing and no event that is told apart has this id")
        return whole

    def undo(self, id: str) -> str:
        """Take a correction or judgement back; the whole id. It stays, marked as undone.

        Raises NoSuchId; ReadingError where the article could not be read anew: then nothing is taken back.
        """
        whole = self.whole_id(id)
        made = self.store.corrections()
        taken = next((each for each in made if each.id == whole and each.undone is None), None)
        left = [each for each in made if each.id != whole]
        reading = None if taken is None else self._reading_after(taken, left)
        if not self.store.undo(whole, when=self.now(), reading=reading):
            raise NoSuchId(id, problem="no correction or judgement that holds has this id")
        return whole

    def is_redacted(self, article: Article) -> bool:
        """Whether the article is kept in other words than these: names in it were forgotten."""
        kept = self.store.article(article.id)
        return kept is not None and kept.article.text != article.text

    def _is_kept(self, article: Article) -> bool:
        """Whether it need not be read: today's reader read it so, or it is kept without names that were forgotten."""
        return self.is_redacted(article) or self.store.has_reading(reading_id(self._with_corrections(article)))

    def _sighted(self, article: Article) -> Added:
        if self.is_redacted(article):
            article = self.article(article.id)
        self.store.add(article, None, when=self.now())
        return added(self._with_corrections(article), self.store.reading(article.id), new=False)

    def _keep(
        self, article: Article, reading: Reading | ReadingError, *, stones: tuple[Tombstone, ...]
    ) -> Added | ReadingError:
        if isinstance(reading, ReadingError):
            self.store.add(article, None, when=self.now())
            return reading
        new = self.store.add(article, reading, when=self.now())
        return added(article, reading, new=new, warnings=tuple(forgotten_names(reading, stones)))

    def _with_corrections(self, article: Article) -> Article:
        """The article with its metadata as corrected by now."""
        held = [c for c in self.store.corrections() if c.undone is None and c.article == article.id]
        return corrected_articles([article], held)[0]

    def _reading_after(self, change: Correction, held: Iterable[Correction]) -> Reading | None:
        """The reading of an article under `held`, now that `change` was made or taken back; raises ReadingError.

        None for a change to a statement: it needs no new reading.
        """
        if change.selector is not None:
            return None
        of = [each for each in held if each.undone is None and each.article == change.article]
        [(_, reading)] = self.engine.read(corrected_articles([self.article(change.article)], of))
        if isinstance(reading, ReadingError):
            raise reading
        return reading


def added(article: Article, reading: Reading | None, *, new: bool, warnings: tuple[str, ...] = ()) -> Added:
    """What keeping `article` with `reading` comes to."""
    if reading is None:
        return Added(article=article, new=new, statements=0, unread="not read yet")
    return Added(
        article=article,
        new=new,
        statements=len(reading.statements),
        unread=reading.unread,
        warnings=(*reading.warnings, *warnings),
    )


def reading_id(article: Article) -> str:
    """The id that today's reading of `article` has, without reading it."""
    from reportedly.extract.chain import metadata
    from reportedly.extract.fingerprint import fingerprint

    return Reading(article=article.id, fingerprint=fingerprint(), metadata=metadata(article)).id


def word_hash(words: str) -> str:
    """What a tombstone keeps of forgotten words: their SHA-256, in hex."""
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def stone_of(article: Article, stones: Iterable[Tombstone]) -> Tombstone | None:
    """The tombstone of an article, or of the same text under another address; None if it was not forgotten."""
    held = {article.id, word_hash(article.text)}
    return next((stone for stone in stones if stone.id in held or stone.hash in held), None)


def forgotten_names(reading: Reading, stones: Iterable[Tombstone]) -> Iterator[str]:
    """A warning for each person who was forgotten and is named again."""
    again = {word_hash(mention.name): mention.refers_to for mention in reading.mentions if mention.name is not None}
    for stone in stones:
        if stone.hash in again:
            yield f"names somebody forgotten on {stone.when[:10]}: `forget {again[stone.hash]}` erases them here, too"
