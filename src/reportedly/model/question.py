"""What several statements answer, and what they answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.factuality import Modality, Polarity
from reportedly.model.figure import Comparator, Number


class QuestionKind(StrEnum):
    """The properties that are compared."""

    FIGURE = "figure"
    STATUS = "status"
    CUSTODY = "custody"
    HAPPENED = "happened"
    UNKNOWN = "unknown"


class Relation(StrEnum):
    """How an answer stands to an earlier one (Cross-document Structure Theory)."""

    REPEAT = "repeat"
    REFINEMENT = "refinement"
    FOLLOW_UP = "follow_up"
    CONTRADICTION = "contradiction"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One property of one subject, within a time and a place.

    Attributes:
        id: Hash of kind, subject, property and place.
        kind: Which property.
        subject: Id of the entity or event, or the normalised words of what is counted.
        name: The subject in words.
        text: The question in plain words ("how many were killed?").
        measure: For figures: what is counted ("killed", "missing"); None for other kinds.
        place: Name of the place it is about; None where anywhere.
        since: First day it is about, ISO; None where open.
        until: Exclusive end, ISO; None where open.
    """

    id: str
    kind: QuestionKind
    subject: str
    name: str
    text: str
    measure: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The value that one statement gives to a question.

    Attributes:
        question: Id of the question.
        statement: Id of the statement.
        article: Id of its article.
        value: In words ("at least 12", "alive", "detained").
        low: For figures: the smallest the wording allows, inclusive; None if open.
        high: For figures: the largest the wording allows, inclusive; None if open.
        comparator: For figures: how the numbers bind ("about 60" has both at 60); None for other kinds.
        modality: How sure, according to the deepest source.
        polarity: Whether it is said to be so.
        said: When it was published, ISO; None where unknown.
        since: First day it is said to hold, or local clock time (2024-03-14T18); None where unknown or from before.
        until: Exclusive end, of the same form; None where open.
        settled: Of a change within a time: when that time is over and the new state holds for sure; None elsewhere.
        origin: Key of the independent origin: answers that share it count once.
    """

    question: str
    statement: str
    article: str
    value: str
    low: Number | None = None
    high: Number | None = None
    comparator: Comparator | None = None
    modality: Modality = Modality.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    said: str | None = None
    since: str | None = None
    until: str | None = None
    settled: str | None = None
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Answers to one question that cannot all be true.

    Attributes:
        id: Hash of the question and the statements.
        question: What they answer.
        sides: Answers that agree stand together; two sides or more, the earliest first.
        reasons: Why they cannot all be true, in words.
    """

    id: str
    question: Question
    sides: tuple[tuple[Answer, ...], ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a history: an answer, and how it stands to the one before.

    Attributes:
        answer: What was said.
        relation: To the entry before it; None for the first.
        earlier: Statement id of the entry it relates to; None for the first.
    """

    answer: Answer
    relation: Relation | None = None
    earlier: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """How the answers to a question came and went, in the order of publication.

    Attributes:
        question: What they answer.
        entries: The answers; those without a publication date last.
    """

    question: Question
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A current reading of a question by a named rule. Never an average, never a verdict.

    Attributes:
        rule: "latest", "most conservative" or "most corroborated".
        question: What is answered.
        answers: The answers the rule picks.
        origins_low: The fewest independent origins that can stand behind them.
        origins_high: The most.
    """

    rule: str
    question: Question
    answers: tuple[Answer, ...]
    origins_low: int
    origins_high: int
