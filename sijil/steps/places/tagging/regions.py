"""Continents, seas and regions of several countries, which no gazetteer of countries and towns has."""

from __future__ import annotations

from functools import cache

from sijil.rules import load
from sijil.steps.places.names import exact_key

Point = tuple[float, float]


def is_region(key: str) -> bool:
    """Whether an exact key (see places.names) is the name of such a region."""
    return key in _points()


def point(name: str) -> Point | None:
    """(lat, lon) that stands for such a region; None for other names, and for regions that the gazetteer has."""
    return _points().get(exact_key(name))


@cache
def _points() -> dict[str, Point | None]:
    rows = load("world_regions")["region"]
    return {
        exact_key(name): (float(row["lat"]), float(row["lon"])) if "lat" in row else None
        for row in rows
        for name in row["names"]
    }
