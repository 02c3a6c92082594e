"""Whether a text narrates a past far from its publication, and in which years it plays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.extract.time_meaning import Base, Meaning, Point, Shift

# A text narrates where at least so many dates name a year, and as many a month (background comes in bare years) …
DATES = 5
# … that lies more than so many years back in most of them, and so many of these stand against one "last week".
YEARS_BACK = 1
FAR_TO_NEAR = 3
# A year further than this from the middle of the story is an aside ("as late as 2004"), not where the story is.
YEARS_ASIDE = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The years of a narrative.

    Attributes:
        middle: The median of the years it names; None before our era.
    """

    middle: int | None

    def holds(self, year: int) -> bool:
        """Whether the story can be in `year`."""
        return self.middle is None or abs(year - self.middle) <= YEARS_ASIDE


def story(meanings: Sequence[Meaning], published: date | None) -> Story | None:
    """The story that a text with these expressions tells; None for news, which counts from its publication."""
    points = [one for one in meanings if isinstance(one, Point) and one.year is not None and one.grain == "Y"]
    ancient = sum(one.bc for one in points)
    years = sorted(one.year for one in points if one.year is not None and not one.bc)
    far = [year for year in years if published is None or year < published.year - YEARS_BACK]
    near = sum(map(counts_from_publication, meanings))
    count = len(far) + ancient
    months = sum(isinstance(one, Point) and (one.month is not None or one.season is not None) for one in meanings)
    if min(count, months) < DATES or 2 * count <= len(points) or (published is not None and count < FAR_TO_NEAR * near):
        return None
    return Story(middle=years[len(years) // 2] if years and not ancient else None)


def counts_from_publication(meaning: Meaning) -> bool:
    """Whether reporters count such an expression from the day they write: "Friday", "last week", "yesterday"."""
    if isinstance(meaning, Shift):
        return meaning.base is Base.PUBLISHED
    return isinstance(meaning, Point) and meaning.weekday is not None and meaning.month is None
