"""The town that a report begins with, from where it was sent: "PIKEVILLE, Ky. (AP) -"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.extract.place_names import Name

if TYPE_CHECKING:
    from spacy.tokens import Doc

DASH = re.compile(r"[^\S\n]+(?:--|[—–])\s")
AGENCIES = "AP|AFP|Reuters|UPI|dpa|CNN|Xinhua"
# Behind the town: ", Ky. (AP) -", "(AP) —", "--"; or an agency without a dash.
DATELINE = re.compile(
    r"[^\S\n]*(?:,[^\S\n]+[\w.,'’ -]{2,30}?)?[^\S\n]*(?:\([^)\n]{2,30}\)[^\S\n]*)?(?:--|[—–-])(?=\s)"
    rf"|[^\S\n]*(?:,[^\S\n]+[\w. ]{{2,20}}?)?[^\S\n]*\((?:{AGENCIES})\)"
)


def is_dateline(doc: Doc, text: str, name: Name) -> bool:
    """Whether a report begins with the name: "PIKEVILLE, Ky. (AP) -", "CAIRO —"; capitals unless an agency follows."""
    first, last = doc[name.start], doc[name.end - 1]
    end = last.idx + len(last)
    capitals = name.tokens(doc).text.isupper()
    left = doc[name.start - 1] if name.start else None
    if capitals and len(first) > 3 and not (left is not None and left.is_upper) and DASH.match(text, end):
        return True
    begins = left is None or left.is_space or left.is_sent_end or first.is_sent_start
    rest = DATELINE.match(text, end) if begins else None
    return rest is not None and (capitals or "(" in rest.group())
