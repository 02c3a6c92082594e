"""Each command once in each format, and how each ends: 0 done, 1 some inputs failed, 2 wrong use."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from reportedly.cli.main import app
from tests.cli.commands import run
from tests.ferry import FIRST, SECOND, THIRD, ledger

COMMANDS = sorted(typer.main.get_command(app).commands)
REPORT = b"Police in Ghent said on Monday that at least 12 people were hurt. The cause is not known.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with a ledger of the ferry story, under the name a ledger has by default."""
    place = tmp_path_factory.mktemp("desk")
    ledger(where=str(place / "reportedly.db")).close()
    return place


@pytest.fixture
def fresh(tmp_path):
    """The same, for commands that change it."""
    ledger(where=str(tmp_path / "reportedly.db")).close()
    return tmp_path


# The ids of a statement with a figure and of a person, the same in every ledger of the story.
TOLD = ledger().snapshot()
FIGURE = next(s.id for s in TOLD.statements if s.article == SECOND.id and s.figures)
PERSON = next(e.id for e in TOLD.entities if e.name == "Rosa Verlinden")
PAGES = {
    "brief": ["brief"],
    "brief of words": ["brief", "Rosa", "Verlinden", "--since", "2024-03-01"],
    "ask": ["ask", "How many people were injured?"],
    "disputes": ["disputes"],
    "history": ["history", PERSON],
    "show": ["show", FIGURE],
}


@pytest.mark.parametrize("arguments", PAGES.values(), ids=PAGES)
def test_a_page_is_printed_in_every_format(folder, arguments):
    texts = {name: run(*arguments, "--format", name, folder=folder) for name in ("text", "json", "md", "html")}
    assert {name: (done.returncode, done.stderr) for name, done in texts.items()} == dict.fromkeys(texts, (0, ""))
    lines = [
        line
        for section in json.loads(texts["json"].stdout)["sections"]
        for group in section["groups"]
        for line in group["lines"]
    ]
    assert lines
    for line in lines:
        assert line["text"] in texts["text"].stdout
        assert line["statement"]["id"] in texts["md"].stdout
        assert line["statement"]["id"] in texts["html"].stdout
    assert texts["html"].stdout.startswith("<!doctype html>")
    assert texts["md"].stdout.startswith("# ")
    assert run(*arguments, folder=folder).stdout == texts["text"].stdout


def test_the_clocks_are_set_by_options(folder):
    early = run("brief", "--as-of", "2024-03-04", folder=folder).stdout
    assert "Rosa Verlinden may be dead" in early
    assert "Rosa Verlinden is alive" not in early
    assert "statements: 0" in run("brief", "--known-at", "2024-04-01T12:00", folder=folder).stdout


def test_ask_says_so_when_there_is_nothing(folder):
    done = run("ask", "Who ate the cake?", folder=folder)
    assert (done.returncode, done.stdout) == (0, "Who ate the cake?\nthe ledger holds no statement that answers this\n")


def test_the_beginning_of_an_id_is_enough(folder):
    assert run("show", FIGURE[:8], folder=folder).stdout == run("show", FIGURE, folder=folder).stdout


def test_export_writes_every_format(folder, tmp_path):
    for name in ("jsonl", "csv", "ledger"):
        printed = run("export", "--to", name, folder=folder)
        done = run("export", "--to", name, "-o", str(tmp_path / name), folder=folder)
        assert (printed.returncode, done.returncode, done.stdout) == (0, 0, f"{tmp_path / name} written\n")
        assert (tmp_path / name).read_text(encoding="utf-8") == printed.stdout
    assert len(list(csv.reader(io.StringIO((tmp_path / "csv").read_text(encoding="utf-8"))))) == 8
    assert "9 people" in (tmp_path / "jsonl").read_text(encoding="utf-8")


def test_a_backup_comes_back_through_the_commands(folder, tmp_path):
    run("export", "--to", "ledger", "-o", str(tmp_path / "all.jsonl"), folder=folder)
    done = run("import", "all.jsonl", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, "12 records restored\n")
    assert run("brief", folder=tmp_path).stdout == run("brief", folder=folder).stdout


def test_a_persons_word_is_kept_and_taken_back(fresh):
    before = run("show", FIGURE, folder=fresh).stdout
    done = run("correct", FIGURE, "modality", "possible", "--who", "Ines Duval", folder=fresh)
    assert done.returncode == 0
    [id] = re.findall(r"undo (k-\w+)", done.stdout)
    assert "[possible" in run("show", FIGURE, folder=fresh).stdout
    assert "by Ines Duval" in run("show", id, folder=fresh).stdout
    assert run("undo", id, folder=fresh).stdout == f"{id} undone\n"
    assert run("show", FIGURE, folder=fresh).stdout.replace(f"    (corrected: modality, {id})\n", "") == before


