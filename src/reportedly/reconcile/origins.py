"""Who stands behind an answer: copies and shared quotes count once, and unnamed sources are a bound."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from reportedly.lexicon.folding import fold
from reportedly.lexicon.table import table
from reportedly.model import Answer, Article, Copy, Entity, Source, SourceKind, Statement

# Between the origins of one answer that speak side by side; no folded name holds it.
AND = " + "
ARTICLE = re.compile("^(?:the|a|an|one|some|several) ")


def origin_of(
    statement: Statement, articles: Mapping[str, Article], entity_of: Mapping[str, Entity], originals: Mapping[str, str]
) -> str:
    """The key of who said it first: answers that share it count once.

    A name, also one in a body's description, stands for itself in whatever article; an unnamed source for the article
    that its words were first in.
    """
    article = originals.get(statement.article, statement.article)
    keys = {_key(source, article, articles, entity_of) for source in statement.origins()}
    return AND.join(sorted(keys)) or f"outlet:{_outlet(article, articles)}"


def _key(source: Source, article: str, articles: Mapping[str, Article], entity_of: Mapping[str, Entity]) -> str:
    if source.depth == 0:
        return f"outlet:{_outlet(article, articles)}"
    entity = entity_of.get(source.refers_to or "")
    name = entity.name if entity is not None and entity.names else source.name
    kind = SourceKind.NAMED if (entity is not None and entity.names) or _is_told_apart(source) else source.kind
    folded = ARTICLE.sub("", fold(name))
    loose = kind in (SourceKind.UNNAMED, SourceKind.COLLECTIVE) or (name == source.name and _is_anyones(source))
    where = f":{article}" if loose else ""
    return f"{kind.value}:{folded}{where}"


def _is_anyones(source: Source) -> bool:
    """Whether "the ministry" or "mayor" may be another's in another article: nothing tells which is meant."""
    return source.is_described and source.kind is SourceKind.NAMED


def _is_told_apart(source: Source) -> bool:
    """Whether a body without a name of its own is told from all others by one in it: "the Ghent fire brigade"."""
    words = source.name.split()
    body = bool(words) and fold(words[-1]) in _bodies()
    return body and any(word[0].isupper() for word in words[1:] or words)


@cache
def _bodies() -> frozenset[str]:
    """Nouns for bodies that speak."""
    speaking = {row["word"] for row in table("speakers") if row["kind"] == "body"}
    return frozenset(speaking | {row["word"] for row in table("people") if row["sort"] == "body"})


def _outlet(article: str, articles: Mapping[str, Article]) -> str:
    """The outlet's folded name; the article's id where no outlet is known, for then nobody can say they are one."""
    known = articles.get(article)
    return article if known is None or known.outlet is None else ARTICLE.sub("", fold(known.outlet))


def originals_of(copies: Iterable[Copy]) -> dict[str, str]:
    """The article that each copy stems from, by the copy's id."""
    return {copy.article: copy.original for copy in copies}


def speakers(answer: Answer) -> frozenset[str]:
    """The keys of those who stand side by side behind an answer."""
    return frozenset(answer.origin.split(AND))


def same_speaker(one: Answer, other: Answer) -> bool:
    """Whether two answers may come from one mouth: the same keys, or one name that holds all words of the other."""
    if one.origin == other.origin:
        return True
    return any(_may_be_one(a, b) for a in speakers(one) for b in speakers(other))


def _may_be_one(one: str, other: str) -> bool:
    if one == other:
        return True
    names = [frozenset(key.split(":")[1].split()) for key in (one, other) if ":" in key]
    if len(names) < 2 or "outlet:" in (one[:7], other[:7]):
        return False
    return names[0] <= names[1] or names[1] <= names[0]


def origin_count(answers: Iterable[Answer]) -> tuple[int, int, tuple[str, ...]]:
    """The fewest and the most independent origins behind these answers, and why.

    Each name counts once. What an outlet says itself, and whoever is not named, may come from one of the names, or all
    from one; or each may be another.
    """
    held = list(answers)
    keys = {key for answer in held for key in speakers(answer)}
    named = sorted(key for key in keys if key.startswith(("named:", "document:")))
    others = sorted(keys - set(named))
    reasons = []
    if held:
        counts = (
            (len({answer.article for answer in held}), "article"),
            (len(named), "named origin"),
            (len(others), "other"),
        )
        reasons.append(", ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in counts))
    repeated = sorted(key for key in keys if len({answer.article for answer in held if key in speakers(answer)}) > 1)
    reasons += [f"{_shown(key)} counts once over several articles" for key in repeated]
    reasons += [f"{_shown(key)}: may be one of the others" for key in others if len(keys) > 1]
    return max(1, len(named)) if held else 0, len(keys), tuple(reasons)


def _shown(key: str) -> str:
    kind, _, rest = key.partition(":")
    name = rest.split(":")[0]
    return f"{name}, {'in its own words' if kind == 'outlet' else kind}"
