"""Clock times at the head of a line, as live reports print them over or before each entry: "14:05", "12.30pm: "."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A full stop parts hour and minute only before "am" or "pm": "12.30 litres" is no time.
CLOCK = re.compile(
    r"^[ \t*_]*(?:[01]?\d|2[0-3])(?::[0-5]\d(?:[ ]?[ap]\.?m\b\.?)?|\.[0-5]\d[ ]?[ap]\.?m\b\.?|[ ]?[ap]m\b)"
    r"(?:[ ](?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PST|PDT))?[ \t*_]*"
    r"(?:(?:[:|]|--|[-–—])[ \t*_]+(?=\S)|(?=\r?$)|(?=[\"“‘']?[A-Z]))",
    re.M,
)
# A first line shorter than this, in code points, is a headline or a label. Set by hand.
HEADING = 40
ENDS = tuple(".!?:…\"'”’»)]")


def clock_lines(text: str) -> Iterator[re.Match[str]]:
    """The clocks at the head of a paragraph, or of a line after one that ends a sentence.

    Each match ends where the entry begins. Where a line of running text only happens to begin with a time ("left at",
    then "14:05 GMT"), there is none.
    """
    for match in CLOCK.finditer(text):
        before = text[: match.start()].rstrip(" \t\r\n")
        gap = text[len(before) : match.start()].count("\n")
        if not before or gap > 1 or before.endswith(ENDS) or _is_heading(before):
            yield match


def _is_heading(before: str) -> bool:
    """Whether the line before is the first of the text, and short."""
    return "\n" not in before and len(before) < HEADING
