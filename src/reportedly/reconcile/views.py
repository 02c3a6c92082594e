"""Current readings of a question, each by a rule with a name. Never an average, never a verdict."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.model import Answer, Comparator, Number, Question, QuestionKind, View
from reportedly.model.moment import UNDATED, instant
from reportedly.reconcile.origins import origin_count

LATEST, CONSERVATIVE, CORROBORATED = "latest", "most conservative", "most corroborated"


def views_of(answers: tuple[Answer, ...], question: Question) -> tuple[View, ...]:
    """The views of a question: latest; of figures the most conservative; most corroborated. Empty without answers.

    Conservative is the smallest of what each origin said last. Corroborated is the value with the most independent
    origins for sure; where several values have as many, all of them.
    """
    if not answers:
        return ()
    views = [_view(LATEST, question, _latest(answers))]
    if question.kind is QuestionKind.FIGURE:
        views.append(_view(CONSERVATIVE, question, _smallest(_last_words(answers))))
    views.append(_view(CORROBORATED, question, _most_origins(answers)))
    return tuple(views)


def _view(rule: str, question: Question, answers: Iterable[Answer]) -> View:
    picked = tuple(answers)
    low, high, _ = origin_count(picked)
    return View(rule=rule, question=question, answers=picked, origins_low=low, origins_high=high)


def _latest(answers: tuple[Answer, ...]) -> list[Answer]:
    """Those published last; those without a date only where none has one."""
    dated = [instant(answer.said) for answer in answers if answer.said is not None]
    last = max(dated, default=UNDATED)
    return [answer for answer in answers if instant(answer.said) == last]


def _last_words(answers: tuple[Answer, ...]) -> list[Answer]:
    """What each origin said last."""
    by_origin: dict[str, list[Answer]] = {}
    for answer in answers:
        by_origin.setdefault(answer.origin, []).append(answer)
    last = {id(answer) for group in by_origin.values() for answer in _latest(tuple(group))}
    return [answer for answer in answers if id(answer) in last]


def _smallest(answers: list[Answer]) -> list[Answer]:
    """Those with the smallest number: the low end, or where that is open ("up to 50") the high one."""
    numbers: list[Number] = [number for answer in answers if (number := _number(answer)) is not None]
    return [answer for answer in answers if numbers and _number(answer) == min(numbers)]


def _number(answer: Answer) -> Number | None:
    return answer.high if answer.low is None else answer.low


def _most_origins(answers: tuple[Answer, ...]) -> list[Answer]:
    by_value: dict[tuple[object, ...], list[Answer]] = {}
    for answer in answers:
        by_value.setdefault(_value(answer), []).append(answer)
    counts = {value: origin_count(group)[0] for value, group in by_value.items()}
    most = max(counts.values())
    return [answer for answer in answers if counts[_value(answer)] == most]


def _value(answer: Answer) -> tuple[Number | None, Number | None, Comparator | None, str, str, str]:
    """What makes two answers say the same: the numbers of figures, the words of everything else, and how sure."""
    words = answer.value if answer.comparator is None else ""
    return answer.low, answer.high, answer.comparator, words, answer.modality.value, answer.polarity.value
