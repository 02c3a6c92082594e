"""Which two answers cannot both be true, and why; a later toll, a release after an arrest and a doubt can."""

from __future__ import annotations

from math import inf

from reportedly.model import Answer, Comparator, Modality, Polarity, Question, QuestionKind
from reportedly.model.moment import instant
from reportedly.reconcile.measures import measures
from reportedly.reconcile.moments import days_apart, published_at
from reportedly.reconcile.origins import same_speaker

SURE = (Modality.CERTAIN, Modality.PROBABLE)
# What "about" allows on either side, as a share: 1,150 is about 1,200, 900 is not. Set by hand.
ABOUT = 0.1
# Two numbers are for one moment when they hold for days at most this far apart.
DAYS = 1
# State and polarity -> which side of its question it is on; what is not here takes none.
SIDES = {
    ("alive", Polarity.POSITIVE): "alive",
    ("injured", Polarity.POSITIVE): "alive",
    ("dead", Polarity.NEGATIVE): "alive",
    ("dead", Polarity.POSITIVE): "dead",
    ("alive", Polarity.NEGATIVE): "dead",
    ("detained", Polarity.POSITIVE): "held",
    ("free", Polarity.NEGATIVE): "held",
    ("free", Polarity.POSITIVE): "free",
    ("detained", Polarity.NEGATIVE): "free",
    ("missing", Polarity.POSITIVE): "missing",
    ("missing", Polarity.NEGATIVE): "found",
}


def conflict(question: Question, one: Answer, other: Answer) -> str | None:
    """Why both cannot be true, in words; None where they can, where one is not sure, or where both have one speaker."""
    if same_speaker(one, other):
        return None
    if question.kind is QuestionKind.HAPPENED:
        return _said_and_denied(one, other)
    if one.modality not in SURE or other.modality not in SURE:
        return None
    earlier, later = sorted((one, other), key=lambda each: (instant(each.said), each.statement))
    if question.kind is QuestionKind.FIGURE:
        return _numbers(course_of(question), earlier, later)
    return _states(earlier, later)


def course_of(question: Question) -> str:
    """How the numbers of a figure question run: up, free or fixed."""
    measure = measures().get(question.measure or "")
    return "free" if measure is None else measure.course


def interval(answer: Answer) -> tuple[float, float]:
    """The numbers an answer allows, with infinities where it is open and room on both sides of an "about"."""
    room = ABOUT if answer.comparator is Comparator.ABOUT else 0
    low = -inf if answer.low is None else answer.low * (1 - room)
    high = inf if answer.high is None else answer.high * (1 + room)
    return low, high


def agree(one: Answer, other: Answer) -> bool:
    """Whether some number is allowed by both."""
    (low, high), (other_low, other_high) = interval(one), interval(other)
    return max(low, other_low) <= min(high, other_high)


def _numbers(course: str, earlier: Answer, later: Answer) -> str | None:
    if agree(earlier, later):
        return None
    reason = f"no number is both {worded(earlier)} and {worded(later)}"
    if course == "fixed":
        return f"{reason}, and it can no longer change"
    apart = days_apart(earlier.since or "", later.since or "")
    if apart is None or apart > DAYS:
        return None
    same_time = apart == 0 and (earlier.article == later.article or not _order_is_known(earlier, later))
    if same_time:
        return f"{reason}, for the same day"
    if course == "up" and interval(later)[1] < interval(earlier)[0] and earlier.article != later.article:
        return f"{reason}, and the later number is the lower"
    return None


def worded(answer: Answer) -> str:
    """The number of an answer in figures ("71 or more"), and how sure it is where it is not certain."""
    low, high = answer.low, answer.high
    if low is None:
        number = f"{high:,} or fewer" if high is not None else "some"
    elif high is None:
        strict = answer.comparator is Comparator.MORE_THAN and isinstance(low, int)
        number = f"more than {low - 1:,}" if strict else f"{low:,} or more"
    else:
        number = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    about = "about " if answer.comparator is Comparator.ABOUT else ""
    sure = "" if answer.modality is Modality.CERTAIN else f" ({answer.modality.value})"
    return about + number + sure


def _order_is_known(earlier: Answer, later: Answer) -> bool:
    """Whether it is known which was published first: on different days, or both with a clock time."""
    one, other = earlier.said or "", later.said or ""
    return one[:10] != other[:10] or (len(one) > 10 and len(other) > 10 and instant(one) != instant(other))


def _states(earlier: Answer, later: Answer) -> str | None:
    sides = [side_of(answer) for answer in (earlier, later)]
    if None in sides or sides[0] == sides[1]:
        return None
    dead = next((answer for answer, side in zip((earlier, later), sides, strict=True) if side == "dead"), None)
    if dead is not None:
        alive = later if dead is earlier else earlier
        return _alive_after_death(dead, alive)
    (start, end), (other_start, other_end) = _held(earlier), _held(later)
    if max(start, other_start) <= min(end, other_end):
        return f"said to be {_state(earlier)}, and to be {_state(later)}, at the same time"
    return None


def side_of(answer: Answer) -> str | None:
    """Which side of its question a state takes; None for one that goes with all others."""
    return SIDES.get((answer.value.removeprefix("not "), answer.polarity))


def _held(answer: Answer) -> tuple[str, str]:
    """From when to when the answer itself asserts its state: nobody can assert it beyond the publication."""
    start = answer.settled or answer.since or ""
    said = published_at(answer.said) or "9999"
    end = said if answer.until is None else min(answer.until, said) if answer.since is None else answer.until
    return start, max(start, end)


def _alive_after_death(dead: Answer, alive: Answer) -> str | None:
    """The dead stay dead: alive at a later time contradicts it, alive before does not."""
    died = dead.settled or published_at(dead.said)
    seen = alive.until or published_at(alive.said)
    if died is None or seen is None or seen <= died:
        return None
    return f"said to be {_state(dead)} by {died[:10]}, and to be {_state(alive)} on {seen[:10]}"


def _state(answer: Answer) -> str:
    """The state, and how sure it is where it is not certain."""
    return answer.value + ("" if answer.modality is Modality.CERTAIN else f" ({answer.modality.value})")


def _said_and_denied(one: Answer, other: Answer) -> str | None:
    if {one.polarity, other.polarity} != {Polarity.POSITIVE, Polarity.NEGATIVE}:
        return None
    said, denied = (one, other) if one.polarity is Polarity.POSITIVE else (other, one)
    if denied.modality not in SURE or said.modality is Modality.UNKNOWN:
        return None
    return "alleged, and denied" if said.modality not in SURE else "said, and denied"