def test_a_judgement_is_kept_and_taken_back(fresh):
    story = ledger().snapshot()
    one, other = next(e for e in story.entities if e.name == "Rosa Verlinden").members[:2]
    done = run("judge", "different", one, other, "--why", "another Rosa", folder=fresh)
    assert done.returncode == 0
    [id] = re.findall(r"undo (j-\w+)", done.stdout)
    assert "why: another Rosa" in run("show", id, folder=fresh).stdout
    assert run("undo", id, folder=fresh).returncode == 0


def test_an_article_is_forgotten(fresh):
    done = run("forget", THIRD.id, "--why", "withdrawn", folder=fresh)
    assert (done.returncode, done.stdout) == (0, f"{THIRD.id} forgotten: 1 article erased or changed\n")
    assert b"Rosa Verlinden is dead." not in b"".join(path.read_bytes() for path in fresh.iterdir())
    assert run("show", THIRD.id, folder=fresh).returncode == 2


@pytest.mark.slow
def test_reports_are_read_and_added(tmp_path):
    (tmp_path / "report.txt").write_bytes(REPORT)
    options = ["--published", "4 March 2024", "--outlet", "Harbour Post"]
    text = run("read", "report.txt", *options, folder=tmp_path)
    jsonl = run("read", "-", "--format", "jsonl", *options, folder=tmp_path, given=REPORT)
    whole = run("read", "report.txt", "--format", "json", *options, folder=tmp_path)
    assert (text.returncode, jsonl.returncode, whole.returncode) == (0, 0, 0)
    statements = [json.loads(line) for line in jsonl.stdout.splitlines()]
    assert statements[0]["article"]["published"] == "2024-03-04"
    for statement in statements:
        start, end = statement["content"]["span"]
        assert REPORT.decode()[start:end] == statement["content"]["text"]
        assert statement["content"]["text"] in text.stdout
    assert [s["content"] for s in json.loads(whole.stdout)["statements"]] == [s["content"] for s in statements]
    added = run("add", "report.txt", "nothing.txt", *options, folder=tmp_path)
    assert added.returncode == 1
    assert added.stderr == "reportedly: nothing.txt: no such file or folder\n"
    assert added.stdout.startswith("1 article added")
    again = run("add", "report.txt", *options, folder=tmp_path)
    assert again.returncode == 0
    assert again.stdout.startswith("0 articles added with 0 statements, 1 seen before")
    assert "at least 12 people were hurt" in run("brief", folder=tmp_path).stdout


WRONG = {
    "no such command": ["frobnicate"],
    "no such option": ["brief", "--loud"],
    "no such format": ["brief", "--format", "pdf"],
    "no such export": ["export", "--to", "pdf"],
    "nothing to read": ["read"],
    "not a day": ["brief", "--as-of", "yesterday"],
    "not a day but a moment": ["brief", "--as-of", "2024-03-04T10:00"],
    "not a moment": ["brief", "--known-at", "noon"],
    "no such day": ["brief", "--since", "2024-02-30"],
    "not a date of publication": ["read", "x.txt", "--published", "some day"],
    "no such id": ["show", "s-nothing"],
    "several ids": ["show", "s-"],
    "no history": ["history", FIRST.id],
    "no such field": ["correct", FIRST.id, "colour", "red"],
    "no such value": ["correct", FIRST.id, "published", "soon"],
    "no such verdict": ["judge", "perhaps", "n-1", "n-2"],
    "nothing to undo": ["undo", "k-1"],
    "no reason": ["forget", FIRST.id],
    "no ledger": ["brief", "--ledger", "missing.db"],
    "a folder for a ledger": ["brief", "--ledger", "."],
    "no such kind of ledger": ["brief", "--ledger", "postgresql://user:secret@host/db"],
    "nowhere to write": ["export", "--to", "csv", "-o", "no/such/folder/x.csv"],
    "the ledger to write over": ["export", "--to", "csv", "-o", "reportedly.db"],
}


