"""Rates per head in fixed words: how many per 100,000 of whom, by which population, beside the figure reported."""

from __future__ import annotations

from reportedly.model import Answer, Comparator, Rate, Statement
from reportedly.pipeline import Snapshot
from reportedly.reconcile import rates_of

# "Dozens" is twelve or more, so its rate is at least that.
BINDS = {
    Comparator.AT_LEAST: "at least ",
    Comparator.MORE_THAN: "more than ",
    Comparator.AT_MOST: "at most ",
    Comparator.LESS_THAN: "fewer than ",
    Comparator.ABOUT: "about ",
    Comparator.VAGUE: "at least ",
}


def rate_text(rate: Rate) -> str:
    """The rate with its bound, its country, and the people, year and table it was worked out by."""
    ends = list(dict.fromkeys(f"{end:,.10g}" for end in (rate.low, rate.high) if end is not None))
    nearly = rate.comparator is Comparator.ABOUT and rate.low is None
    bound = "nearly " if nearly else BINDS.get(rate.comparator, "")
    people = f"the {rate.population:,} people of {rate.name} in {rate.year}, {rate.table}"
    return f"{bound}{' to '.join(ends)} per 100,000 of {people}"


def per_head(story: Snapshot, answer: Answer) -> tuple[str, ...]:
    """The rate of an answer in people; empty where its words give no country and time."""
    statement = story.by_id[answer.statement]
    words = {figure.id: figure.span.exact for figure in statement.figures}
    return tuple(rate_text(rate) for rate in _rates(story, statement) if words[rate.figure] == answer.value)


def all_per_head(story: Snapshot, statement: Statement) -> tuple[str, ...]:
    """The rates of all that a statement counts, each after the words of its figure."""
    words = {figure.id: figure.span.exact for figure in statement.figures}
    return tuple(f"{words[rate.figure]}: {rate_text(rate)}" for rate in _rates(story, statement))


def _rates(story: Snapshot, statement: Statement) -> tuple[Rate, ...]:
    return tuple(rates_of(statement, published=story.articles[statement.article].published))
