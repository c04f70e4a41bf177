"""A place: what the report calls it, and what the gazetteer makes of that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Precision = Literal[
    "exact", "district", "town", "near", "subdistrict", "district capital", "province", "region", "country", "unknown"
]

#: Precisions that are drawn as areas, never as a pin in their middle.
AREAS: frozenset[str] = frozenset({"province", "region", "country"})

#: UCDP's where_prec on export: 1 exact, 2 within 25 km, 3 district, 4 province, 5 region, 6 country (GED codebook).
WHERE_PREC: dict[str, int] = {
    "exact": 1, "town": 1, "district": 1, "near": 2, "subdistrict": 3, "district capital": 2,
    "province": 4, "region": 5, "country": 6,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that a name may mean, with the score it got and why, in words."""

    id: str
    name: str
    lat: float | None
    lon: float | None
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Place:
    """A resolved name. `raw` is the report's wording; `id` is empty where nothing was found (precision "unknown").

    `admin` is the chain from country downwards, e.g. ("Syria", "Homs"). For areas (see AREAS) lat/lon are None and
    `outline` names a shape of the gazetteer. `spot`: a village or site of which only that area is known: what bears
    another name there is another place. `review` asks a person to look, with the reason.
    """

    raw: str
    id: str
    name: str
    precision: Precision
    lat: float | None = None
    lon: float | None = None
    admin: tuple[str, ...] = ()
    pcode: str | None = None
    outline: str | None = None
    candidates: tuple[Candidate, ...] = ()
    review: str = ""
    spot: bool = False
