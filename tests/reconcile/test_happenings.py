"""What one says and another denies."""

from __future__ import annotations

from dataclasses import replace

from reportedly.model import Factuality, Modality, Participant, Polarity, span_of
from reportedly.reconcile import disputes_among
from tests.builders import article, event, mention, outlet, source, span, statement

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


def denial_of(text, yes, no):
    """An article with two statements, of which the second denies; each is (words, who says it, trigger, roles)."""
    of = article(text)
    (words, by, trigger, to), (denied, denier, verb, object) = yes, no
    told = said(of, words, by, trigger, **parts(of, to))
    return disputes((of, [told, said(of, denied, denier, verb, denied=True, **parts(of, object))]))


def parts(of, words):
    return {} if words is None else {"recipient": (Participant(span=span(of, words)),)}


def test_a_denial_of_one_thing_is_no_denial_of_another_in_the_same_place():
    text = (
        "The crew stored petrol in the cellar, the guild said. "
        "The owner denied that solvents were ever kept in the cellar."
    )
    no = ("solvents were ever kept in the cellar", "The owner", "kept", "solvents")
    assert denial_of(text, ("The crew stored petrol in the cellar", "the guild", "stored", "petrol"), no) == ()
    # Without the things, the place is what they share.
    yes = ("The crew stored petrol in the cellar", "the guild", "stored", None)
    assert len(denial_of(text, yes, no)) == 1


def test_another_act_is_on_no_side_of_a_denial_though_it_is_alleged_beside_it():
    text = (
        "Jan Peeters broke into the cellar and emptied the barrels in the cellar, the file says. "
        "His lawyer denied that he had entered the cellar."
    )
    of = article(text)
    told = [
        said(of, "Jan Peeters broke into the cellar", "the file", "broke"),
        said(of, "emptied the barrels in the cellar", "the file", "emptied"),
        said(of, "he had entered the cellar", "His lawyer", "entered", denied=True),
    ]
    [dispute] = disputes((of, told))
    assert {answer.statement for side in dispute.sides for answer in side} == {told[0].id, told[2].id}


def test_who_did_it_tells_acts_apart():
    of = article("Lena Brandt broke the seal, the file says. The lawyer denied that Jan Peeters broke the seal.")
    lena, jan = (mention(of, name, refers_to=f"n-{name}") for name in ("Lena Brandt", "Jan Peeters"))

    def by(who):
        return {"actor": (Participant(span=who.span, refers_to=who.refers_to),)}

    yes = said(of, "Lena Brandt broke the seal", "the file", "broke", "damage", **by(lena))
    no = said(of, "Jan Peeters broke the seal", "The lawyer", "broke", "damage", denied=True, **by(jan))
    assert disputes((of, [replace(yes, mentions=(lena,)), replace(no, mentions=(jan,))])) == ()
    same = said(of, "Lena Brandt broke the seal", "the file", "broke", "damage", **by(jan))
    [dispute] = disputes((of, [replace(same, mentions=(jan,)), replace(no, mentions=(jan,))]))
    assert dispute.question.text == "did it happen: enter, concerning Jan Peeters?"


def test_a_heading_quotes_no_clause_and_no_hedge():
    of = article(
        "The crew allegedly stored solvents in the cellar, the guild said. "
        "The owner denied that solvents were allegedly kept in the cellar."
    )
    yes = said(of, "The crew allegedly stored solvents in the cellar", "the guild", "stored")
    no = said(of, "solvents were allegedly kept in the cellar", "The owner", "kept", denied=True)
    [dispute] = disputes((of, [yes, no]))
    assert dispute.question.name == "store, concerning solvents, cellar"
    assert "stored" not in dispute.question.text and "alleged" not in dispute.question.text
