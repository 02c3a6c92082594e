"""The gazetteer: names of places in many scripts, and what they may stand for.

Files in `data/gazetteer`, made by `tools/build_gazetteer.py` and read in place: `entries.bin` (a record an entry),
`names.marisa` (names as shown), `index.marisa` (folded names to entry numbers), `sounds.marisa` (names from the Arabic
script by their consonants, to entry numbers); `tables.json` holds the rest. Data from
GeoNames, CC BY 4.0; see the README there.
"""

from __future__ import annotations

import json
import mmap
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from reportedly.lexicon.folding import fold
from reportedly.lexicon.sounding import sound
from reportedly.lexicon.table import table

FEATURES = ("country", "admin1", "admin2", "city", "region", "continent", "area", "line", "water", "point")
# UCDP's codes for how precisely the feature places an event.
PRECISION = {"country": 6, "admin1": 4, "admin2": 3, "city": 1, "region": 5, "continent": 5, "area": 5, "line": 5,
             "water": 7, "point": 1}  # fmt: skip
RECORD = struct.Struct("<I3s3s3s3sIBB")
NOWHERE = 0xFFFFFF
DEGREE = 10_000
# How much a kind of place counts beside a town of the same population: set by hand so that a bare "New York" is the
# city, a bare "Georgia" in the United States the state.
WEIGHT = {"admin1": 0.2, "admin2": 0.05}
CAPITAL_WEIGHT = 10
# A name that is not the entry's own ("Angora" for Ankara) is this much rarer.
ALTERNATE_WEIGHT = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One place of the gazetteer.

    Attributes:
        number: Its place in the gazetteer; stable within one build only.
        name: As GeoNames, or our own table of regions, writes it.
        feature: One of `FEATURES`; "city" is any town or village.
        country: ISO 3166 code of two letters; None for regions over several countries, and open water.
        geonames: GeoNames id; None where it has none.
        lat: Degrees north of the town, or of the middle of an area.
        lon: Degrees east.
        population: As last counted; 0 where unknown. Of a division the sum of its towns.
        parent: Number of the division or country it lies in; None for countries and regions.
        capital: Whether a country is governed from here.
    """

    number: int
    name: str
    feature: str
    country: str | None
    geonames: int | None
    lat: float
    lon: float
    population: int
    parent: int | None
    capital: bool

    @property
    def precision(self) -> int:
        """UCDP's code for what is known of the whereabouts of something that happened in this place."""
        return PRECISION[self.feature]

    @property
    def prior(self) -> float:
        """How likely a bare name means this place, beside others of the name; no probability."""
        if self.feature == "country":
            return 1e12 + self.population
        if self.feature not in {"city", "admin1", "admin2"}:
            return 1e11
        return (self.population + 1) * WEIGHT.get(self.feature, CAPITAL_WEIGHT if self.capital else 1)


