"""The documentation cannot lie: the reference is what the code says, and a page shows what the program prints."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

import pytest
import typer

from reportedly import model
from reportedly.cli.main import app
from reportedly.config import Settings
from reportedly.errors import ReportedlyError
from reportedly.export.csv import COLUMNS
from reportedly.resolve import ARTICLE_FIELDS, STATEMENT_FIELDS
from tools.examples import PAGES as RUN_PAGES
from tools.examples import commands, page_errors
from tools.reference import FOLDER, PAGES, attributes, first_line

ROOT = Path(__file__).resolve().parent.parent
RECORDS = [getattr(model, name) for name in model.__all__ if is_dataclass(getattr(model, name))]
GROUP = typer.main.get_command(app)
COMMANDS = GROUP.commands
WRITTEN = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("docs/findings/*.md"), *ROOT.glob("*/README.md")]
)
LINKED = sorted({*WRITTEN, *ROOT.glob("docs/**/*.md")})
FINDINGS = sorted(ROOT.glob("docs/findings/*.md"))
PUBLISHED = "2024-03-11"


def named(page: Path) -> str:
    return str(page.relative_to(ROOT))


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


# The reference.


@pytest.mark.parametrize("name", PAGES)
def test_the_reference_is_what_the_code_says(name):
    assert (FOLDER / name).read_text(encoding="utf-8") == PAGES[name](), "run make docs"


def test_the_reference_has_no_page_of_its_own():
    assert {page.name for page in FOLDER.iterdir()} == set(PAGES)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_of_a_record_is_explained(record):
    assert attributes(record).keys() == {field.name for field in fields(record)}


def test_every_setting_is_explained():
    assert attributes(Settings).keys() == Settings.model_fields.keys()


@pytest.mark.parametrize("field", [*ARTICLE_FIELDS, *STATEMENT_FIELDS])
def test_every_field_that_can_be_corrected_stands_in_the_reference(field):
    assert f"`{field}` |" in PAGES["registries.md"]()


def errors_below(kind: type[ReportedlyError]) -> list[type[ReportedlyError]]:
    return [kind, *(each for below in kind.__subclasses__() for each in errors_below(below))]


@pytest.mark.parametrize("kind", errors_below(ReportedlyError), ids=lambda kind: kind.__name__)
def test_every_error_stands_in_the_tree_and_says_what_it_is(kind):
    assert re.search(rf"\b{kind.__name__}\b", PAGES["registries.md"]())
    assert first_line(kind)


# Commands and options.


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_an_example(name):
    assert f"Example: reportedly {name} " in (COMMANDS[name].help or "")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_tutorial(name):
    assert any(f"reportedly {name} " in f"{command} " for command in commands(ROOT / "docs/tutorial.md"))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name):
    assert [option.name for option in COMMANDS[name].params if not getattr(option, "help", None)] == []


def said_commands(text: str) -> list[str]:
    """Every `reportedly NAME …` of a page, in blocks and between backticks."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.M | re.S)
    lines = [line.removeprefix("$ ") for block in blocks for line in block.splitlines()]
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S))
    bare = [re.sub(r"\s+(#|\|\||\||>).*", "", said.strip()) for said in (*lines, *spans)]
    return [said for said in bare if re.match(r"reportedly (?!:)[a-z-]", said) and not said.startswith("reportedly …")]


@pytest.mark.parametrize("page", WRITTEN, ids=named)
def test_every_command_that_a_page_names_exists_with_its_options(page):
    for said in said_commands(page.read_text(encoding="utf-8")):
        words = shlex.split(said)[1:]
        if words[0].startswith("-"):
            assert words[0] in {name for option in GROUP.params for name in option.opts}, said
            continue
        assert words[0] in COMMANDS, said
        known = {name for option in COMMANDS[words[0]].params for name in option.opts} | {"--help", "-h"}
        assert [word for word in words if re.match("-[a-z-]", word) and word not in known] == [], said


# Pages.


@pytest.mark.parametrize("page", LINKED, ids=named)
def test_links_inside_the_documentation_lead_somewhere(page):
    for link, anchor in re.findall(r"\]\((?!https?:)([^)#]*)#?([^)]*)\)", page.read_text(encoding="utf-8")):
        target = page.parent / link if link else page
        assert target.exists(), link
        assert not anchor or anchor in headings(target), f"{link}#{anchor}"


def headings(page: Path) -> set[str]:
    """The anchors that a page's headings make."""
    found = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


def test_the_first_page_is_short():
    assert len(text_of("README.md").splitlines()) < 120


@pytest.mark.parametrize("page", RUN_PAGES, ids=named)
def test_what_a_page_shows_is_what_the_program_prints(page):
    assert page_errors(page) == [], "python -m tools.examples --write mends what changed a little"


# What the pages about findings say of a sentence.


def rows(page: Path) -> list[tuple[str, dict[str, str]]]:
    """The page's kind of finding, and each row of its tables that begin with a text."""
    found, names = [], []
    for line in page.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|"):
            names = []
        elif cells[:2] == ["text", "words"]:
            names = cells
        elif names and not line.startswith("|---"):
            found.append((page.stem, dict(zip(names, cells, strict=True))))
    return found


