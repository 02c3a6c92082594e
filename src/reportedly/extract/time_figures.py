"""Dates in figures, whose order the reader has to know: "25/12/2014", "03/04/24"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import TypedDict

from reportedly.extract.time_interval import Interval
from reportedly.extract.time_meaning import Meaning, Point
from reportedly.extract.time_value import safe_date
from reportedly.extract.time_words import Lexeme

MONTHS, CENTURY = 12, 100
# "68" is 2068, "69" is 1969. Source: POSIX strptime.
LAST_SHORT_YEAR = 68
# News prints the day in figures where it is recent: the other reading falls so close by chance once in 25 times.
CLOSE = 7


class Fields(TypedDict):
    """Those of a `Point` that figures give."""

    year: int
    month: int
    day: int
    either: bool


def numbers(text: str) -> tuple[int, int, int]:
    """The three numbers of "25/12/2014"; "14" is 2014, "94" 1994."""
    first, second, year = (int(part) for part in text.replace(".", "/").split("/"))
    if year < CENTURY:
        year += CENTURY * (19 if year > LAST_SHORT_YEAR else 20)
    return first, second, year


def fields(text: str) -> Fields:
    """Year, month and day, the day first; `either` where both numbers may be the month."""
    day, month, year = numbers(text)
    if month > MONTHS:
        day, month = month, day
    return {"year": year, "month": month, "day": day, "either": day <= MONTHS and day != month}


def month_first(lexemes: Iterable[Lexeme]) -> bool | None:
    """Whether a text writes its dates month first, by those where one number can only be the day; None: it has none."""
    orders = set()
    for one in lexemes:
        if one.sort == "date" and one.value[4:5] != "-":
            first, second, _ = numbers(one.value)
            if (first > MONTHS) != (second > MONTHS):
                orders.add(second > MONTHS)
    return orders.pop() if len(orders) == 1 else None


def ordered(meaning: Meaning, turned: bool | None) -> Meaning:
    """`meaning` in the order that the text keeps elsewhere; as it is where that is not known."""
    if turned is None or not isinstance(meaning, Point) or not meaning.either:
        return meaning
    month, day = (meaning.day, meaning.month) if turned else (meaning.month, meaning.day)
    return replace(meaning, month=month, day=day, either=False)


def near(meaning: Meaning, published: date | None) -> bool | None:
    """Whether the month-first reading is the one close to the publication; None where neither or both are."""
    if published is None or not isinstance(meaning, Point) or not (meaning.year and meaning.month and meaning.day):
        return None
    readings = ((meaning.month, meaning.day), (meaning.day, meaning.month))
    days = (safe_date(meaning.year, *reading) for reading in readings)
    close = [day is not None and abs((day - published).days) <= CLOSE for day in days]
    return close[1] if close[0] != close[1] else None


def either_day(meaning: Point) -> Interval:
    """The days from one reading to the other: on at least one of them."""
    assert meaning.year and meaning.month and meaning.day
    days = (safe_date(meaning.year, *pair) for pair in ((meaning.month, meaning.day), (meaning.day, meaning.month)))
    known: list[date] = sorted(day for day in days if day is not None)
    return Interval(start=known[0].isoformat(), end=(known[-1] + timedelta(days=1)).isoformat(), precise=False)
