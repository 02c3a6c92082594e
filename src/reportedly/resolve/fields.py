"""What can be corrected, and what a correction's value means: "12-15" is a figure from 12 to 15, "2024-03" a month."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from reportedly.errors import BadValue, UnknownField
from reportedly.model import Comparator, Mark, Modality, Number, Polarity

# Field -> what it takes; the documentation is made from these two.
ARTICLE_FIELDS = {
    "published": "date or date and time with zone, ISO (2024-03-11, 2024-03-11T09:15:00+01:00)",
    "outlet": "name of the outlet",
    "title": "the headline",
    "url": "the address",
    "language": "ISO 639-1 code of two letters",
    "author": "as printed",
}
STATEMENT_FIELDS = {
    "modality": "certain, probable, possible or unknown",
    "polarity": "positive, negative or unknown",
    "source": "name of the origin; without a value the statement is the outlet's own",
    "figure": "12, 12-15, 12- (12 or more) or -50 (50 or fewer); without a value there is none",
    "time": "ISO day, month, year or interval (2024-03-11, 2024-03, 2024-03-11/2024-03-13, last day included)",
    "place": "name of a place, or ISO 3166 code of a country",
    "mark": "opinion, appeal or question; without a value plain assertion",
    "rejected": "yes: this is no statement; no: it is one after all",
    "added": "exact words of a statement that the reader missed",
}
FIGURE = re.compile(r"(?P<low>\d+(?:\.\d+)?)?(?P<dash>\s*[-–]\s*)?(?P<high>\d+(?:\.\d+)?)?")


@dataclass(frozen=True, slots=True)
class Bounds:
    """A corrected figure: low and high, None where open, and how they bind."""

    low: Number | None
    high: Number | None
    comparator: Comparator


@dataclass(frozen=True, slots=True)
class Period:
    """A corrected time: its value, first day, exclusive end, and UCDP's precision."""

    value: str
    start: str
    end: str
    precision: int


def checked_article_value(field: str, value: str | None) -> str | None:
    """`value`, if the article's `field` can take it; raises UnknownField, BadValue."""
    if field not in ARTICLE_FIELDS:
        raise UnknownField(field, hint=f"of an article: {', '.join(ARTICLE_FIELDS)}")
    if value is None:
        return None
    good = bool(value.strip())
    if field == "published":
        good = _is_moment(value)
    elif field == "language":
        good = re.fullmatch("[a-z]{2}", value) is not None
    if not good:
        raise BadValue(value, hint=f"{field} takes {ARTICLE_FIELDS[field]}")
    return value


def checked_statement_value(field: str, value: str | None) -> str | None:
    """`value`, if a statement's `field` can take it; raises UnknownField, BadValue."""
    if field not in STATEMENT_FIELDS:
        raise UnknownField(field, hint=f"of a statement: {', '.join(STATEMENT_FIELDS)}")
    if not _takes(field, value):
        raise BadValue(value or "nothing", hint=f"{field} takes {STATEMENT_FIELDS[field]}")
    return value


def _takes(field: str, value: str | None) -> bool:
    choices: dict[str, Sequence[str]] = {
        "modality": list(Modality),
        "polarity": list(Polarity),
        "mark": list(Mark),
        "rejected": ["yes", "no"],
    }
    if value is None:
        return field in ("source", "figure", "time", "place", "mark", "rejected")
    if field in choices:
        return value in choices[field]
    if field == "figure":
        return bounds(value) is not None
    if field == "time":
        return period(value) is not None
    return bool(value.strip())


def bounds(value: str) -> Bounds | None:
    """The figure that "12", "12-15", "12-" or "-50" means; None for anything else."""
    found = FIGURE.fullmatch(value.strip())
    if found is None or not value.strip() or (found["low"] is None and found["high"] is None):
        return None
    low, high = _number(found["low"]), _number(found["high"])
    if found["dash"] is None:
        return Bounds(low, low, Comparator.EXACTLY) if found["high"] is None else None
    if low is not None and high is not None:
        return Bounds(low, high, Comparator.BETWEEN) if low <= high else None
    return Bounds(low, high, Comparator.AT_LEAST if high is None else Comparator.AT_MOST)


def _number(digits: str | None) -> Number | None:
    if digits is None:
        return None
    return float(digits) if "." in digits else int(digits)


def period(value: str) -> Period | None:
    """The days that an ISO day, month, year or interval means; None for anything else."""
    first, slash, last = value.strip().partition("/")
    start, end = _days(first), _days(last if slash else first)
    if start is None or end is None or end[1] <= start[0]:
        return None
    return Period(value.strip(), start[0].isoformat(), end[1].isoformat(), _precision((end[1] - start[0]).days))


def _days(value: str) -> tuple[date, date] | None:
    """First day and exclusive end of an ISO day, month or year."""
    try:
        if re.fullmatch(r"\d{4}", value):
            return date(int(value), 1, 1), date(int(value) + 1, 1, 1)
        if re.fullmatch(r"\d{4}-\d\d", value):
            first = date.fromisoformat(f"{value}-01")
            return first, (first + timedelta(days=31)).replace(day=1)
        day = date.fromisoformat(value) if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None
    except (ValueError, OverflowError):
        return None
    return None if day is None else (day, day + timedelta(days=1))


def _precision(days: int) -> int:
    """UCDP's code for a length: 1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 longer."""
    return next((code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31)) if days <= most), 5)


def _is_moment(value: str) -> bool:
    try:
        when = datetime.fromisoformat(value)
    except ValueError:
        return False
    return re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None or when.tzinfo is not None
