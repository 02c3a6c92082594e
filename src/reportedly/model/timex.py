"""An expression of time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.span import Span


class TimexType(StrEnum):
    """TIMEX3 types (TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimexRole(StrEnum):
    """Which axis a time is on: when it was said, when it is said to be true, or neither."""

    SAID = "said"
    TRUE = "true"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """An expression of time with its TIMEX3 value and, where it can be anchored, its interval.

    Attributes:
        id: Of this finding.
        span: Where the article says so.
        type: TIMEX3 type.
        value: TIMEX3 value ("2015-01-16", "2014-07", "P3D", "PRESENT_REF"); None where it cannot be anchored.
        mod: TIMEX3 mod ("START", "APPROX", "BEFORE" …); None where there is none.
        anchor: What a relative expression counts from: "published", or another finding's id; None if absolute.
        role: Said-when or true-when.
        start: First local day as ISO date, or a clock time with its zone; None where open or unknown.
        end: Exclusive end, of the same form; None where open or unknown.
        precise: True: holds on every day of the interval; False: on at least one.
        precision: UCDP's: 1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 longer; None without an interval.
    """

    id: str
    span: Span
    type: TimexType
    value: str | None
    mod: str | None = None
    anchor: str | None = None
    role: TimexRole = TimexRole.OTHER
    start: str | None = None
    end: str | None = None
    precise: bool = True
    precision: int | None = None
