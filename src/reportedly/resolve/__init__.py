"""Across articles: the same person, place, event and origin, from pairs with reasons; judgements above all."""

from reportedly.resolve.copies import copies_among
from reportedly.resolve.correcting import correction_of
from reportedly.resolve.corrections import corrected_articles, corrected_statements
from reportedly.resolve.entities import entities_among
from reportedly.resolve.events import events_among
from reportedly.resolve.fields import ARTICLE_FIELDS, STATEMENT_FIELDS

__all__ = [
    "ARTICLE_FIELDS",
    "STATEMENT_FIELDS",
    "copies_among",
    "corrected_articles",
    "corrected_statements",
    "correction_of",
    "entities_among",
    "events_among",
]
