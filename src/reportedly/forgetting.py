"""Erasing what law or decency demands: an article with its words, or a person's names wherever they stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from reportedly.errors import LedgerError, NoSuchId, ReadingError
from reportedly.ledger import Ledger, word_hash
from reportedly.model import Article, Correction, Entity, Reading, Tombstone
from reportedly.model.genuine import BLOCK
from reportedly.pipeline import Snapshot
from reportedly.resolve import corrected_articles

# How often the ledger is gone through again for articles that others added meanwhile.
ROUNDS = 10
# Parts of a name shorter than this ("de", "al") are words of the language, too, and stay where they stand alone.
SHORTEST = 3
NAME_PART = re.compile(r"[^\W\d_]+")
# Marks of Latin, Greek and Cyrillic letters, where a text writes them apart from their letter.
MARKS = "[\u0300-\u036f]*"


def forget(ledger: Ledger, id: str, *, why: str, trace: bool = True) -> int:
    """Erase an article, or a person's names from every article; how many articles were erased or changed.

    With `trace` a tombstone stays: a hash and the reason, no words. Raises NoSuchId.
    """
    story = ledger.snapshot()
    whole = ledger.whole_id(id, story.entity_of)
    if ledger.store.article(whole) is not None:
        stones = [tombstone(whole, ledger.article(whole).text, why, ledger.now())] if trace else []
        ledger.store.forget([whole], tombstones=stones)
        return 1
    if whole not in story.entity_of or not story.entity_of[whole].names:
        raise NoSuchId(
            id,
            problem="neither an article's id nor that of somebody with a name",
            hint="`reportedly show` tells what an id is",
        )
    entity = story.entity_of[whole]
    names = Names.of(entity)
    stones = [tombstone(entity.id, entity.name, names.blocked(why), ledger.now())] if trace else []
    return _redact(ledger, names, _speaking_of(story, entity), stones)


def tombstone(id: str, words: str, why: str, when: str) -> Tombstone:
    """What is left: a hash of the words, to recognise them when they come again."""
    return Tombstone(id=id, hash=word_hash(words), why=why, when=when)


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How somebody's names are found in a text, with and without accents.

    Attributes:
        whole: Every spelling as a whole, in any case.
        parts: Any part of one that is long enough to be telling, written as a name is.
    """

    whole: re.Pattern[str]
    parts: re.Pattern[str]

    @classmethod
    def of(cls, entity: Entity) -> Names:
        """The names of an entity."""
        pieces = {piece for name in entity.names for piece in NAME_PART.findall(name) if len(piece) >= SHORTEST}
        telling = {form for piece in pieces if piece[0].isupper() for form in (piece, piece.upper())}
        return cls(whole=_any_of(entity.names, re.IGNORECASE), parts=_any_of(telling or entity.names, re.NOFLAG))

    def stand_in(self, text: str | None) -> bool:
        """Whether a whole name stands in a text, or in an address, spelled out."""
        return text is not None and any(self.whole.search(_bare(each)) for each in (text, _spelled_out(text)))

    def blocked(self, text: str) -> str:
        """The text with names and parts of names blocked out, letter for letter."""
        bare = _bare(text)
        for match in [*self.whole.finditer(bare), *self.parts.finditer(bare)]:
            hidden = re.sub(r"\S", BLOCK, match[0])
            text = f"{text[: match.start()]}{hidden}{text[match.end() :]}"
        return text

    def holds_none(self, text: str | None) -> bool:
        """Whether no name and no part of one stands in a text or an address."""
        return text is None or (not self.stand_in(text) and self.blocked(spelled := _spelled_out(text)) == spelled)


def _any_of(names: Iterable[str], flags: re.RegexFlag) -> re.Pattern[str]:
    """What finds any of these, the longest first, whatever space stands between their words."""
    wanted = sorted(set(names), key=lambda name: (-len(name), name))
    spelled = (r"\s+".join(_letters(word) for word in name.split()) for name in wanted)
    return re.compile("|".join(rf"(?<!\w){each}(?!\w)" for each in spelled), flags)