ROWS = [row for page in FINDINGS for row in rows(page)]


def test_the_pages_about_findings_have_their_tables():
    assert {kind for kind, _ in ROWS} == {page.stem for page in FINDINGS}


@cache
def readings() -> dict[str, dict]:
    """What `read` prints of every sentence in the tables, by the sentence."""
    texts = sorted({row["text"] for _, row in ROWS})
    lines = [json.dumps({"text": text, "published": PUBLISHED, "language": "en"}) for text in texts]
    done = subprocess.run(
        [sys.executable, "-m", "reportedly", "read", "-", "--format", "json"],
        input="\n".join(lines), capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    return {article["text"]: article for article in map(json.loads, done.stdout.splitlines())}


@pytest.mark.parametrize(("kind", "row"), ROWS, ids=lambda value: value if isinstance(value, str) else value["words"])
def test_a_finding_is_what_its_page_says(kind, row):
    article = readings()[row["text"]]
    words = {one["id"]: one["text"] for name in ("times", "places", "figures") for one in article[name]}
    shown = [
        {column: cell_of(shape_of(kind, finding), column, words) for column in row if column != "text"}
        for finding in found_in(article, kind)
    ]
    assert {column: cell for column, cell in row.items() if column != "text"} in shown


def shape_of(kind: str, finding: dict) -> dict:
    """The finding; of an attribution the content's words and what there is to its deepest source, beside its chain."""
    if kind != "attributions":
        return finding
    deepest = max(source["depth"] for source in finding["sources"])
    last = [source for source in finding["sources"] if source["depth"] == deepest]
    chain = " → ".join(source["name"] for source in finding["sources"][1:])
    names = ", ".join(source["name"] for source in last)
    return {**finding, **last[-1], "text": finding["content"]["text"], "source": names, "chain": chain}


def found_in(article: dict, kind: str) -> list[dict]:
    """The findings of one kind; how sure something is belongs to its statement."""
    if kind != "factuality":
        inside = [finding for statement in article["statements"] for finding in statement.get(kind, ())]
        return article.get(kind, inside)
    return [
        {
            **one["factuality"],
            "text": one["content"]["text"],
            "stance": max(one["sources"], key=lambda s: s["depth"]).get("stance"),
        }
        for one in article["statements"]
    ]


def cell_of(finding: dict, column: str, words: dict[str, str]) -> str:
    """A field of a finding as the tables write it: a dash for nothing, words for ids and spans."""
    if column == "words":
        return finding["trigger"]["text"] if "trigger" in finding else finding["text"]
    value = finding[column]
    if isinstance(value, list):
        value = ", ".join(one["text"] for one in value) or None
    if isinstance(value, dict):
        value = value["text"]
    if value is None:
        return "–"
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else words.get(value, str(value))


# What the page about formats says of the JSON.


@cache
def printed(command: str) -> str:
    """What a command prints of the example reports."""
    return subprocess.run(
        [sys.executable, "-m", "reportedly", *command.split()],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
    ).stdout  # fmt: skip


def paths(value: object, before: str = "") -> set[str]:
    """Every key in a JSON value with the keys that lead to it; items of lists are one."""
    if isinstance(value, dict):
        return {path for key, below in value.items() for path in {f"{before}.{key}", *paths(below, f"{before}.{key}")}}
    if isinstance(value, list):
        return {path for below in value for path in paths(below, before)}
    return set()


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A ledger with the example reports."""
    where = tmp_path_factory.mktemp("docs") / "example.db"
    printed(f"add examples/reports --ledger {where}")
    return where


SNIPPETS = re.findall(r"<!-- keys of: (.+?) -->\n```json\n(.*?)^```", text_of("docs/formats.md"), re.M | re.S)


def test_the_page_about_formats_shows_each_shape():
    assert [command for command, _ in SNIPPETS] == ["read --format jsonl", "read --format json", "brief --format json"]


@pytest.mark.parametrize(("command", "snippet"), SNIPPETS, ids=[command for command, _ in SNIPPETS])
def test_json_has_the_keys_that_its_page_shows_and_no_others(command, snippet, filled):
    name, _, options = command.partition(" ")
    rest = "examples/reports" if name == "read" else f"--ledger {filled}"
    real = {path for line in printed(f"{name} {rest} {options}").splitlines() for path in paths(json.loads(line))}
    shown = paths(json.loads(snippet))
    assert shown - real == set()
    # A page shows objects that another snippet explains as empty: what is below them is shown there.
    empty = tuple(f".{key}." for key in re.findall(r'"(\w+)": (?:\[\]|\{\})', snippet))
    assert {
        path for path in real - shown if not any(key in path for key in empty) and not path.endswith(".part")
    } == set()


def test_the_columns_of_csv_are_those_that_the_page_names():
    said = re.search(r"<!-- columns -->(.*?)<!-- end -->", text_of("docs/formats.md"), re.S)
    assert tuple(re.findall(r"`(\w+)`", said[1])) == COLUMNS
