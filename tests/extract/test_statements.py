"""How a text is cut into statements."""

from __future__ import annotations

import pytest

from reportedly.model import Form, Mark, Modality, Polarity
from tests.extract.reading import chain, left, read, stated, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry sank.", ["The ferry sank."]),
        ("Police said the ferry sank.", ["the ferry sank"]),
        ("Police said that the ferry sank.", ["the ferry sank"]),
        (
            "Guards said the shelling began at dawn and that two houses burned.",
            ["the shelling began at dawn", "two houses burned"],
        ),
        (
            "Guards said he may have fled to Vis and been killed there.",
            ["he may have fled to Vis", "been killed there"],
        ),
        ("His mother said he left in April and never came back.", ["he left in April", "never came back"]),
        (
            "The clinic said six nurses were ill but that none was in danger.",
            ["six nurses were ill", "none was in danger"],
        ),
        ("The ferry sank after it hit a rock.", ["The ferry sank after it hit a rock."]),
        ("The crew swam ashore, after guards cut the lights.", ["The crew swam ashore", "guards cut the lights"]),
        ("If the dam breaks, the valley will flood.", ["If the dam breaks, the valley will flood."]),
        ("Men who had lived there fled to Vis.", ["Men who had lived there fled to Vis."]),
        ("It now seems that the captain is alive.", ["the captain is alive"]),
        ("The lesson is that the dams need care.", ["the dams need care"]),
        ("“The bridge is safe,” Weiss said.", ["“The bridge is safe,”"]),
        ("Weiss said: “The bridge is safe.”", ["“The bridge is safe.”"]),
        ('"The bridge," Weiss said, "is safe."', ['"The bridge," Weiss said, "is safe."']),
        ("The union put the toll at more than 40.", ["the toll at more than 40"]),
        ("The crew wants to leave the port.", ["The crew wants to leave the port."]),
    ],
)
def test_cut(text, expected):
    assert words(stated(text)) == expected


def test_every_statement_of_an_attribution_carries_its_sources():
    first, second = stated("Maja Horvat said her brother told her that guards fired and that boats burned.")
    assert chain(first) == chain(second) == [(1, "Maja Horvat"), (2, "her brother")]
    assert first.form is second.form is Form.INDIRECT
    assert first.attribution == second.attribution is not None


def test_own_voice_has_the_outlet_alone():
    [statement] = stated("The ferry sank.")
    assert (statement.form, statement.attribution, statement.cue) == (Form.OWN, None, None)
    assert [source.name for source in statement.sources] == ["Harbour Post"]


def test_reporting_clause_is_no_statement_of_its_own():
    assert words(stated("On Monday the mayor told reporters that the road was open.")) == ["the road was open"]


def test_clause_beside_a_reporting_clause_stays_the_articles():
    own = [s for s in stated("Weiss said the road was open and left the hall.") if s.form is Form.OWN]
    assert len(own) <= 1


def test_relative_clause_that_adds_comes_out_within():
    host, aside = stated("The mine, which opened in 1932, has been closed.")
    assert aside.within == host.id
    assert aside.content.exact == "The mine, which opened in 1932"
    assert host.content.exact == "The mine, which opened in 1932, has been closed."


def test_trailing_relative_clause_is_left_out_of_its_host():
    host, aside = stated("Divers reached the wreck, which lies off Vis.")
    assert host.content.exact == "Divers reached the wreck"
    assert aside.within == host.id


def test_apposition_says_what_somebody_is_and_keeps_its_hedge():
    statements = stated("The alleged smuggler, a sailor named Ivo Maric, was arrested in Rijeka.")
    [host] = [s for s in statements if s.within is None]
    [aside] = [s for s in statements if s.within is not None]
    assert aside.within == host.id
    assert (host.factuality.modality, aside.factuality.modality) == ("certain", "possible")
    assert "alleged" in aside.content.exact


def test_reporting_without_a_content_of_its_own_is_no_statement():
    text = "He was reported to have told the council that the pumps were broken."
    assert words(stated(text)) == ["the pumps were broken"]


def test_relative_clause_of_a_source_is_the_articles_word():
    aside, said = stated("Ivan Petrov, who heads the harbour office, denied that the boat had sunk.")
    assert (aside.form, aside.content.exact) == (Form.OWN, "Ivan Petrov, who heads the harbour office")
    assert said.content.exact == "the boat had sunk"


def test_who_is_said_of_somebody():
    [aside, _] = stated("A nurse at the clinic in Lodz, who came late, said the ward was full.")
    assert aside.content.exact.startswith("A nurse")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Two men fled from Lodz**", ["Two men fled from Lodz"]),
        ("# How many boats sank?", ["How many boats sank?"]),
        ("> The ferry sank.", ["The ferry sank."]),
        ("- The ferry sank.\n- The crew swam.", ["The ferry sank.", "The crew swam."]),
        ("The men had read [the letter](https://port.example/letter).", ["The men had read [the letter"]),
    ],
)
def test_marks_of_markdown_end_no_statement(text, expected):
    assert words(stated(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The priest showed reporters a letter that bears a date.",
        "The family heard of the arrest of its son from a neighbour.",
    ],
)
def test_a_thing_that_is_shown_or_heard_of_is_no_statement(text):
    [statement] = stated(text)
    assert (statement.form, statement.content.exact) == (Form.OWN, text)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("The king should abdicate now.", Mark.OPINION),
        ("Who opened the gate?", Mark.QUESTION),
        ("She asked whether the gate was open.", Mark.QUESTION),
        ("Guards ordered residents to leave the valley.", Mark.APPEAL),
        ("The gate was open.", None),
    ],
)
def test_mark(text, mark):
    [statement] = stated(text)
    assert statement.mark == mark


