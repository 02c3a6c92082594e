"""How the answers to a question came and went."""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.model import Answer, Entry, History, Modality, Question, QuestionKind, Relation
from reportedly.reconcile.conflicts import agree, conflict

# How much each modality claims.
SURENESS = {Modality.UNKNOWN: 0, Modality.POSSIBLE: 1, Modality.PROBABLE: 2, Modality.CERTAIN: 3}


def histories_of(answers: Mapping[Question, tuple[Answer, ...]]) -> tuple[History, ...]:
    """The history of every question, by the question's id: its answers in their order, each beside the one before."""
    return tuple(_history(question, answers[question]) for question in sorted(answers, key=lambda each: each.id))


def _history(question: Question, answers: tuple[Answer, ...]) -> History:
    entries = []
    for at, answer in enumerate(answers):
        before = answers[at - 1] if at else None
        relation = None if before is None else relation_of(question, before, answer)
        entries.append(Entry(answer=answer, relation=relation, earlier=None if before is None else before.statement))
    return History(question=question, entries=tuple(entries))


def relation_of(question: Question, earlier: Answer, later: Answer) -> Relation:
    """How the later answer stands to the earlier one."""
    if _says_the_same(question, earlier, later):
        return Relation.REPEAT
    if conflict(question, earlier, later) is not None:
        return Relation.CONTRADICTION
    if question.kind is QuestionKind.FIGURE:
        return Relation.REFINEMENT if agree(earlier, later) else Relation.FOLLOW_UP
    same = earlier.value == later.value and earlier.polarity is later.polarity
    return Relation.REFINEMENT if same else Relation.FOLLOW_UP


def _says_the_same(question: Question, one: Answer, other: Answer) -> bool:
    if SURENESS[one.modality] != SURENESS[other.modality] or one.polarity is not other.polarity:
        return False
    if question.kind is QuestionKind.FIGURE:
        return (one.low, one.high, one.comparator) == (other.low, other.high, other.comparator)
    return one.value == other.value
