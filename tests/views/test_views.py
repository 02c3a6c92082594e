"""What the views answer on a small story, and that every id they print opens."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from reportedly import views
from reportedly.engine import Inline
from reportedly.errors import NoSuchId
from reportedly.model import Comparator, PlaceRole, Verdict
from reportedly.render import page_html, page_json, page_markdown, page_text
from reportedly.views.brief import with_answers
from tests.builders import article, event, figure, place, reading, statement
from tests.ferry import FIRST, REVISED, SECOND, THIRD, add, hurt, ledger

ID = re.compile(r"\b(?:a|s|q|n|e|ev|d|k|j|f|t|p|m|st|u|at)-[0-9a-f]{16}\b")


@pytest.fixture(scope="module")
def story():
    return ledger().snapshot()


def section(page, name):
    return next((section for section in page.sections if section.name == name), None)


def words(group):
    return [shown.statement.content.exact for shown in group.shown]


def rosa(story):
    return next(entity for entity in story.entities if entity.name == "Rosa Verlinden")


def test_the_briefing_has_its_sections_in_this_order(story):
    page = views.brief(story)
    assert [section.name for section in page.sections] == ["people", "events", "figures", "disputes", "unknowns"][:4]


def test_the_briefing_counts_articles_outlets_and_sources_apart(story):
    assert views.brief(story).notes[0] == (
        "statements: 4; articles: 3, of which carry another's words: 0; outlets: 3; sources: 3"
    )


def test_people_come_with_what_is_said_of_them_newest_first(story):
    [group] = section(views.brief(story), "people").groups
    assert (group.heading, group.id) == ("Rosa Verlinden", rosa(story).id)
    assert words(group) == ["Rosa Verlinden is alive", "Rosa Verlinden is dead."]


def test_an_event_is_told_by_type_place_and_day_and_asserted_by_nobody_but_its_lines(story):
    [group] = section(views.brief(story), "events").groups
    assert group.heading == "Reports of: injure, Ostend, 2024-03-04; burn, Ostend, 2024-03-04"
    assert len(group.shown) == 2


def test_figures_stand_in_the_order_of_publication_with_the_views_that_pick_them(story):
    [group] = section(views.brief(story), "figures").groups
    assert [(shown.statement.content.exact[:2], shown.note) for shown in group.shown] == [
        ("9 ", "most conservative"),
        ("11", "latest"),
    ]


def test_a_revised_report_takes_no_part_in_the_briefing_but_stays_in_the_history(story):
    assert FIRST.id not in {s.article for s in story.current}
    page = views.history(story, rosa(story).id)
    [group] = page.sections[0].groups
    assert words(group)[0] == "Rosa Verlinden may be dead"
    assert group.shown[0].note == "dead (possible); since revised by its outlet"


def test_since_a_day_shows_what_is_new(story):
    page = views.brief(story, since="2024-03-06")
    assert page.title == "Briefing: new since 2024-03-06"
    shown = {s.statement.article for section in page.sections for group in section.groups for s in group.shown}
    assert shown == {REVISED.id}


def test_words_narrow_the_briefing_down(story):
    wanted = frozenset(s.id for s in story.statements if s.article == THIRD.id)
    page = views.brief(story, wanted=wanted)
    assert [section.name for section in page.sections] == ["people", "disputes"]


def test_an_unknown_is_shown_until_told():
    book = ledger([FIRST])
    [group] = section(views.brief(book.snapshot()), "unknowns").groups
    assert (group.heading, words(group)) == ("Not known: why", ["The cause is not known"])


def test_an_unknown_that_was_told_stands_with_what_tells_it(story):
    open_, asked, told = story.statements[0], story.statements[1], story.statements[2]
    lines = with_answers(replace_told(story, {asked.id: told.id}), [asked, open_])
    assert [(line.statement.id, line.note) for line in lines] == [
        (open_.id, None),
        (asked.id, f"answered by {told.id}"),
        (told.id, f"answers {asked.id}"),
    ]


def replace_told(story, told):
    """The same story, in which these unknowns were told by these statements."""
    made = replace(story)
    made.__dict__["told"] = told
    return made


def test_the_same_words_on_the_same_word_are_one_line_that_names_the_others():
    copy = article(SECOND.text, outlet="The Lantern", published="2024-03-05")
    book = ledger([])
    book.engine = Inline(read=lambda of, caps: reading(of, hurt(of, "9", 9, 9, "Police")))
    add(book, SECOND, copy)
    [group] = section(views.brief(book.snapshot()), "figures").groups
    [shown] = group.shown
    [other] = [s for s in book.snapshot().statements if s.id != shown.statement.id]
    assert other.id in shown.note
    assert "also in" in shown.note


def test_an_empty_ledger_has_an_empty_briefing():
    page = views.brief(ledger([]).snapshot())
    assert page.sections == ()
    assert "statements: 0" in page.notes[0]


def test_a_dispute_shows_each_side_with_words_value_and_origins(story):
    [group] = views.disputes(story).sections[0].groups
    assert group.heading == "is Rosa Verlinden alive?"
    assert [(shown.statement.content.exact, shown.note) for shown in group.shown] == [
        ("Rosa Verlinden is dead.", "side 1: dead"),
        ("Rosa Verlinden is alive", "side 2: alive"),
    ]
    assert "side 1: independent origins: 1" in group.notes


def test_without_disputes_the_page_says_so():
    page = views.disputes(ledger([FIRST]).snapshot())
    assert page.sections == ()
    assert page.notes[0].startswith("0 questions")


def asked(story, question):
    return [
        text for section in views.ask(story, question).sections for group in section.groups for text in words(group)
    ]


def test_ask_how_many_gives_every_number_reported(story):
    assert [text.partition(" people")[0] for text in asked(story, "How many people were injured in Ostend?")] == [
        "at least 12",
        "9",
        "11",
    ]


def test_ask_about_a_state_gives_every_report_of_it_with_its_hedge(story):
    assert asked(story, "Is Rosa Verlinden alive?") == [
        "Rosa Verlinden may be dead",
        "Rosa Verlinden is dead.",
        "Rosa Verlinden is alive",
    ]


def test_ask_for_what_is_not_known_gives_the_explicit_unknowns():
    page = views.ask(ledger([FIRST]).snapshot(), "What is the cause that is not known?")
    assert words(page.sections[0].groups[0]) == ["The cause is not known"]


@pytest.mark.parametrize(
    "question", ["Who ate the cake?", "", "?", "How many whales were counted?", "Is Ines Duval alive?"]
)
def test_ask_says_so_when_the_ledger_holds_nothing(story, question):
    page = views.ask(story, question)
    assert (page.sections, page.notes) == ((), ("the ledger holds no statement that answers this",))


def test_ask_marks_what_only_holds_the_words():
    story = ledger([FIRST]).snapshot()
    matches = frozenset(s.id for s in story.current if "Rosa" in s.content.exact)
    page = views.ask(story, "Who is the friend?", full_text=matches)
    assert page.sections[0].name == "full text"
    assert words(page.sections[0].groups[0]) == ["Rosa Verlinden may be dead"]
    assert "no reported answer" in page.notes[0]


def test_ask_answers_with_what_is_said_not_to_be_known():
    page = views.ask(ledger([FIRST]).snapshot(), "What was the cause?")
    assert [group.heading for group in page.sections[0].groups] == ["Said not to be known"]
    assert words(page.sections[0].groups[0]) == ["The cause is not known"]


def test_show_leads_from_a_statement_to_its_paragraph_and_article(story):
    [s] = [s for s in story.statements if s.content.exact == "Rosa Verlinden may be dead"]
    [group] = views.show(story, s.id).sections[0].groups
    assert "paragraph: Rosa Verlinden may be dead, a friend told the Coast Wire." in group.notes
    assert f"was revised by {REVISED.id}" in group.notes
    assert f"article {FIRST.id}: Harbour Post, 2024-03-04" in group.notes


def test_show_of_a_decision_says_what_was_decided_by_whom_and_when():
    book = ledger()
    [s] = [s for s in book.snapshot().statements if s.article == THIRD.id]
    made = book.correct(s.id, "modality", "possible", who="Ines Duval")
    judged = book.judge(Verdict.UNSURE, *rosa(book.snapshot()).members[:2], who="Ines Duval", why="one street")
    book.undo(judged.id)
    story = book.snapshot()
    [group] = views.show(story, made.id).sections[0].groups
    assert group.notes[:2] == ("was: certain", "is: possible")
    assert words(group) == ["Rosa Verlinden is dead."]
    [group] = views.show(story, judged.id).sections[0].groups
    assert "why: one street" in group.notes
    assert any(note.startswith("taken back: ") for note in group.notes)


def every_page(story):
    yield views.brief(story)
    yield views.disputes(story)
    yield views.ask(story, "How many people were injured?")
    yield views.ask(story, "Is Rosa Verlinden alive?")
    yield views.history(story, rosa(story).id)
    for one in story.histories:
        yield views.history(story, one.question.id)


@pytest.mark.parametrize("form", [page_text, page_markdown, page_html, lambda page: json.dumps(page_json(page))])
def test_every_id_that_is_printed_opens(story, form):
    printed = {id for page in every_page(story) for id in ID.findall(form(page))}
    assert {"s", "q", "n"} <= {id.partition("-")[0] for id in printed}
    for id in sorted(printed):
        assert views.show(story, id).sections, id


def test_every_id_that_show_knows_opens(story):
    for id in sorted(set(views.ids(story))):
        assert views.show(story, id).sections, id


def test_every_line_that_is_printed_carries_its_id(story):
    for page in every_page(story):
        lines = [line for line in page_text(page).splitlines() if line.startswith("  - ") and "… and" not in line]
        assert lines
        assert [line for line in lines if not ID.search(line)] == []


@pytest.mark.parametrize("view", [views.show, views.history])
def test_an_id_that_nothing_has_is_refused(story, view):
    with pytest.raises(NoSuchId):
        view(story, "s-0000000000000000")


def test_a_count_of_people_stands_beside_its_rate_per_head_of_the_country():
    of = article("At least 514 people were killed in Norway, a nurse said.", published="2015-01-19")
    where = place(of, "Norway", country="NO", precision=6, role=PlaceRole.AT)
    count = figure(of, "At least 514 people", 514, None, comparator=Comparator.AT_LEAST, unit="people")
    killed = event(of, "killed", "kill", count=count.id, place=where.id)
    told = statement(of, "At least 514 people were killed in Norway", figures=[count], events=[killed], places=[where])
    story = ledger([of], reader=lambda article, caps: reading(article, told)).snapshot()
    rate = "at least 9.91 per 100,000 of the 5,188,607 people of Norway in 2015, World Bank SP.POP.TOTL"
    question = next(question for question in story.answers if "Norway" in question.text)
    for page in (views.brief(story), views.history(story, question.id), views.show(story, question.id)):
        assert any(rate in (shown.note or "") for s in page.sections for g in s.groups for shown in g.shown)
    assert f"per head: At least 514 people: {rate}" in views.show(story, told.id).sections[0].groups[0].notes
