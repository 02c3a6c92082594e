"""Which place a name means, told which words are names: the share of gold places within 161 km, and the time it takes.

GOLD is a folder with the keys LGL, GeoVirus and GeoWebNews and their scorer. Each text is parsed, the key's own extents
are given to the resolver, and what it makes of them goes to the scorer; a name that it does not know counts as wrong.
The time is that of resolving one text, alone in this process: no parsing, no recognition.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportedly.extract.parse import parse, text_of
from reportedly.extract.place_names import Name, link, narrow
from reportedly.extract.places import peoples, resolve
from reportedly.lexicon.gazetteer import Entry, Gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Doc

KEYS = ("lgl", "GeoVirus", "GWN-odd")
SCORED = "acc@161km over all"


def known(words: str, gazetteer: Gazetteer) -> tuple[tuple[Entry, ...], bool]:
    """What the words of an extent may mean, and whether they are an abbreviation; a people means its country."""
    for form in (words, words.removesuffix("'s").removesuffix("’s")):
        if (short := gazetteer.abbreviation("".join(form.split()), alone=False)) is not None:
            return (short,), True
        code = gazetteer.demonym(form)
        if (land := gazetteer.country(code) if code else None) is not None:
            return (land,), False
        if entries := gazetteer.lookup(form):
            return entries, False
    return (), False


def given(doc: Doc, extents: Sequence[Sequence[int]], gazetteer: Gazetteer) -> list[tuple[Name, Sequence[int]]]:
    """The names of a text at the key's extents, in order; the first of those that share a word."""
    names: list[tuple[Name, Sequence[int]]] = []
    for extent in sorted(extents, key=lambda pair: (pair[0], -pair[1])):
        tokens = doc.char_span(*extent, alignment_mode="expand")
        if tokens is None or (names and tokens.start < names[-1][0].end):
            continue
        entries, short = known(text_of(doc)[extent[0] : extent[1]].strip(), gazetteer)
        names.append((Name(start=tokens.start, end=tokens.end, entries=entries, short=short), extent))
    return names


def resolved(doc: Doc, pairs: list[tuple[Name, Sequence[int]]], gazetteer: Gazetteer) -> dict[int, Entry]:
    """What each name means, by its first token."""
    names = [name for name, _ in pairs if name.entries]
    for name in names:
        narrow(doc, name)
    return resolve(doc, link(doc, text_of(doc), names), peoples(doc, gazetteer), gazetteer)


def texts(scorer: Path, key: Path) -> Iterator[dict[str, Any]]:
    dump = [sys.executable, scorer, "dump", "--spans", key]
    lines = subprocess.run(dump, capture_output=True, check=True).stdout.decode().split("\n")
    yield from (json.loads(line) for line in lines if line)


def measure(scorer: Path, key: Path) -> tuple[str, list[float]]:
    """The scorer's line on all places of a key, and the seconds each text took."""
    gazetteer, rows, seconds = Gazetteer.load(), [], []
    for row in texts(scorer, key):
        doc = parse(row["text"], language="en", max_words=50_000, source=row["doc"])
        pairs = given(doc, row["spans"], gazetteer)
        before = time.perf_counter()
        meant = resolved(doc, pairs, gazetteer)
        seconds.append(time.perf_counter() - before)
        for name, (start, end) in pairs:
            if (entry := meant.get(name.start)) is not None:
                rows.append({"doc": row["doc"], "start": start, "end": end, "lat": entry.lat, "lon": entry.lon})
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder, "found.jsonl")
        found.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        score = subprocess.run([sys.executable, scorer, "score", key, found], capture_output=True, check=True)
    return next(line for line in score.stdout.decode().splitlines() if line.startswith(SCORED)), seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--only", choices=KEYS, action="append", help="one key (may be repeated); default: all three")
    options = parser.parse_args()
    if not (options.gold / "places").is_dir():
        sys.exit(f"{options.gold}: no keys of places here")
    for key in options.only or KEYS:
        line, seconds = measure(options.gold / "places.py", options.gold / "places" / f"{key}.xml")
        print(f"{key:<9} {line}")
        middle, worst = 1000 * statistics.median(seconds), 1000 * max(seconds)
        print(
            f"{'':<9} resolving one text: median {middle:.2f} ms, longest {worst:.1f} ms, of {len(seconds)}", flush=True
        )


if __name__ == "__main__":
    main()
