"""Expressions of time as newswire has them and TimeML marks them. Published on 16 January 2015, a Friday.

Extents after TIDES and TimeML: what comes before the noun belongs ("nearly three years"), prepositions, a possessive's
"'s" and another noun's article do not ("the five-year plan").
"""

from __future__ import annotations

import pytest

from reportedly.extract import times
from reportedly.extract.base import Found
from reportedly.extract.parse import parse
from reportedly.model import Timex, make_article

FRIDAY = "2015-01-16"


def found(text: str) -> list[Timex]:
    article = make_article(text, digest="0" * 64, published=FRIDAY)
    return list(times.find(parse(text, language="en", max_words=500, source="test"), Found(article=article)))


def shown(text: str) -> list[str]:
    """The expressions in one line each: words, type, value and mod."""
    return [f"{one.span.exact}: {one.type.value} {one.value} {one.mod or ''}".rstrip() for one in found(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The strike will go on until May.", "2015-05"),
        ("The strike goes on until May.", "2015-05"),
        ("The talks continue through April.", "2015-04"),
        ("The curfew remains in force until November.", "2015-11"),
        ("The mine is shut until September.", "2015-09"),
        ("The bridge stays closed until Monday.", "2015-01-19"),
        ("The ship was bought in August.", "2014-08"),
        ("The ship had been bought in December.", "2014-12"),
        ("The company, bought in August, is for sale.", "2014-08"),
        ("The strike went on until May.", "2014-05"),
        ("He has been in jail since October.", "2014-10"),
        ("The trial begins in March.", "2015-03"),
        ("The election is expected in June.", "2015-06"),
        ("The election, due in June, was called off.", "2015-06"),
        ("Voters go to the polls on 8 February.", "2015-02-08"),
        ("She is to stand trial in July.", "2015-07"),
        ("They hope to finish by December.", "2015-12"),
        ("It will have been finished by April.", "2015-04"),
        ("It may have been finished in April.", "2014-04"),
        ("The road is scheduled to reopen Wednesday.", "2015-01-21"),
        ("The bank said it would cut jobs in April.", "2015-04"),
        ("The bank said it had cut jobs in April.", "2014-04"),
        ("Police arrested two men Thursday.", "2015-01-15"),
        ("The talks could begin as soon as Monday.", "2015-01-19"),
        ("He said it was to have ended in March.", "2014-03"),
        ("The Feb. 13 death of the mayor is a riddle.", "2015-02-13"),
        ("The Nov. 20 death of the mayor is a riddle.", "2014-11-20"),
        ("They have tried to take the town since December.", "2014-12"),
        ("The ferry was to leave on Saturday.", "2015-01-17"),
        ("The mayor said Friday that the dam held.", "2015-01-16"),
        ("The mayor will speak on Friday.", "2015-01-16"),
        ("The mayor spoke last Friday.", "2015-01-09"),
        ("Profit will fall in the second quarter.", "2015-Q2"),
        ("Profit fell in the third quarter.", "2014-Q3"),
        ("It opened on the 12th.", "2015-01-12"),
        ("It opened on the 28th.", "2014-12-28"),
        ("It will open on the 12th.", "2015-02-12"),
    ],
)
def test_tense_tells_on_which_side_of_the_publication_a_date_lies(text: str, value: str) -> None:
    [timex] = found(text)
    assert timex.value == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prices fell earlier this week.", ["earlier this week: DATE 2015-W03"]),
        ("Prices fell late last year.", ["late last year: DATE 2014 END"]),
        ("Prices fell at the end of 2012.", ["the end of 2012: DATE 2012 END"]),
        ("Prices fell in the middle of 2012.", ["the middle of 2012: DATE 2012 MID"]),
        ("Prices fell in mid-December.", ["mid-December: DATE 2014-12 MID"]),
        ("Prices will fall by year-end.", ["year-end: DATE 2015 END"]),
        ("The town grew in the early 1990s.", ["the early 1990s: DATE 199 START"]),
        ("The town grew in the late '70s.", ["the late '70s: DATE 197 END"]),
        ("It was built in the late 19th century.", ["the late 19th century: DATE 18 END"]),
        ("It was built around 1850.", ["around 1850: DATE 1850 APPROX"]),
        ("The month of May 2012 was dry.", ["The month of May 2012: DATE 2012-05"]),
        ("It sank in the year 2000.", ["the year 2000: DATE 2000"]),
        ("Sales fell in Q3 2014.", ["Q3 2014: DATE 2014-Q3"]),
        ("Sales fell in the fourth quarter of last year.", ["the fourth quarter of last year: DATE 2014-Q4"]),
        ("Sales rose in fiscal year 2014.", ["fiscal year 2014: DATE FY2014"]),
        ("She left last winter.", ["last winter: DATE 2013-WI"]),
        ("It opened on 13-Apr-2014.", ["13-Apr-2014: DATE 2014-04-13"]),
        ("It opened on 3 March last year.", ["3 March last year: DATE 2014-03-03"]),
        ("The 2010 and 2014 polls were fair.", ["2010: DATE 2010", "2014: DATE 2014"]),
        ("The 8 January vote was fair.", ["8 January: DATE 2015-01-08"]),
        ("The third-quarter results were poor.", ["third-quarter: DATE 2014-Q3"]),
        ("Last year's results were poor.", ["Last year: DATE 2014"]),
        ("The plane left the week before last.", ["the week before last: DATE 2015-W01"]),
        ("At that time it was a port.", ["that time: DATE PAST_REF"]),
        ("Up to now it was a port.", ["now: DATE PRESENT_REF"]),
        ("Since the Sept. 11 attacks, rules are stricter.", ["Sept. 11: DATE 2001-09-11"]),
        ("Since the 9/11 attacks, rules are stricter.", ["9/11: DATE 2001-09-11"]),
        ("Its 2012 results were poor.", ["2012: DATE 2012"]),
        ("By year's end, prices will fall.", ["year's end: DATE 2015 END"]),
        ("In the quarter, sales rose.", ["the quarter: DATE 2014-Q4"]),
        ("In the first week of January it snowed.", ["the first week of January: DATE 2015-W01"]),
        ("The 2014-15 season was long.", ["2014: DATE 2014", "15: DATE 2015"]),
        ("Two days later, on Jan. 9, the siege ended.", ["Two days later: DATE 2015-01-09", "Jan. 9: DATE 2015-01-09"]),
    ],
)
def test_a_date_with_its_edges(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prices were lower a year ago.", ["a year ago: DATE 2014"]),
        ("Prices were lower nearly four years ago.", ["nearly four years ago: DATE 2011 AFTER"]),
        ("Prices were lower more than a decade ago.", ["more than a decade ago: DATE 200 BEFORE"]),
        ("Prices were lower over a year ago.", ["over a year ago: DATE 2014 BEFORE"]),
        ("Prices were lower about three months ago.", ["about three months ago: DATE 2014-10 APPROX"]),
        ("Half a century ago it was a port.", ["Half a century ago: DATE 1965"]),
        ("He left two and a half years ago.", ["two and a half years ago: DATE 2012-07"]),
        ("He spoke a week ago Friday.", ["a week ago Friday: DATE 2015-01-09"]),
        ("Sales fell 3 percent from a year earlier.", ["a year earlier: DATE 2014"]),
        (
            "Sales fell in the third quarter of 2014 from a year earlier.",
            ["the third quarter of 2014: DATE 2014-Q3", "a year earlier: DATE 2013-Q3"],
        ),
        ("In the year-earlier period, sales fell.", ["the year-earlier period: DATE 2014"]),
    ],
)
def test_what_lies_so_far_back(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Some two weeks earlier, the mayor had been seen in Ghent.",
        "The mayor had been seen in Ghent two weeks earlier.",
        "Three days later he was found.",
    ],
)
def test_what_counts_from_an_event_without_a_date_does_not_count_from_the_publication(text: str) -> None:
    [timex] = found(text)
    assert (timex.value, timex.anchor, timex.start) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He has worked there for nearly three years.", ["nearly three years: DURATION P3Y LESS_THAN"]),
        ("At least 18 months are needed.", ["At least 18 months: DURATION P18M EQUAL_OR_MORE"]),
        ("He waited for over two years.", ["over two years: DURATION P2Y MORE_THAN"]),
        ("Over the past decade, the town has shrunk.", ["the past decade: DURATION P10Y"]),
        ("In the past few days, shells fell.", ["the past few days: DURATION PXD"]),
        ("In the coming weeks, prices will rise.", ["the coming weeks: DURATION PXW"]),
        ("In coming months, prices will rise.", ["coming months: DURATION PXM"]),
        ("They fought for years.", ["years: DURATION PXY"]),
        ("Months of talks led nowhere.", ["Months: DURATION PXM"]),
        ("They are hours away from a deal.", ["hours: DURATION PTXH"]),
        ("Sales fell for three straight quarters.", ["three straight quarters: DURATION P9M"]),
        ("The bomb went off minutes before the minister arrived.", ["minutes: DURATION PTXM"]),
        ("Hours after the attack, police closed the road.", ["Hours: DURATION PTXH"]),
        ("The raid came some two weeks after the mayor had fled.", ["some two weeks: DURATION P2W APPROX"]),
        ("The five-year plan failed.", ["five-year: DURATION P5Y"]),
        ("They worked for ten or fifteen years.", ["ten: DURATION P10Y", "fifteen years: DURATION P15Y"]),
        ("He stayed for a single year.", ["a single year: DURATION P1Y"]),
        ("Prices will double over the next decade.", ["the next decade: DURATION P10Y"]),
        ("It was a weeklong visit.", ["weeklong: DURATION P1W"]),
        ("He has been ill for the past year and a half.", ["the past year and a half: DURATION P1.5Y"]),
        ("A two-week truce was agreed.", ["two-week: DURATION P2W"]),
        ("It was agreed for a three-year period.", ["a three-year period: DURATION P3Y"]),
        ("They left in the days after the raid.", ["the days: DURATION PXD"]),
        ("It is the first flood in decades.", ["decades: DURATION PXY"]),
        ("Prices rose in the first nine months of 2014.", ["the first nine months of 2014: DURATION P9M"]),
    ],
)
def test_a_duration_with_what_bounds_it(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They march every evening.", ["every evening: SET XXXX-XX-XXTEV"]),
        ("They meet twice a week.", ["twice a week: SET P1W"]),
        ("The paper appears three times a year.", ["three times a year: SET P1Y"]),
        ("Buses leave every two hours.", ["every two hours: SET PT2H"]),
        ("He calls every other day.", ["every other day: SET P2D"]),
        ("He calls once every three months.", ["once every three months: SET P3M"]),
        ("The market opens every Sunday morning.", ["every Sunday morning: SET XXXX-WXX-7TMO"]),
        ("The plant makes 300 cars a day.", ["a day: SET P1D"]),
        ("He earns 40 euros an hour.", ["an hour: SET PT1H"]),
        ("He spent a day there.", ["a day: DURATION P1D"]),
    ],
)
def test_a_set_of_times(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The quake struck at about 4 a.m. Thursday.", ["about 4 a.m. Thursday: TIME 2015-01-15T04:00 APPROX"]),
        ("The quake struck at 1830 hours.", ["1830 hours: TIME 2015-01-16T18:30"]),
        ("The quake struck at 05:30 hrs.", ["05:30 hrs: TIME 2015-01-16T05:30"]),
        ("The quake struck at 5:43 p.m. local time.", ["5:43 p.m. local time: TIME 2015-01-16T17:43"]),
        ("The train left Tuesday at 09:30 CET.", ["Tuesday at 09:30 CET: TIME 2015-01-13T09:30+01:00"]),
        ("Prices rose early Thursday morning.", ["early Thursday morning: TIME 2015-01-15TMO START"]),
        (
            "He came early in the morning of 29 April 1975.",
            ["early in the morning of 29 April 1975: TIME 1975-04-29TMO START"],
        ),
        ("The raid began at dawn.", ["dawn: TIME 2015-01-16TMO"]),
        ("Shares fell in morning trading.", ["morning: TIME 2015-01-16TMO"]),
        ("Prices rose at night.", ["night: TIME XXXX-XX-XXTNI"]),
        ("Guards came late on Wednesday night.", ["late on Wednesday night: TIME 2015-01-14TNI END"]),
        (
            "In the early morning hours of 3 April he left.",
            ["the early morning hours of 3 April: TIME 2014-04-03TMO START"],
        ),
        ("A few hours later the road was open.", ["A few hours later: TIME FUTURE_REF"]),
    ],
)
def test_a_part_of_a_day(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He was shot on 3 March 2014. They left on the 28th of that month.", "the 28th of that month", "2014-03-28"),
        ("He was shot on Tuesday. Sales rose in November. He died at 9 a.m.", "9 a.m.", "2015-01-13T09:00"),
        ("Following Monday's raid, he fled.", "Monday", "2015-01-12"),
        ("He counted 30 shots between June 1 and January 10.", "June 1", "2014-06-01"),
        ("He was shot in May 2012. It was found out before the end of the week.", "the end of the week", "2015-W03"),
    ],
)
def test_the_date_the_text_is_at(text: str, words: str, value: str) -> None:
    read = {one.span.exact: one.value for one in found(text)}
    assert read[words] == value


