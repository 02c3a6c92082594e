"""The calendar: days, periods and feasts, and how TIMEX3 writes them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
CLOCK_UNITS = frozenset({"S", "MI", "H"})
# Units that TIMEX3 does not have, in units that it has.
IN_UNITS = {"DE": (10, "Y"), "CE": (100, "Y"), "FN": (2, "W"), "Q": (3, "M")}
HALVES = {"Y": (12, "M"), "H": (60, "MI"), "D": (24, "H"), "MI": (60, "S")}
SMALLER = HALVES | {"DE": (10, "Y"), "CE": (100, "Y"), "W": (7, "D")}
MONTHS_IN = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
DAYS_IN = {"D": 1, "W": 7, "WE": 7, "FN": 14}
VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)|Q(?P<quarter>\d)|H(?P<half>\d)|(?P<season>SP|SU|FA|WI)))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A date as far as it is known, from which others count.

    Attributes:
        year: Of our era, unless `bc`.
        month, day: None where unknown.
        bc: Before our era.
        id: Of the timex that gave it; None for the publication.
        value: The TIMEX3 value it came from.
    """

    year: int
    month: int | None = None
    day: int | None = None
    bc: bool = False
    id: str | None = None
    value: str = ""

    def fine(self, unit: str) -> bool:
        """Whether it is known as finely as a unit of the calendar."""
        return self.day is not None or (self.month is not None and unit in MONTHS_IN) or unit in ("Y", "DE", "CE")

    @property
    def date(self) -> date | None:
        """The day; the first of the month or year where no more is known; None before our era."""
        return None if self.bc else date(self.year, self.month or 1, self.day or 1)


def moment(value: str, id: str | None = None) -> Moment | None:
    """The moment that a value stands for; None for values that are no single time ("P3D", "XXXX-03", "199")."""
    bc = value.startswith("BC")
    found = VALUE.match(value[2:] if bc else value)
    if found is None:
        return None
    year, month, day = int(found["year"]), found["month"], found["day"]
    if found["week"]:
        first = date.fromisocalendar(year, int(found["week"]), 1)
        return Moment(year=first.year, month=first.month, bc=bc, id=id, value=value)
    if found["quarter"] or found["half"] or found["season"]:
        number = SEASON_MONTHS.get(found["season"] or "", 0) or (
            3 * int(found["quarter"]) - 2 if found["quarter"] else 6 * int(found["half"] or 1) - 5
        )
        return Moment(year=year, month=number, bc=bc, id=id, value=value)
    return Moment(
        year=year, month=int(month) if month else None, day=int(day) if day else None, bc=bc, id=id, value=value
    )


def shifted(day: date, unit: str, count: int) -> date | None:
    """`day` moved by whole units; the last of the month where that day is missing; None outside the calendar."""
    try:
        if unit in DAYS_IN:
            return day + timedelta(days=DAYS_IN[unit] * count)
        months = day.year * 12 + day.month - 1 + MONTHS_IN[unit] * count
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return None


def period(day: date, unit: str) -> str:
    """The value of the day, week, month … that `day` lies in."""
    year, week, _ = day.isocalendar()
    return {
        "D": day.isoformat(),
        "W": f"{year}-W{week:02}",
        "FN": f"{year}-W{week:02}",
        "WE": f"{year}-W{week:02}-WE",
        "M": f"{day.year:04}-{day.month:02}",
        "Q": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04}",
        "DE": f"{day.year // 10:03}",
        "CE": f"{day.year // 100:02}",
    }[unit]


def in_whole(count: Decimal, unit: str) -> tuple[Decimal, str]:
    """A count with a half in units small enough to have none: half a century is 50 years; as it is where none fits."""
    if count % 1 == 0 or unit not in SMALLER:
        return count, unit
    size, smaller = SMALLER[unit]
    return (count * size).to_integral_value(), smaller


def duration(count: Decimal | None, unit: str) -> str:
    """A length as TIMEX3 writes it: "P3D"; "PXD" where the count is vague; one half in the next smaller unit."""
    factor, base = IN_UNITS.get(unit, (1, unit))
    if count is None:
        number = "X"  # "decades" are so many years, no one knows how many
    else:
        amount = count * factor
        if amount == Decimal("0.5") and base in HALVES:
            amount, base = amount * HALVES[base][0], HALVES[base][1]
        number = f"{amount.normalize():f}"
    return f"{'PT' if base in CLOCK_UNITS else 'P'}{number}{'M' if base == 'MI' else base}"


def easter(year: int) -> date:
    """Easter Sunday of the Western churches. Source: the anonymous Gregorian computus (Meeus)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def feast(rule: str, year: int) -> date:
    """The day of a feast by its rule: "12-25", "easter -2", or "11 4 4": month, weekday, which one (-1 the last)."""
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule.split()[1]))
    if "-" in rule[:3]:
        month, day = rule.split("-")
        return date(year, int(month), int(day))
    month_number, weekday, which = (int(part) for part in rule.split())
    last = date(year, month_number, monthrange(year, month_number)[1])
    if which < 0:
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = last.replace(day=1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))


def safe_date(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
