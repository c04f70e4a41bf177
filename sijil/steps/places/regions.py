"""Regions that no authority draws, and which provinces an area covers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sijil.model.place import Place
from sijil.steps.places.overlay import Provinces, regions


@dataclass(frozen=True, slots=True)
class Cover:
    """The provinces of an area as "Country/Province": those that it holds whole, and all that it touches."""

    whole: frozenset[str] = frozenset()
    touched: frozenset[str] = frozenset()


def area_of(place: Place) -> Cover:
    """The provinces that a place covers or lies in, from its id and admin chain; empty where no province is known.

    A province or country holds its provinces whole; a region those that rules/regions.toml says; a town, or a part of a
    province, only touches one. A place surely lies in an area if all that it touches is whole in that area.
    """
    if place.id.startswith("region:") and place.id in regions():
        region = regions()[place.id]
        country = "".join(place.admin[:1])
        return Cover(
            frozenset(f"{country}/{name}" for name in region.contains),
            frozenset(f"{country}/{name}" for name in region.touched),
        )
    if place.precision == "country":
        code = place.id.removeprefix("country:")
        all_ = frozenset(f"{place.name}/{p.name}" for p in Provinces.load().rows if p.country == code)
        return Cover(all_, all_)
    if place.precision == "province" and len(place.admin) == 1:
        own = frozenset({f"{place.admin[0]}/{place.name}"})
        return Cover(own, own)
    if place.admin[1:2] and place.admin[1] in _provinces():
        return Cover(touched=frozenset({"/".join(place.admin[:2])}))
    return Cover()


@cache
def _provinces() -> frozenset[str]:
    """The names of the provinces of the rules; asked for every claim of a tally."""
    return frozenset(province.name for province in Provinces.load().rows)
