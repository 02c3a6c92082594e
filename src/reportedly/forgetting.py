"""Erasing what law or decency demands: an article with its words, or a person's names wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256

from reportedly.errors import NoSuchId, ReadingError
from reportedly.ledger import Ledger
from reportedly.model import Article, Correction, Entity, Reading, Tombstone

# What stands in place of each letter of a forgotten name: the text keeps its length, and so every offset.
BLOCK = "█"
# Parts of a name shorter than this ("de", "al") are words of the language, too, and stay where they stand alone.
SHORTEST = 3
NAME_PART = re.compile(r"[^\W\d_]+")


def forget(ledger: Ledger, id: str, *, why: str, trace: bool = True) -> int:
    """Erase an article, or a person's names from every article; how many articles were erased or changed.

    With `trace` a tombstone stays: a hash and the reason, no words. Raises NoSuchId.
    """
    story = ledger.snapshot()
    whole = ledger.whole_id(id, story.entity_of)
    if ledger.store.article(whole) is not None:
        article = ledger.article(whole)
        stones = [tombstone(whole, article.text, why, ledger.now())] if trace else []
        ledger.store.forget([whole], tombstones=stones)
        return 1
    if whole not in story.entity_of:
        raise NoSuchId(id, problem="neither an article nor somebody's id", hint="see `reportedly show`")
    entity = story.entity_of[whole]
    stones = [tombstone(entity.id, entity.name, why, ledger.now())] if trace else []
    return _redact(ledger, entity, stones)


def tombstone(id: str, words: str, why: str, when: str) -> Tombstone:
    """What is left: a hash of the words, to recognise them when they come again."""
    return Tombstone(id=id, hash=sha256(words.encode("utf-8")).hexdigest(), why=why, when=when)


def _redact(ledger: Ledger, entity: Entity, stones: list[Tombstone]) -> int:
    pattern = names_pattern(entity.names)
    touched = [kept.article for kept in ledger.store.kept() if _names(kept.article, pattern)]
    ids = {article.id for article in touched}
    blocked = [blocked_out(article, pattern) for article in touched]
    keep = [_without(c, pattern) for c in ledger.store.corrections() if c.article in ids]
    judged = (j for j in ledger.store.judgements() if not pattern.search(j.why))
    readings = list(_read(ledger, blocked))
    ledger.store.redact(readings, keep=[*(c for c in keep if c is not None), *judged], tombstones=stones)
    return len(touched)


def _read(ledger: Ledger, articles: Iterable[Article]) -> Iterator[tuple[Article, Reading | None]]:
    for article, reading in ledger.engine.read(articles):
        yield article, None if isinstance(reading, ReadingError) else reading


def names_pattern(names: Iterable[str]) -> re.Pattern[str]:
    """What finds any of the spellings, and any part of them that is long enough to be telling."""
    parts = {part for name in names for part in NAME_PART.findall(name) if len(part) >= SHORTEST and part[0].isupper()}
    wanted = sorted({*names, *parts}, key=lambda name: (-len(name), name))
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in wanted), re.IGNORECASE)


def blocked_out(article: Article, pattern: re.Pattern[str]) -> Article:
    """The article with the names blocked out, letter for letter; address and path go where they hold one."""

    def block(text: str | None) -> str | None:
        return None if text is None else pattern.sub(lambda match: BLOCK * len(match.group()), text)

    def without(text: str | None) -> str | None:
        return None if text is None or pattern.search(_spelled_out(text)) else text

    return replace(
        article,
        text=block(article.text) or "",
        title=block(article.title),
        author=block(article.author),
        url=without(article.url),
        path=without(article.path),
        ref=without(article.ref),
    )


def _spelled_out(address: str) -> str:
    """An address with its separators as blanks."""
    return f"{address} {re.sub('[-_/.+%]', ' ', address)}"


def _names(article: Article, pattern: re.Pattern[str]) -> bool:
    texts = (article.text, article.title, article.author, *map(_spelled_out, filter(None, (article.url, article.path))))
    return any(text is not None and pattern.search(text) for text in texts)


def _without(correction: Correction, pattern: re.Pattern[str]) -> Correction | None:
    """A correction that holds none of the names, or None: its words would keep what is to be forgotten."""
    held = [correction.old, correction.new]
    if correction.selector is not None:
        held += [correction.selector.span.exact, correction.selector.prefix, correction.selector.suffix]
    return None if any(text is not None and pattern.search(text) for text in held) else correction
