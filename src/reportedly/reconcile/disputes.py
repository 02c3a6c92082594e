"""Questions whose answers cannot all be true, with the sides that speak."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from reportedly.model import Answer, Dispute, Question, QuestionKind, identify
from reportedly.model.moment import instant
from reportedly.reconcile.conflicts import DAYS, agree, conflict, course_of, side_of
from reportedly.reconcile.knots import knots
from reportedly.reconcile.moments import days_apart

Pairs = dict[tuple[Answer, Answer], str]


def disputes_among(answers: Mapping[Question, tuple[Answer, ...]], superseded: frozenset[str]) -> tuple[Dispute, ...]:
    """The disputes, by id: of each question one for each knot of answers that contradict one another.

    Answers of a revision that a later one replaced take no side, nor does an answer that contradicts none.
    """
    found = []
    for question, given in answers.items():
        held = [answer for answer in given if answer.article not in superseded]
        against = _contradictions(question, held)
        found += [_dispute(question, knot, against) for knot in _knots(against)]
    return tuple(sorted(found, key=lambda dispute: dispute.id))


def _contradictions(question: Question, held: list[Answer]) -> Pairs:
    """The pairs that cannot both be true, and why."""
    reasons: Pairs = {}
    for one, other in _worth_a_look(question, sorted(held, key=_in_time)):
        why = conflict(question, one, other)
        if why is not None:
            reasons[one, other] = why
    return reasons


def _worth_a_look(question: Question, held: list[Answer]) -> Iterator[tuple[Answer, Answer]]:
    """Pairs in order of time; of numbers that change only those of near days, so that a long story is cheap."""
    if question.kind is not QuestionKind.FIGURE or course_of(question) == "fixed":
        yield from combinations(held, 2)
        return
    by_day = sorted(held, key=lambda answer: (answer.since or "", _in_time(answer)))
    first = 0
    for at, answer in enumerate(by_day):
        while (days_apart(by_day[first].since or "", answer.since or "") or 0) > DAYS:
            first += 1
        yield from ((other, answer) for other in by_day[first:at])


def _in_time(answer: Answer) -> tuple[str, str, str]:
    return instant(answer.said), answer.statement, answer.value


def _knots(against: Pairs) -> list[list[Answer]]:
    """Answers that contradictions connect, each knot by publication, the knots by their first."""
    found = [sorted(knot, key=_in_time) for knot in knots(against)]
    return sorted(found, key=lambda knot: _in_time(knot[0]))


def _dispute(question: Question, knot: list[Answer], against: Pairs) -> Dispute:
    sides: list[list[Answer]] = []
    for answer in knot:
        home = next(
            (side for side in sides if all(_stand_together(question, answer, each, against) for each in side)), None
        )
        if home is None:
            sides.append([answer])
        else:
            home.append(answer)
    members = set(knot)
    reasons = {why for (one, _), why in against.items() if one in members}
    return Dispute(
        id=identify("d", question.id, sorted(answer.statement for answer in knot)),
        question=question,
        sides=tuple(tuple(side) for side in sides),
        reasons=tuple(sorted(reasons)),
    )


def _stand_together(question: Question, one: Answer, other: Answer, against: Pairs) -> bool:
    """Whether two answers are on one side: nothing between them, and the same said."""
    if (one, other) in against or (other, one) in against:
        return False
    if question.kind is QuestionKind.FIGURE:
        return agree(one, other)
    if question.kind is QuestionKind.HAPPENED:
        return one.polarity is other.polarity
    return side_of(one) == side_of(other)
