"""Which runs of lexemes are expressions of time.

A text becomes a string with one character a lexeme, by its sort; a rule is a regular expression over sorts. So
`month day comma? year` matches "April 9, 2008" whatever the month is called, and finding costs one scan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportedly.extract.time_words import BREAK, OTHER, Lexeme, sorts

ABOUT = "(?:approx|circa)"
MONTH = "(?:month|month_short dot?)"
DAY_NUMBER = "(?:day|nth)"
ERA_YEAR = "(?:(?:year|integer|day) era|era (?:integer|year))"
YEAR = f"(?:{ERA_YEAR}|year)"
OF_YEAR = f"(?: (?:comma|of)? {YEAR}| (?:of|in)? (?:the|this|that)? (?:last|next|same|previous|following)? unit)?"
MONTH_DAY = f"{MONTH} {DAY_NUMBER}{OF_YEAR}"
DAY_MONTH = f"(?:the )?(?:{DAY_NUMBER}|(?:ordinal|second)(?= of)) of? {MONTH}{OF_YEAR}"
DATE = f"(?:day dash (?:month|month_short) dash year|{MONTH_DAY}|{DAY_MONTH}|date)"
FULL_DATE = f"(?:weekday comma?|weekday_short dot? comma?)? {DATE}"
UNIT = "(?:unit|second|quarter)"
UNITS = "(?:unit|units|second|quarter)"
THE_ONE = "(?:the|possessive) (?:next|previous|following|same|current|entire)"
THIS_ONE = "(?:this|that) (?:same|last|next|current|past)?"
WHICH = f"(?:(?:the|possessive) last|{THE_ONE}|{THIS_ONE}|last|past|next)"
# "The past year" and "the last year" are as long as a year; "last year" and "the next year" are years.
WHICH_UNIT = f"(?:{THE_ONE}|{THIS_ONE}|last|next|previous|following)"
SHIFT = (
    f"(?:{WHICH_UNIT} {UNIT}|deictic|the {UNIT} (?:before|after|previous|following|earlier)(?! deictic)"
    f"|all (?:of )?(?:this|that|the|last)? {UNIT})"
)
OF_SHIFT = f"(?:(?:of|in)? {SHIFT}|of the (?:unit|quarter))"
CALENDAR_MONTH = f"(?:(?:the unit of)? (?:{MONTH} (?:of|comma)? {YEAR}|{MONTH} {OF_SHIFT}|{WHICH}? {MONTH}))"
SEASON = f"(?:(?:{WHICH}|the)? adjective? season(?: (?:of|comma)? {YEAR}| {OF_SHIFT})?|year season)"
DECADE = "(?:(?:the)? decade era?)"
CENTURY = "(?:(?:the)? (?:nth|ordinal) dash? unit era?)"
FISCAL = f"(?:(?:the|this|last|next)? fiscal (?:unit {YEAR}?|{YEAR}))"
NTH_QUARTER = (
    f"(?:(?:the|a|possessive|this|last)? (?:ordinal|second|nth|last) dash? quarter|nth_quarter)"
    f"(?: (?:of|comma)? (?:{FISCAL}|{YEAR})| of (?:{SHIFT}|the {UNIT}))?"
)
SAME_PERIOD = (
    f"(?:the)? same (?:span|{UNIT}) (?:(?:of|in|a|the)* (?:last|previous) unit|{SHIFT}|a unit (?:ago|earlier|before))"
)
NUMBERED = f"(?:(?:the (?:unit|units))? {YEAR}|{DECADE}|{CENTURY})"
YEAR_EARLIER = "(?:the|a|possessive)? unit dash (?:ago|earlier|before) (?:span|unit|quarter)?"
HALF = f"(?:the|a)? half_nth(?: of (?:{FISCAL}|{YEAR}|{SHIFT}|the {UNIT}))"
NTH_OF_MONTH = f"(?:the)? (?:ordinal|second|last) adjective? unit (?:of|in) {CALENDAR_MONTH}"
HOLIDAY = f"(?:{WHICH})? holiday(?: comma? {YEAR}| of {YEAR}| {OF_SHIFT})?"
DAY = f"(?:{FULL_DATE}|weekday (?:of )?{SHIFT}|{SHIFT} (?:on )?weekday|{WHICH}? weekday|{SHIFT}|{HOLIDAY})"
PERIOD = f"(?:{NTH_OF_MONTH}|{CALENDAR_MONTH}|{SEASON}|{NUMBERED}|{FISCAL}|{NTH_QUARTER}|{HALF})"
EDGE = "(?:(?:the )?edge (?:in|on)? dash?|(?:the |a )?edge_noun (?:of|dash))"
EDGED = f"{EDGE} (?:the |this |that )?(?:{PERIOD}|{DAY}|{UNIT})"
PART = f"(?:(?:the )?{EDGE}? part (?:units)?)"
ZONE_NAME = "zone (?:(?:plus|dash) (?:day|clock))?"
ZONE = f"(?:open {ZONE_NAME} close|{ZONE_NAME})"
CLOCK = (
    f"(?:clock (?:ampm|units)? {ZONE}?|(?:day|number) ampm {ZONE}?"
    f"|(?:day|number) oclock (?:in the part)?|hour_word {ZONE}?|(?:year|integer) {ZONE})"
)
RULES: tuple[tuple[str, str], ...] = (
    ("point", f"{DAY}"),
    ("point", f"{PERIOD}"),
    ("same", f"{SAME_PERIOD}|{YEAR_EARLIER}"),
    ("point", "(?:the )?unit dash edge_noun"),
    ("point", "the nth(?: of (?:the|that|this)? (?:last|next|same|previous|following)? unit)?"),
    ("point", "(?:the )?unit_end"),
    ("point", "edge? dash? part"),
    ("point", "throughout (?:the|this|that)? (?:unit|quarter)"),
    ("point", "(?:in|for) the (?:unit|quarter)(?! of|before|after|to|year|integer|dash)"),
    ("point", f"edge in the part of {DAY}"),
    ("point", f"(?:the )?(?:eve of|unit (?:before|after)) (?:the )?{DAY}"),
    ("point", EDGED),
    ("point", f"(?:earlier|later|edge) (?:in|on)? (?:{DAY}|{PERIOD}|the (?:{UNIT}|part)|this part|that part)"),
    ("point", f"{EDGE}? {DAY} comma? edge? part"),
    ("point", f"{DAY} comma? (?:in|at|on)? {PART}"),
    ("point", f"{PART} (?:of|on|comma)? (?:the )?{DAY}"),
    ("point", f"edge? dash? {WHICH} part"),
    ("point", f"circa (?:{FULL_DATE}|{PERIOD})"),
    ("point", f"{ABOUT}? {CLOCK}(?:(?: close)? (?:comma|on|of)* {DAY}(?: part)?| (?:in )?(?:the|this|that)? part)?"),
    ("point", f"{DAY} (?:comma|at|dash|approx)* {CLOCK}"),
    ("point", f"in the {EDGE}? part (?:units)?(?: (?:of|on) (?:the )?{DAY})?"),
    ("point", f"the? nth of (?:{SHIFT}|the {UNIT})"),
)
COUNT = "(?:number(?: dash? and? number)*|integer|day|decimal|few|year)"
COUNTED = f"(?:{COUNT}|half (?:a|the)?|(?:a|the) half dash?|a)"
LENGTH = f"(?:{COUNT} and a? half {UNITS}|{COUNTED} dash? adjective? dash? adjective? {UNITS} (?:and a half)?)"
AWAY = "(?:ago|before|after|later|earlier|from_now)"
SIDE = (
    f"(?:(?:the|possessive|this|that) (?:{ABOUT} )?(?:last|past|next|ordinal|previous|following|same|current)?"
    "|last|past|next)"
)
RULES += (
    ("length", f"{ABOUT}* {LENGTH} (?:dash? adjective)?"),
    ("length", f"(?:for|in|after|to) over {LENGTH}"),
    (
        "length",
        (
            f"(?:{ABOUT} )?{SIDE} {ABOUT}? (?:{COUNT}) dash? (?:last|past|next|previous|following)? adjective?"
            f" dash? {UNITS} (?:dash? adjective)?"
        ),
    ),
    ("length", f"the (?:ordinal|last) {COUNT} {UNITS} of (?:{YEAR}|{CALENDAR_MONTH}|{SHIFT}|the unit)"),
    ("length", f"(?:the|possessive) (?:last|past|next) adjective? {UNITS}"),
    ("length", "(?:for|over|in|after) (?:the|adjective)? units"),
    ("length", "(?:following|previous)? units (?:dash adjective)?"),
    ("length", "(?:the|this|that) (?:last|past|next|following|previous|current) units"),
    ("length", "(?:the|a|possessive) adjective? unit dash adjective"),
    ("length", "unit dash (?=adjective)adjective"),
    ("ago", f"(?:{ABOUT}|over)* {LENGTH} {AWAY}(?: (?:(?:that|this) unit|then|deictic|weekday))?"),
    ("length", f"(?:the|a|possessive)? (?:same )?{COUNT} dash? {UNITS} span"),
    ("ago", f"(?:{ABOUT}|a)* units (?:ago|later|earlier|from_now|before|after|before that)"),
    ("length", "(?:the )?next (?:few )?units"),
    ("repeat", f"(?:once|{COUNT} times)? each alternate? (?:{COUNT}|ordinal|second)? dash? {UNITS}"),
    ("repeat", "each alternate? (?:weekday|weekdays|month|season|part)(?: part)?"),
    ("repeat", f"(?:(?:once|{COUNT} times) (?:a|each|per)|per) {COUNT}? {UNIT}"),
    ("repeat", "freq|weekdays|weekday parts|weekday part parts"),
    ("length", "(?:the|possessive)? recent units"),
    ("length", "(?:the|possessive) (?:last|past|next) unit and a half"),
    ("length", "spell"),
    ("length", "(?:for|over|in) the next unit(?! and)"),
    ("night", "at_night"),
    ("weekend", "the unit"),
    ("vague", "reference|then|the past|recent"),
)
# No expression without one of these.
CORE = (
    "month|month_short|spell|unit_end|date|weekday|weekdays|unit|units|second|quarter|season|decade|year|era|part|parts|clock|ampm|oclock|hour_word"
    "|deictic|holiday|nth|nth_quarter|freq|reference|then|fiscal|half_nth|past|recent|same|at_night"
)


@dataclass(frozen=True, slots=True)
class Match:
    """A run of lexemes that a rule reads as one expression: `lexemes[first:last]`."""

    kind: str
    first: int
    last: int


@cache
def codes() -> dict[str, str]:
    """One character for each sort."""
    return {sort: chr(0x100 + number) for number, sort in enumerate(sorts())}


def pattern(rule: str) -> str:
    """The regular expression over codes that `rule` writes with names of sorts; blanks mean nothing."""
    return re.sub(r"[a-z_]+", lambda match: codes()[match.group()], rule).replace(" ", "")


@cache
def compiled() -> tuple[tuple[tuple[str, re.Pattern[str]], ...], re.Pattern[str]]:
    """Every rule, and what an island must hold to be worth reading."""
    return tuple((kind, re.compile(pattern(rule))) for kind, rule in RULES), re.compile(pattern(CORE))


def matches(lexemes: list[Lexeme]) -> Iterator[Match]:
    """The expressions in `lexemes`, in order, none overlapping: the longest that begins first."""
    code = codes()
    text = "".join(code[one.sort] for one in lexemes)
    rules, core = compiled()
    for island in re.finditer(f"[^{code[OTHER]}{code[BREAK]}]+", text):
        at, end = island.span()
        while core.search(text, at, end):
            kind, stop = longest(rules, text, at, end)
            if kind:
                yield Match(kind, at, stop)
            at = max(stop, at + 1)


def longest(rules: tuple[tuple[str, re.Pattern[str]], ...], text: str, at: int, end: int) -> tuple[str, int]:
    """Kind and end of the longest match at `at`; ("", at) where no rule matches. The earlier rule wins a tie."""
    best, stop = "", at
    for kind, rule in rules:
        found = rule.match(text, at, end)
        if found and found.end() > stop:
            best, stop = kind, found.end()
    return best, stop
