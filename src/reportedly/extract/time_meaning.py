"""What an expression of time says before anything is known about its surroundings."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Base(StrEnum):
    """What a relative expression counts from."""

    PUBLISHED = "published"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """So many units from somewhere: "two weeks ago", "last year", "that day", "tomorrow".

    Attributes:
        unit: S, MI, H, D, W, WE (weekend), FN (fortnight), M, Q, Y, DE (decade), CE (century).
        count: Signed number of units; 0 for "this"; None where the words are vague ("days ago").
        base: The publication, or the date the text is at.
        sign: Direction of a vague count; 0 if `count` says it.
        so_far: "before" for "earlier this year", "after" for "later this year", else None.
        mod: TIMEX3 mod; None if none.
    """

    unit: str
    count: Decimal | None
    base: Base
    sign: int = 0
    so_far: str | None = None
    mod: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A calendar date or clock time of which only the fields said are known.

    Attributes:
        year: Three digits for a decade, two for a century (see `grain`).
        bc: Before our era.
        grain: "Y", "DE" or "CE": what `year` numbers.
        half, quarter, season, month, day: Of the year; season is SP, SU, FA or WI.
        feast: A movable or fixed day by its rule in `time_words.tsv`.
        nth: (number, unit) of a part of the month: "the last week of March" is (-1, "W").
        weekday: ISO, Monday is 1.
        part: MO, MD, AF, EV, NI, DT: part of the day.
        clock: "09:30"; None if none.
        zone: "Z", "+01:00"; None where none is given.
        fiscal: A fiscal year.
        step: -1 last, 0 this, 1 next: which of the weekdays, months or seasons of that name; None if not said.
        base: What `step` counts from.
        anywhen: On no day in particular: "at night".
        same: The date the text is at, in the year of `within`: "the same month last year".
        within: What it is a part of: "October of next year".
        beside: So many units from there: "the day after Easter" is (1, "D"), "the eve of the 3rd of May" (-1, "D").
        either: Day and month may stand in either order: "03/04/2024".
        so_far: As in `Shift`.
        mod: TIMEX3 mod; None if none.
    """

    year: int | None = None
    bc: bool = False
    grain: str = "Y"
    half: int | None = None
    quarter: int | None = None
    season: str | None = None
    month: int | None = None
    day: int | None = None
    feast: str | None = None
    nth: tuple[int, str] | None = None
    weekday: int | None = None
    part: str | None = None
    clock: str | None = None
    zone: str | None = None
    fiscal: bool = False
    step: int | None = None
    base: Base = Base.PUBLISHED
    anywhen: bool = False
    same: bool = False
    within: Shift | None = None
    beside: tuple[int, str] | None = None
    either: bool = False
    so_far: str | None = None
    mod: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A duration: "ten years", "the past few days", "half an hour".

    Attributes:
        unit: As in `Shift`.
        count: None where the words are vague ("several days").
        side: -1 for "the past …", 1 for "the next …", 0 where it does not say which. With `of`:
            1 the first, -1 the last.
        of: What it is the first or last part of: "the first nine months of 2012".
        mod: TIMEX3 mod; None if none.
    """

    unit: str
    count: Decimal | None
    side: int = 0
    of: Point | Shift | None = None
    mod: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """A set of times: "every Friday", "twice a week". `value` is its TIMEX3 value."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """No date at all: PRESENT_REF, PAST_REF or FUTURE_REF; None for "at the time"."""

    value: str | None


Meaning = Shift | Point | Length | Repeat | Vague
