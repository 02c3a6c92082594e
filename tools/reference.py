"""Write docs/reference: commands from their own help, records from their docstrings, the registries from themselves."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import EnumMeta
from pathlib import Path

import typer

from reportedly import errors, model
from reportedly.cli.main import app
from reportedly.config import Settings
from reportedly.export import EXPORTERS
from reportedly.extract.registry import EXTRACTORS
from reportedly.lexicon.table import table as lexicon
from reportedly.readers import READERS
from reportedly.resolve import ARTICLE_FIELDS, STATEMENT_FIELDS

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "reference"
# A paragraph of a docstring's Attributes section: "name: meaning", its further lines indented.
ATTRIBUTE = re.compile(r"^ {4}(\w+): (.+(?:\n {8}.+)*)", re.M)
# Columns of a page of help, whatever the terminal it is made on.
WIDTH = 100
GENERATED = "<!-- Written by `make docs` from the code; edit the docstrings instead. -->\n"


def commands() -> str:
    """Every command with its help, as `reportedly COMMAND --help` prints it."""
    group = typer.main.get_command(app)
    context = typer.Context(group, info_name="reportedly", terminal_width=WIDTH, **group.context_settings)
    out = [GENERATED, "# Commands", "", "```", group.get_help(context), "```"]
    for name in sorted(group.commands):  # type: ignore[attr-defined]
        command = group.commands[name]  # type: ignore[attr-defined]
        inner = typer.Context(command, info_name=name, parent=context, terminal_width=WIDTH)
        out += ["", f"## reportedly {name}", "", "```", command.get_help(inner), "```"]
    return "\n".join(out) + "\n"


def attributes(record: type) -> dict[str, str]:
    """What a record's docstring says of each field."""
    text = inspect.cleandoc(record.__doc__ or "").partition("Attributes:\n")[2]
    return {name: " ".join(said.split()) for name, said in ATTRIBUTE.findall(text)}


def records() -> str:
    """Every record and enum of the model."""
    out = [GENERATED, "# Records", "", "What every layer, door and export exchanges."]
    for name in model.__all__:
        record = getattr(model, name)
        if isinstance(record, EnumMeta):
            out += ["", f"## {name}", "", first_line(record), "", ", ".join(f"`{value.value}`" for value in record)]
        elif is_dataclass(record):
            out += ["", f"## {name}", "", first_line(record), "", *table(record)]
    return "\n".join(out) + "\n"


def table(record: type) -> Iterator[str]:
    """A row for each field."""
    said = attributes(record)
    yield "| field | type | meaning |"
    yield "|---|---|---|"
    for field in fields(record):
        kind = str(field.type).replace("|", "\\|")
        yield f"| `{field.name}` | `{kind}` | {said[field.name]} |"


def first_line(thing: object) -> str:
    """The first paragraph of a docstring."""
    return " ".join(inspect.cleandoc(thing.__doc__ or "").partition("\n\n")[0].split())


def registries() -> str:
    """What can be read, found and exported, what can be corrected, and every error."""
    out = [GENERATED, "# Readers, layers, exports, settings, errors", "", "## Readers", ""]
    out += [f"- `{reader.NAME}` ({', '.join(reader.SUFFIXES)}): {first_line(reader)}" for reader in READERS]
    out += ["", "## Layers of the reading chain, in order", ""]
    out += [f"- `{layer.NAME}`: {first_line(layer)}" for layer in EXTRACTORS]
    out += ["", "## Exports", ""]
    out += [f"- `{exporter.NAME}` ({exporter.SUFFIX}): {first_line(exporter)}" for exporter in EXPORTERS]
    out += ["", "## Fields that can be corrected", ""]
    out += ["| of | field | takes |", "|---|---|---|"]
    out += [f"| an article | `{name}` | {takes} |" for name, takes in ARTICLE_FIELDS.items()]
    out += [f"| an article | `statement` | {STATEMENT_FIELDS['added']}; kept as `added` |"]
    out += [f"| a statement | `{name}` | {takes} |" for name, takes in STATEMENT_FIELDS.items() if name != "added"]
    out += ["", "## Settings", "", "In the environment, as `REPORTEDLY_` and the name in capitals.", ""]
    said = attributes(Settings)
    out += [f"- `{name}`: {said[name]}" for name in Settings.model_fields]
    tree = (errors.__doc__ or "").partition("\n\n")[2]
    return "\n".join([*out, "", "## Errors", "", "```", tree.strip(), "```"]) + "\n"


def event_types() -> str:
    """Every type of event, and the term of PLOVER that it falls under."""
    out = [GENERATED, "# Types of events", "", "| type | what it covers | PLOVER |", "|---|---|---|"]
    out += [f"| `{row['type']}` | {row['definition']} | {row['plover']} |" for row in lexicon("event_types")]
    return "\n".join(out) + "\n"


PAGES = {"commands.md": commands, "event-types.md": event_types, "records.md": records, "registries.md": registries}


def main() -> None:
    """Write the pages; with --check, say which differ from the code and fail."""
    stale = []
    for name, made in PAGES.items():
        path, text = FOLDER / name, made()
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
    if stale:
        sys.exit(f"docs/reference is behind the code ({', '.join(stale)}): run make docs")


if __name__ == "__main__":
    main()
