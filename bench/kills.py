"""Kill `reportedly add` at random moments and look at what is left: whole articles only, and a re-run completes it."""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from reportedly.model import identify
from reportedly.store import open_store

REPORTEDLY = Path(sys.executable).parent / "reportedly"
TOWNS = ("Quimper", "Lorient", "Vannes", "Morlaix", "Concarneau", "Saint-Malo", "Dinan")
LINES = (
    "At least {n} people were hurt when a bus left the road near {town} on Monday, the fire service said.",
    "A witness told the local radio that the driver may have fallen asleep.",
    "The mayor of {town}, Anne Kervella, denied that the road had been closed too late.",
    "It was not immediately clear how many passengers were on board.",
    "Two men were arrested in {town} overnight; their names have not been disclosed.",
)


def reports(count: int) -> Iterator[str]:
    """So many invented reports, one JSON line each, no two alike."""
    for number in range(count):
        town = TOWNS[number % len(TOWNS)]
        text = "\n\n".join(line.format(n=number + 2, town=town) for line in LINES)
        yield json.dumps({"id": str(number), "text": text, "published": "2024-03-12", "outlet": "The Invented Post"})


def adding(source: Path, ledger: Path) -> subprocess.Popen[bytes]:
    command = [REPORTEDLY, "add", source, "--ledger", ledger]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def state(ledger: Path) -> dict[str, str]:
    """Article id -> hash of its statements' ids; fails on an article without its reading."""
    if not ledger.exists():
        return {}
    store = open_store(str(ledger), create=True)
    try:
        held = {}
        for kept in store.kept():
            reading = store.reading(kept.article.id)
            if reading is None or not reading.statements:
                sys.exit(f"half an article: {kept.article.id}")
            held[kept.article.id] = identify("x", [statement.id for statement in reading.statements])
        return held
    finally:
        store.close()


def gone(group: int, *, within: float) -> bool:
    """Whether every process of a group has ended by itself in this time."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--articles", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    draw = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        source, ledger, whole = Path(folder, "in.jsonl"), Path(folder, "killed.db"), Path(folder, "whole.db")
        source.write_text("".join(f"{line}\n" for line in reports(options.articles)), encoding="utf-8")
        began = time.monotonic()
        if adding(source, whole).wait() != 0:
            sys.exit("add failed without being killed")
        length = time.monotonic() - began
        wanted, orphans, grown = state(whole), 0, 0
        for _ in range(options.kills):
            process = adding(source, ledger)
            time.sleep(draw.uniform(0, length))
            process.send_signal(signal.SIGKILL)
            process.wait()
            if not gone(process.pid, within=20):
                orphans += 1
                os.killpg(process.pid, signal.SIGKILL)
            held = state(ledger)
            grown += bool(held)
            if not held.items() <= wanted.items():
                sys.exit("an id or a statement that an unkilled run does not have")
            if len(held) == len(wanted):
                for path in Path(folder).glob("killed.db*"):
                    path.unlink()
        if adding(source, ledger).wait() != 0 or state(ledger) != wanted:
            sys.exit("a re-run did not complete the ledger to the same ids")
    print(f"{options.kills} kills; {grown} left articles, all of them whole; {orphans} left a worker behind")
    print("a re-run completed the ledger to the same ids")
    sys.exit(1 if orphans else 0)


if __name__ == "__main__":
    main()
