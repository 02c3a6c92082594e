"""From numbers to drafts of figures: bounds, unit, rate and head, with what is no quantity left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.extract.figure_bound import Bound, Ends, binding, bound_after, bounds_before, ends_under
from reportedly.extract.figure_counted import NOUNS, singular
from reportedly.extract.figure_number import plain
from reportedly.extract.figure_raw import Raw, opener_length, raws
from reportedly.extract.figure_sized import Grid, Sized, grid, sized
from reportedly.extract.figure_unit import Per, per_after
from reportedly.extract.figure_veto import blocked, inside
from reportedly.extract.figure_words import deeds, doings, words_of
from reportedly.model import Comparator, Timex, TimexType
from reportedly.model.figure import Number

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A figure but for what the sentence says about it.

    Attributes:
        head: The token that stands for the quantity in the parse.
        first: Index of its first token.
        last: Index of its last token.
        measured: Whether it has a unit of measure, a share or a currency.
        describes: Whether what it describes is to be looked for; a plain count of things says so itself.
        whole: What it describes, where the phrase itself says so ("12-page report"); else None.
        restates: Whether it says the figure before it in another unit.
        partitive: Whether its noun follows "of": "one of the men".
        of_them: Whether it counts part of what was named before: "nine of them".
    """

    start: int
    end: int
    low: Number | None
    high: Number | None
    comparator: Comparator
    unit: str | None
    unit_text: str | None
    per: str | None
    head: Token
    first: int
    last: int
    measured: bool
    describes: bool
    whole: str | None = None
    restates: bool = False
    partitive: bool = False
    of_them: bool = False


def drafts(doc: Doc, times: Iterable[Timex]) -> Iterator[Draft]:
    """The quantities of `doc`, in order."""
    dates = sorted((t.span.start, t.span.end) for t in times if t.type in (TimexType.DATE, TimexType.TIME))
    on = grid(doc)
    not_figures = blocked(on.text)
    until = 0
    for raw in raws(on.text):
        start, end = raw.numeral.start, raw.last.end
        if raw.start < until or inside(start, end, not_figures):
            continue
        size = sized(raw, on, dated=inside(start, end, dates))
        if size is not None:
            draft = _draft(size, on)
            # A whole ("12 of the 40 seats") is a figure of its own; the number of a rate ("per 100,000") is none.
            until = draft.end if draft.per else raw.end
            yield draft


# "Three more died" adds to a number given before.
MORE = re.compile(r"\s+(?:more|others)\b(?!\s+than)", re.IGNORECASE)
OF_THEM = re.compile(r"\s+of\s+(?:them|whom|which|those|these|us|you)\b", re.IGNORECASE)


def _draft(size: Sized, on: Grid) -> Draft:
    """The draft of a number that is a quantity."""
    text, raw = on.text, size.raw
    start, end = _start(size), size.end
    unit, unit_text, whole = _unit(size, on)
    per = None if size.age or size.share else per_after(text, end)
    of_them = OF_THEM.match(text, end) if size.counted is None and size.age is None else None
    more = MORE.match(text, end) if size.counted is None and size.measure is None else None
    behind = of_them or more
    end = per.end if per else behind.end() if behind else end
    ends, start, end = _bound(size, on, start, end)
    return Draft(
        start=start,
        end=end,
        low=ends.low,
        high=ends.high,
        comparator=ends.comparator,
        unit=_with_per(unit, per, size),
        unit_text=unit_text,
        per=per.text if per else None,
        head=_head(size, on),
        first=on.position[start],
        last=on.position[end - 1],
        measured=size.measure is not None or size.share,
        describes=size.measure is not None or size.share or (size.counted is None and not _alone(size, on)),
        whole=whole or (_apposed(raw, on) if size.age else None),
        partitive=size.counted is not None and size.counted.partitive,
        of_them=of_them is not None,
    )


def _alone(size: Sized, on: Grid) -> bool:
    """Whether the number itself is subject or object, so that the other of the two is not what it describes."""
    return on.token(size.raw.last.end - 1).dep_ in ("dobj", "nsubj", "nsubjpass")


def _start(size: Sized) -> int:
    return size.raw.numeral.start if size.measure is None else size.raw.start


def _with_per(unit: str | None, per: Per | None, size: Sized) -> str | None:
    """The unit of a rate: "dollar per month"; a rate over so many heads keeps its unit ("case" per 100,000 people)."""
    if per is None or per.many:
        return unit
    return f"{unit} per {per.unit}" if unit is not None and (size.measure or per.timed) else unit


AGE_OF = re.compile(r"\b(?:age of|aged|ages?(?: of)?)\s+(?:only |just )?$", re.IGNORECASE)


