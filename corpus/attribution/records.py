"""Marked reports -> attributions: source, cue, content, form, chain and statements, as records with offsets."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.attribution.marked import Mark, Part, Report

KINDS = ("named", "unnamed", "collective", "outlet", "document")
STANCES = (
    *("says", "claims", "admits", "denies", "doubts", "accuses", "warns", "believes", "fears", "hopes", "knows"),
    *("shows", "asks", "wants", "plans", "refuses", "supports", "opposes", "silent", "feels"),
)
MODALITIES = ("possible", "probable", "unknown")
POLARITIES = ("negative", "open")
QUOTED = re.compile(
    r"“[^”]*(?:”|$)|\"[^\"\n]*(?:\"|$)|«[^»]*(?:»|$)|(?<!\w)['‘](?!\s).*?(?<!\s)['’](?!\w)", re.MULTILINE
)
WORD = re.compile(r"\w+(?:['’.,-]\w+)*")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A source, or the outlet it went through: the words, the kind, and whom they stand for."""

    span: Span
    kind: str | None
    entity: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementMark:
    """One clause of a content: its pieces, modality and polarity according to its source."""

    spans: tuple[Span, ...]
    modality: str = "certain"
    polarity: str = "positive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One act of attributing.

    Attributes:
        number: As in the marks.
        part: title or text; spans count its characters.
        sources: Side by side; empty where nobody is named.
        cue: Pieces; empty where no word reports.
        content: Pieces in the order of the text.
        stance: What the source does.
        via: Outlets through which it was said.
        statements: Of the innermost attribution; empty where the content is wholly another attribution.
        inside: Number of the attribution in whose content this one stands; None at depth 1.
        form: direct, indirect or mixed, from the quotation marks.
    """

    number: int
    part: str
    sources: tuple[Speaker, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    stance: str
    via: tuple[Speaker, ...]
    statements: tuple[StatementMark, ...]
    inside: int | None
    form: str


def attributions(part: Part) -> list[Attribution]:
    """The attributions of a headline or a text, by number."""
    by_number: dict[int, list[Mark]] = defaultdict(list)
    for mark in part.marks:
        if mark.role in "scqv":
            for number in mark.numbers:
                by_number[number].append(mark)
    contents = {n: spans(marks, "q") for n, marks in by_number.items()}
    inside = {n: innermost_around(n, marks, contents) for n, marks in by_number.items()}
    homes = statement_homes(part, contents, inside)
    return [
        Attribution(
            number=number,
            part=part.name,
            sources=speakers(marks, "s"),
            cue=spans(marks, "c"),
            content=contents[number],
            stance=stance(marks),
            via=speakers(marks, "v"),
            statements=statements(number, part, contents, inside, homes),
            inside=inside[number],
            form=form(part.text, contents[number]),
        )
        for number, marks in sorted(by_number.items())
    ]


def spans(marks: Iterable[Mark], role: str) -> tuple[Span, ...]:
    """The pieces with one role."""
    return tuple((mark.start, mark.end) for mark in marks if mark.role == role)


def speakers(marks: Iterable[Mark], role: str) -> tuple[Speaker, ...]:
    """Those who speak, or through whom."""
    return tuple(
        Speaker(span=(m.start, m.end), kind=m.options[0] if m.options else None, entity=m.entity)
        for m in marks
        if m.role == role
    )


def stance(marks: Iterable[Mark]) -> str:
    """The stance on the cue, or on the content where there is no cue; `says` where neither has one."""
    told = [mark.options[0] for mark in sorted(marks, key=lambda m: m.role) if mark.role in "cq" and mark.options]
    return told[0] if told else "says"


def holds(outer: tuple[Span, ...], inner: tuple[Span, ...]) -> bool:
    """Whether every piece of one lies in a piece of the other."""
    return bool(inner) and all(any(s <= start and end <= e for s, e in outer) for start, end in inner)


def size(pieces: tuple[Span, ...]) -> int:
    """Characters of all pieces."""
    return sum(end - start for start, end in pieces)


def innermost_around(number: int, marks: list[Mark], contents: dict[int, tuple[Span, ...]]) -> int | None:
    """The attribution with the smallest content that holds the cue (or source) and content of another.

    Of two with the same content ("the Post, citing police, says …") the one whose cue is no *citing* is the outer.
    """
    words = spans(marks, "c") or spans(marks, "s")
    own = contents[number]
    around = [
        other
        for other, content in contents.items()
        if other != number and holds(content, own) and (holds(content, words) if words else size(content) > size(own))
    ]
    same = [other for other, content in contents.items() if other < number and content == own and other not in around]
    return min([*around, *same], key=lambda other: (size(contents[other]), -other), default=None)


def statement_homes(
    part: Part, contents: dict[int, tuple[Span, ...]], inside: dict[int, int | None]
) -> dict[Mark, int]:
    """Statement mark -> the innermost attribution whose content holds it."""
    homes = {}
    for mark in part.marks:
        if mark.role == "t":
            around = [n for n, content in contents.items() if holds(content, ((mark.start, mark.end),))]
            if around:
                homes[mark] = min(around, key=lambda n: (size(contents[n]), -depth(n, inside), -n))
    return homes


def depth(number: int, inside: dict[int, int | None]) -> int:
    """How many attributions stand around one; a circle counts as its length."""
    seen = {number}
    outer = inside.get(number)
    while outer is not None and outer not in seen:
        seen.add(outer)
        outer = inside.get(outer)
    return len(seen) - 1


def statements(
    number: int,
    part: Part,
    contents: dict[int, tuple[Span, ...]],
    inside: dict[int, int | None],
    homes: dict[Mark, int],
) -> tuple[StatementMark, ...]:
    """The statements of one attribution: as marked, or its content whole where it is innermost."""
    own = [mark for mark, home in homes.items() if home == number]
    if not own:
        inner = any(outer == number for outer in inside.values())
        return () if inner or not contents[number] else (StatementMark(spans=contents[number]),)
    joined: dict[tuple[int, int], list[Mark]] = defaultdict(list)
    for at, mark in enumerate(own):
        joined[(0, mark.numbers[0]) if mark.numbers else (1, at)].append(mark)
    made = (statement(marks) for marks in joined.values())
    return tuple(sorted(made, key=lambda each: each.spans))


def statement(marks: list[Mark]) -> StatementMark:
    """The statement that these pieces make."""
    options = {option for mark in marks for option in mark.options}
    modality = next((option for option in MODALITIES if option in options), "certain")
    polarity = "negative" if "negative" in options else "unknown" if "open" in options else "positive"
    return StatementMark(spans=tuple((m.start, m.end) for m in marks), modality=modality, polarity=polarity)


def form(text: str, content: tuple[Span, ...]) -> str:
    """direct: at least nine of ten words inside quotation marks; indirect: none; mixed: between."""
    quoted = [match.span() for start, end in paragraphs(text) for match in QUOTED.finditer(text, start, end)]
    words = [match.span() for start, end in content for match in WORD.finditer(text, start, end)]
    inside = sum(any(s <= a and b <= e for s, e in quoted) for a, b in words)
    if not inside:
        return "indirect"
    return "direct" if inside >= 0.9 * len(words) else "mixed"


def paragraphs(text: str) -> list[Span]:
    """The lines of a text that hold words."""
    return [match.span() for match in re.finditer(r"[^\n]+", text)]


def report_attributions(report: Report) -> list[Attribution]:
    """The attributions of headline and text."""
    return [each for part in report.parts for each in attributions(part)]
