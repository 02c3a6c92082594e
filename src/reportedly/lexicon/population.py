"""How many people lived in a country in a year: World Bank, SP.POP.TOTL, CC BY 4.0."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reportedly.lexicon.table import Row, table


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """The people of a country in one year, and the table that says so."""

    people: int
    year: int
    table: str


@cache
def _rows() -> dict[str, Row]:
    return {row["country"]: row for row in table("population")}


def population(country: str, year: int) -> Population | None:
    """Of a country by its code of two letters, in that year, or in the table's last where that is earlier.

    None for a country or a time that the table does not know.
    """
    row = _rows().get(country)
    if row is None or year < int(row["since"]):
        return None
    counts = row["counts"].split("|")
    at = min(year - int(row["since"]), len(counts) - 1)
    return Population(people=int(counts[at]), year=int(row["since"]) + at, table=row["source"])
