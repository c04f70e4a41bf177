"""What a pack says of one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sijil.steps.places.entry import EntryKind

#: Called with a line (or feature) number and what is wrong with it.
Complain = Callable[[int, str], None]


@dataclass(frozen=True, slots=True)
class PackPlace:
    """One place as its file gives it. lat/lon are WGS 84 degrees, for areas a point inside.

    `country` is the ISO 3166-1 alpha-2 code; `province` a name, where the file gives one; `pcode` its own P-code and
    `within` those of the units that hold it, widest first. `ref` is its number in its source ("wof:85678345").
    `outline` is a GeoJSON geometry. `names` holds all other spellings.
    """

    name: str
    kind: EntryKind
    country: str
    names: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    province: str = ""
    pcode: str = ""
    within: tuple[str, ...] = ()
    geonames: int = 0
    ref: str = ""
    source: str = ""
    outline: dict[str, Any] | None = None

    @property
    def id(self) -> str:
        """The id where the gazetteer does not know the place yet; the same whatever order packs come in."""
        if self.geonames and self.kind not in ("province", "district", "subdistrict"):
            return f"geonames:{self.geonames}"
        if self.pcode:
            return f"pcode:{self.pcode}"
        return f"geonames:{self.geonames}" if self.geonames else self.ref


@dataclass(frozen=True, slots=True)
class Spellings:
    """Other names of a place that some other file describes, by its GeoNames id."""

    geonames: int
    names: tuple[str, ...]


Row = PackPlace | Spellings
