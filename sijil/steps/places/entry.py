"""What the gazetteer knows of one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sijil.steps.places.names import Tier

#: country > region (of several provinces) > province > area (inside a province) > town > neighbourhood (inside a town).
#: A quarter is a neighbourhood without a known point of its own: its point is the town's.
EntryKind = Literal["country", "region", "province", "area", "town", "neighbourhood", "quarter"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the index. lat/lon are WGS 84 degrees, None for areas and where nobody knows them well.

    `country` is the ISO 3166-1 alpha-2 code ("" for regions across borders), `admin` the chain of names from the
    country downwards without the entry's own name. `tier` and `matched` say how a look-up found it. `source` says
    where the entry comes from.
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
    tier: Tier = "exact"
    matched: str = ""
