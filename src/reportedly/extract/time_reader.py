"""Reads the expressions of time of one text in order, each in the light of those before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from reportedly.extract.base import Found
from reportedly.extract.clock_line import clock_lines
from reportedly.extract.parse import text_of
from reportedly.extract.time_anchor import anchor
from reportedly.extract.time_aside import aside
from reportedly.extract.time_build import build
from reportedly.extract.time_candidate import Candidate
from reportedly.extract.time_clause import direction, role
from reportedly.extract.time_dateline import Dateline, dateline, published_at
from reportedly.extract.time_elided import named, whole, with_day, with_year
from reportedly.extract.time_event import from_events
from reportedly.extract.time_figures import either_day, month_first, near, ordered
from reportedly.extract.time_grammar import matches
from reportedly.extract.time_interval import Cut, Interval, interval, into_next_day
from reportedly.extract.time_meaning import Base, Length, Meaning, Point, Shift, Vague
from reportedly.extract.time_pick import Direction
from reportedly.extract.time_range import joined
from reportedly.extract.time_reach import part_of, reach
from reportedly.extract.time_story import Story, story
from reportedly.extract.time_surroundings import Anchored, Surroundings
from reportedly.extract.time_trim import CLOSED, bare, demoted, extent, is_rate, trimmed
from reportedly.extract.time_value import Moment, moment
from reportedly.extract.time_veto import vetoed
from reportedly.extract.time_words import lex
from reportedly.model import Part, Timex, TimexRole, TimexType

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

# In news, "the next day" and "at the time" look back over so many sentences.
REACH_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Expression:
    """A run of lexemes with its meaning, before it is anchored: `lexemes[first:last]`."""

    candidate: Candidate
    meaning: Meaning
    start: int
    end: int


class Reader:
    """The times of one Doc."""

    def __init__(self, doc: Doc, found: Found) -> None:
        self.doc = doc
        self.text = text_of(doc)  # spaCy joins it anew at every call
        self.found = found
        self.head: Dateline | None = dateline(found.article.text)
        self.published = published_at(found.article.published) or (self.head.day if self.head else None)
        self.clocks = [match.span() for match in clock_lines(self.text)]
        self.tokens = [token.idx for token in doc]
        self.lexemes = [demoted(one, self.covering) for one in lex(self.text)]
        self.sentences = [sentence.start_char for sentence in doc.sents]
        self.month_first = month_first(self.lexemes)
        self.story: Story | None = None
        self.current: Moment | None = None
        self.current_sentence = 0
        self.day: Moment | None = None
        self.day_sentence = 0
        self.last_end = 0

    def times(self) -> Iterator[Timex]:
        """The expressions in order."""
        expressions = self.with_years(list(self.expressions()))
        self.story = story([one.meaning for one in expressions], today(self.published))
        found: list[tuple[Expression, Timex]] = []
        for expression in expressions:
            timex = self.timex(expression)
            found.append((expression, timex))
            self.remember(expression, timex)
        yield from from_events(list(joined([timex for _, timex in found], self.text)), self.doc, self.tokens)

    def expressions(self) -> Iterator[Expression]:
        """What the grammar finds and no veto takes away; the date of publication in its own line is left out."""
        found = [trimmed(match, self.lexemes) for match in matches(self.lexemes)]
        for match, words in whole(found, self.lexemes):
            start, end = extent(match, self.lexemes, self.covering)
            if (
                self.found.part is Part.TEXT
                and self.head
                and self.head.alone
                and self.head.start <= start < self.head.end
            ):
                continue
            meaning = build(match.kind, words)
            if meaning is None:
                continue
            meaning = ordered(named(meaning, self.lexemes[match.last : match.last + 2]), self.month_first)
            meaning = ordered(meaning, near(meaning, today(self.published)))
            candidate = Candidate(bare(match, self.lexemes), self.lexemes, self.covering(start, end), self.text)
            if is_rate(candidate):
                meaning = build("repeat", words) or meaning
            if not vetoed(candidate) and not out_of_place(candidate):
                yield Expression(candidate, meaning, start, end)

    def covering(self, start: int, end: int) -> Tokens:
        """The tokens that hold the code points from `start` to `end`."""
        return self.doc[bisect_right(self.tokens, start) - 1 : bisect_right(self.tokens, end - 1)]

    def with_years(self, expressions: list[Expression]) -> list[Expression]:
        """The same, where one of two joined months takes the year that is said after the other."""
        for at in range(len(expressions) - 2, -1, -1):
            one, following = expressions[at], expressions[at + 1]
            joint = self.text[one.end : following.start]
            if not isinstance(one.meaning, Point) or not isinstance(following.meaning, Point):
                continue
            if JOINT.fullmatch(joint):
                expressions[at] = replace(one, meaning=with_year(one.meaning, following.meaning))
            elif joint.strip() == "(":
                expressions[at] = replace(one, meaning=with_day(one.meaning, following.meaning))
        return expressions

    def timex(self, expression: Expression) -> Timex:
        """One expression, anchored."""
        narrative = self.story is not None
        tokens, meaning = expression.candidate.tokens, expression.meaning
        title = self.found.part is Part.TITLE
        towards = direction(tokens, title=title)
        around = Surroundings(
            published=self.published,
            current=self.near(expression, self.current, self.current_sentence),
            day=self.near(expression, self.day, self.day_sentence),
            direction=towards,
            narrative=narrative,
            renamed=self.renames(expression),
        )
        clock = self.is_clock(expression)
        if clock:
            around = Surroundings(published=self.published)
        if expression.candidate.previous(*COMPARING) and isinstance(meaning, Shift) and around.current is None:
            meaning = replace(meaning, base=Base.PUBLISHED)
        if narrative and [one.text for one in expression.candidate.words] == ["today"]:
            meaning = Vague(value="PRESENT_REF")
        anchored = anchor(meaning, around)
        covered = self.covered(expression, anchored, around)
        span = self.found.span(expression.start, expression.end)
        return Timex(
            id=self.found.id("t", span),
            span=span,
            type=anchored.type,
            value=anchored.value,
            mod=anchored.mod,
            anchor=anchored.anchor,
            role=TimexRole.SAID if clock else role(tokens),
            start=covered.start,
            end=covered.end,
            precise=covered.precise,
            precision=covered.precision,
        )

    def is_clock(self, expression: Expression) -> bool:
        """Whether it is the clock of an entry of a live report: on the day of publication, and no day of the story."""
        return any(start <= expression.start and expression.end <= end for start, end in self.clocks)

    def covered(self, expression: Expression, anchored: Anchored, around: Surroundings) -> Interval:
        """The days of an anchored expression."""
        meaning, it = expression.meaning, expression.candidate
        day = None if around.narrative else today(self.published)
        if isinstance(meaning, Length) and meaning.of is not None:
            return part_of(meaning, anchored.value, anchor(meaning.of, around).value)
        if isinstance(meaning, Length | Vague):
            return reach(meaning, anchored, day, preposition=it.preposition)
        cut = Cut(
            published=day,
            past=around.direction is Direction.PAST,
            so_far=meaning.so_far if isinstance(meaning, Point | Shift) else None,
            preposition=it.preposition,
            whole=any(one.text in WHOLE for one in it.words) or (it.before is not None and it.before.text in WHOLE),
        )
        if isinstance(meaning, Point) and meaning.either:
            return either_day(meaning)
        known = interval(anchored.value, cut) if anchored.value else Interval()
        return into_next_day(known) if it.words[-1].text == "overnight" else known

    def renames(self, expression: Expression) -> bool:
        """Whether "the day after …" stands in apposition to the date right before it."""
        it = expression.candidate
        apart = it.before is not None and it.before.sort == "comma" and it.match.first > 1
        ends = it.words[-1].sort in ("before", "after") and it.after is not None and it.after.sort not in CLOSED
        return apart and ends and self.current is not None and self.last_end == self.lexemes[it.match.first - 2].end

    def near(self, expression: Expression, known: Moment | None, sentence: int) -> Moment | None:
        """What was known at a sentence, if that is near enough in news."""
        if known is None or self.story is not None:
            return known
        return known if self.sentence(expression.start) - sentence <= REACH_SENTENCES else None

    def sentence(self, offset: int) -> int:
        """The number of the sentence at a code point."""
        return bisect_right(self.sentences, offset)

    def remember(self, expression: Expression, timex: Timex) -> None:
        """Make a date the one the text is at."""
        if timex.value is None or timex.type not in (TimexType.DATE, TimexType.TIME) or self.is_clock(expression):
            return
        known = moment(timex.value, timex.id)
        if self.story is not None and self.current is not None and aside(expression.candidate, expression.meaning):
            return
        if known is not None and (self.story is None or known.bc or self.story.holds(known.year)):
            self.current, self.current_sentence = known, self.sentence(expression.start)
            self.last_end = expression.end
            if known.day is not None:
                self.day, self.day_sentence = known, self.current_sentence


def out_of_place(candidate: Candidate) -> bool:
    """Whether "soon" or "at this point" tells an order of events, no future or present: beside a past predicate."""
    return candidate.words[-1].text in OF_ORDER and direction(candidate.tokens) is Direction.PAST


# Beside a past predicate these tell an order of events: "was soon replaced", "at this point the tide turned".
OF_ORDER = frozenset({"soon", "at this point", "at this stage"})
# "Down from a year earlier" compares with the time of publication, where the text has named no other.
COMPARING = frozenset({"from", "than", "with", "to", "against"})
JOINT = re.compile(r"\s*(?:,|/|-|–|—|,?\s*(?:and|or|to|until|till|through))\s*(?:the\s)?", re.IGNORECASE)
WHOLE = frozenset({"throughout", "all", "entire", "whole", "full", "throughout the", "all through"})


def today(published: datetime | date | None) -> date | None:
    """The day of publication."""
    return published.date() if isinstance(published, datetime) else published
