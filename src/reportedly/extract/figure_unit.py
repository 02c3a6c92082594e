"""Units of measure and money beside a number, and what a rate is per: read off the text, from the units table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from reportedly.extract.figure_words import words_of
from reportedly.lexicon.table import table


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A unit as written beside a number.

    Attributes:
        unit: Normalised and singular.
        kind: currency, share, time, age, measure, rate, count or fold.
        start: First code point of the unit's words.
        end: One past the last.
    """

    unit: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Per:
    """What a rate is per.

    Attributes:
        text: Its words.
        unit: Normalised and singular.
        end: One past its last code point.
        many: Whether it is per so many ("per 100,000 people"), not per one.
        timed: Whether it is per a stretch of time.
    """

    text: str
    unit: str
    end: int
    many: bool = False
    timed: bool = False


@cache
def _forms(place: str, column: str) -> dict[str, tuple[str, str]]:
    """Form -> its unit and kind; words in lower case, symbols as they are."""
    return {
        form.lower() if column == "words" else form: (row["unit"], row["kind"])
        for row in table("units")
        if row["place"] == place and row["kind"] != "fold"
        for form in filter(None, row[column].split("|"))
    }


def _choice(forms: dict[str, tuple[str, str]]) -> str:
    """A pattern for any of the forms, the longest first; a space matches a hyphen, too."""
    escaped = (re.escape(form).replace(r"\ ", r"[\s-]?" if len(form) < 6 else r"[\s-]") for form in forms)
    return "|".join(sorted(escaped, key=len, reverse=True))


@cache
def _after() -> re.Pattern[str]:
    words = _choice(_forms("after", "words"))
    symbols = _forms("after", "symbols")
    long = _choice({form: value for form, value in symbols.items() if len(form) > 1 and form[0].isalpha()})
    short = _choice({form: value for form, value in symbols.items() if len(form) == 1 and form.isalpha()})
    signs = _choice({form: value for form, value in symbols.items() if not form[0].isalpha()})
    # A single letter is a unit only next to the digits, or where the phrase ends ("5 g.").
    return re.compile(
        rf"[\s-]{{0,2}}(?P<words>(?i:{words}))(?![\w])|\s?-?(?P<long>{long})(?![\w])"
        rf"|(?P<short>{short})(?![\w'’])|\s(?P<apart>{short})(?=\s*(?:[.,;)]|$))|\s?(?P<signs>{signs})"
    )


@cache
def _before() -> re.Pattern[str]:
    # "US $5" is as common as "US$5".
    forms = re.sub(r"(?<=\w)\\\$", r"\\s?\\$", _choice(_forms("before", "symbols")))
    return re.compile(rf"(?<![A-Za-z$])(?P<form>{forms})[\s-]?$")


@cache
def _kinds() -> dict[str, str]:
    return {row["unit"]: row["kind"] for row in table("units")}


def kind_of(unit: str | None) -> str:
    """The kind of a normalised unit ("currency", "time"); empty for a counted noun."""
    return _kinds().get(unit or "", "")


FOLD = re.compile(r"[\s-]?fold\b", re.IGNORECASE)


def _normal(form: str, known: dict[str, tuple[str, str]]) -> tuple[str, str]:
    """Unit and kind of a form as written, with hyphens or odd spaces in it."""
    for tried in (form, re.sub(r"[\s-]+", " ", form), re.sub(r"[\s-]+", "-", form), re.sub(r"[\s-]+", "", form)):
        if tried in known:
            return known[tried]
    spaced = {key.replace(" ", "").replace("-", ""): value for key, value in known.items()}
    return spaced[re.sub(r"[\s-]+", "", form)]


def money_before(text: str, start: int) -> Measure | None:
    """The currency that stands before the number at `start`; None where there is none."""
    lowest = max(0, start - 8)
    match = _before().search(text[lowest:start])
    if match is None:
        return None
    unit, kind = _normal(match["form"], _forms("before", "symbols"))
    return Measure(unit=unit, kind=kind, start=lowest + match.start("form"), end=lowest + match.end("form"))


def measure_after(text: str, end: int, *, written: bool) -> Measure | None:
    """The unit of measure that follows a number which ends at `end`; None where there is none.

    `written`: the number is in words, so that a mere symbol ("five m") is none.
    """
    fold = FOLD.match(text, end)
    if fold:
        return Measure(unit="count", kind="count", start=end, end=fold.end())
    match = _after().match(text, end)
    if match is None:
        return None
    group = match.lastgroup or "words"
    form = match[group]
    if group == "words":
        unit, kind = _normal(form.lower(), _forms("after", "words"))
    elif written:
        return None
    else:
        unit, kind = _normal(form, _forms("after", "symbols"))
    return Measure(unit=unit, kind=kind, start=match.start(group), end=match.end(group))


@cache
def _per() -> re.Pattern[str]:
    words = _forms("after", "words")
    times = "|".join(sorted((re.escape(w) for w, (_, kind) in words.items() if kind == "time"), key=len, reverse=True))
    things = "|".join(sorted(words_of("per"), key=len, reverse=True))
    number = r"(?P<number>\d[\d,.]*(?:\s(?:thousand|million|hundred))?|an?\s(?:thousand|million|hundred))\s+"
    return re.compile(
        rf"\s+(?:per|for every|out of every)\s+(?:{number})(?P<many>(?:[a-z][\w-]*\s)?[A-Za-z][\w-]*)"
        rf"|\s+per\s+(?P<one>(?:square|cubic|metric)\s[a-z]+|[A-Za-z][\w]*)"
        rf"|\s*(?:\ban?\b|\beach\b|\bevery\b|/)\s?(?P<time>(?:{times})|(?:{things}))(?![\w-])"
        r"(?!\s(?:ago|earlier|later|before|after|old)\b)",
        re.IGNORECASE,
    )


def per_after(text: str, end: int) -> Per | None:
    """What the rate whose unit ends at `end` is per; None where it is no rate."""
    match = _per().match(text, end)
    if match is None:
        return None
    if match["many"]:
        words = f"{match['number']} {match['many']}"
        return Per(text=words, unit=words, end=match.end("many"), many=True)
    group = "one" if match["one"] else "time"
    word = match[group]
    if word.lower() == "cent" and group == "one":
        return None
    unit, kind = _forms("after", "words").get(word.lower(), (word.lower(), ""))
    return Per(text=word, unit=unit, end=match.end(group), timed=kind == "time")
