"""Where an article says something."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """Which text of an article a span refers to."""

    TEXT = "text"
    TITLE = "title"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A half-open range of code points with its exact words: `text[span.start:span.end] == span.exact`.

    Attributes:
        start: First code point, counted from 0.
        end: One past the last code point; at least `start`.
        exact: The words themselves.
        part: The text that the numbers count in: the article's `text`, or its `title`.
    """

    start: int
    end: int
    exact: str
    part: Part = Part.TEXT

    def __post_init__(self) -> None:
        if self.start < 0 or self.end - self.start != len(self.exact):
            raise ValueError(f"span {self.start}..{self.end} does not fit its {len(self.exact)} code points")

    def overlaps(self, other: Span) -> bool:
        """Whether both share at least one code point of the same part."""
        return self.part == other.part and self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.part == other.part and self.start <= other.start and other.end <= self.end

    def shared(self, other: Span) -> int:
        """How many code points both have in common."""
        return max(0, min(self.end, other.end) - max(self.start, other.start)) if self.part == other.part else 0


def span_of(text: str, start: int, end: int, part: Part = Part.TEXT) -> Span:
    """The span of `text` from `start` to `end`."""
    return Span(start=start, end=end, exact=text[start:end], part=part)
