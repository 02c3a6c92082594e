"""Answers to a plain question, from the ledger only: each with its statements, and nothing where it holds none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportedly.model import Question, QuestionKind, Statement
from reportedly.pipeline import Snapshot
from reportedly.reconcile import origin_count
from reportedly.render import Group, Page, Section
from reportedly.views.lines import answered_by, group, newest, origins, shown, viewed

WORD = re.compile(r"[^\W_]+")
# Words of a question that say what sort of answer is wanted, or nothing; the others must be met.
EMPTY = frozenset(
    """
    a an the of in on at by to for from with is are was were be been being has have had do does did who whom whose what
    when where which why how many much any there that this it its and or about said say says according after before
    people number known know not still yet ever really
    """.split()  # noqa: SIM905
)
KINDS = (
    (re.compile(r"\bhow (many|much)\b|\bnumber of\b", re.I), QuestionKind.FIGURE),
    (re.compile(r"\b(alive|dead|died|missing|injured)\b", re.I), QuestionKind.STATUS),
    (re.compile(r"\b(arrested|custody|detained|released|charged|free)\b", re.I), QuestionKind.CUSTODY),
)
UNKNOWN = re.compile(r"\bnot (\w+ )?(known|clear|disclosed)\b|\bunknown\b|\bunclear\b", re.I)
# Endings that inflection adds: "killed", "kills" and "killing" meet in "kill". Five letters or more must be left of a
# word that is compared by its beginning.
STEM = 5
MOST = 5


def ask(story: Snapshot, question: str, *, full_text: frozenset[str] | None = None) -> Page:
    """The answers that the ledger's statements give.

    Without any, full-text matches, marked as such, or a page that says that the ledger holds none.
    """
    wanted = frozenset(stem(word) for word in telling_words(question))
    asks_unknown = UNKNOWN.search(question) is not None
    groups = [] if asks_unknown else question_groups(story, question, wanted)
    # What nobody answers may be said not to be known, and that is an answer, too.
    if not groups and (wanted or asks_unknown):
        groups = unknown_groups(story, wanted)
    if groups:
        return Page(title=question, sections=(Section(name="answers", groups=tuple(groups)),))
    matches = [statement for statement in story.current if full_text and statement.id in full_text]
    if matches:
        found = group("Statements that hold these words", shown(story, newest(story, matches)), most=MOST * 2)
        note = "no reported answer found; these statements hold words of the question"
        return Page(title=question, notes=(note,), sections=(Section(name="full text", groups=(found,)),))
    return Page(title=question, notes=("the ledger holds no statement that answers this",))


def telling_words(question: str) -> list[str]:
    """The words of a question that an answer must hold, in order: what it asks about."""
    return [word for word in WORD.findall(question.casefold()) if word not in EMPTY]


def stem(word: str) -> str:
    """What inflection leaves of a word, well enough to compare words of a question with words of a report."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= STEM - 1:
            return word.removesuffix(ending)
    return word


def meets(wanted: frozenset[str], words: Iterable[str]) -> float:
    """The share of the wanted words that stand among `words`."""
    stems = {stem(word) for text in words for word in WORD.findall(text.casefold())}
    return len(wanted & stems) / len(wanted) if wanted else 0.0


def kind_of(question: str) -> QuestionKind | None:
    """The property that a question asks for; None if it could be any."""
    return next((kind for pattern, kind in KINDS if pattern.search(question)), None)


def question_groups(story: Snapshot, question: str, wanted: frozenset[str]) -> list[Group]:
    """The ledger's questions that this one meets, best first, each with its answers and the views of them."""
    kind = kind_of(question)
    scored: list[tuple[float, str, Question]] = []
    for candidate, answers in story.answers.items():
        if kind is None or candidate.kind is kind:
            said = [story.by_id[answer.statement].content.exact for answer in answers]
            named = meets(wanted, [candidate.text, candidate.name, candidate.place or ""])
            score = max(named, 0.9 * meets(wanted, [candidate.text, candidate.name, candidate.place or "", *said]))
            scored.append((score, candidate.id, candidate))
    scored.sort(key=lambda item: (-item[0], item[1]))
    # Every word of the question must be met by the question or its statements: a half-met question invents an answer.
    return [answer_group(story, candidate) for score, _, candidate in scored[:MOST] if score >= 0.9 and wanted]


def answer_group(story: Snapshot, question: Question) -> Group:
    """One question of the ledger with its answers, their origins, and which of them each view picks."""
    answers = story.answers[question]
    notes = [origins(answers), *dict.fromkeys(origin_count(answers)[2])]
    notes += [f"in dispute: {dispute.id}" for dispute in story.disputes if dispute.question.id == question.id]
    lines = shown(story, answered_by(story, answers), viewed(story, question))
    return group(question.text, lines, id=question.id, notes=notes)


def unknown_groups(story: Snapshot, wanted: frozenset[str]) -> list[Group]:
    """The explicit unknowns that hold the words of the question; all of them for a question without any."""
    found = [s for s in story.current if s.unknowns and said_not_known(wanted, s)]
    return [group("Said not to be known", shown(story, newest(story, found)))] if found else []


def said_not_known(wanted: frozenset[str], statement: Statement) -> bool:
    """Whether an explicit unknown speaks of what is wanted."""
    about = [unknown.about for unknown in statement.unknowns]
    return not wanted or meets(wanted, [statement.content.exact, *about]) == 1.0
