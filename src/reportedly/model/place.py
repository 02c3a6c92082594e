"""A named place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.span import Span


class PlaceRole(StrEnum):
    """What a place is to the statement it stands in."""

    AT = "at"
    FROM = "from"
    TO = "to"
    MENTIONED = "mentioned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A named place, its gazetteer entry, and how precise it is.

    Attributes:
        id: Of this finding.
        span: Where the article names it.
        name: The gazetteer's name; the wording where it has no entry.
        country: ISO 3166 code of two letters; None for what lies in several, or is unknown.
        geonames: GeoNames id; None where it has none.
        lat: Degrees north of a representative point; None where unknown.
        lon: Degrees east; None where unknown.
        precision: UCDP's: 1 exact, 2 near, 3 district, 4 province, 5 a vague area, 6 a country, 7 water or air.
        note: What a reader should know where sovereignty over it is contested; None elsewhere.
        role: Where it happened, from, to, or merely mentioned.
    """

    id: str
    span: Span
    name: str
    country: str | None = None
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    precision: int | None = None
    note: str | None = None
    role: PlaceRole = PlaceRole.MENTIONED
