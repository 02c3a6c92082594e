"""How deep and how wide a document is, told before any parser sees it: parsers recurse, and some need time squared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

# An article as JSON is two deep, linked data some more; Python's own parser gives up somewhere below 1,000.
DEEPEST_JSON = 64

_BRACKETS: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"?|(?P<open>[\[{]++)|(?P<close>[\]}]++)', re.DOTALL)
_TAG: Final = re.compile(r"<(?:(?P<comment>!--)|(?P<slash>/?)(?P<name>[a-zA-Z][^\s/>]*))")

# Elements without an end tag. Source: HTML Living Standard, 13.1.2 (and `param`, `frame` of earlier versions).
_VOID: Final = "area base br col embed frame hr img input link meta param source track wbr"
VOID: Final = frozenset(_VOID.split())
# Elements whose content is no markup; source: the same.
RAW: Final = frozenset(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"])
# Elements whose end tag may be left out: the next of the kind ends them, within the nearest list or table.
_ENDED_BY_NEXT: Final = "li dt dd tr td th thead tbody tfoot option optgroup caption colgroup"
ENDED_BY_NEXT: Final = frozenset(_ENDED_BY_NEXT.split())
HOLDERS: Final = frozenset(("ul", "ol", "menu", "dl", "table", "select", "template"))
# Elements that end a paragraph.
_BLOCKS: Final = (
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 head header hgroup hr html li main menu nav ol p pre section summary table tbody td tfoot "
    "th thead tr ul"
)
BLOCKS: Final = frozenset(_BLOCKS.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How a page is built.

    Attributes:
        depth: Of the deepest element, or one more than the deepest allowed.
        elements: How many there are, up to where it was too deep.
        blocks: How many of them end a paragraph.
        run: The most that follow one another within one paragraph.
    """

    depth: int
    elements: int
    blocks: int
    run: int


def json_too_deep(text: str) -> bool:
    """Whether brackets in `text` nest deeper than is followed, those within strings left out."""
    if text.count("[") + text.count("{") <= DEEPEST_JSON:
        return False
    depth = 0
    for match in _BRACKETS.finditer(text):
        depth += len(match["open"] or "") - len(match["close"] or "")
        if depth > DEEPEST_JSON:
            return True
    return False


def shape_of(page: str, *, deepest: int) -> Shape:
    """The shape of an HTML page; looking stops where it nests deeper than `deepest`."""
    open_now: list[str] = []
    depth = elements = blocks = run = longest_run = 0
    for name, ends in _tags(page):
        if ends:
            _close(open_now, name)
        else:
            elements += 1
            blocks += name in BLOCKS
            _open(open_now, name)
            depth = max(depth, len(open_now))
        run = 0 if name in BLOCKS else run + (not ends)
        longest_run = max(longest_run, run)
        if depth > deepest:
            break
    return Shape(depth=depth, elements=elements, blocks=blocks, run=longest_run)


def _open(open_now: list[str], name: str) -> None:
    if name in ENDED_BY_NEXT:
        for place in range(len(open_now) - 1, -1, -1):
            if open_now[place] == name:
                del open_now[place:]
                break
            if open_now[place] in HOLDERS:
                break
    # A paragraph holds no blocks, so that paragraphs never nest.
    if name not in VOID and name not in RAW and name != "p":
        open_now.append(name)


def _close(open_now: list[str], name: str) -> None:
    if name in open_now:
        while open_now.pop() != name:
            pass


def _tags(page: str) -> Iterator[tuple[str, bool]]:
    """Each tag's name in lower case, and whether it is an end tag; comments and scripts are passed over."""
    place = 0
    while (match := _TAG.search(page, place)) is not None:
        place = match.end()
        if match["comment"]:
            place = page.find("-->", place) + 3
            if place < 3:  # never closed: all the rest is a comment
                return
            continue
        name = match["name"].lower()
        yield name, bool(match["slash"])
        if name in RAW and not match["slash"]:
            end = re.compile(rf"</{name}", re.IGNORECASE).search(page, place)
            if end is None:  # never closed: all the rest is its content
                return
            place = end.start()
