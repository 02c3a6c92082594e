"""A reported quantity."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.span import Span

Number = int | float


class Comparator(StrEnum):
    """How the numbers of a figure bind."""

    EXACTLY = "exactly"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    ABOUT = "about"
    BETWEEN = "between"
    VAGUE = "vague"


class Trend(StrEnum):
    """Which way a quantity is said to have moved."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity as reported: "at least 12 people" has low=12, high=None.

    Attributes:
        id: Of this finding.
        span: Where the article says so, number with comparator and unit.
        low: The smaller number as worded; None if open ("up to 50" has none). 0 is a report.
        high: The larger number as worded; None if open. "About 60" has both at 60; "nearly 300" is
            about 300 from below, and has only this one.
        comparator: How they bind; *more_than* and *less_than* are strict.
        trend: The way the quantity moved; None if it is not said to.
        unit: Normalised and singular: a measure ("yard", "percentage") or the counted noun ("individual").
        unit_text: The unit as written; None where there is none.
        counted: What the figure describes beyond its unit ("price of oil"); None where nothing.
        per: What a rate is per ("100,000 people"); None where it is none.
        of: Id of the figure that is the whole it is a part of ("12 of the 40 seats"); None where none is given.
        as_of: Id of the timex that says when it is true ("47 by Friday"); None where its clause says none.
    """

    id: str
    span: Span
    low: Number | None
    high: Number | None
    comparator: Comparator = Comparator.EXACTLY
    trend: Trend | None = None
    unit: str | None = None
    unit_text: str | None = None
    counted: str | None = None
    per: str | None = None
    of: str | None = None
    as_of: str | None = None
