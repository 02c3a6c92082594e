"""Text in, figures out."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.extract import figures as layer
from reportedly.extract import times
from reportedly.extract.base import Found
from reportedly.extract.figure_number import numerals
from reportedly.extract.parse import parse
from reportedly.lexicon.table import table
from reportedly.model import Comparator, Figure, Trend
from tests.builders import article


@cache
def figures(text: str) -> list[Figure]:
    found = Found(article=article(text))
    doc = parse(text, language="en", max_words=5_000, source="test")
    found.times.extend(times.find(doc, found))
    return list(layer.find(doc, found))


@cache
def timed(text: str) -> list[tuple[str, str | None]]:
    """The words of each figure, and of the time it is true of."""
    found = Found(article=article(text))
    doc = parse(text, language="en", max_words=5_000, source="test")
    found.times.extend(times.find(doc, found))
    said = {timex.id: timex.span.exact for timex in found.times}
    return [(figure.span.exact, said.get(figure.as_of)) for figure in layer.find(doc, found)]


def ends(figure: Figure) -> tuple[float | None, float | None]:
    return figure.low, figure.high


# The number grammar, read off plain text.


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,204", 1204),
        ("10,00,000", 1_000_000),
        ("12\u00a0500", 12_500),
        ("2 000", 2000),
        (".5", 0.5),
        ("3.75", 3.75),
        ("5½", 5.5),
        ("twenty-five", 25),
        ("one hundred and twelve", 112),
        ("two thousand three hundred", 2300),
        ("one million two hundred thousand", 1_200_000),
        ("4 hundred million", 400_000_000),
        ("1.2 million", 1_200_000),
        ("$2.3m", 2_300_000),
        ("40k", 40_000),
        ("£5bn", 5_000_000_000),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("half a million", 500_000),
        ("two and a half million", 2_500_000),
        ("three-quarters of a million", 750_000),
        ("5 lakh", 500_000),
        ("minus 5", -5),
        ("DAX -1.6%", -1.6),
        ("$-50", -50),
        ("1/2 pound", 0.5),
    ],
)
def test_a_numeral_has_its_value(text, value):
    [numeral] = numerals(text)
    assert numeral.number == pytest.approx(value)


def test_a_letter_scales_only_money_and_plurals():
    assert [n.number for n in numerals("2.3m people")] == [2_300_000]
    assert [n.number for n in numerals("a 50m pool")] == [50]


def test_numbers_side_by_side_stay_apart():
    assert [n.number for n in numerals("five and six, one to two")] == [5, 6, 1, 2]


@given(st.integers(min_value=0, max_value=10**15))
def test_digits_with_separators_keep_their_value(number):
    assert [n.number for n in numerals(f"{number:,} boats")] == [number]


@given(st.text(alphabet="0123456789 .,-½amkbn$hundred", max_size=60))
def test_any_jumble_has_numerals_in_order_and_within_the_text(text):
    last = 0
    for numeral in numerals(text):
        assert last <= numeral.start < numeral.end <= len(text)
        last = numeral.end


# Bounds.


@pytest.mark.parametrize(
    ("text", "low", "high", "comparator"),
    [
        ("At least 12 people were hurt.", 12, None, "at_least"),
        ("No fewer than 40 houses burned down.", 40, None, "at_least"),
        ("More than 300 sailors came ashore.", 300, None, "more_than"),
        ("Over 300 sailors came ashore.", 300, None, "more_than"),
        ("Up to 15 people may be trapped.", None, 15, "at_most"),
        ("As many as 30 boats were lost.", None, 30, "at_most"),
        ("Fewer than ten families stayed.", None, 10, "less_than"),
        ("Under 4% of the fields were sown.", None, 4, "less_than"),
        ("About 60 miners walked out.", 60, 60, "about"),
        ("Some 300 residents were moved.", 300, 300, "about"),
        ("An estimated 5 million voters stayed away.", 5_000_000, 5_000_000, "about"),
        ("Nearly 300 sailors came ashore.", None, 300, "about"),
        ("Almost 70kg of silver was found.", None, 70, "about"),
        ("12 to 15 people were hurt.", 12, 15, "between"),
        ("Between five and ten soldiers were captured.", 5, 10, "between"),
        ("More than 10 but fewer than 20 boats sank.", 10, 20, "between"),
        ("Around 40 to 50 lorries were stopped.", 40, 50, "about"),
        ("Forty or more officers were on the quay.", 40, None, "at_least"),
        ("A hundred or so villagers stayed.", 100, 100, "about"),
        ("Dozens of people were hurt.", 12, None, "vague"),
        ("Scores of people fled the valley.", 20, None, "vague"),
        ("Hundreds of homes are without power.", 100, None, "vague"),
        ("Tens of thousands of homes are without power.", 10_000, None, "vague"),
        ("The mast stood a few hundred yards away.", 200, None, "vague"),
        ("Several villagers were hurt.", 3, None, "vague"),
        ("A dozen protesters were held.", 12, 12, "exactly"),
        ("No one was hurt.", 0, 0, "exactly"),
        ("None of the sailors survived.", 0, 0, "exactly"),
        ("Not one of the hostages was hurt.", 0, 0, "exactly"),
        ("There were no casualties.", 0, 0, "exactly"),
        ("Two to three million voters stayed away.", 2_000_000, 3_000_000, "between"),
        ("It costs between $5 and $10.", 5, 10, "between"),
        ("The plan went to between $US160 million and $US171 million.", 160_000_000, 171_000_000, "between"),
        ("It has more than 1000 customers.", 1000, None, "more_than"),
    ],
)
def test_a_figure_keeps_the_range_the_words_allow(text, low, high, comparator):
    [figure] = figures(text)
    assert (*ends(figure), figure.comparator) == (low, high, comparator)


MEANT = {
    "at_least": (7, None, Comparator.AT_LEAST),
    "more_than": (7, None, Comparator.MORE_THAN),
    "at_most": (None, 7, Comparator.AT_MOST),
    "less_than": (None, 7, Comparator.LESS_THAN),
    "about": (7, 7, Comparator.ABOUT),
    "nearly": (None, 7, Comparator.ABOUT),
    "exactly": (7, 7, Comparator.EXACTLY),
}
BINDING = [row for row in table("comparators") if row["place"] in ("before", "after")]


@pytest.mark.parametrize("row", BINDING, ids=lambda row: f"{row['place']}: {row['word']}")
def test_every_binding_word_of_the_table_binds(row):
    before = f"{row['word']} " if row["place"] == "before" else ""
    after = f" {row['word']}" if row["place"] == "after" else ""
    [figure] = figures(f"There were {before}7 boats{after}.")
    assert (*ends(figure), figure.comparator) == MEANT[row["meaning"]]
    if row["meaning"] != "exactly":
        assert figure.span.exact.startswith(row["word"]) or figure.span.exact.endswith(row["word"])


def test_words_between_bound_and_number_do_not_loosen_the_bound():
    [figure] = figures("At least another 20 people are missing.")
    assert ends(figure) == (20, None)
    assert figure.span.exact == "At least another 20 people"


def test_over_as_a_preposition_of_time_is_no_bound():
    [figure] = figures("The repairs took place over five weeks.")
    assert ends(figure) == (5, 5)


def test_the_same_length_in_another_unit_has_the_same_bound():
    miles, kilometres = figures("The cloud drifted at least 10 miles (16 km).")
    assert ends(miles) == (10, None)
    assert (*ends(kilometres), kilometres.unit) == (16, None, "kilometre")


# Spans and units.


@pytest.mark.parametrize(
    ("text", "span", "unit", "unit_text"),
    [
        ("Four people were killed.", "Four people", "people", "people"),
        ("They counted at least 250 individuals.", "at least 250 individuals", "individual", "individuals"),
        ("Two more bodies were found.", "Two more bodies", "body", "more bodies"),
        ("Police freed eight other hostages.", "eight other hostages", "other hostage", "other hostages"),
        ("Dozens of young men and women left.", "Dozens of young men and women", "young man and woman", None),
        ("Two of his brothers were held.", "Two of his brothers", "brother", "brothers"),
        ("One of the two gunmen fled.", "One of the two gunmen", "gunman", "gunmen"),
        ("The hull was 20 kilometres away.", "20 kilometres", "kilometre", "kilometres"),
        ("The rope was 18 meters long.", "18 meters", "metre", "meters"),
        ("They sold 10% of it.", "10%", "percentage", "%"),
        ("They sold 10 per cent of it.", "10 per cent", "percentage", "per cent"),
        ("The rate fell by 3 percentage points.", "3 percentage points", "percentage point", "percentage points"),
        ("It cost $149.99.", "$149.99", "dollar", "$"),
        ("It cost US $2 million.", "US $2 million", "dollar", "US $"),
        ("It cost HK$5.4m.", "HK$5.4m", "hong kong dollar", "HK$"),
        ("It cost 10.5 million Australian dollars.", "10.5 million Australian dollars", "australian dollar", None),
        ("It cost EUR50m.", "EUR50m", "euro", "EUR"),
        ("It cost £5.", "£5", "pound sterling", "£"),
        ("Winds of 155mph tore the roof off.", "155mph", "mile per hour", "mph"),
        ("Over 9,000 sq km burned.", "Over 9,000 sq km", "square kilometre", "sq km"),
        ("It was 30 degrees Celsius.", "30 degrees Celsius", "celsius", "degrees Celsius"),
        ("A 12-page report was leaked.", "12-page", "page", "page"),
        ("A 15-year-old boy is missing.", "15-year-old", "year of age", "year-old"),
        ("A man aged 34 was rescued.", "34", "year of age", None),
        ("Output grew fourfold.", "fourfold", "count", "fold"),
        ("The blast left 12 killed.", "12 killed", "killed", "killed"),
        ("It cost $US5.", "$US5", "dollar", "$US"),
        ("They repaired dozens of Seat and Fiat cars.", "dozens of Seat and Fiat cars", "Seat and Fiat car", None),
        ("Three more died in hospital.", "Three more", "people", None),
        ("The landslide killed 12.", "12", "people", None),
        ("The flood destroyed 40 homes.", "40 homes", "home", "homes"),
        ("The 95 who stayed had no water.", "95", "people", None),
        ("They stayed a week or two.", "two", "week", None),
        ("Hundreds of thousands marched.", "Hundreds of thousands", "people", None),
        ("They gave a sum; $5 was left.", "$5", "dollar", "$"),
        ("In all, 1/3 of it was lost.", "1/3", "proportion", None),
        ("He was one of dozens of dockers who left.", "dozens of dockers", "docker", "dockers"),
        ("Half of the town's 900 people fled.", "Half of the town's 900 people", "proportion", None),
    ],
)
def test_a_figure_has_number_and_unit(text, span, unit, unit_text):
    figure = figures(text)[0]
    assert (figure.span.exact, figure.unit) == (span, unit)
    assert unit_text is None or figure.unit_text == unit_text


@pytest.mark.parametrize(
    ("text", "unit", "per"),
    [
        ("The rate was 14.6 cases per 100,000 people.", "case", "100,000 people"),
        ("The rent is $900 a month.", "dollar per month", "month"),
        ("Oil stood at $52 a barrel.", "dollar per barrel", "barrel"),
        ("The wells gave 3,000 barrels per day.", "barrel per day", "day"),
        ("They earn $28 an hour.", "dollar per hour", "hour"),
        ("The tax is 9 euros per tonne.", "euro per tonne", "tonne"),
    ],
)
def test_a_rate_says_per_what(text, unit, per):
    [figure] = figures(text)
    assert (figure.unit, figure.per) == (unit, per)


@pytest.mark.parametrize(
    ("text", "value", "counted"),
    [
        ("One in five residents has left.", 0.2, "residents"),
        ("Two thirds of the ballots were counted.", 2 / 3, "ballots"),
        ("Half of the harbour burned.", 0.5, "harbour"),
    ],
)
def test_a_share_is_a_proportion_of_something(text, value, counted):
    [figure] = figures(text)
    assert figure.low == figure.high == pytest.approx(value)
    assert (figure.unit, figure.counted) == ("proportion", counted)


@pytest.mark.parametrize("row", table("units"), ids=lambda row: f"{row['place']}: {row['unit']}")
def test_every_unit_of_the_table_is_read_in_each_of_its_forms(row):
    for word in filter(None, row["words"].split("|")):
        text = f"It was 7{'' if word == 'fold' else ' '}{word}."
        assert [figure.unit for figure in figures(text)] == [row["unit"]], text
    for symbol in filter(None, row["symbols"].split("|")):
        text = f"It was {symbol}7 there." if row["place"] == "before" else f"It was 7{symbol} there."
        assert [figure.unit for figure in figures(text)] == [row["unit"]], text


def test_no_form_of_a_unit_stands_in_the_table_twice():
    forms = [
        (row["place"], form)
        for row in table("units")
        for form in (row["words"].lower() + "|" + row["symbols"]).split("|")
        if form
    ]
    assert len(forms) == len(set(forms))


# What one figure owes to another.


def test_a_part_of_those_counted_before_has_their_unit():
    _, part = figures("Police held 40 dockers, nine of them minors.")
    assert (part.span.exact, part.low, part.unit) == ("nine of them", 9, "docker")


def test_a_number_laid_beside_another_has_its_unit():
    whole, part = figures("More than 6 million homes, including 1.5 million near Porto, were dark.")
    assert whole.unit == part.unit == "home"


def test_the_first_number_of_a_movement_has_the_unit_of_the_second():
    first, second = figures("Bread rose from 10 to 20 euros a kilo.")
    assert (first.low, first.unit) == (10, "euro per kilogram")
    assert (second.low, second.unit, second.trend) == (20, "euro per kilogram", Trend.UP)


def test_a_movement_from_one_number_to_another_is_no_range():
    assert [ends(figure) for figure in figures("The toll rose from 39 to 47.")] == [(39, 39), (47, 47)]


def test_the_whole_is_a_figure_of_its_own():
    assert [figure.low for figure in figures("Only 12 of the 40 seats were filled.")] == [12, 40]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Of the 40 aboard, 12 were rescued.", ["people", "people"]),
        ("Of the 40 dockers aboard, 12 were rescued.", ["docker", "docker"]),
        ("Of the 40 houses, 12 burned.", ["house", "house"]),
        ("The ferry hit three boats; 12 were rescued.", ["boat", "people"]),
        ("The gunman killed 12 people and wounded 7.", ["people", "people"]),
        ("They lost 300 men, with another 200 dying in hospital.", ["man", "people"]),
        ("The storm left 30 dead and 400,000 without power.", ["dead", "people"]),
        ("Oman will appoint three members, and Qatar will appoint six.", ["member", "member"]),
        ("The highest bid was 84 euros, while the lowest was 74.", ["euro", "euro"]),
        ("The index lost 12 points, or 2%, to end at 740.", ["point", "percentage", "point"]),
        ("The index stood at 740, up 12 points.", ["point", "point"]),
        ("It has four-, five- and six-bed rooms.", ["bed", "bed", "bed"]),
        ("The angle was 1.4 degrees in 2018 and 2.1 last year.", ["degree", "degree"]),
        ("The fare was $6.78 a year earlier.", ["dollar"]),
    ],
)
def test_a_number_without_a_noun_has_the_unit_that_the_words_leave_out(text, units):
    assert [figure.unit for figure in figures(text)] == units


# Trend.


@pytest.mark.parametrize(
    ("text", "trends"),
    [
        ("The toll rose to 47.", ["up"]),
        ("The toll rose by 8 to 47.", ["up", None]),
        ("Exports fell 4%.", ["down"]),
        ("Exports were up 4 percent.", ["up"]),
        ("Exports ended 4% lower.", ["down"]),
        ("The firm closed down 4 shops.", [None]),
        ("The prize is worth up to $50.", [None]),
        ("The crowd was put at 80,000.", [None]),
        ("Tea rose above 50 euros.", ["up"]),
        ("The column advanced 12 kilometres.", [None]),
        ("The fund lost $2 million.", [None]),
        ("Exports fell about 4%, or $20 million.", ["down", "down"]),
        ("The index lost 12 points.", ["down"]),
        ("There was a decrease by 4%.", ["down"]),
        ("Add 5 grams of salt.", [None]),
        ("Tram shares: -1.6%.", ["down"]),
    ],
)
def test_a_figure_says_which_way_it_moved(text, trends):
    assert [figure.trend for figure in figures(text)] == trends


# What is described.


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("They won a $900 prize.", "prize"),
        ("Only 4% of the fields were sown.", "fields"),
        ("Unemployment rose 4%.", "Unemployment"),
        ("Police put the crowd at 80,000.", "crowd"),
        ("The sister, Ana Horvat, 36, stayed.", "Ana Horvat"),
        ("The price of crude oil rose 4%.", "crude oil price"),
        ("Four people were killed.", None),
        ("The landslide killed 12.", None),
        # An owner stands before what it owns, and words that only join are left out.
        ("The firm has a 60GB data cap.", "firm data cap"),
        ("The firm said it had 300 workers.", "firm"),
        ("The company's sales were $5 million.", "company sales"),
        ("The Sahel Bank took a 51% stake in a school in Niamey.", "Sahel Bank Niamey school stake"),
        ("Shares in the long-term risk/reward fund rose 3%.", "long-term risk/reward fund Shares"),
        ("The best $200 phones are sold out.", "best phones"),
        ("The ministry cut its budget to $5 million.", "ministry budget"),
        ("The brothers paid $900 for the boat.", "brothers boat"),
        ("The charity sent $2 million in aid.", "charity aid"),
        ("The number of missing fell to 15.", "missing number"),
        ("It had sales of 5,800 units.", "sales"),
        ("Ana Horvat (12 goals) was injured.", "Ana Horvat"),
        ("The Nikkei 225 index rose 3%.", "Nikkei 225 index"),
        # A part of something is not said to be its owner's, unless it is called so.
        ("The firm sells 4% of the fruit.", "fruit"),
        ("The firm sells 4% of its fruit.", "firm fruit"),
        # Whoever states a number, and whoever did a deed that is counted, is not described by it.
        ("Residents reported 12 explosions.", None),
        ("The minister announced that there were 3,800 guests.", None),
        ("Analysts had forecast the losses to be over $6 billion.", "losses"),
        ("The alleged gunman killed 12 dockers.", None),
        ("The clinic is in one of the poorest districts.", None),
        ("Two years later, the harbour was rebuilt.", None),
        # A hedge stays with its noun.
        ("The alleged smuggler paid $500.", "alleged smuggler"),
        ("Dealers sold an allegedly stolen $900 boat.", "Dealers allegedly stolen boat"),
    ],
)
def test_a_figure_says_what_it_describes(text, counted):
    [figure] = figures(text)
    assert figure.counted == counted


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Ann Lee, 36, left.", 36, 36),
        ("His driver, 40, was killed.", 40, 40),
        ("Her son is 12.", 12, 12),
        ("She turned 71.", 71, 71),
        ("At 36, she left.", 36, 36),
        ("A man aged only 30 fell.", 30, 30),
        ("The suspects are aged between 18 and 24.", 18, 24),
    ],
)
def test_an_age_is_no_count(text, low, high):
    [figure] = figures(text)
    assert (*ends(figure), figure.unit) == (low, high, "year of age")


# Of what total, and as of when.


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("Only 12 of the 40 seats were filled.", "12 of the 40 seats", "40 seats"),
        ("One of the two gunmen fled.", "One of the two gunmen", "two gunmen"),
        ("Three of 10 voters stayed away.", "Three of 10 voters", "10 voters"),
        ("He had 600 of his original 1,100 men.", "600 of his original 1,100 men", "1,100 men"),
        ("Over the winter, 2,500 men (out of 10,000) fell ill.", "2,500 men", "10,000"),
        ("About 70% of the town's 900 houses burned.", "About 70%", "900 houses"),
        ("Two thirds of the 90 members voted.", "Two thirds of the 90 members", "90 members"),
        ("Of the 40 dockers aboard, 12 were rescued.", "12", "40 dockers"),
        ("Police held 40 dockers, nine of them minors.", "nine of them", "40 dockers"),
        ("At least 250 dockers left, of whom 70 came back.", "70", "At least 250 dockers"),
        ("Police detained 40 men, including 12 minors.", "12 minors", "40 men"),
        ("The 40 people killed on Sunday included 12 children.", "12 children", "40 people"),
    ],
)
def test_a_part_names_its_whole(text, part, whole):
    found = {figure.span.exact: figure for figure in figures(text)}
    assert found[part].of == found[whole].id
    assert found[whole].of is None


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people died and 40 were hurt.",
        "Some 40 men of the port, 12 women and 3 children left.",
        "Police held 12 men. Of those, the ministry said, it knew of 40 more.",
        "Unemployment is 4% of 90%.",
        "It owed 20 banks to a tune of more than $10 million each.",
    ],
)
def test_numbers_side_by_side_are_no_part_of_each_other(text):
    assert [figure.of for figure in figures(text)] == [None] * len(figures(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As of Monday, 47 people had died.", ["Monday"]),
        ("The toll rose from 39 in May to 47 by Friday.", ["May", "Friday"]),
        ("Forty people were held on Friday and 12 on Saturday.", ["Friday", "Saturday"]),
        ("The ministry said on Tuesday that 30 houses had burned on Monday.", ["Monday"]),
        ("On Friday police said 12 people were hurt.", [None]),
        ("In March 2014, 40 people died; 12 had died in February.", ["March 2014", "February"]),
        ("The 40 people killed on Sunday were dockers.", ["Sunday"]),
        ("Twelve people were hurt.", [None]),
    ],
)
def test_a_figure_says_as_of_when_it_is_true(text, expected):
    assert [when for _, when in timed(text)] == expected


# What is no quantity.


@pytest.mark.parametrize(
    "text",
    [
        "It happened in 2021.",
        "As late as 1981 senior officials were there.",
        "It happened on 14 March 2024.",
        "It began at 10:45 a.m. on Tuesday.",
        "The home side won 3-1.",
        "He scores again and again.",
        "Call +44 20 7946 0958 now.",
        "Install version 2.3.1 first.",
        "See section 4 for that.",
        "The Boeing 747 took off.",
        "The G7 met again.",
        "Covid-19 spread again.",
        "The 22nd amendment was read.",
        "They met at 12 Harbour Road.",
        "It was popular in the 1990s.",
        "They slipped into the bottom three.",
        "Write to desk7@harbour.example or see https://harbour.example/2024/03/15.",
        "Nobody knows why.",
        "No one claimed responsibility.",
        "They had no plans.",
        "This is the one.",
        "They sold a baker's dozen.",
        "The Planet 9 project ended.",
    ],
)
def test_a_number_that_counts_nothing_is_no_figure(text):
    assert figures(text) == []


def test_an_amount_of_time_is_a_figure_even_inside_a_date():
    [figure] = figures("Two years later, the harbour was rebuilt.")
    assert (figure.span.exact, figure.low, figure.unit) == ("Two years", 2, "year")


# Promises to the other layers.

LONG = "At least 12 people were hurt in Ghent, and between $5 and $10 a month went on 30 boats. " * 3


def test_every_span_is_the_words_of_the_text():
    for figure in figures(LONG):
        assert LONG[figure.span.start : figure.span.end] == figure.span.exact


def test_reading_twice_gives_the_same_figures_with_ids_of_their_own():
    doc = parse(LONG, language="en", max_words=5_000, source="test")
    found = Found(article=article(LONG))
    once, again = list(layer.find(doc, found)), list(layer.find(doc, found))
    assert once == again
    assert len({figure.id for figure in once}) == len(once) == 9


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n7\n\n", "7" * 400, "$" * 50, "1" + ",000" * 40, "million " * 200, "½½½ -−- 5"]
)
def test_odd_texts_are_read_without_harm(text):
    for figure in figures(text):
        assert text[figure.span.start : figure.span.end] == figure.span.exact
