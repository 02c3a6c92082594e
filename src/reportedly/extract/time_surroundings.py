"""What a relative expression of time can count from, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reportedly.extract.time_meaning import Base, Shift
from reportedly.extract.time_pick import Direction
from reportedly.extract.time_value import Moment
from reportedly.model import TimexType


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a relative expression can count from.

    Attributes:
        published: When the article came out, with its hour where known; None where unknown. Never today.
        current: The last date the text named; None where it named none near enough.
        day: The last day it named, though a month or year was named since; None where it named none near enough.
        renamed: Whether the expression says `current` again in other words: "on Friday, the day after the raid".
        direction: Where the predicate points: its tense, or what it plans.
        narrative: Whether the text tells of times long before its publication, so that all counts from `current`.
    """

    published: datetime | date | None = None
    current: Moment | None = None
    day: Moment | None = None
    direction: Direction = Direction.UNKNOWN
    narrative: bool = False
    renamed: bool = False

    @property
    def today(self) -> Moment | None:
        """The publication as a moment; in a narrative, the date the text is at."""
        if self.narrative:
            return self.current
        day = self.published
        return None if day is None else Moment(year=day.year, month=day.month, day=day.day)

    def origin(self, base: Base) -> Moment | None:
        """What `base` counts from here."""
        return self.today if base is Base.PUBLISHED else self.current or self.today

    def origin_of(self, meaning: Shift) -> Moment | None:
        """What a shift counts from: "the year" is the publication's where no date is near, "a year later" is open."""
        if meaning.base is Base.CONTEXT and meaning.count and self.current is None:
            return None
        if not meaning.count and self.current and meaning.base is Base.CONTEXT and not self.current.fine(meaning.unit):
            return self.today
        return self.origin(meaning.base)


class Anchor(StrEnum):
    """The anchor that stands for the publication in `Timex.anchor`."""

    PUBLISHED = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchored:
    """A TIMEX3 type and value, and what they were counted from: None for absolute ones."""

    type: TimexType
    value: str | None
    mod: str | None = None
    origin: Moment | None = None

    @property
    def anchor(self) -> str | None:
        """As `Timex.anchor` has it."""
        return None if self.origin is None else self.origin.id or Anchor.PUBLISHED.value