@pytest.mark.parametrize("arguments", WRONG.values(), ids=WRONG)
def test_wrong_use_is_said_in_words_and_ends_with_2(folder, arguments):
    done = run(*arguments, folder=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    assert "secret" not in done.stderr
    ours = done.stderr.startswith("reportedly: ")
    assert done.stderr.count("\n") == 1 if ours else done.stderr.startswith("Usage: ")
    assert not (folder / "missing.db").exists()


@pytest.mark.parametrize(
    ("name", "value"), [("WORKERS", "0"), ("MAX_BYTES", "many"), ("MAX_SECONDS", "-1"), ("MAX_WORDS", "")]
)
def test_a_wrong_setting_is_named(folder, name, value):
    done = run("brief", folder=folder, **{f"REPORTEDLY_{name}": value})
    assert done.returncode == 2
    assert done.stderr.startswith(f"reportedly: REPORTEDLY_{name}={value}: input should be ")
    assert done.stderr.count("\n") == 1


def test_the_ledger_is_named_by_the_environment_too(folder, tmp_path):
    done = run("brief", folder=tmp_path, REPORTEDLY_LEDGER=str(folder / "reportedly.db"))
    assert "Rosa Verlinden" in done.stdout


@pytest.mark.parametrize(
    "content",
    [b"not a ledger", b"SQLite format 3\x00 and then nothing that it should hold", b"\x00" * 5000],
    ids=["text", "a header only", "zeros"],
)
@pytest.mark.parametrize("arguments", [["brief"], ["add", "x.txt"], ["export", "--to", "csv"]], ids=" ".join)
def test_what_is_no_ledger_is_left_alone(tmp_path, content, arguments):
    (tmp_path / "x.txt").write_bytes(REPORT)
    (tmp_path / "reportedly.db").write_bytes(content)
    done = run(*arguments, folder=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert (tmp_path / "reportedly.db").read_bytes() == content


def test_an_import_of_something_else_is_named_and_makes_no_ledger(tmp_path):
    (tmp_path / "x.jsonl").write_bytes(b"hello\n")
    done = run("import", "x.jsonl", folder=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert not (tmp_path / "reportedly.db").exists()


def test_a_reader_that_goes_away_is_no_failure(folder):
    for arguments in (["brief"], ["export", "--to", "ledger"]):
        line = f"{sys.executable} -m reportedly {' '.join(arguments)} | head -c 1; exit ${{PIPESTATUS[0]}}"
        done = subprocess.run(["bash", "-c", line], cwd=folder, capture_output=True, check=False, timeout=60)
        assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device here that is always full")
@pytest.mark.parametrize("arguments", ["brief", "export --to csv", "export --to csv -o /dev/full"])
def test_a_full_disk_is_said_in_one_line(folder, arguments):
    line = f"{sys.executable} -m reportedly {arguments} > /dev/full"
    done = subprocess.run(["bash", "-c", line], cwd=folder, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert b"No space left on device" in done.stderr


# A ledger of more bytes holds articles; an empty one has some 200,000.
WRITING = 600_000


@pytest.mark.slow
def test_an_interrupt_ends_quickly_without_a_traceback(tmp_path):
    for number in range(400):
        (tmp_path / f"{number}.txt").write_bytes(REPORT + f"It was report {number}.".encode())
    started = [sys.executable, "-m", "reportedly", "add", ".", "--published", "2024-03-04"]
    # A test run in the background hands down that interrupts are ignored.
    heeding = {"start_new_session": True, "preexec_fn": partial(signal.signal, signal.SIGINT, signal.SIG_DFL)}
    running = subprocess.Popen(started, cwd=tmp_path, stderr=subprocess.PIPE, **heeding)
    # Until articles are coming in: an interrupt in the midst of an import Python itself may drop.
    while sum(each.stat().st_size for each in tmp_path.glob("reportedly.db*")) < WRITING:
        time.sleep(0.05)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=30)
    assert running.returncode == 130
    assert b"Traceback" not in said
    assert run("brief", folder=tmp_path).returncode == 0


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_an_example_that_is_meant_to_be_typed(name):
    done = CliRunner().invoke(app, [name, "--help"])
    assert done.exit_code == 0
    assert f"Example: reportedly {name} " in " ".join(done.stdout.split())


def test_the_shell_completes_commands():
    completing = {"_REPORTEDLY_COMPLETE": "complete_bash", "COMP_WORDS": "reportedly br", "COMP_CWORD": "1"}
    script = Path(sys.executable).with_name("reportedly")
    done = subprocess.run([script], env={**os.environ, **completing}, capture_output=True, check=False, timeout=60)
    assert done.stdout.split() == [b"brief"]


def test_the_version_is_said(folder):
    assert re.fullmatch(r"reportedly \d+\.\d+\.\d+\n", run("--version", folder=folder).stdout)


def test_what_is_printed_is_utf8_whatever_the_terminal(folder):
    done = run("show", FIGURE, folder=folder, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert done.returncode == 0


def test_a_query_loads_no_language_model(folder):
    for arguments in PAGES.values():
        done = subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "reportedly", *arguments],
            cwd=folder, capture_output=True, text=True, check=True, timeout=60,
        )  # fmt: skip
        loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
        tops = {name.partition(".")[0] for name in loaded}
        assert tops & {"spacy", "thinc", "numpy", "trafilatura", "lxml", "pebble"} == set()
        assert "reportedly.extract.registry" not in loaded