def _letters(word: str) -> str:
    return "".join(re.escape(letter) + MARKS for letter in _bare(unicodedata.normalize("NFC", word)))


def _bare(text: str) -> str:
    """The text without accents, one for one, so that offsets stay."""
    return text if text.isascii() else "".join(unicodedata.normalize("NFD", letter)[0] for letter in text)


def _spelled_out(address: str) -> str:
    """An address with its separators as blanks."""
    return re.sub("[-_/.+%]", " ", address)


def _speaking_of(story: Snapshot, entity: Entity) -> set[str]:
    """Ids of the articles in which the reader found somebody."""
    members = {*entity.members}
    return {
        statement.article
        for statement in story.statements
        if members & ({one.refers_to for one in statement.mentions} | {one.refers_to for one in statement.sources})
    }


def _redact(ledger: Ledger, names: Names, found_in: set[str], stones: list[Tombstone]) -> int:
    """Block the names out wherever they stand, also in what others add while articles are read; how many articles."""
    done: set[str] = set()
    for again in range(ROUNDS):
        held = [kept.article for kept in ledger.store.kept()]
        touched = [
            article for article in held if article.id not in done and (article.id in found_in or _holds(article, names))
        ]
        if again and not touched:
            return len(done)
        _block_out(ledger, touched, names, stones)
        done |= {article.id for article in touched}
    raise LedgerError("forget", problem="articles with the name keep being added", hint="forget it again later")


def _block_out(ledger: Ledger, touched: list[Article], names: Names, stones: list[Tombstone]) -> None:
    ids = {article.id for article in touched}
    keep = [c for c in ledger.store.corrections() if c.article in ids and _is_clean(c, names)]
    readings = list(_read(ledger, [blocked_out(article, names) for article in touched], keep))
    # Reading takes long: what others decided meanwhile stays, too.
    keep = [c for c in ledger.store.corrections() if c.article in ids and _is_clean(c, names)]
    judged = [j for j in ledger.store.judgements() if names.holds_none(j.why)]
    ledger.store.redact(readings, keep=[*keep, *judged], tombstones=stones)


def _read(
    ledger: Ledger, articles: list[Article], corrections: list[Correction]
) -> Iterator[tuple[Article, Reading | None]]:
    """The articles, each with its reading under the metadata as corrected; None where it could not be read."""
    given = {article.id: article for article in articles}
    for article, reading in ledger.engine.read(corrected_articles(articles, corrections)):
        yield given[article.id], None if isinstance(reading, ReadingError) else reading


def _holds(article: Article, names: Names) -> bool:
    return any(names.stand_in(getattr(article, name)) for name in ("text", *BLOCKED, *DROPPED))


# Of an article beside its text: what is blocked out where it holds a name, and what goes whole.
BLOCKED = ("title", "author", "outlet")
DROPPED = ("url", "path", "ref")


def blocked_out(article: Article, names: Names) -> Article:
    """The article with the names blocked out; address, path and ref go where they hold one."""
    held: dict[str, str | None] = {name: getattr(article, name) for name in (*BLOCKED, *DROPPED)}
    changed: dict[str, Any] = {name: names.blocked(said) for name in BLOCKED if (said := held[name]) is not None}
    changed |= {name: None for name in DROPPED if not names.holds_none(held[name])}
    return replace(article, text=names.blocked(article.text), **changed)


def _is_clean(correction: Correction, names: Names) -> bool:
    """Whether a correction holds none of the names: its words would keep what is to be forgotten."""
    words = [correction.old, correction.new]
    if correction.selector is not None:
        words += [correction.selector.span.exact, correction.selector.prefix, correction.selector.suffix]
    return all(names.holds_none(text) for text in words)
