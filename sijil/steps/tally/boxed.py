"""Whether a place lies in a box of the map."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from sijil.model.filter import Box
from sijil.model.place import Place
from sijil.steps.places.outlines import bundled
from sijil.steps.where import is_point


def in_box(place: Place | None, box: Box) -> bool:
    """Whether a place is known to lie in the box: its point, or for an area all of its outline, does.

    An area without an outline lies in no box: what is somewhere in it may be anywhere.
    """
    if place is None:
        return False
    west, south, east, north = box
    if is_point(place):
        return south <= (place.lat or 0.0) <= north and west <= (place.lon or 0.0) <= east
    around = _around(place.outline) if place.outline else None
    return around is not None and west <= around[0] and south <= around[1] and east >= around[2] and north >= around[3]


@cache
def _around(outline: str) -> Box | None:
    """The smallest box around an outline; None for an unknown one."""
    shape = bundled().get(outline)
    points = list(_points(shape["coordinates"])) if shape else []
    if not points:
        return None
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    return min(lons), min(lats), max(lons), max(lats)


def _points(coordinates: Any) -> Iterator[tuple[float, float]]:
    """All positions of GeoJSON coordinates, however deep."""
    if coordinates and isinstance(coordinates[0], int | float):
        yield coordinates[0], coordinates[1]
        return
    for inner in coordinates:
        yield from _points(inner)
