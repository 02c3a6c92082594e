"""MUC-4's reports and templates as its files have them, the reports in the case that an outlet would print."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportedly.lexicon.table import table

FACT, POSSIBLE, CLAIMED = "REPORTED AS FACT", "POSSIBLE", "CLAIMED OR ADMITTED"
ACCUSED, ACCUSED_BY_AUTHORITIES = "SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES"
# Where several statements tell of one organisation, what is most telling.
ORDER = CONFIDENCES = (CLAIMED, ACCUSED_BY_AUTHORITIES, ACCUSED, POSSIBLE, FACT)
TYPES = {"BOMBING": "bombing", "KIDNAPPING": "kidnapping", "ARSON": "arson", "ROBBERY": "robbery", "ATTACK": "attack"}
MESSAGE = re.compile(r"^((?:DEV|TST\d)-MUC\d-\d+)[^\n]*\n", re.M)
QUOTED = re.compile(r'"([^"]+)"')


@dataclass(frozen=True)
class Template:
    """One incident of the key.

    Attributes:
        optional: Whether the key says that it may be left out.
        classes: Of CLASSES' names.
        victims: Exact number and words of each human target that has one.
        blamed: Names and confidence of organisations.
    """

    optional: bool
    classes: frozenset[str]
    victims: Sequence[tuple[int, str]]
    blamed: Sequence[tuple[Sequence[str], str]]


def reports(folder: Path) -> Iterator[tuple[str, str]]:
    """Id and text of every report, cased."""
    for path in sorted(folder.glob("dev-muc3-*")):
        parts = MESSAGE.split(path.read_text(encoding="latin-1"))
        yield from ((name, cased(text)) for name, text in zip(parts[1::2], parts[2::2], strict=True))


def cased(text: str) -> str:
    """A report in capitals as an outlet would print it, as far as our own tables go."""
    text = re.sub(r"\[(?:TEXT|REPORT|SUMMARY|EXCERPTS?|CONTINUED|(?:BEGIN|END) RECORDING)\]", "", text)
    text = "\n\n".join(" ".join(block.split()) for block in re.split(r"\n\s*\n", text) if block.strip())
    if sum(letter.islower() for letter in text) > len(text) // 10:
        return text
    words = re.split(r"(\W+)", text)
    found, name = [], False
    for i, word in enumerate(words):
        between = words[i - 1] if i else "."
        first = i < 2 or bool(re.search(r"[.!?]\s|\n|\"$|-- $", between))
        lower = word.lower()
        after_name = name and between in {" ", "-"} and lower not in plain() and len(lower) > 2
        if word.isalpha():
            name = lower in names() or after_name
        found.append(word if between.endswith("[") or i % 2 else lower.capitalize() if first or name else lower)
    return "".join(found)


@cache
def names() -> frozenset[str]:
    """Words that are written with a capital."""
    found = {"january", "february", "march", "april", "june", "july", "august", "september", "october", "november"}
    found |= {"december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "san", "santa"}
    for name, column in (
        ("countries", "name"),
        ("demonyms", "demonym"),
        ("given_names", "name"),
        ("divisions", "name"),
    ):
        rows = table(name)
        key = column if column in rows[0] else next(iter(rows[0]))
        found |= {word for row in rows for word in row[key].lower().split() if len(word) > 3}
    return frozenset(found - plain())


@cache
def plain() -> frozenset[str]:
    """Words that are not written with a capital, even after a name."""
    found = {row[next(iter(row))].lower() for row in table("function_words")}
    for name in ("people", "triggers", "statives"):
        rows = table(name)
        key = "word" if "word" in rows[0] else "lemma"
        found |= {form for row in rows for form in forms(row[key])}
    return frozenset(
        found | {"said", "has", "was", "were", "had", "his", "her", "who", "and", "the", "that", "for", "may"}
    )


def forms(lemma: str) -> Iterator[str]:
    """A word with the endings of English."""
    yield from (lemma, lemma + "s", lemma + "ed", lemma + "ing", lemma.rstrip("e") + "ed", lemma.rstrip("e") + "ing")


def key(folder: Path) -> dict[str, list[Template]]:
    """The templates of every report; none for one without an incident."""
    found: dict[str, list[Template]] = defaultdict(list)
    for path in sorted(folder.glob("key-dev-*")):
        for block in re.split(r"\n(?=0\.  MESSAGE: ID)", path.read_text(encoding="latin-1")):
            slots = slots_of(block)
            name = slots.get("MESSAGE: ID", "").split(" ")[0]
            if name:
                found[name] += template(slots)
    return found


def slots_of(block: str) -> dict[str, str]:
    """The slots of a template, continued lines joined by a line break."""
    slots: dict[str, str] = {}
    last = ""
    for line in block.splitlines():
        match = re.match(r"\d+\. +([A-Z :]+?) {2,}(.*)", line)
        if match:
            last = match[1].strip()
            slots[last] = match[2].strip()
        elif last and line.startswith(" ") and line.strip():
            slots[last] += "\n" + line.strip()
    return slots


def template(slots: Mapping[str, str]) -> list[Template]:
    kind = slots.get("INCIDENT: TYPE", "*").strip()
    if kind not in TYPES:
        return []
    death = re.search(r"(?<!NO INJURY OR )\bDEATH\b", slots.get("HUM TGT: EFFECT OF INCIDENT", ""))
    victims = [
        (int(match[1]), words_of(line))
        for line in slots.get("HUM TGT: NUMBER", "").split("\n")
        if (match := re.match(r"(\d+): ", line))
    ]
    blamed = []
    for line in slots.get("PERP: ORGANIZATION CONFIDENCE", "").split("\n"):
        level = line.split(":")[0].strip()
        if level in CONFIDENCES:
            blamed.append((QUOTED.findall(line), level))
    classes = {TYPES[kind]} | ({"killing"} if death else set())
    return [Template("OPTIONAL" in slots["MESSAGE: TEMPLATE"], frozenset(classes), victims, blamed)]


def words_of(text: str) -> str:
    return " ".join(QUOTED.findall(text)).lower()
