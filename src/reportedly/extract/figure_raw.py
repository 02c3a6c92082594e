"""Numbers with the unit that stands beside them, two of a range or a ratio made one: read off the text alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportedly.extract.figure_number import Kind, Numeral, numerals
from reportedly.extract.figure_unit import Measure, measure_after, money_before
from reportedly.extract.figure_veto import is_year


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """A number with the unit that stands right beside it.

    Attributes:
        numeral: The number.
        upper: The second number of a range; None without one.
        share_of: The whole of a ratio: 5 in "one in five"; None for none.
        measure: Unit of measure or currency; None where there is none.
        start: First code point, money sign included.
        end: One past the last, unit included.
    """

    numeral: Numeral
    start: int
    end: int
    upper: Numeral | None = None
    share_of: Numeral | None = None
    measure: Measure | None = None

    @property
    def last(self) -> Numeral:
        """The numeral that stands last."""
        return self.upper or self.share_of or self.numeral


RANGE = re.compile(r"\s*(?:-|–|—|−)\s*|\s+(?:to|or|through|till|until)\s+|-to-|\s+to-|-?\s(?:or|to)\s")
AND = re.compile(r"\s+and\s+")
BETWEEN = re.compile(
    r"\b(?:between|from)\s+(?:an? (?:estimated|average)\s+|about\s+|around\s+|roughly\s+)?$", re.IGNORECASE
)


def opener_length(text: str, start: int) -> int:
    """How many code points before `start` the "between" or "from" of a range takes."""
    opener = BETWEEN.search(text[max(0, start - 30) : start])
    return len(opener.group()) if opener else 0


# The whole of a ratio: "one in 100,000" is said of diseases.
LARGEST_WHOLE = 100_000
RATIO = re.compile(r"\s+(?:in(?:\severy)?|out\sof(?:\severy)?)\s+", re.IGNORECASE)
SAYS_SECOND_IS_TARGET = re.compile(
    r"\b(?:rose|risen|rises?|rising|fell|fallen|falls?|falling|dropp?\w*|grew|grown|grows?|growing|increas\w+|decreas\w+|jump\w*|climb\w*"
    r"|declin\w+|surg\w+|slid|slump\w*|plung\w+|up|down|cut|raised|raising|lowered|reduced|went|gone)\b[^.;]{0,40}\bfrom\s+$",
    re.IGNORECASE,
)


def raws(text: str) -> Iterator[Raw]:
    """Numbers with their units; the two of a range or of a ratio as one."""
    held: Raw | None = None
    for numeral in numerals(text):
        raw = _raw(text, numeral)
        pair = None if held is None else _pair(text, held, raw)
        if pair is None and held is not None:
            yield held
        held = pair or raw
    if held is not None:
        yield held


def _raw(text: str, numeral: Numeral) -> Raw:
    money = money_before(text, numeral.start)
    if money is not None and not (money.unit == "point" or numeral.kind is Kind.DIGITS or money.end == numeral.start):
        money = None
    after = None if money is not None else measure_after(text, numeral.end, written=not text[numeral.end - 1].isdigit())
    if after is None and money is None and numeral.kind in (Kind.PLURAL, Kind.FEW, Kind.FRACTION, Kind.UNIT):
        of = re.compile(r"\s+of\s(?:an?\s)?").match(text, numeral.end)
        after = measure_after(text, of.end() - 1, written=True) if of else None
    measure = money or after
    start = min(numeral.start, measure.start) if measure else numeral.start
    end = max(numeral.end, measure.end) if measure else numeral.end
    return Raw(numeral=numeral, start=start, end=end, measure=measure)


def _pair(text: str, left: Raw, right: Raw) -> Raw | None:
    """Both as one range ("12 to 15", "$5-10") or one ratio ("one in five"); None where they are two figures."""
    single = left.upper is None and left.share_of is None
    if not single or left.numeral.vague or right.numeral.vague:
        return None
    if is_year(left.numeral) and left.measure is None and not is_year(right.numeral):
        return None
    if _is_ratio(text, left, right):
        return replace(left, share_of=right.numeral, end=right.end)
    if not (_connected(text, left, right) and _same_unit(text, left, right)) or _moves(text, left, right):
        return None
    low, high = left.numeral, right.numeral
    if _shares_scale(low, high):
        low = replace(low, value=low.value * _scale_of(high))
    if low.value >= high.value:
        return None
    first = left.measure if left.measure is not None and left.measure.start < left.numeral.start else None
    measure = first or right.measure or left.measure
    return Raw(numeral=low, upper=high, measure=measure, start=left.start, end=right.end)


def _is_ratio(text: str, left: Raw, right: Raw) -> bool:
    """Whether the two are a part and its whole: "one in five", "3 out of 10"."""
    if left.measure is not None or right.measure is not None or is_year(right.numeral):
        return False
    fits = 0 < left.numeral.value < right.numeral.value <= LARGEST_WHOLE
    return fits and RATIO.fullmatch(text[left.end : right.start]) is not None


def _connected(text: str, left: Raw, right: Raw) -> bool:
    """Whether a dash, "to", "or", or "between … and" joins them."""
    gap = text[left.end : right.start]
    if RANGE.fullmatch(gap):
        return True
    between = BETWEEN.search(text[max(0, left.start - 30) : left.start])
    return bool(between and between.group().lower().startswith("between") and AND.fullmatch(gap))


def _same_unit(text: str, left: Raw, right: Raw) -> bool:
    """Whether both have one unit: on both numbers, only on the second, or money before the first ("$5-10")."""
    if left.measure is None:
        return True
    if right.measure is None:
        return left.measure.kind == "currency" and text[left.end : right.start].strip() != "or"
    return left.measure.unit == right.measure.unit


def _moves(text: str, left: Raw, right: Raw) -> bool:
    """Whether they are two points of a movement: "rose from 5 to 10", "rose by $2 to $85"."""
    step = text[max(0, left.start - 3) : left.start] == "by "
    if step and right.numeral.value > 3 * left.numeral.value:
        return True
    return SAYS_SECOND_IS_TARGET.search(text[max(0, left.start - 70) : left.start]) is not None


def _shares_scale(low: Numeral, high: Numeral) -> bool:
    """Whether the scale of the second number is meant for both: "two to three million", not "900 to 1 million"."""
    return _scale_of(high) >= 100 and _scale_of(low) == 1 and low.value < high.value / _scale_of(high)


def _scale_of(numeral: Numeral) -> int:
    """The scale word of "3 million" as a number; 1 where there is none."""
    if numeral.digits is not None or numeral.kind not in (Kind.DIGITS, Kind.UNIT, Kind.TEN):
        return 1
    scale = 1
    while numeral.value >= 1000 * scale:
        scale *= 1000
    return scale
