"""Outcomes -> Markdown: how much was found, and how much of what was found is right, by what it is like."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from bench.attribution_outcomes import CONTENT_BINS, SENTENCE_BINS, Outcome

Sides = tuple[list[Outcome], list[Outcome]]
# Trait -> the order of its values; those that are not named here follow by name.
TRAITS = {
    "form": ("direct", "mixed", "indirect"),
    "cue": ("speech", "evidence", "knowledge", "thought", "feeling", "appeal", "intent", "noun", "other", "none"),
    "source": ("named", "unnamed", "collective", "outlet", "document", "name", "no name", "pronoun", "none"),
    "nested": ("outermost", "inside another"),
    "content": tuple(name for _, name in CONTENT_BINS),
    "sentence": tuple(name for _, name in SENTENCE_BINS),
    "register": (),
}
TITLES = {
    "form": "form of the content",
    "cue": "kind of cue",
    "source": "kind of source",
    "nested": "place in the chain",
    "content": "words of the content",
    "sentence": "words of the sentence that the cue is in",
    "register": "register",
}
PAGE = ROOT / "docs/attribution-errors.md"
SHARES = (("key", ("right", "source", "content", "missed")), ("reader", ("right", "source", "content", "extra")))
# Fewer than this are not worth a figure.
FEWEST = 5


def write_into(page: Path, name: str, lines: Sequence[str]) -> None:
    """Put lines into a page, between `<!-- NAME -->` and `<!-- end of NAME -->`."""
    text = page.read_text(encoding="utf-8")
    first, last = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    before, rest = text.split(first)
    page.write_text(before + first + "\n".join(lines) + "\n" + last + rest.split(last)[1], encoding="utf-8")


def percent(hit: int, of: int) -> str:
    """A share in per cent and, in brackets, of how many; a dash for too few."""
    return f"{100 * hit / of:.0f} ({of})" if of >= FEWEST else f"– ({of})"


def row(*cells: str) -> str:
    """A row of a table."""
    return "| " + " | ".join(cells) + " |"


def heads(first: str, names: Sequence[str]) -> Iterator[str]:
    """The head of a table."""
    yield row(first, *names)
    yield "|---|" + "---:|" * len(names)


def by_trait(trait: str, keys: Mapping[str, Sides]) -> Iterator[str]:
    """Recall and precision of *full*, by one trait, a pair of columns a key that knows it."""
    known = {name: sides for name, sides in keys.items() if any(each.traits[trait] for each in sides[0])}
    names = [f"{name}, {figure}" for name in known for figure in ("recall", "precision")]
    seen = {each.traits[trait] for sides in known.values() for side in sides for each in side}
    order = [*(value for value in TRAITS[trait] if value in seen), *sorted(seen - set(TRAITS[trait]))]
    yield from heads(TITLES[trait], names)
    for value in order:
        sides = [[each for each in side if each.traits[trait] == value] for pair in known.values() for side in pair]
        yield row(value, *(percent(rights(side), len(side)) for side in sides))


def rights(side: Sequence[Outcome]) -> int:
    """How many are right."""
    return sum(each.verdict == "right" for each in side)


def verdicts(keys: Mapping[str, Sides]) -> Iterator[str]:
    """What becomes of the keys' attributions, and of the reader's."""
    yield from heads("share of all, in per cent", list(keys))
    for number, (side, names) in enumerate(SHARES):
        for name in names:
            counts = [Counter(each.verdict for each in sides[number]) for sides in keys.values()]
            yield row(f"{side}: {name}", *(percent(count[name], count.total()) for count in counts))
    for name in TRAITS["nested"]:
        extra = [[each for each in sides[1] if each.verdict == "extra"] for sides in keys.values()]
        hits = [sum(each.traits["nested"] == name for each in side) for side in extra]
        yield row(f"of the extra ones: {name}", *(percent(n, len(side)) for n, side in zip(hits, extra, strict=True)))


def full(sides: Sides, *, everything: bool) -> tuple[float, float, float]:
    """Precision, recall and F1 of *full* in per cent, with or without what is left out on purpose."""
    key, reader = ([each for each in side if everything or not each.left_out] for side in sides)
    hit = rights(key)
    precision, recall = (100 * hit / (len(side) or 1) for side in (reader, key))
    return precision, recall, 200 * hit / ((len(key) + len(reader)) or 1)


def summary(readers: Mapping[str, Mapping[str, Sides]]) -> Iterator[str]:
    """Full, of everything and without what is left out on purpose: reader -> key -> outcomes."""
    yield from heads("", ["precision", "recall", "full F1", "full F1 without what is left out on purpose"])
    for reader, keys in readers.items():
        for name, sides in keys.items():
            all_of_it = full(sides, everything=True)
            cells = [*all_of_it, full(sides, everything=False)[2]]
            yield row(f"{name}, {reader}", *(f"{cell:.1f}" for cell in cells))