class Gazetteer:
    """Names and entries; use `Gazetteer.load()`, which reads once a process."""

    def __init__(self, folder: Path) -> None:
        import marisa_trie

        with (folder / "entries.bin").open("rb") as file:
            self._records = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._names = marisa_trie.Trie().mmap(str(folder / "names.marisa"))
        self._index = marisa_trie.BytesTrie().mmap(str(folder / "index.marisa"))
        self._sounds = marisa_trie.BytesTrie().mmap(str(folder / "sounds.marisa"))
        tables: dict[str, Any] = json.loads((folder / "tables.json").read_text(encoding="utf-8"))
        self._countries: list[str | None] = tables["countries"]
        self._codes: dict[str, int] = tables["codes"]
        self._lists: dict[int, tuple[str, ...]] = {int(k): tuple(v) for k, v in tables["regions"].items()}
        self._notes: dict[int, str] = {int(k): v for k, v in tables["notes"].items()}
        self._capitals = frozenset(tables["capitals"])
        self._demonyms = {row["word"]: row["country"] for row in table("demonyms")}
        self._short = {
            row["abbreviation"]: (row["code"], row["alone"] == "yes") for row in table("place_abbreviations")
        }
        self.entry = lru_cache(maxsize=16384)(self._entry)
        self.lookup = lru_cache(maxsize=16384)(self._lookup)

    @staticmethod
    @cache
    def load() -> Gazetteer:
        """The shipped gazetteer."""
        with as_file(files("reportedly.lexicon").joinpath("data", "gazetteer")) as folder:
            return Gazetteer(folder)

    def __len__(self) -> int:
        """Number of entries."""
        return len(self._records) // RECORD.size

    def _entry(self, number: int) -> Entry:
        geonames, name, parent, lat, lon, population, country, feature = RECORD.unpack_from(
            self._records, number * RECORD.size
        )
        above = int.from_bytes(parent, "little")
        return Entry(
            number=number,
            name=self._names.restore_key(int.from_bytes(name, "little")),
            feature=FEATURES[feature],
            country=self._countries[country],
            geonames=geonames or None,
            lat=int.from_bytes(lat, "little", signed=True) / DEGREE,
            lon=int.from_bytes(lon, "little", signed=True) / DEGREE,
            population=population,
            parent=None if above == NOWHERE else above,
            capital=number in self._capitals,
        )

    def _lookup(self, name: str) -> tuple[Entry, ...]:
        """Every place of that name, the likeliest first; empty for a name it does not know."""
        ranked = []
        for value in self._index.get(fold(name), ()):
            for at in range(0, len(value), 3):
                code = int.from_bytes(value[at : at + 3], "little")
                entry = self.entry(code >> 1)
                ranked.append((-entry.prior * (ALTERNATE_WEIGHT if code & 1 else 1), entry.number, entry))
        return tuple(entry for _, _, entry in sorted(ranked, key=lambda row: row[:2]))

    def sounding(self, name: str) -> tuple[Entry, ...]:
        """Places whose names sound like one from the Arabic script: towns before divisions, the largest first.

        None of them need be meant.
        """
        key = sound(name)
        values = () if key is None else self._sounds.get(key, ())
        numbers = [int.from_bytes(value[at : at + 3], "little") for value in values for at in range(0, len(value), 3)]
        return tuple(
            sorted(map(self.entry, numbers), key=lambda entry: (entry.feature != "city", -entry.prior, entry.number))
        )

    def goes_on(self, words: str) -> bool:
        """Whether some name is longer than `words` and begins with them, for a longest match over tokens."""
        return next(self._index.iterkeys(fold(words) + " "), None) is not None

    def country(self, code: str) -> Entry | None:
        """The country with this ISO 3166 code; None for a code that is none."""
        number = self._codes.get(code)
        return None if number is None else self.entry(number)

    def division(self, code: str) -> Entry | None:
        """The first-order division with this GeoNames code ("US.KY")."""
        return self.country(code)

    def abbreviation(self, word: str, *, alone: bool) -> Entry | None:
        """What an abbreviation stands for ("Ky.", "U.S."); `alone`: only those that need no place before them."""
        code, free = self._short.get(word, (None, False))
        return None if code is None or (alone and not free) else self.country(code)

    def demonym(self, word: str) -> str | None:
        """Country code of a people or an adjective ("Belgians", "Belgian"); None for other words."""
        return self._demonyms.get(word)

    def ancestors(self, entry: Entry) -> Iterator[Entry]:
        """The divisions and the country around a place, innermost first, without itself."""
        while entry.parent is not None:
            entry = self.entry(entry.parent)
            yield entry

    def countries(self, entry: Entry) -> tuple[str, ...]:
        """Codes of the countries that a place lies in; empty for open water and whole continents."""
        return self._lists.get(entry.number) or ((entry.country,) if entry.country is not None else ())

    def note(self, entry: Entry) -> str | None:
        """What a reader should know where a place, or what it lies in, is contested; None elsewhere."""
        held = (self._notes.get(each.number) for each in (entry, *self.ancestors(entry)))
        return next(filter(None, held), None)

    def within(self, entry: Entry, other: Entry) -> bool:
        """Whether `entry` lies in `other`, by division or, for regions, by country."""
        if any(above.number == other.number for above in self.ancestors(entry)):
            return True
        return other.number in self._lists and entry.number != other.number and entry.country in self.countries(other)
