"""Expressions of time: extents, values, anchors, intervals, roles. Published on 16 January 2015, a Friday."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from reportedly.extract import times
from reportedly.extract.base import Found
from reportedly.extract.clock_line import clock_lines
from reportedly.extract.parse import parse, pipeline
from reportedly.extract.time_anchor import anchor
from reportedly.extract.time_dateline import dateline
from reportedly.extract.time_interval import Cut, bounds, interval, lengthened
from reportedly.extract.time_meaning import Base, Length, Point, Shift
from reportedly.extract.time_pick import Direction
from reportedly.extract.time_surroundings import Surroundings
from reportedly.extract.time_value import Moment, duration, easter, feast
from reportedly.extract.time_words import entries, pieces
from reportedly.lexicon.table import table
from reportedly.model import Part, Timex, TimexRole, make_article

FRIDAY = "2015-01-16"


def found(text: str, published: str | None = FRIDAY) -> list[Timex]:
    article = make_article(text, digest="0" * 64, published=published)
    return list(times.find(pipeline("en")(text), Found(article=article)))


def values(text: str, published: str | None = FRIDAY) -> dict[str, str | None]:
    return {one.span.exact: one.value for one in found(text, published)}


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The bridge opened on 16 January 2015.", "16 January 2015", "2015-01-16"),
        ("The bridge opened on January 16th, 2015.", "January 16th, 2015", "2015-01-16"),
        ("The bridge opened on the 3rd of March 2011.", "the 3rd of March 2011", "2011-03-03"),
        ("The bridge opened on Tuesday, 3 March 2011.", "Tuesday, 3 March 2011", "2011-03-03"),
        ("The bridge opened on Sept. 9, 2014.", "Sept. 9, 2014", "2014-09-09"),
        ("The bridge opened on 2015-01-09.", "2015-01-09", "2015-01-09"),
        ("The bridge opened on 25/12/2014.", "25/12/2014", "2014-12-25"),
        ("The bridge opened in January 2014.", "January 2014", "2014-01"),
        ("The bridge opened in February of 2013.", "February of 2013", "2013-02"),
        ("The bridge opened in 2013.", "2013", "2013"),
        ("The bridge was planned in the 1990s.", "the 1990s", "199"),
        ("The bridge was planned in the early '90s.", "the early '90s", "199"),
        ("The bridge was planned in mid-2012.", "mid-2012", "2012"),
        ("The bridge was built in the 19th century.", "the 19th century", "18"),
        ("The temple was built in 480 BC.", "480 BC", "BC0480"),
        ("Sales fell in the third quarter of 2014.", "the third quarter of 2014", "2014-Q3"),
        ("Sales fell in the first half of 2012.", "the first half of 2012", "2012-H1"),
        ("Sales fell in fiscal 2010.", "fiscal 2010", "FY2010"),
        ("She left in the summer of 2013.", "the summer of 2013", "2013-SU"),
        ("She left on Christmas Eve 2013.", "Christmas Eve 2013", "2013-12-24"),
        ("She left at the end of 2013.", "the end of 2013", "2013"),
        ("She left in the last week of March 2009.", "the last week of March 2009", "2009-W13"),
    ],
)
def test_a_full_date_needs_no_anchor(text: str, words: str, value: str) -> None:
    [timex] = found(text)
    assert (timex.span.exact, timex.value, timex.anchor) == (words, value, None)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The ferry sank on Thursday.", "Thursday", "2015-01-15"),
        ("The ferry sank on Friday.", "Friday", "2015-01-16"),
        ("The ferry sank on Saturday.", "Saturday", "2015-01-10"),
        ("The ferry will sail on Friday.", "Friday", "2015-01-16"),
        ("The ferry will sail on Monday.", "Monday", "2015-01-19"),
        ("The market opens on Monday.", "Monday", "2015-01-19"),
        ("The hearing is scheduled for Wednesday.", "Wednesday", "2015-01-21"),
        ("The ferry sank last Friday.", "last Friday", "2015-01-09"),
        ("The ferry will sail next Friday.", "next Friday", "2015-01-23"),
        ("The ferry sank on Tuesday evening.", "Tuesday evening", "2015-01-13TEV"),
        ("The ferry sank yesterday.", "yesterday", "2015-01-15"),
        ("The ferry will sail tomorrow.", "tomorrow", "2015-01-17"),
        ("The ferry sank the day before yesterday.", "the day before yesterday", "2015-01-14"),
        ("The ferry sank this morning.", "this morning", "2015-01-16TMO"),
        ("The ferry sank last night.", "last night", "2015-01-15TNI"),
        ("The ferry sank overnight.", "overnight", "2015-01-15TNI"),
        ("The ferry sank over the weekend.", "the weekend", "2015-W02-WE"),
        ("The ferry will sail this weekend.", "this weekend", "2015-W03-WE"),
        ("The ferry will sail next week.", "next week", "2015-W04"),
        ("The ferry sank last week.", "last week", "2015-W02"),
        ("The ferry sank last month.", "last month", "2014-12"),
        ("The ferry sank last year.", "last year", "2014"),
        ("The ferry sank last July.", "last July", "2014-07"),
        ("The ferry sank last winter.", "last winter", "2013-WI"),
        ("The ferry sank earlier this year.", "earlier this year", "2015"),
        ("The ferry was bought in August.", "August", "2014-08"),
        ("The strike will go on until May.", "May", "2015-05"),
        ("The ferry was bought on March 3.", "March 3", "2014-03-03"),
        ("The ferry will be sold on March 3.", "March 3", "2015-03-03"),
        ("The ferry will be sold in October of next year.", "October of next year", "2016-10"),
        ("The ferry sank two weeks ago.", "two weeks ago", "2015-W01"),
        ("The ferry sank three days ago.", "three days ago", "2015-01-13"),
        ("The ferry sank 18 months ago.", "18 months ago", "2013-07"),
        ("The ferry sank a decade ago.", "a decade ago", "200"),
        ("The ferry sank days ago.", "days ago", "PAST_REF"),
    ],
)
def test_a_relative_date_counts_from_the_publication(text: str, words: str, value: str) -> None:
    [timex] = found(text)
    assert (timex.span.exact, timex.value) == (words, value)
    assert timex.anchor == (None if value == "PAST_REF" else "published")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He was shot on 3 March 2014. His wife left the next day.", "the next day", "2014-03-04"),
        ("He was shot on 3 March 2014. His wife had left the day before.", "the day before", "2014-03-02"),
        ("He was shot on 3 March 2014. His wife left three days later.", "three days later", "2014-03-06"),
        ("He was shot on 3 March 2014. They had met two weeks earlier.", "two weeks earlier", "2014-W08"),
        ("He was shot on 3 March 2014. At the time, nobody knew him.", "the time", "2014-03-03"),
        ("He was shot on 3 March 2014. Nobody knew him at that moment.", "that moment", "2014-03-03"),
        ("He was shot on 3 March 2014. His wife left later that year.", "later that year", "2014"),
        ("On Friday, the day after the raid, the street was quiet.", "the day after", "2015-01-16"),
    ],
)
def test_other_dates_count_from_the_date_the_text_is_at(text: str, words: str, value: str) -> None:
    first, second = found(text)
    assert (second.span.exact, second.value, second.anchor) == (words, value, first.id)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He lived there for ten years.", "ten years", "P10Y"),
        ("He lived there for a decade.", "a decade", "P10Y"),
        ("He was away for several days.", "several days", "PXD"),
        ("He lived there for years.", "years", "PXY"),
        ("He waited for a year and a half.", "a year and a half", "P1.5Y"),
        ("The past few days were cold.", "The past few days", "PXD"),
        ("He waited for half an hour.", "half an hour", "PT30M"),
        ("It was a 46-day siege.", "46-day", "P46D"),
        ("He waited for two and a half years.", "two and a half years", "P2.5Y"),
        ("It lasted more than two hundred days.", "more than two hundred days", "P200D"),
        ("He stayed twenty-five minutes.", "twenty-five minutes", "PT25M"),
        ("Three days after the raid he fled.", "Three days", "P3D"),
    ],
)
def test_a_length_is_a_duration(text: str, words: str, value: str) -> None:
    [timex] = [one for one in found(text) if one.span.exact in words]
    assert (timex.type.value, timex.span.exact, timex.value) == ("DURATION", words, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He meets her every Friday.", "XXXX-WXX-5"),
        ("The market opens on Sundays.", "XXXX-WXX-7"),
        ("He is seen twice a month.", "P1M"),
        ("It is printed daily.", "P1D"),
        ("He prays every day.", "P1D"),
        ("They meet every two weeks.", "P2W"),
        ("They march every evening.", "XXXX-XX-XXTEV"),
    ],
)
def test_a_habit_is_a_set(text: str, value: str) -> None:
    [timex] = found(text)
    assert (timex.type.value, timex.value) == ("SET", value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Now the harbour is closed.", "PRESENT_REF"),
        ("The harbour is currently closed.", "PRESENT_REF"),
        ("The harbour was recently closed.", "PAST_REF"),
        ("Nobody speaks of the future.", "FUTURE_REF"),
        ("The harbour has grown in recent weeks.", "PAST_REF"),
    ],
)
def test_vague_times_refer_to_present_past_or_future(text: str, value: str) -> None:
    [timex] = found(text)
    assert timex.value == value


@pytest.mark.parametrize(
    ("text", "words", "value", "start"),
    [
        (
            "The train left at 09:30 CET on Tuesday.",
            "09:30 CET on Tuesday",
            "2015-01-13T09:30+01:00",
            "2015-01-13T09:30+01:00",
        ),
        ("The train left at 5 p.m. on 3 March 2014.", "5 p.m. on 3 March 2014", "2014-03-03T17:00", "2014-03-03T17:00"),
        ("The train left at 12.15pm yesterday.", "12.15pm yesterday", "2015-01-15T12:15", "2015-01-15T12:15"),
        ("The train left on Tuesday at noon.", "Tuesday at noon", "2015-01-13T12:00", "2015-01-13T12:00"),
        ("The train left at 1430 GMT on Tuesday.", "1430 GMT on Tuesday", "2015-01-13T14:30Z", "2015-01-13T14:30Z"),
    ],
)
def test_a_clock_time_and_its_day_are_one_expression(text: str, words: str, value: str, start: str) -> None:
    [timex] = found(text)
    assert (timex.span.exact, timex.type.value, timex.value, timex.start) == (words, "TIME", value, start)


@pytest.mark.parametrize(
    "text",
    [
        "She may march in the second row.",
        "The 35-year-old sailor was freed.",
        "The sailor, 26 years old, was freed.",
        "They won 3-2 and lost 1-4.",
        "Police found 2000 rifles.",
        "The wall is about 1200 metres long.",
        "He paid $1999 for it.",
        "It was the second man and a second boat.",
        "A quarter of the houses burned.",
        "Prices fall and waters spring from rocks.",
        "It was a difficult day.",
        "The fall of the town shook the harbour.",
        "The code was 30 February 2015.",
        "The code was 99/99/2015.",
        "The score was 25:61 at last.",
    ],
)
def test_words_that_only_look_like_times_are_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "start", "end", "precise", "precision"),
    [
        ("The ferry sank on Thursday.", "2015-01-15", "2015-01-16", True, 1),
        ("The ferry sank in March 2014.", "2014-03-01", "2014-04-01", False, 4),
        ("The ferry sank in 2013.", "2013-01-01", "2014-01-01", False, 5),
        ("The ferry sank last week.", "2015-01-05", "2015-01-12", False, 3),
        ("The ferry sank overnight.", "2015-01-15", "2015-01-17", False, 2),
        ("The ferry has been missing since 12 January.", "2015-01-12", "2015-01-17", True, 2),
        ("Many have left since 2013.", "2013-01-01", "2015-01-17", False, 5),
        ("The strike will go on until May.", None, "2015-06-01", False, 5),
        ("Few had left before 2012.", None, "2012-01-01", False, 5),
        ("They fought throughout 2014.", "2014-01-01", "2015-01-01", True, 5),
        ("He resigned earlier this year.", "2015-01-01", "2015-01-17", False, 4),
        ("He will go later this month.", "2015-01-16", "2015-02-01", False, 4),
        ("Twelve fled in the last two weeks.", "2015-01-02", "2015-01-17", False, 4),
        ("Now the harbour is closed.", "2015-01-16", "2015-01-17", True, 1),
        ("The wall stood for ten years.", None, None, True, None),
        ("The temple was built in 480 BC.", None, None, True, None),
    ],
)
def test_an_interval_covers_every_day_the_words_allow(
    text: str, start: str | None, end: str | None, precise: bool, precision: int | None
) -> None:
    [timex] = found(text)
    assert (timex.start, timex.end, timex.precise, timex.precision) == (start, end, precise, precision)


@pytest.mark.parametrize(
    ("text", "words", "start", "end", "precise"),
    [
        ("They hid from 3 to 9 June 2014.", ["3", "9 June 2014"], "2014-06-03", "2014-06-10", True),
        ("They hid between March and May 2014.", ["March", "May 2014"], "2014-03-01", "2014-06-01", False),
        ("They hid from 2009 to 2011.", ["2009", "2011"], "2009-01-01", "2012-01-01", True),
        ("The fair (January 12-14) was quiet.", ["January 12", "14"], "2015-01-12", "2015-01-15", True),
    ],
)
def test_both_ends_of_a_range_carry_the_whole_range(
    text: str, words: list[str], start: str, end: str, precise: bool
) -> None:
    pair = found(text)
    assert [one.span.exact for one in pair] == words
    assert {(one.start, one.end, one.precise) for one in pair} == {(start, end, precise)}


def test_a_length_before_or_after_a_day_lies_on_the_day_it_leads_to() -> None:
    length, day = found("They fought again three days after 3 January 2014.")
    assert (length.value, length.start, length.anchor) == ("P3D", "2014-01-06", day.id)
    assert day.start == "2014-01-03"


def test_a_month_takes_the_year_of_the_one_it_is_joined_to() -> None:
    assert values("They fled in August and September 2011.") == {"August": "2011-08", "September 2011": "2011-09"}
    assert values("They fled from November to January 2011.") == {"November": "2010-11", "January 2011": "2011-01"}


def test_without_a_publication_relative_dates_stay_open() -> None:
    text = "On Friday he left; yesterday he came back; in March it snowed; last year too; on 3 March they met."
    assert values(text, None) == {
        "Friday": "XXXX-WXX-5",
        "yesterday": None,
        "March": "XXXX-03",
        "last year": None,
        "3 March": "XXXX-03-03",
    }
    assert all(one.start is None and one.anchor is None for one in found(text, None))


@pytest.mark.parametrize("published", ["16 January 2015", "yesterday", "2015-13-45", "0001-01-01", "9999-12-31"])
def test_a_publication_that_is_no_date_counts_as_none(published: str) -> None:
    assert values("He left yesterday.", published) == {"yesterday": None}


def test_a_dateline_stands_in_for_the_publication() -> None:
    assert values("KYIV, 3 March 2022 - Shelling began on Wednesday.", None)["Wednesday"] == "2022-03-02"


def test_a_date_in_its_own_line_is_the_articles_and_no_finding() -> None:
    assert values("Ferry sinks off Ostend\nJanuary 14, 2015\nThe ferry sank on Monday.", None) == {
        "Monday": "2015-01-12"
    }


def test_a_hour_counts_from_the_hour_of_publication() -> None:
    assert values("The bridge closed two hours ago.", "2015-01-16T10:00:00+01:00") == {
        "two hours ago": "2015-01-16T08:00"
    }
    assert values("The bridge closed two hours ago.") == {"two hours ago": "PAST_REF"}


def test_a_narrative_counts_from_the_date_it_is_at() -> None:
    text = (
        "On 3 May 1911 the rebels took Ojuela. In June 1911 they lost it. In August 1911 a truce was made. "
        "It held until March 1912, and in October 1912 the army came back. In December, the rebels gave up. "
        "The next year, their leader was shot."
    )
    read = values(text)
    assert (read["December"], read["The next year"]) == ("1912-12", "1913")


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("The mayor said on Thursday that the bridge had collapsed.", "Thursday", TimexRole.SAID),
        ("The bridge collapsed on Thursday.", "Thursday", TimexRole.TRUE),
        ("The mayor said the bridge had collapsed on Wednesday.", "Wednesday", TimexRole.TRUE),
        ("The 2003 invasion changed the harbour.", "2003", TimexRole.OTHER),
    ],
)
def test_said_when_and_true_when_are_two_axes(text: str, words: str, role: TimexRole) -> None:
    [timex] = found(text)
    assert (timex.span.exact, timex.role) == (words, role)


def test_spans_are_the_texts_own_words() -> None:
    text = "Am 🌊 Strand: the ferry sank on\u00a0Tuesday evening — “at 5 p.m.”, on 3 March 2014…\n\nمرحبا, last year."
    read = found(text)
    assert len(read) == 4
    assert all(text[one.span.start : one.span.end] == one.span.exact for one in read)
    assert [one.id for one in read] == [one.id for one in found(text)]


def test_a_title_is_read_against_the_same_publication() -> None:
    article = make_article(
        "Nothing here.", digest="0" * 64, published=FRIDAY, title="Ferry sinks off Ostend on Thursday"
    )
    text = Found(article=article)
    [timex] = times.find(pipeline("en")(article.title or ""), Found(article=article, part=Part.TITLE, before=text))
    assert (timex.span.part, timex.value) == (Part.TITLE, "2015-01-15")


# The pure parts.


@pytest.mark.parametrize(
    ("value", "first", "after"),
    [
        ("2015-01-16", date(2015, 1, 16), date(2015, 1, 17)),
        ("2015-01-16TEV", date(2015, 1, 16), date(2015, 1, 17)),
        ("2016-02", date(2016, 2, 1), date(2016, 3, 1)),
        ("2014-WI", date(2014, 12, 1), date(2015, 3, 1)),
        ("2015-W01", date(2014, 12, 29), date(2015, 1, 5)),
        ("2015-W02-WE", date(2015, 1, 10), date(2015, 1, 12)),
        ("2014-Q4", date(2014, 10, 1), date(2015, 1, 1)),
        ("2014-H2", date(2014, 7, 1), date(2015, 1, 1)),
        ("199", date(1990, 1, 1), date(2000, 1, 1)),
        ("19", date(1900, 1, 1), date(2000, 1, 1)),
    ],
)
def test_bounds_are_half_open(value: str, first: date, after: date) -> None:
    assert bounds(value) == (first, after)


@pytest.mark.parametrize(
    "value", ["P3D", "PRESENT_REF", "XXXX-03", "BC0480", "FY2010", "2015-13", "2015-02-30", "2014-XX-XX"[:0]]
)
def test_what_has_no_place_in_the_calendar_has_no_bounds(value: str) -> None:
    assert bounds(value) is None


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (Decimal(3), "D", "P3D"),
        (Decimal(10), "DE", "P100Y"),
        (Decimal(1), "FN", "P2W"),
        (None, "D", "PXD"),
        (None, "MI", "PTXM"),
        (Decimal("0.5"), "Y", "P6M"),
        (Decimal("0.5"), "H", "PT30M"),
        (Decimal("22.8"), "Y", "P22.8Y"),
    ],
)
def test_durations_in_units_that_timex3_has(count: Decimal | None, unit: str, value: str) -> None:
    assert duration(count, unit) == value


@pytest.mark.parametrize(
    ("year", "day"), [(2015, date(2015, 4, 5)), (2024, date(2024, 3, 31)), (2000, date(2000, 4, 23))]
)
def test_easter(year: int, day: date) -> None:
    assert easter(year) == day


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("12-25", date(2014, 12, 25)),
        ("11 4 4", date(2014, 11, 27)),
        ("5 1 -1", date(2014, 5, 26)),
        ("easter -2", date(2014, 4, 18)),
    ],
)
def test_feasts(rule: str, day: date) -> None:
    assert feast(rule, 2014) == day


@pytest.mark.parametrize(
    ("meaning", "direction", "value"),
    [
        (Point(weekday=5), Direction.PAST, "2015-01-16"),
        (Point(weekday=5), Direction.FUTURE, "2015-01-16"),
        (Point(weekday=4), Direction.FUTURE, "2015-01-22"),
        (Point(month=1, day=20), Direction.PAST, "2014-01-20"),
        (Point(month=2, day=29), Direction.PAST, "2012-02-29"),
        (Shift(unit="M", count=Decimal(-2), base=Base.PUBLISHED), Direction.PAST, "2014-11"),
        (Length(unit="Y", count=Decimal(4)), Direction.PAST, "P4Y"),
    ],
)
def test_anchor_is_a_function_of_meaning_and_surroundings(
    meaning: Point | Shift | Length, direction: Direction, value: str
) -> None:
    around = Surroundings(published=date(2015, 1, 16), direction=direction)
    assert anchor(meaning, around).value == value


def test_the_current_date_wins_for_what_counts_from_the_text() -> None:
    around = Surroundings(published=datetime(2015, 1, 16, 9, 0), current=Moment(year=2014, month=12, day=31, id="t1"))  # noqa: DTZ001
    anchored = anchor(Shift(unit="D", count=Decimal(1), base=Base.CONTEXT), around)
    assert (anchored.value, anchored.anchor) == ("2015-01-01", "t1")


@pytest.mark.parametrize(
    ("preposition", "start", "end"),
    [("since", "2014-03-01", "2015-01-17"), ("until", None, "2014-04-01"), ("after", "2014-04-01", "2015-01-17")],
)
def test_a_preposition_opens_one_side(preposition: str, start: str | None, end: str | None) -> None:
    read = interval("2014-03", Cut(published=date(2015, 1, 16), preposition=preposition))
    assert (read.start, read.end) == (start, end)


def test_months_are_no_thirty_days() -> None:
    assert lengthened(date(2015, 1, 31), "P1M", 1) == date(2015, 2, 28)
    assert lengthened(date(2015, 1, 31), "PXD", 1) is None


def test_datelines() -> None:
    line = dateline("BRUSSELS, Jan. 16 (Agence Nord) — Police raided a house.")
    assert line is not None and (line.day, line.alone) == (None, False)
    assert dateline("Police raided a house on 16 January 2015 in Liège.") is None


LIVE = """The mayor spoke on Tuesday.