def test_a_clock_time_has_the_day_that_stands_after_its_zone() -> None:
    local, zoned = found("Fire broke out at 2 a.m. (0700 GMT) on Tuesday.")
    assert (local.value, zoned.value) == ("2015-01-13T02:00", "2015-01-13T07:00Z")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The day after Christmas he fled.", "The day after Christmas", "2014-12-26"),
        ("The day before Thursday he fled.", "The day before Thursday", "2015-01-14"),
        ("On the eve of New Year's Day he fled.", "the eve of New Year's Day", "2014-12-31"),
        ("On the eve of 3 March 2014 he fled.", "the eve of 3 March 2014", "2014-03-02"),
    ],
)
def test_the_day_beside_a_day(text: str, words: str, value: str) -> None:
    [timex] = found(text)
    assert (timex.span.exact, timex.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        (
            "On 3 June 2014 gunmen attacked the port. Three days after the attack he fled.",
            "2014-06-06",
            "2014-06-07",
            1,
        ),
        ("Four men were shot on Tuesday. A day after the shooting, police came.", "2015-01-14", "2015-01-15", 1),
        (
            "The raid took place on 3 June 2014. Two weeks before the raid, he was in Ghent.",
            "2014-05-19",
            "2014-05-26",
            3,
        ),
        ("He died on 3 June 2014. A month after his death, the port closed.", "2014-07-01", "2014-08-01", 4),
        ("Three days after the attack he fled.", None, None, None),
        ("On 3 June 2014 the port was sold. Three days after the attack he fled.", None, None, None),
        (
            "Gunmen attacked the port on 3 June and on 5 July 2014. Three days after the attack he fled.",
            None,
            None,
            None,
        ),
    ],
)
def test_a_length_counted_from_an_event_lies_where_the_event_was_dated(
    text: str, start: str | None, end: str | None, precision: int | None
) -> None:
    timex = next(one for one in found(text) if one.type.value == "DURATION")
    assert (timex.start, timex.end, timex.precision) == (start, end, precision)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Sales rose in the first nine months of 2014.", "2014-01-01", "2014-10-01"),
        ("It rained in the last two weeks of February 2011.", "2011-02-15", "2011-03-01"),
    ],
)
def test_the_first_or_last_part_of_a_year_has_its_days(text: str, start: str, end: str) -> None:
    [timex] = found(text)
    assert (timex.start, timex.end, timex.precise) == (start, end, False)