@pytest.mark.parametrize(
    ("text", "content", "modality", "polarity"),
    [
        ("Guards believe he may have fled.", "he may have fled", "possible", "positive"),
        ("The army denied that a village was shelled.", "a village was shelled", "certain", "negative"),
        ("Nobody was hurt, the mayor said.", "Nobody was hurt", "certain", "negative"),
        ("Relatives had no idea where he was.", "where he was", "unknown", "unknown"),
        ("It now seems the captain is alive.", "the captain is alive", "probable", "positive"),
    ],
)
def test_factuality_is_the_deepest_sources(text, content, modality, polarity):
    [statement] = stated(text)
    assert statement.content.exact == content
    assert (statement.factuality.modality, statement.factuality.polarity) == (modality, polarity)


def test_time_before_the_reporting_verb_governs_what_is_said():
    [statement] = stated("On Tuesday, the mayor said the road was open.")
    assert [time.span.exact for time in statement.times] == ["On Tuesday"] or [
        time.span.exact for time in statement.times
    ] == ["Tuesday"]


def test_time_of_a_neighbour_does_not_govern():
    first, second = stated("Guards said the boats left on Monday and that two houses burned.")
    assert first.times != ()
    assert second.times == ()


def test_what_no_statement_covers_is_residue():
    assert [span.exact for span in left("A quiet night in Lodz. The ferry sank.")] == ["A quiet night in Lodz"]


def test_cues_and_sources_are_no_residue():
    assert left("The mayor said the road was open.") == []


def test_titles_make_statements_about_the_title():
    [statement] = stated("Ferry sinks off Hvar", title=True)
    assert statement.content.part == "title"


TEXTS = [
    "“The bridge,” Weiss said, “is safe.” He left. “We checked it — twice.”",
    "According to guards, the boats — old ones — burned; nobody was hurt.",
    "It was cold.\n\n“It was dark.\n\n“Then we heard a shot,” said Luka Babic, a fisherman.",
    "说 “ferry” 😀 sank, officials said.\r\nTwo men, \"brothers\", left",
    "“",
    "said said said",
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_every_span_is_the_texts_own_words(text):
    found = read(text)
    for statement in found.statements:
        spans = [statement.content, *statement.factuality.cues, *(s.span for s in statement.sources if s.span)]
        spans += [statement.cue] if statement.cue else []
        assert all(text[span.start : span.end] == span.exact for span in spans)
    for attribution in found.attributions:
        assert all(text[part.start : part.end] == part.exact for part in attribution.parts)


@pytest.mark.parametrize("text", TEXTS)
def test_ids_are_unique_and_the_same_at_every_reading(text):
    ids = [statement.id for statement in stated(text)]
    read.cache_clear()
    assert [statement.id for statement in stated(text)] == ids
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    "verb", ["denied", "rejected", "dismissed", "refuted", "rebutted", "quashed", "played down", "downplayed"]
)
@pytest.mark.parametrize("noun", ["reports", "claims", "allegations", "rumours", "suggestions"])
def test_whoever_denies_a_report_denies_what_it_reports(verb, noun):
    [statement] = read(f"Officials {verb} {noun} that the dam had collapsed.").statements
    assert statement.content.exact == "the dam had collapsed"
    assert [source.name for source in statement.sources[1:]] == ["Officials"]
    assert statement.factuality.modality is Modality.CERTAIN
    assert statement.factuality.polarity is Polarity.NEGATIVE


@pytest.mark.parametrize(
    "saying",
    [
        "did not deny reports",
        "would neither confirm nor deny reports",
        "refused to confirm or deny reports",
        "declined to confirm",
        "did not deny",
    ],
)
def test_whoever_neither_confirms_nor_denies_leaves_it_open(saying):
    [statement] = read(f"Officials {saying} that the dam had collapsed.").statements
    assert statement.content.exact == "the dam had collapsed"
    assert statement.factuality.modality is Modality.UNKNOWN
    assert statement.factuality.polarity is Polarity.UNKNOWN


def test_whoever_told_somebody_is_the_speaker_and_no_content():
    text = "The lens maker now expects a loss of 5 million euros, chief executive Ulrike Stamm told analysts."
    outer, inner = read(text).attributions
    assert outer.content.exact == "The lens maker now expects a loss of 5 million euros"
    assert outer.sources[-1].name == "Ulrike Stamm"
    assert inner.content.exact == "a loss of 5 million euros"


@pytest.mark.parametrize(
    ("text", "modality", "polarity"),
    [
        ("The petrol can had been tested.", Modality.CERTAIN, Polarity.POSITIVE),
        ("The oil can may have leaked.", Modality.POSSIBLE, Polarity.POSITIVE),
        ("The sailor was not known to police.", Modality.CERTAIN, Polarity.NEGATIVE),
        ("The cause was not immediately clear.", Modality.UNKNOWN, Polarity.UNKNOWN),
    ],
)
def test_how_sure_a_plain_clause_is(text, modality, polarity):
    [statement] = read(text).statements
    assert (statement.factuality.modality, statement.factuality.polarity) == (modality, polarity)
