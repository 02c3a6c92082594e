"""The documentation cannot lie: the reference is what the code says, and every command and option is shown somewhere."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
import typer

from reportedly import model
from reportedly.cli.main import app
from tools.reference import FOLDER, PAGES, attributes

ROOT = Path(__file__).resolve().parent.parent
RECORDS = [getattr(model, name) for name in model.__all__ if is_dataclass(getattr(model, name))]
COMMANDS = typer.main.get_command(app).commands


@pytest.mark.parametrize("name", PAGES)
def test_the_reference_is_what_the_code_says(name):
    assert (FOLDER / name).read_text(encoding="utf-8") == PAGES[name](), "run make docs"


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_of_a_record_is_explained(record):
    assert attributes(record).keys() == {field.name for field in fields(record)}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_an_example(name):
    assert f"Example: reportedly {name} " in (COMMANDS[name].help or "")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_tutorial(name):
    assert f"reportedly {name} " in (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name):
    assert [option.name for option in COMMANDS[name].params if not getattr(option, "help", None)] == []


@pytest.mark.parametrize("page", sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]), ids=lambda page: page.name)
def test_links_inside_the_documentation_lead_somewhere(page):
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
