"""A person's word is data: it survives every re-reading, and taking it back restores what was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.engine import Inline
from reportedly.errors import BadValue, NoSuchId, ReadingError, UnknownField
from reportedly.model import Verdict, make_article, span_of
from tests.builders import reading, statement
from tests.ferry import FIRST, SECOND, STORY, add, ledger, read
from tests.ledger.test_adding import derived

WHO = "Ines Duval"


def figure_statement(book, of=SECOND):
    [found] = [s for s in book.snapshot().statements if s.article == of.id and s.figures]
    return found


def test_a_correction_holds_and_keeps_the_id():
    book = ledger()
    id = figure_statement(book).id
    made = book.correct(id, "modality", "possible", who=WHO)
    assert (made.old, made.new, made.who) == ("certain", "possible", WHO)
    assert book.snapshot().by_id[id].factuality.modality == "possible"


def test_metadata_that_cannot_be_read_anew_is_neither_corrected_nor_taken_back():
    def faulty(of, caps):
        raise ValueError("a fault")

    book = ledger([SECOND])
    made = book.correct(SECOND.id, "published", "2024-03-02", who=WHO)
    before = derived(book)
    book.engine = Inline(read=faulty)
    with pytest.raises(ReadingError):
        book.correct(SECOND.id, "outlet", "The Lantern", who=WHO)
    with pytest.raises(ReadingError):
        book.undo(made.id)
    assert (book.store.corrections(), derived(book)) == ((made,), before)


def test_a_correction_survives_a_reader_that_cuts_elsewhere():
    book = ledger([SECOND])
    book.correct(figure_statement(book).id, "modality", "possible", who=WHO)

    def longer(of, caps):
        return reading(of, statement(of, span_of(of.text, 0, of.text.index("."))), fingerprint="reader-2")

    book.engine = Inline(read=longer)
    add(book, SECOND)
    [now] = book.snapshot().statements
    assert (now.content.start, now.factuality.modality) == (0, "possible")


def test_a_correction_finds_its_words_in_a_revision_where_they_stand_elsewhere():
    url = "https://coastwire.example/ferry"
    early = replace(SECOND, id="a-early", url=url)
    moved = make_article(
        f"Correction of an earlier report.\n{SECOND.text}",
        digest="d",
        outlet="Coast Wire",
        url=url,
        published="2024-03-06",
    )

    def reader(of, caps):
        return reading(of, statement(of, "9 people were hurt in the fire in Ostend on Monday", by="Police"))

    book = ledger([early, moved], reader=reader)
    [first] = [s for s in book.snapshot().statements if s.article == early.id]
    book.correct(first.id, "modality", "possible", who=WHO)
    assert [s.factuality.modality for s in book.snapshot().statements] == ["possible", "possible"]


def test_where_no_statement_is_left_the_persons_word_stands_by_itself_and_is_flagged():
    book = ledger([SECOND])
    words = figure_statement(book).content.exact
    book.correct(figure_statement(book).id, "modality", "possible", who=WHO)
    book.engine = Inline(read=lambda of, caps: reading(of, fingerprint="reader-2"))
    add(book, SECOND)
    story = book.snapshot()
    [alone] = story.statements
    assert (alone.content.exact, alone.factuality.modality) == (words, "possible")
    assert any(alone.id in warning for warning in story.warnings)


def test_a_rejection_survives_a_re_reading():
    book = ledger([SECOND])
    id = figure_statement(book).id
    book.correct(id, "rejected", "yes", who=WHO)
    book.engine = Inline(read=lambda of, caps: replace(read(of, caps), fingerprint="reader-2"))
    add(book, SECOND)
    assert id not in book.snapshot().by_id
    book.correct(id, "rejected", "no", who=WHO)
    assert id in book.snapshot().by_id


def test_a_person_adds_a_statement_and_corrects_it_further():
    book = ledger([FIRST])
    book.correct(FIRST.id, "statement", "a friend told the Coast Wire", who=WHO)
    [added] = [s for s in book.snapshot().statements if s.content.exact == "a friend told the Coast Wire"]
    book.correct(added.id[:10], "modality", "possible", who=WHO)
    assert book.snapshot().by_id[added.id].factuality.modality == "possible"


def test_undo_restores_exactly_what_was():
    book = ledger()
    before = derived(book)
    made = [
        book.correct(figure_statement(book).id, "figure", "19", who=WHO),
        book.correct(figure_statement(book).id, "rejected", "yes", who=WHO),
        book.correct(SECOND.id, "published", "2024-03-01", who=WHO),
        book.correct(SECOND.id, "statement", "Rosa Verlinden is alive, her mother said", who=WHO),
    ]
    assert derived(book) != before
    for correction in made:
        book.undo(correction.id)
    assert derived(book) == before


def test_a_corrected_date_reads_the_article_again_under_its_old_id():
    seen = []

    def reader(of, caps):
        seen.append((of.id, of.published))
        return read(of, caps)

    book = ledger([SECOND], reader=reader)
    book.correct(SECOND.id, "published", "2024-03-01", who=WHO)
    assert seen == [(SECOND.id, "2024-03-05"), (SECOND.id, "2024-03-01")]
    assert book.snapshot().articles[SECOND.id].published == "2024-03-01"
    assert set(book.snapshot(as_of="2024-03-02").articles) == {SECOND.id}


def test_what_is_added_again_keeps_its_corrected_date():
    book = ledger([SECOND])
    book.correct(SECOND.id, "published", "2024-03-01", who=WHO)
    assert add(book, SECOND)[0].article.published == "2024-03-01"
    assert book.snapshot().articles[SECOND.id].published == "2024-03-01"


def people(book):
    return sorted(e.members for e in book.snapshot().entities if e.name == "Rosa Verlinden")


def test_a_judgement_beats_the_names_and_can_be_taken_back():
    book = ledger()
    before = people(book)
    one, other = before[0][:2]
    made = book.judge(Verdict.DIFFERENT, one, other, who=WHO, why="another Rosa")
    assert all(not {one, other} <= set(members) for members in people(book))
    book.undo(made.id)
    assert people(book) == before


def test_a_judgement_needs_two_of_one_sort():
    book = ledger()
    [members] = people(book)
    happened = next(iter(book.snapshot().event_of))
    with pytest.raises(BadValue):
        book.judge(Verdict.SAME, members[0], members[0], who=WHO)
    with pytest.raises(BadValue):
        book.judge(Verdict.SAME, members[0], happened, who=WHO)
    with pytest.raises(NoSuchId):
        book.judge(Verdict.SAME, members[0], FIRST.id, who=WHO)


@pytest.mark.parametrize(
    ("id", "field", "value", "error"),
    [
        ("s-none", "modality", "possible", NoSuchId),
        (FIRST.id, "colour", "red", UnknownField),
        (FIRST.id, "published", "soon", BadValue),
        (FIRST.id, "statement", "words that are not there", BadValue),
    ],
)
def test_a_wrong_word_changes_nothing(id, field, value, error):
    book = ledger()
    before = derived(book)
    with pytest.raises(error):
        book.correct(id, field, value, who=WHO)
    assert (derived(book), book.store.corrections()) == (before, ())


def test_what_was_taken_back_cannot_be_taken_back_again():
    book = ledger()
    made = book.correct(figure_statement(book).id, "modality", "possible", who=WHO)
    book.undo(made.id)
    with pytest.raises(NoSuchId):
        book.undo(made.id)


def test_decisions_stay_after_they_are_taken_back():
    book = ledger(STORY)
    made = book.correct(figure_statement(book).id, "modality", "possible", who=WHO)
    book.undo(made.id)
    assert [(c.id, c.undone is not None) for c in book.store.corrections()] == [(made.id, True)]
