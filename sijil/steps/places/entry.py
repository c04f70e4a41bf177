"""What the gazetteer knows of one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sijil.steps.places.names import Tier

#: country > region (of several provinces) > province > district (admin 2) > subdistrict (admin 3) > area (inside a
#: province, drawn by nobody) > town > neighbourhood (inside a town); a site is a camp, an airport, a hospital ... A
#: quarter is a neighbourhood without a known point of its own: its point is the town's.
EntryKind = Literal[
    "country", "region", "province", "district", "subdistrict", "area", "town", "neighbourhood", "quarter", "site"
]

#: Kinds that are named with what lies in them: countries, and what is made of provinces.
AREA_KINDS: frozenset[str] = frozenset({"country", "region", "province"})
#: Kinds that have a `centre` and no point.
WIDE: frozenset[str] = frozenset({"country", "region", "province", "district", "subdistrict", "area"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the index. lat/lon are WGS 84 degrees, None for wide places and where nobody knows them well.

    `centre` is (lat, lon) of a point inside a wide place, for distances and for answers in bulk: nothing is ever drawn
    there. `country` is the ISO 3166-1 alpha-2 code ("" for regions across borders), `admin` the chain of names from the
    country downwards to the province (or the town of a neighbourhood) without the entry's own name. `pcode` is its own
    P-code, `within` are those of the districts and provinces that hold it, widest first. `tier` and `matched` say how a
    look-up found it. `source` says where the entry comes from.
    """

    id: str
    name: str
    kind: EntryKind
    country: str
    admin: tuple[str, ...]
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    pcode: str | None = None
    outline: str | None = None
    source: str = ""
    centre: tuple[float, float] | None = None
    within: tuple[str, ...] = ()
    tier: Tier = "exact"
    matched: str = ""

    @property
    def middle(self) -> tuple[float, float] | None:
        """(lat, lon) of the centre of a wide place, else of the point; None where nobody knows either."""
        if self.centre:
            return self.centre
        return (self.lat, self.lon) if self.lat is not None and self.lon is not None else None
