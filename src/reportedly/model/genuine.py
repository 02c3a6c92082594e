"""Whether records that come from elsewhere are what their ids and offsets say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from reportedly.model.article import Article, article_id
from reportedly.model.reading import Reading
from reportedly.model.span import Part, Span
from reportedly.model.statement import statement_id

# What stands in place of each letter of a forgotten name: the text keeps its length, and so every offset.
BLOCK = "█"


def wrong_article(article: Article, *, redacted: bool) -> str | None:
    """Why these are not the words that an article's id stands for, in words; None if they are.

    Of an article in which names are blocked out the id cannot be made again; nor, where `redacted` says that people
    were forgotten, of one without an address: it may have gone because it held a name.
    """
    if any(BLOCK in (said or "") for said in (article.text, article.title, article.author, article.outlet)):
        return None
    if redacted and article.url is None:
        return None
    made = article_id(text=article.text, outlet=article.outlet, url=article.url, published=article.published)
    return None if made == article.id else f"the article's id is {article.id}, its words make {made}"


def wrong_reading(reading: Reading, article: Article) -> str | None:
    """Why this is no reading of an article, in words; None if every span is the article's and every id its statement's.

    A headline is the article's, or the corrected one that the reading says it was made under.
    """
    titles = {article.title or "", *(title or "" for title in reading.metadata[-1:])}
    for span in spans_in(reading):
        texts = {article.text} if span.part is Part.TEXT else titles
        if all(text[span.start : span.end] != span.exact for text in texts):
            return f"the article's {span.part.value} has other words than the reading from {span.start} to {span.end}"
    for statement in reading.statements:
        made = statement_id(article.id, statement.content, statement.cue, statement.sources)
        if (statement.article, statement.id) != (article.id, made):
            return f"the statement's id is {statement.id}, its words make {made}"
    return None


def spans_in(record: object) -> Iterator[Span]:
    """Every span that a record holds, at any depth."""
    if isinstance(record, Span):
        yield record
    elif isinstance(record, tuple):
        for each in record:
            yield from spans_in(each)
    elif is_dataclass(record):
        for field in fields(record):
            yield from spans_in(getattr(record, field.name))
