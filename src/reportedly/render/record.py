"""Records as JSON objects, in the one shape that every door and export shares."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from reportedly.model import Article, Attribution, Part, Reading, Span, Statement

Json = Any  # what json.dumps takes: dicts, lists, strings, numbers, booleans, None

# What records keep for themselves.
PRIVATE = frozenset({"head"})


def shaped(value: object) -> Json:
    """Any record, or tuple of records, as JSON: a span becomes text and [start, end], beside its finding's fields."""
    if isinstance(value, Span):
        return _span(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [shaped(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return _fields(value)
    return value


def _span(span: Span | None) -> dict[str, Json]:
    if span is None:
        return {"text": None, "span": None}
    where: dict[str, Json] = {"text": span.exact, "span": [span.start, span.end]}
    return where if span.part is Part.TEXT else {**where, "part": span.part.value}


def _fields(record: Any) -> dict[str, Json]:
    out: dict[str, Json] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name == "span" and (value is None or isinstance(value, Span)):
            out.update(_span(value))
        elif field.name not in PRIVATE:
            out[field.name.rstrip("_")] = shaped(value)
    return out


def article_head(article: Article) -> dict[str, Json]:
    """What a statement says of its article."""
    return {name: getattr(article, name) for name in ("id", "ref", "path", "outlet", "title", "published", "language")}


def statement_record(statement: Statement, article: Article) -> dict[str, Json]:
    """One statement with its findings, its chain and its factuality."""
    return _fields(statement) | {"article": article_head(article)}


def article_record(article: Article, reading: Reading) -> dict[str, Json]:
    """One article with its text and everything found in it."""
    return {
        "article": article_head(article) | {"url": article.url, "author": article.author},
        "text": article.text,
        "attributions": [_attribution(attribution) for attribution in reading.attributions],
        "statements": [statement_record(statement, article) for statement in reading.statements],
        **{name: shaped(getattr(reading, name)) for name in ("times", "places", "figures", "events", "mentions")},
        "residue": shaped(reading.residue),
        "warnings": list(reading.warnings),
        "unread": reading.unread,
    }


def _attribution(attribution: Attribution) -> dict[str, Json]:
    """An attribution, the pieces of its content as pairs inside the content."""
    out = _fields(attribution)
    del out["parts"]
    out["content"]["parts"] = [[part.start, part.end] for part in attribution.parts]
    return out
