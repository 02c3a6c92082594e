"""A reported count of people, beside the population of a country."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.figure import Comparator, Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A count per 100,000 people of a country. Worked out by us; the reported figure stays beside it.

    Attributes:
        figure: Id of the reported figure.
        low: Its low per 100,000, to three digits; None if open, as in the figure.
        high: Its high per 100,000, to three digits; None if open.
        comparator: How they bind, as in the figure: "at least 250" is at least so many.
        country: ISO 3166 code of two letters.
        name: The country's name.
        population: The people that it is a rate of.
        year: The year of that population.
        table: Where the population is from.
    """

    figure: str
    low: Number | None
    high: Number | None
    comparator: Comparator
    country: str
    name: str
    population: int
    year: int
    table: str
