"""When a document was published, as it says itself.

The mistake this prevents: 11/03/2024 is March in one paper and November in another, and a page made without a date
often carries the first day of 1970. What cannot be told is None; nothing is guessed.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Final

# The first newspaper, Relation of Strasbourg, is of 1605; the end only stops slips of the keyboard.
FIRST_YEAR = 1605
LAST_YEAR = 2100

# What systems write where they have no date: zero of the Unix clock.
NO_MOMENT: Final = "1970-01-01T00:00:00+00:00"

LONGEST = 100  # code points; longer is no date

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY: Final = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_WEEKDAY: Final = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_YEAR: Final = r"(?P<year>[0-9]{4})"

_ISO: Final = re.compile(
    r"(?P<year>[0-9]{4})(?P<sep>[-/]?)(?P<month>[0-9]{2})(?P=sep)(?P<day>[0-9]{2})"
    r"(?:(?:T|\s+)(?P<time>[0-9]{2}:?[0-9]{2}(?::?[0-9]{2}(?:[.,][0-9]+)?)?)\s*(?P<zone>Z|UTC|GMT|[+-][0-9]{2}:?(?:[0-9]{2})?)?)?",
    re.IGNORECASE | re.ASCII,
)
_WORDED: Final = (
    re.compile(rf"{_WEEKDAY}{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}", re.IGNORECASE | re.ASCII),
    re.compile(rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}", re.IGNORECASE | re.ASCII),
)


def published_date(value: str) -> str | None:
    """`value` as an ISO date, or as ISO date and time where it gives both time and zone; None where it is no date.

    Read are ISO dates ("2024-03-11", "2024-03-11T20:40:00+01:00"), dates as in mail ("Mon, 11 Mar 2024 20:40:00
    +0100") and dates in English words ("March 11, 2024"). A time without a zone is left out, for nobody can say
    when it was. Seconds are whole. None, too, for an ambiguous order, a day that no calendar has, and a year in which
    there were no newspapers.
    """
    value = value.strip()
    if len(value) > LONGEST:
        return None
    found = _iso(value) or _worded(value) or _mailed(value)
    if found is None or found == NO_MOMENT:
        return None
    return found if FIRST_YEAR <= int(found[:4]) <= LAST_YEAR else None


def _iso(value: str) -> str | None:
    match = _ISO.fullmatch(value)
    if match is None:
        return None
    day = _day(int(match["year"]), int(match["month"]), int(match["day"]))
    if day is None or match["time"] is None or match["zone"] is None:
        return day
    digits = re.sub("[^0-9]", "", re.split("[.,]", match["time"])[0]).ljust(6, "0")
    zone = "+0000" if match["zone"][0] not in "+-" else match["zone"].replace(":", "").ljust(5, "0")
    try:
        return datetime.strptime(f"{day} {digits} {zone}", "%Y-%m-%d %H%M%S %z").isoformat()
    except ValueError:
        return None


def _worded(value: str) -> str | None:
    for form in _WORDED:
        match = form.fullmatch(value)
        if match is not None:
            month = MONTHS.index(match["month"][:3].lower()) + 1
            return _day(int(match["year"]), month, int(match["day"]))
    return None


def _mailed(value: str) -> str | None:
    if re.search(r"[0-9]{4}\s+[0-9]{1,2}:[0-9]{2}", value) is None:
        return None
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.date().isoformat() if moment.tzinfo is None else moment.replace(microsecond=0).isoformat()


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
