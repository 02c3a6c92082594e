"""The words of time expressions: a text cut into lexemes, each with its sort and value."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from reportedly.lexicon.table import table

# What no table holds: numbers by their form, and punctuation. Everything else gets its sort from `time_words.tsv`.
FORMS = (
    "date",
    "clock",
    "ampm",
    "decade",
    "nth",
    "nth_quarter",
    "day",
    "year",
    "integer",
    "decimal",
    "dot",
    "plus",
    "comma",
    "dash",
    "slash",
    "open",
    "close",
)
PUNCTUATION = {
    ".": "dot",
    "+": "plus",
    ",": "comma",
    "-": "dash",
    "–": "dash",
    "—": "dash",
    "/": "slash",
    "(": "open",
    ")": "close",
}
LEXEME = re.compile(
    r"""(?P<date>(?<![\w-])(?:[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?|[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})(?![\w-]))
    |(?P<clock>(?<![\w:.])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![:.]?[0-9])|(?<![\w:.])[0-9]{1,2}\.[0-9]{2}(?=\s?[ap]\.?m\b))
    |(?P<decade>(?<!\w)['’]?(?:1[0-9]|20)?[0-9]0['’]?s\b)
    |(?P<nth_quarter>(?<!\w)(?:Q[1-4]|[1-4]Q)\b)
    |(?P<nth>(?<!\w)[0-9]{1,3}(?:st|nd|rd|th)\b)
    |(?P<decimal>(?<!\w)[0-9]+\.[0-9]+)
    |(?P<number>(?<!\w)[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|(?<!\w)[0-9]+)
    |(?P<ampm>(?<=[0-9])\s?[ap](?:\.\s?m\b\.?|m\b))
    |(?P<word>[^\W\d_]+)
    |(?P<mark>['’]\w*|\S)
    |(?P<gap>\n\s*\n|(?<=[.?!:"”’])[ \t]*\n)""",
    re.VERBOSE | re.IGNORECASE,
)
NUMBERS = frozenset({"number", "integer", "day", "year", "decimal"})
FIGURES = 4
BEFORE_CLOCK = frozenset({"at", "by", "around", "until", "from", "before", "after", "since"})
OTHER = "other"
BREAK = "break"
# "may", "march", "sun" … in small letters are verbs and nouns; so are the short names of days and months.
CAPITAL_SORTS = frozenset({"month", "month_short", "weekday", "weekdays", "weekday_short", "holiday"})


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word, number, mark or fixed phrase.

    Attributes:
        sort: Its sort in `time_words.tsv`, a form, "break" between paragraphs, or "other".
        value: What the table says it stands for; for forms the text itself.
        text: Lower case, with straight apostrophes.
        start: First code point.
        end: One past the last code point.
    """

    sort: str
    value: str
    text: str
    start: int
    end: int


@cache
def entries() -> dict[str, tuple[str, str]]:
    """Sort and value of every single word."""
    return {row["word"]: (row["sort"], row["value"]) for row in table("time_words") if len(pieces(row["word"])) == 1}


@cache
def phrases() -> dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    """By first word: the further words, sort and value of every fixed phrase, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for row in table("time_words"):
        first, *rest = pieces(row["word"])
        if rest:
            found.setdefault(first, []).append((tuple(rest), row["sort"], row["value"]))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


@cache
def sorts() -> tuple[str, ...]:
    """Every sort there is, in one fixed order."""
    return tuple(sorted({*FORMS, OTHER, BREAK, *(row["sort"] for row in table("time_words"))}))


def pieces(text: str) -> list[str]:
    """`text` in lower case, cut as `lex` cuts it."""
    return [match.group().lower().replace("’", "'") for match in LEXEME.finditer(text)]


def lex(text: str) -> list[Lexeme]:
    """The lexemes of `text`, in order."""
    return joined([lexeme(match) for match in LEXEME.finditer(text)])


def lexeme(match: re.Match[str]) -> Lexeme:
    """What one match of LEXEME stands for."""
    form, raw = match.lastgroup or OTHER, match.group()
    text = raw.lower()
    sort, value = OTHER, text
    if form == "word":
        sort, value = entries().get(text, (OTHER, text))
        if sort in CAPITAL_SORTS and not raw[0].isupper():
            sort = OTHER
    elif form == "number":
        sort = number_form(text)
    elif form == "mark":
        text = text.replace("’", "'")
        sort = PUNCTUATION.get(text, OTHER)
    elif form == "gap":
        sort = BREAK
    else:
        sort = form
    return Lexeme(sort, value, text, match.start(), match.end())


def number_form(text: str) -> str:
    """The form of a number: "day" for 1 to 31, "year" for 1000 to 2199 without a comma, else "integer"."""
    if "," in text or len(text) > 4:
        return "integer"
    if len(text) <= 2 and 1 <= int(text) <= 31:
        return "day"
    return "year" if len(text) == 4 and 1000 <= int(text) <= 2199 else "integer"


def joined(lexemes: list[Lexeme]) -> list[Lexeme]:
    """The same with fixed phrases as one lexeme each."""
    table_of = phrases()
    out: list[Lexeme] = []
    at = 0
    while at < len(lexemes):
        first = lexemes[at]
        size = 1
        for rest, sort, value in table_of.get(first.text, ()):
            if tuple(one.text for one in lexemes[at + 1 : at + 1 + len(rest)]) == rest:
                size = 1 + len(rest)
                first = Lexeme(sort, value, " ".join((first.text, *rest)), first.start, lexemes[at + size - 1].end)
                break
        out.append(first)
        at += size
    for at, one in enumerate(out[:-1]):
        if one.text == "some":
            out[at] = about(one, out[at + 1])
        elif at and len(one.text) == FIGURES and one.text.isdigit():
            out[at] = on_the_clock(one, out[at - 1], out[at + 1])
    return out


def on_the_clock(one: Lexeme, before: Lexeme, after: Lexeme) -> Lexeme:
    """Four figures; between "at" and "hours" they are a clock time: "at 1830 hours"."""
    timed = before.text in BEFORE_CLOCK and after.sort == "units" and after.value == "H"
    return replace(one, sort="clock", text=f"{one.text[:2]}:{one.text[2:]}") if timed else one


def about(some: Lexeme, following: Lexeme) -> Lexeme:
    """The word "some", which says "about" before a number, else "a few"."""
    return replace(some, sort="circa", value="APPROX") if following.sort in NUMBERS else some