def _unit(size: Sized, on: Grid) -> tuple[str | None, str | None, str | None]:
    """Unit, its words, and what the phrase itself says is described."""
    text, measure, counted = on.text, size.measure, size.counted
    if measure is not None:
        old = measure.unit == "year" and AGE_OF.search(text[max(0, size.raw.start - 20) : size.raw.start])
        return "year of age" if old else measure.unit, text[measure.start : measure.end], None
    if size.share:
        return "proportion", None, None if counted is None else text[counted.tokens[0].idx : counted.end]
    if counted is None:
        return size.age or _elided(size, on), None, None
    if size.adjectival:
        nouns = [token for token in counted.tokens if token.tag_ in NOUNS]
        return nouns[0].lemma_, nouns[0].text, " ".join(token.text for token in nouns[1:]) or None
    return counted.unit, text[counted.tokens[0].idx : counted.end], None


def _elided(size: Sized, on: Grid) -> str | None:
    """What a number without a noun counts: "95 who stayed" are people, "a day or two" days; None where nothing says."""
    token = on.token(size.raw.last.end - 1)
    if _counts_people(token, on.token(size.raw.numeral.start)):
        return "people"
    noun = on.doc[token.i - 2] if token.i > 2 and token.nbor(-1).lower_ == "or" else None
    if noun is None or noun.tag_ != "NN" or noun.nbor(-1).lower_ not in ("a", "an", "another", "one"):
        return None
    return singular(noun)


ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})


def _counts_people(token: Token, first: Token) -> bool:
    """Whether a bare number is one of people: "95 who stayed", "the 40 aboard", "12 were rescued", "thousands fled"."""
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    token = first if first.tag_ == "NNS" else token.head if token.head.lower_ in ("more", "others") else token
    if token.tag_ == "NNS" and token.dep_ == "nsubj" and token.head.lemma_.lower() in doings():
        return True
    whose = [child for child in token.rights if child.dep_ in ("acl", "relcl")]
    if any(child.lemma_.lower() in deeds() for child in whose):
        return True
    befell = token.dep_ in ARGUMENTS and token.head.pos_ == "VERB" and token.head.lemma_.lower() in deeds()
    return befell or after in words_of("people_after")


def _apposed(raw: Raw, on: Grid) -> str | None:
    """The name before ", 36,"; None where the age is said otherwise."""
    token = on.token(raw.numeral.start)
    if token.i < 2 or on.doc[token.i - 1].text != ",":
        return None
    name = on.doc[token.i - 2]
    first = name
    while first.i > 0 and first.nbor(-1).tag_ in ("NNP", "NNPS"):
        first = first.nbor(-1)
    return on.text[first.idx : name.idx + len(name)]


# "Not one of them was hurt" is zero.
NOT_ONE = re.compile(r"\bnot\s$", re.IGNORECASE)


def _bound(size: Sized, on: Grid, start: int, end: int) -> tuple[Ends, int, int]:
    """The ends under the binding words, and the span with those words taken in."""
    text, raw = on.text, size.raw
    opens, closes = on.sentence(raw.numeral.start)
    bound = binding(_fitting(bounds_before(text, start), size, on))
    after = size.infix or bound_after(text, end, sentence=closes)
    if bound is not None:
        start = bound.start
    elif raw.upper is not None:
        start -= opener_length(text, start)
    if after is not None and (bound is None or after.meaning == bound.meaning):
        bound, end = after, max(end, after.end)
    low, high = _numbers(raw)
    nobody = NOT_ONE.search(text, max(opens, start - 5), start) if low == high == 1 else None
    if nobody is not None:
        return Ends(0, 0, Comparator.EXACTLY), nobody.start(), end
    return ends_under(bound, low, high, vague=raw.numeral.vague), start, end


def _numbers(raw: Raw) -> tuple[Number, Number]:
    """The lower and the upper number; of a ratio, the share."""
    if raw.share_of is not None:
        share = plain(raw.numeral.value / raw.share_of.value)
        return share, share
    return raw.numeral.number, (raw.upper or raw.numeral).number


def _fitting(bounds: list[Bound], size: Sized, on: Grid) -> list[Bound]:
    """The bounds, without an "over" or "around" that is a plain preposition of place or time."""
    timed = size.measure is not None and size.measure.kind == "time"
    if not (timed or size.counted is not None) or not bounds:
        return bounds
    token = on.token(bounds[-1].start)
    alone = bounds[-1].end - bounds[-1].start == len(token)
    plain = alone and token.lower_ in words_of("may_be_place") and token.dep_ == "prep" and token.pos_ == "ADP"
    if plain and ((token.head.pos_ == "VERB" and token.head.lemma_ != "be") or (timed and token.head.pos_ != "ADP")):
        return bounds[:-1]
    return bounds


def _head(size: Sized, on: Grid) -> Token:
    """The token that stands for the whole quantity in the parse."""
    raw, measure = size.raw, size.measure
    number = on.token(raw.last.end - 1)
    if size.counted is not None and not size.counted.partitive:
        return size.counted.tokens[-1]
    if measure is None or measure.start < raw.numeral.start:
        return number
    unit = on.token(measure.end - 1)
    inner = range(on.position[raw.start], unit.i + 1)
    token = number
    while token.head.i in inner and token.head.i != token.i:
        token = token.head
    return token