14:05 The dam has burst, the mayor said.

13:40 Up to 2,300 residents left on Wednesday.

12.30pm: Nobody was hurt. The road was closed the same day.
"""


@pytest.mark.parametrize(
    ("published", "clocks"),
    [
        (FRIDAY, ["2015-01-16T14:05", "2015-01-16T13:40", "2015-01-16T12:30"]),
        (None, ["XXXX-XX-XXT14:05", "XXXX-XX-XXT13:40", "XXXX-XX-XXT12:30"]),
    ],
)
def test_clock_at_the_head_of_a_line_is_of_the_day_of_publication(published, clocks) -> None:
    said = [one for one in found(LIVE, published) if one.type.value == "TIME"]
    assert [one.value for one in said] == clocks
    assert {one.role for one in said} == {TimexRole.SAID}


def test_clock_at_the_head_of_a_line_does_not_move_the_story() -> None:
    assert values(LIVE)["the same day"] == "2015-01-14"


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        (LIVE, ["The dam", "Up to 2", "Nobody "]),
        ("Live\n09:15 GMT\nPolice came.", ["\nPolice"]),
        ("9.10am – Police came.", ["Police "]),
        ("The long train to the coast left Ghent at\n14:05 Monday and came late.", []),
        ("12.30 Euros were paid.", []),
        ("3:0 Lions.", []),
    ],
)
def test_entries_of_a_live_report_begin_behind_their_clock(text, entries) -> None:
    assert [text[match.end() : match.end() + 7] for match in clock_lines(text)] == entries


def test_clock_is_no_part_of_the_sentence_behind_it() -> None:
    doc = parse(LIVE, language="en", max_words=500, source="test")
    starts = {sentence.start_char for sentence in doc.sents}
    assert {LIVE.index(words) for words in ("The dam", "Up to", "Nobody")} <= starts


def test_every_word_of_time_stands_once_with_its_source() -> None:
    rows = table("time_words")
    assert len({tuple(pieces(row["word"])) for row in rows}) == len(rows)
    assert all(row["source"] and row["licence"] for row in rows)
    assert entries()["january"] == ("month", "1")
