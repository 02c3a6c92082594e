"""Statements become answers to questions; every sort of question has its own file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from reportedly.model import Answer, Article, Copy, Entity, Question, Statement
from reportedly.model.moment import instant
from reportedly.reconcile.figures import figure_answers
from reportedly.reconcile.ground import ground
from reportedly.reconcile.happenings import happening_answers
from reportedly.reconcile.refuted import refuted_answers
from reportedly.reconcile.statuses import status_answers
from reportedly.reconcile.unknowns import identity_answers


def answers_to(
    statements: Sequence[Statement],
    articles: Mapping[str, Article],
    *,
    entity_of: Mapping[str, Entity],
    event_of: Mapping[str, str],
    copies: Sequence[Copy],
) -> Mapping[Question, tuple[Answer, ...]]:
    """Every question that the statements answer, by id, with its answers by publication, those without a date last.

    Built from what is given and nothing else, so what is left out (later articles) cannot be seen in it.
    """
    on = ground(statements, articles, entity_of=entity_of, event_of=event_of, copies=copies)
    order = {statement.id: at for at, statement in enumerate(on.statements)}
    found: dict[Question, set[Answer]] = {}
    sorts = (figure_answers, status_answers, refuted_answers, identity_answers, happening_answers)
    every = chain.from_iterable(answers(on) for answers in sorts)
    for question, answer in every:
        found.setdefault(question, set()).add(answer)
    return {
        question: tuple(
            sorted(found[question], key=lambda each: (instant(each.said), order[each.statement], each.value))
        )
        for question in sorted(found, key=lambda question: question.id)
    }
