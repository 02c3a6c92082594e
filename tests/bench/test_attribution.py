"""What becomes of attributions: held against invented keys, counted as the report prints them."""

from __future__ import annotations

import pytest

from bench.attribution import SpeechEvent, agreement, readers, speech
from bench.attribution_outcomes import Outcome, OwnMeasure, left_out, outcomes
from bench.attribution_reports import Text, in_records, of_corpus
from bench.attribution_tables import full, row, verdicts
from corpus.attribution.marked import read_report
from corpus.attribution.records import Attribution, Speaker

SAID = "{s1:named@ruiz Ana Ruiz} {c1:says said} {q1 the ferry had sunk}."


def texts(marked: str, title: str = "") -> list[Text]:
    """The parts of an invented report of the Harbour Post."""
    head = f"id: t-1\nregister: local\noutlet: Harbour Post\npublished: 2024-03-04\ntitle: {title}\n---\n"
    return list(of_corpus([read_report(f"{head}{marked}\n", "t-1")]))


def attribution(text: str, content: str, *, source: str | None = None, cue: str | None = None) -> Attribution:
    """What a reader may find: these words."""

    def where(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    return Attribution(
        number=0,
        part="text",
        sources=() if source is None else (Speaker(span=where(source), kind="named", entity=source),),
        cue=() if cue is None else (where(cue),),
        content=(where(content),),
        stance="says",
        via=(),
        statements=(),
        inside=None,
        form="indirect",
    )


@pytest.mark.parametrize(
    ("found", "of_key", "of_reader"),
    [
        ({"content": "the ferry had sunk", "source": "Ana Ruiz", "cue": "said"}, "right", "right"),
        ({"content": "ferry had sunk", "source": "Ruiz", "cue": "said"}, "right", "right"),
        ({"content": "the ferry had sunk", "cue": "said"}, "source", "source"),
        ({"content": "sunk", "source": "Ana Ruiz", "cue": "said"}, "content", "content"),
        ({"content": "Ana Ruiz"}, "missed", "extra"),
    ],
)
def test_an_attribution_is_right_where_content_and_source_are(found, of_key, of_reader):
    [text] = texts(SAID)
    key, reader, _ = outcomes(text, [attribution(text.text, **found)], OwnMeasure())
    assert [each.verdict for each in key] == [of_key]
    assert [each.verdict for each in reader] == [of_reader]


@pytest.mark.parametrize(
    ("marked", "numbers"),
    [
        (SAID, set()),
        # His own thought in his own words is his speech.
        ("{q1 “{s2:named@keil I} {c2:believes think} {q2 it sank},”} {c1:says said} {s1:named@keil Tom Keil}.", {2}),
        # Whoever says that he knows says it.
        ("{s1:named@keil Tom Keil} {c1:says said} {q1 {s2:named@keil he} {c2:knows knew} {q2 it sank}}.", {2}),
        # A fear is a link of its own, and so is what somebody else knows.
        ("{s1:named@keil Tom Keil} {c1:says said} {q1 {s2:named@keil he} {c2:fears feared} {q2 it sank}}.", set()),
        ("{s1:named@keil Tom Keil} {c1:says said} {q1 {s2:named@ruiz she} {c2:knows knew} {q2 it sank}}.", set()),
    ],
)
def test_links_that_add_nothing_are_left_out_on_purpose(marked, numbers):
    [text] = texts(marked)
    assert left_out(text) == numbers


def test_what_is_left_out_on_purpose_counts_in_one_figure_and_not_in_the_other():
    traits = {"form": "direct"}
    key = [Outcome(verdict="right", traits=traits), Outcome(verdict="missed", traits=traits, left_out=True)]
    reader = [Outcome(verdict="right", traits=traits)]
    assert full((key, reader), everything=True) == (100.0, 50.0, pytest.approx(200 / 3))
    assert full((key, reader), everything=False) == (100.0, 100.0, 100.0)


def test_traits_say_what_an_attribution_is_like():
    [text] = texts("{s1:unnamed@x A friend} {c1:fears feared} {q1 “the worst”}.")
    [key], _, _ = outcomes(text, [], OwnMeasure())
    assert key.traits == {
        "form": "direct",
        "cue": "thought",
        "source": "unnamed",
        "register": "local",
        "nested": "outermost",
        "content": "1 to 5",
        "sentence": "1 to 15",
    }


@pytest.mark.parametrize(
    ("source", "kind"), [("Ana Ruiz", "name"), ("She", "pronoun"), ("Officials", "no name"), (None, "none")]
)
def test_a_key_without_kinds_tells_names_by_the_parse(source, kind):
    [text] = texts("Ana Ruiz is here. She said. Officials spoke. It sank.")
    text.kinds = False
    _, [reader], _ = outcomes(text, [attribution(text.text, "It sank", source=source)], OwnMeasure())
    assert reader.traits["source"] == kind


def test_what_the_rules_find_comes_in_the_records_of_the_corpus():
    body, title = texts(f"{SAID} {{s2:named@ruiz She}} {{c2:denies denied}} {{q2 selling it}}.", title="Ferry sinks")
    found = body.read(None)
    first, second = in_records(found, body.stated(found))
    assert body.text[slice(*first.content[0])] == "the ferry had sunk"
    assert [body.text[slice(*source.span)] for source in first.sources] == ["Ana Ruiz"]
    assert first.sources[0].entity == second.sources[0].entity
    assert (second.stance, second.form, second.inside) == ("denies", "indirect", None)
    assert [each.polarity for each in second.statements] == ["negative"]
    assert title.text == "Ferry sinks"


def test_fields_are_printed_for_each_reader():
    lines = list(agreement({"invented": texts(SAID)}))
    assert lines[0] == row("", *(f"invented, {name}" for name in readers()))
    assert any(line.startswith("| full F1 | 100.00") for line in lines)


def test_a_table_without_outcomes_has_no_figures():
    assert any(line == row("key: right", "– (0)") for line in verdicts({"nothing": ([], [])}))


def test_an_act_of_speech_is_met_by_a_cue_and_by_its_agent():
    [text] = texts("Ana Ruiz said the ferry had sunk. Nobody spoke.")
    events = [SpeechEvent((9, 13), ((0, 8),)), SpeechEvent((41, 46), ())]
    assert text.text[9:13] == "said"
    assert text.text[41:46] == "spoke"
    assert speech([(text, events)], None) == {"events": 2, "met": 1, "with agent": 1, "agent": 1}
