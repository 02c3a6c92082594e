"""What one says and another denies."""

from __future__ import annotations

from dataclasses import replace

from reportedly.model import Factuality, Modality, Polarity, span_of
from reportedly.reconcile import disputes_among
from tests.builders import article, event, outlet, source, span, statement

NO = Factuality(polarity=Polarity.NEGATIVE)


def said(of, words, by, trigger, type="other", *, denied=False, **roles):
    sources = (outlet(of), source(of, by, stance="denies" if denied else "says"))
    polarity = Polarity.NEGATIVE if denied else Polarity.POSITIVE
    own = event(of, span(of, trigger), type, polarity=polarity, **roles)
    told = statement(of, words, sources=sources, events=[own])
    return replace(told, factuality=NO if denied else Factuality())


def row(published="2024-03-04"):
    of = article(
        "The crew stored solvents in the cellar, the guild said. "
        "The owner denied that any solvents were kept in the cellar.",
        published=published,
    )
    yes = said(of, "The crew stored solvents in the cellar", "the guild", "stored")
    no = said(of, "any solvents were kept in the cellar", "The owner", "kept", denied=True)
    return of, [yes, no]


def disputes(*pairs):
    from tests.reconcile.story import Story

    return disputes_among(Story(*pairs).answers, frozenset())


def test_what_is_said_and_denied_in_other_words_is_a_dispute():
    of, told = row()
    [dispute] = disputes((of, told))
    assert sorted([answer.statement for answer in side] for side in dispute.sides) == sorted([each.id] for each in told)
    assert dispute.reasons == ("said, and denied",)
    assert dispute.question.text == "did it happen: store, concerning solvents, cellar?"


def test_an_allegation_and_its_denial_are_a_dispute_of_their_own_kind():
    of, (yes, no) = row()
    cue = span_of(of.text, 0, 3)
    hedged = replace(yes, factuality=Factuality(modality=Modality.POSSIBLE, cues=(cue,)))
    [dispute] = disputes((of, [hedged, no]))
    assert dispute.reasons == ("alleged, and denied",)


def test_nobody_denies_his_own_words():
    of, (yes, no) = row()
    assert disputes((of, [yes, replace(no, sources=yes.sources)])) == ()


def test_what_did_not_happen_at_another_occasion_denies_nothing():
    one = article("Police arrested a man in Ghent, the mayor said.", outlet="A")
    other = article("There were no arrests at the concert, the guard said.", outlet="B")
    yes = said(one, "Police arrested a man in Ghent", "the mayor", "arrested", "arrest")
    no = said(other, "There were no arrests at the concert", "the guard", "arrests", "arrest", denied=True)
    assert disputes((one, [yes]), (other, [no])) == ()


def test_a_denial_months_later_in_another_article_is_not_tied():
    of, told = row()
    later, again = row("2024-09-01")
    assert disputes((of, told[:1]), (later, again[1:])) == ()
