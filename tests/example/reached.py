"""Hold a ledger of the example story against its key: one named check for everything a careful reader finds.

python -m tests.example.reached            how much is reached, kind by kind
python -m tests.example.reached --write    the same, and rewrite unreached.txt
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import combinations
from pathlib import Path
from typing import Any

from reportedly import views
from reportedly.engine import Workers
from reportedly.ledger import Ledger
from reportedly.model import Article, Span, Statement
from reportedly.readers import Defaults, read_inputs
from reportedly.render import page_text

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
UNREACHED = Path(__file__).with_name("unreached.txt")
Row = dict[str, Any]


def example_ledger() -> Ledger:
    """The example story in a ledger in memory."""
    ledger = Ledger.open("memory:", engine=Workers(count=2))
    for _ in ledger.add(read_inputs([str(EXAMPLES / "reports")], defaults=Defaults())):
        pass
    return ledger


def closeness(gold: tuple[int, int], span: Span) -> float:
    """Jaccard index of two stretches of text; containment counts a half while the container stays short."""
    shared = max(0, min(gold[1], span.end) - max(gold[0], span.start))
    length = gold[1] - gold[0]
    jaccard = shared / (length + (span.end - span.start) - shared)
    inside = shared >= 0.9 * length and span.end - span.start <= 2.5 * length
    return jaccard if jaccard >= 0.5 else 0.5 if inside else 0.0


class Key:
    """The key, and which statements of a ledger meet it."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.key = json.loads((EXAMPLES / "key.json").read_text(encoding="utf-8"))
        self.story = ledger.snapshot()
        self.gold = {row["id"]: row for row in self.key["statements"]}

    def article(self, row: Row) -> Article | None:
        """The ledger's article of a row's file (and its ref, in a file of several)."""
        for article in self.story.articles.values():
            same = article.path is not None and article.path.endswith(row["file"])
            if same and (row.get("ref") is None or article.ref == row["ref"]):
                return article
        return None

    @cached_property
    def met(self) -> dict[str, Statement]:
        """Key id -> the statement that meets it, the closest pairs first, one to one."""
        scored = sorted(self._pairs(), key=lambda pair: (-pair[0], pair[1], pair[2].id))
        met: dict[str, Statement] = {}
        used: set[str] = set()
        for _, id, statement in scored:
            if id not in met and statement.id not in used:
                met[id] = statement
                used.add(statement.id)
        return met

    def _pairs(self) -> Iterator[tuple[float, str, Statement]]:
        for id, row in self.gold.items():
            article = self.article(row)
            start = -1 if article is None else article.text.find(row["content"])
            if article is None or start < 0:
                continue
            for statement in self.story.statements:
                if statement.article == article.id and statement.content.part == "text":
                    score = closeness((start, start + len(row["content"])), statement.content)
                    if score:
                        yield score, id, statement

    def ids(self, keys: list[str]) -> set[str]:
        """The ids of the statements that meet these."""
        return {self.met[key].id for key in keys if key in self.met}

    def checks(self) -> Iterator[tuple[str, bool]]:
        """Every check by name, and whether it holds."""
        for id, row in self.gold.items():
            yield from self.statement_checks(id, row)
        yield from self.story_checks()
        for row in self.key["unknowns"]:
            yield f"unknown: {row['statement']}", self.is_unknown(row["statement"])
            if row["answered_by"] is not None:
                yield f"unknown answered: {row['statement']}", self.is_answered(row["statement"], row["answered_by"])

    def story_checks(self) -> Iterator[tuple[str, bool]]:
        """What is seen across articles."""
        held: tuple[tuple[str, Callable[[Row], str], Callable[[Row], bool]], ...] = (
            ("people", lambda row: f"people: {row['name']}", self.is_one_person),
            ("copies", lambda row: f"copy: {row['copy']['file']}", self.is_copy),
            ("revisions", lambda row: f"revision: {row['new']['file']}", self.is_revision),
            ("disputes", lambda row: f"dispute: {row['id']}", self.is_disputed),
            ("not_disputes", lambda row: f"no dispute: {' '.join(row['statements'])}", self.is_undisputed),
            ("histories", lambda row: f"history: {row['id']}", self.is_history),
            ("as_of", lambda row: f"as of {row['date']}: {row['question']}", self.is_as_of),
            ("brief", lambda row: f"brief: {row['statement']}", self.is_in_brief),
        )
        for part, name, holds in held:
            yield from ((name(row), holds(row)) for row in self.key[part])

    def statement_checks(self, id: str, row: Row) -> Iterator[tuple[str, bool]]:
        """Found, and each field that the key gives."""
        statement = self.met.get(id)
        yield f"{id} found", statement is not None
        origin = [source for source in row["sources"] if source["depth"] == max(s["depth"] for s in row["sources"])]
        for source in origin:
            yield f"{id} source {source['name']}", statement is not None and has_source(statement, source)
        for field in ("form", "modality", "polarity"):
            if field in row:
                yield f"{id} {field}", statement is not None and value_of(statement, field) in alike(row[field])
        for time in row.get("times", []):
            found = statement is not None and any(t.value == time["value"] for t in statement.times)
            yield f"{id} time {time['text']}", found
        for place in row.get("places", []):
            found = statement is not None and any(p.country == place["country"] for p in statement.places)
            yield f"{id} place {place['text']}", found
        for figure in row.get("figures", []):
            bounds = (figure["low"], figure["high"])
            found = statement is not None and any((f.low, f.high) == bounds for f in statement.figures)
            yield f"{id} figure {figure['text']}", found

    def is_one_person(self, row: Row) -> bool:
        """Whether one entity has the name and every spelling, and no other entity has the full name."""
        wanted = {row["name"], *row["spellings"]}
        return any(wanted <= {entity.name, *entity.names} for entity in self.story.entities)

    def is_copy(self, row: Row) -> bool:
        original, copy = self.article(row["original"]), self.article(row["copy"])
        return any((c.original, c.article) == (original and original.id, copy and copy.id) for c in self.story.copies)

    def is_revision(self, row: Row) -> bool:
        old, new = self.article(row["old"]), self.article(row["new"])
        return old is not None and new is not None and self.story.revises.get(new.id) == old.id

    def is_disputed(self, row: Row) -> bool:
        """Whether one dispute has a statement of each of the sides on a side of its own."""
        return self.are_opposed(row["sides"])

    def is_undisputed(self, row: Row) -> bool:
        """Whether no dispute sets these against each other, two by two; they must have been found to tell."""
        found = [key for key in row["statements"] if key in self.met]
        return len(found) > 1 and not any(self.are_opposed([[a], [b]]) for a, b in combinations(found, 2))

    def are_opposed(self, sides: list[list[str]]) -> bool:
        for dispute in self.story.disputes:
            held = [{answer.statement for answer in side} for side in dispute.sides]
            taken = [{n for n, side in enumerate(held) if side & self.ids(keys)} for keys in sides]
            if all(taken) and all(a.isdisjoint(b) for i, a in enumerate(taken) for b in taken[i + 1 :]):
                return True
        return False

    def is_history(self, row: Row) -> bool:
        """Whether one history holds all of these, in this order."""
        keys = [answer["statement"] for answer in row["answers"]]
        wanted = [self.met[key].id for key in keys if key in self.met]
        for history in self.story.histories:
            held = [entry.answer.statement for entry in history.entries]
            places = [held.index(id) for id in wanted if id in held]
            if len(wanted) == len(keys) == len(places) and places == sorted(places):
                return True
        return False

    def is_unknown(self, id: str) -> bool:
        return id in self.met and bool(self.met[id].unknowns)

    def is_answered(self, id: str, by: str) -> bool:
        return id in self.met and by in self.met and self.story.told.get(self.met[id].id) == self.met[by].id

    def is_as_of(self, row: Row) -> bool:
        """Whether on that day the ledger speaks of what was out and of nothing that was not."""
        story = self.ledger.snapshot(as_of=row["date"])
        out = self.ids(row["holds"])
        return (
            len(out) == len(row["holds"])
            and out <= story.by_id.keys()
            and not self.ids(row["not_yet"]) & story.by_id.keys()
        )

    @cached_property
    def briefing(self) -> list[str]:
        return page_text(views.brief(self.story)).splitlines()

    def is_in_brief(self, row: Row) -> bool:
        """Whether the briefing shows the statement, with the words that must stay on its line."""
        statement = self.met.get(row["statement"])
        lines = [line for line in self.briefing if statement is not None and statement.id in line]
        return any(all(word in line for word in row["must_keep"]) for line in lines)


def has_source(statement: Statement, source: Row) -> bool:
    """Whether one of a statement's origins has the words of the key's source (or its name, where it has no words)."""
    for origin in statement.origins():
        words = origin.span.exact if origin.span is not None else origin.name
        if source["text"] is None and source["name"] in (origin.name, words):
            return True
        if source["text"] is not None and (words in source["text"] or source["text"] in words):
            return True
    return False


def value_of(statement: Statement, field: str) -> str:
    return str(statement.form if field == "form" else getattr(statement.factuality, field))


def alike(value: str) -> set[str]:
    """The values that count as right: careful readers differ on where a quoted phrase makes speech mixed."""
    return {value, "mixed"} if value in ("direct", "indirect") else {value}


def main() -> None:
    results = dict(Key(example_ledger()).checks())
    missing = [name for name, holds in results.items() if not holds]
    print(f"{len(results) - len(missing)} of {len(results)} reached")
    if "--write" in sys.argv:
        UNREACHED.write_text("".join(f"{name}\n" for name in missing), encoding="utf-8")
    else:
        print("\n".join(missing))


if __name__ == "__main__":
    main()