@pytest.mark.parametrize(
    ("text", "value", "start", "end"),
    [
        ("It opened on 03/04/2014.", "2014", "2014-03-04", "2014-04-04"),
        ("It opened on 03/04/2014 and closed on 25/04/2014.", "2014-04-03", "2014-04-03", "2014-04-04"),
        ("It opened on 03/04/2014 and closed on 4/25/2014.", "2014-03-04", "2014-03-04", "2014-03-05"),
        ("It opened on 7/13/07.", "2007-07-13", "2007-07-13", "2007-07-14"),
        ("It opened on 01/12/2015.", "2015-01-12", "2015-01-12", "2015-01-13"),
        ("It opened on 05/05/99.", "1999-05-05", "1999-05-05", "1999-05-06"),
    ],
)
def test_day_and_month_stand_as_in_the_texts_other_dates_or_near_the_publication(
    text: str, value: str, start: str, end: str
) -> None:
    timex = found(text)[0]
    assert (timex.value, timex.start, timex.end) == (value, start, end)


@pytest.mark.parametrize(
    "text",
    [
        "April Dunne met June Ferris.",
        "He ran the marathon in 2:05:33.",
        "She swam it in 1:02.45.",
        "She won in a time of 1:59.",
        "The council passed Resolution 1973.",
        "Room 2012 was empty.",
        "Flight 1999 was late.",
        "He lives at 1900 Harbour Street.",
        "Around 2000 people came.",
        "They crossed the 38th parallel.",
        "He came on the 12th floor.",
        "The six-month-old boy died.",
        "Those present left.",
        "He is in his 40s.",
        "She read the minutes of the meeting.",
        "He read it in the China Daily.",
        "The plane is a KC-30s.",
        "The lunchtime crowd left.",
        "In some quarters it was welcome.",
        "Those were our greatest days.",
        "He wrote for Ojuela Today.",
        "They sailed to Easter Island.",
        "They joined the Long March.",
        "The March of Progress is a book.",
        "At this point the tide turned.",
        "The storm tore the Airbus A340 and the Boeing 747.",
    ],
)
def test_numbers_and_names_that_tell_no_time(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("In December, the rebels gave up. In January, they went home.", "January", "1913-01"),
        ("In June (after a treaty of 1875) they gave up. In July, they went home.", "July", "1912-07"),
        ("The army that had come in May 1910 left. In June, the town fell.", "June", "1912-06"),
        ("The town fared better than the previous year. In June, it fell.", "June", "1912-06"),
    ],
)
def test_what_is_told_beside_a_narrative_does_not_move_it(text: str, words: str, value: str) -> None:
    story = (
        "On 3 May 1911 the rebels took Ojuela. In June 1911 they lost it. In August 1911 a truce was made. "
        "It held until March 1912, and in April 1912 the army came back. "
    )
    read = {one.span.exact: one.value for one in found(story + text)}
    assert read[words] == value
