"""Run the examples of the documentation: every `$ reportedly …` of its console blocks, in a scratch folder a page.

What a page shows must be what the program prints: lines in their order, `…` for lines or words left out. Ids of
corrections and judgements hold the time, and are the only ones that may differ. With --write, lines that changed a
little are written anew; what is gone for good is named, for a person to see to.
"""

from __future__ import annotations

import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = tuple(ROOT / name for name in ("README.md", "docs/tutorial.md", "docs/formats.md"))
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)
CUT = "…"
ID = re.compile(r"\b[a-z]{1,2}-[0-9a-f]{4,16}\b")
VOLATILE = re.compile(r"\b[kj]-[0-9a-f]{16}\b")
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T[^\]]*(?=\])")
# What no page shows: a program that breaks down is no example.
FAULTS = ("Traceback (most recent call last)", "a fault in the reader")
# Share of a line's words that a changed line must have kept, in one piece, to be taken for the same.
ENOUGH = 0.6


@dataclass
class Example:
    """One command of a page with the lines that the page shows of its output."""

    command: str
    shown: list[str] = field(default_factory=list)


def examples(block: str) -> Iterator[Example]:
    """The commands of a block; a line that ends in a backslash goes on in the next."""
    one = None
    for line in block.splitlines():
        if line.startswith("$ "):
            if one is not None:
                yield one
            one = Example(line[2:])
        elif one is not None and one.command.endswith("\\"):
            one.command += "\n" + line
        elif one is not None:
            one.shown.append(line)
    if one is not None:
        yield one


def commands(page: Path) -> list[str]:
    """Every command that a page shows, in its order."""
    return [one.command for block in BLOCK.findall(page.read_text(encoding="utf-8")) for one in examples(block)]


def printed(command: str, folder: Path) -> list[str]:
    """What a command prints, errors first, without empty lines; raises RuntimeError where it breaks down."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("REPORTEDLY_")}
    run = subprocess.run(
        ["sh", "-c", command], cwd=folder, env={**kept, "PATH": path, "USER": "you", "LOGNAME": "you"},
        capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    if any(fault in run.stderr for fault in FAULTS):
        raise RuntimeError(f"$ {command}\n{run.stderr}")
    return [line.rstrip() for line in (run.stderr + run.stdout).splitlines() if line.strip()]


def pattern(shown: str, varying: re.Pattern[str] = VOLATILE) -> re.Pattern[str]:
    """What a shown line stands for, if ids of the sort `varying` may differ."""
    text = re.escape(varying.sub("\0", shown.strip())).replace(re.escape(CUT), ".*")
    return re.compile(text.replace("\0", f"({varying.pattern})"))


def renewed(shown: str, fresh: str) -> str:
    """The line to show for a printed one: cut as before where only ids have changed, else with its time cut."""
    same = pattern(shown, ID).fullmatch(fresh.strip())
    if same is None:
        return MOMENT.sub(CUT, fresh)
    ids = iter(same.groups())
    return ID.sub(lambda old: next(ids), shown)


def check(one: Example, real: list[str], *, write: bool) -> tuple[list[str], list[str], dict[str, str]]:
    """The lines to show, what is wrong with those shown now, and the ids that took the place of others."""
    lines, wrong, ids = [], [], {}
    at, loose = 0, False
    for shown in one.shown:
        if not shown.strip() or shown.strip() == CUT:
            loose = loose or bool(shown.strip())
            lines.append(shown)
            continue
        rest = real[at:] if loose else real[at : at + 1]
        found = next((n for n, line in enumerate(rest) if pattern(shown).fullmatch(line.strip())), None)
        if found is None:
            wrong.append(f"$ {one.command}: not printed there: {shown}")
            found = nearest(shown, real[at:]) if write else None
        if found is None:
            lines.append(shown)
            continue
        fresh = real[at + found]
        ids.update(zip(ID.findall(shown), ID.findall(fresh), strict=False))
        lines.append(shown if pattern(shown).fullmatch(fresh.strip()) else renewed(shown, fresh))
        at, loose = at + found + 1, False
    if one.shown and not loose and at < len(real) and not wrong:
        wrong.append(f"$ {one.command}: prints more: {real[at]}")
    return lines, wrong, ids


def nearest(shown: str, real: list[str]) -> int | None:
    """The place of the line that keeps most of the words of `shown` in one piece; None where none keeps enough."""
    words = shown.partition(" [")[0].strip()
    kept = [longest(words, line) / len(words) for line in real]
    best = max(kept, default=0.0)
    return kept.index(best) if best >= ENOUGH else None


def longest(words: str, line: str) -> int:
    """The length of the longest piece that two texts share."""
    return difflib.SequenceMatcher(None, words, line, autojunk=False).find_longest_match().size


def page_errors(page: Path, *, write: bool = False) -> list[str]:
    """What of a page is not as the program prints it; with `write`, mended where it can be."""
    text = page.read_text(encoding="utf-8")
    wrong: list[str] = []
    ids: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as scratch:
        shutil.copytree(ROOT / "examples", Path(scratch, "examples"))

        def again(found: re.Match[str]) -> str:
            out = []
            for one in examples(found[1]):
                command = ID.sub(lambda id: ids.get(id[0], id[0]), one.command)
                lines, said, fresh = check(one, printed(command, Path(scratch)), write=write)
                ids.update(fresh)
                wrong.extend(said)
                kept = ID.sub(lambda id: id[0] if VOLATILE.fullmatch(id[0]) else ids.get(id[0], id[0]), one.command)
                out += [f"$ {kept}", *lines]
            return "```console\n" + "\n".join(out) + "\n```"

        mended = ID.sub(lambda id: ids.get(id[0], id[0]) if id[0][0] not in "kj" else id[0], BLOCK.sub(again, text))
    if write and mended != text:
        page.write_text(mended, encoding="utf-8")
    return wrong


def main() -> None:
    """Check every page, or with --write mend it; fail where something is not as printed."""
    write = "--write" in sys.argv
    wrong = [f"{page.relative_to(ROOT)}: {said}" for page in PAGES for said in page_errors(page, write=write)]
    if wrong:
        sys.exit("\n".join(wrong))


if __name__ == "__main__":
    main()
