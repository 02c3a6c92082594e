"""Reports with their marks inline: what the writers of the corpus write, and what everything else is made from.

    id: inv-crime-007
    register: agency
    ...
    title: Bridge {c1:says :} ...
    ---
    The {s1:named@keil mayor} {c1:says said} {q1 the bridge was safe}.

A mark is `{LABEL words}`: a letter for the role, the numbers of the attributions it belongs to (`s1,2`), options after
colons, an entity after `@`, one blank, then the words, which may hold marks. GUIDELINES.md says what each means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

LABEL = re.compile(r"\{([scqvmt])(\d+(?:,\d+)*)?((?::[a-z]+)*)(?:@([\w-]+))? ")
FIELD = re.compile(r"([a-z]+): ?(.*)")
RULE = "---\n"


class MarkError(ValueError):
    """A report whose marks cannot be read.

    Attributes:
        where: File, part and character.
    """

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where = where


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Mark:
    """Words with a role.

    Attributes:
        start: First character of the part's bare text.
        end: One past the last.
        role: s source, c cue, q content, v the outlet it went through, m mention, t statement.
        numbers: The attributions that it belongs to; of a statement, a number that joins its pieces.
        options: A kind, a stance, a modality, a polarity: GUIDELINES.md, section 8.
        entity: Whom the words stand for.
    """

    start: int
    end: int
    role: str
    numbers: tuple[int, ...] = ()
    options: tuple[str, ...] = ()
    entity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The title or the text of a report, bare, and its marks in the order of the text."""

    name: str
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A marked report.

    Attributes:
        fields: What stands above the rule: id, register, topic, country, outlet, published.
        title: The headline; its text is empty where there is none.
        body: The text.
    """

    fields: Mapping[str, str]
    title: Part
    body: Part

    @property
    def id(self) -> str:
        """The name of the report, unique in the corpus."""
        return self.fields["id"]

    @property
    def parts(self) -> tuple[Part, Part]:
        """Headline and text."""
        return self.title, self.body


def bare(marked: str, where: str) -> tuple[str, tuple[Mark, ...]]:
    """The words without their marks, and the marks.

    Raises:
        MarkError: a brace that opens no mark, or is never closed, or closes nothing.
    """
    words: list[str] = []
    length = 0
    open_marks: list[tuple[int, re.Match[str]]] = []
    marks: list[Mark] = []
    at = 0
    while at < len(marked):
        sign = marked[at]
        if sign == "{":
            label = LABEL.match(marked, at)
            if label is None:
                raise MarkError(f"{where}, character {at}", f"no mark begins with {marked[at : at + 24]!r}")
            open_marks.append((length, label))
            at = label.end()
            continue
        if sign == "}":
            if not open_marks:
                raise MarkError(f"{where}, character {at}", f"closes nothing: {marked[max(0, at - 24) : at + 1]!r}")
            start, label = open_marks.pop()
            marks.append(made(label, start, length))
        else:
            words.append(sign)
            length += 1
        at += 1
    if open_marks:
        raise MarkError(where, f"never closed: {open_marks[-1][1].group()!r}")
    return "".join(words), tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.role, mark.numbers)))


def made(label: re.Match[str], start: int, end: int) -> Mark:
    """The mark that a label opens."""
    role, numbers, options, entity = label.groups()
    return Mark(
        start=start,
        end=end,
        role=role,
        numbers=tuple(int(number) for number in numbers.split(",")) if numbers else (),
        options=tuple(options.split(":")[1:]),
        entity=entity,
    )


def read_report(raw: str, where: str) -> Report:
    """The report that a file holds.

    Raises:
        MarkError: no rule under the fields, a line above it that is no field, or marks that cannot be read.
    """
    head, rule, body = raw.partition(RULE)
    if not rule:
        raise MarkError(where, "no line of three dashes under the fields")
    fields = {}
    for line in head.splitlines():
        match = FIELD.fullmatch(line)
        if match is None:
            raise MarkError(where, f"no field: {line!r}")
        fields[match.group(1)] = match.group(2).strip()
    if "id" not in fields:
        raise MarkError(where, "no id")
    title, title_marks = bare(fields.pop("title", ""), f"{where}, title")
    text, text_marks = bare(body.strip("\n") + "\n", f"{where}, text")
    return Report(
        fields=fields,
        title=Part(name="title", text=title, marks=title_marks),
        body=Part(name="text", text=text, marks=text_marks),
    )


def read_reports(folder: Path) -> Iterator[Report]:
    """The reports under a folder, by name of their files."""
    for path in sorted(folder.rglob("*.txt")):
        yield read_report(path.read_text(encoding="utf-8"), path.name)
