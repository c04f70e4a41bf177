"""GeoJSON: units of OCHA COD-AB, outlines of Who's On First, or a team's own places."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TextIO

from sijil.steps.places.packs.admin import Columns, units
from sijil.steps.places.packs.fields import country_of, point, spellings
from sijil.steps.places.packs.place import Complain, PackPlace, Row
from sijil.steps.places.packs.team import place_of

NAME = "GeoJSON"
_TOLERANCE, _GRID = 0.002, 0.0001  # degrees, about 200 m and 10 m: below what a map of a district shows


def fits(head: str) -> bool:
    """Whether a file that begins so is of this format."""
    return head.lstrip().startswith("{") and '"FeatureCollection"' in head


def read(file: TextIO, complain: Complain) -> Iterator[Row]:
    """The places of every feature, counted from 1. Raises ValueError where the file is no JSON."""
    seen: set[str] = set()
    for number, feature in enumerate(_features(json.load(file)), 1):
        try:
            found = _places(feature)
        except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
            complain(number, f"is no feature that can be read ({type(error).__name__})")
            continue
        if isinstance(found, str):
            complain(number, found)
            continue
        for place in found:
            if place.ref not in seen or place.outline:
                seen.add(place.ref)
                yield place


def _features(plain: Any) -> list[Any]:
    features = plain.get("features") if isinstance(plain, dict) else None
    return features if isinstance(features, list) else []


def _places(feature: dict[str, Any]) -> list[PackPlace] | str:
    properties = {str(key).lower(): value for key, value in feature["properties"].items()}
    outline, middle = _shape(feature.get("geometry"))
    lat, lon = middle or (None, None)
    if not any(key in properties for key in ("lat", "center_lat")):
        properties |= {"lat": lat, "lon": lon}
    if columns := Columns.of(list(properties)):
        return units(properties, columns, outline) or "has no unit with a name and a P-code"
    if "names_eng" in properties:
        return [_wof(properties, outline)]
    place = place_of(properties, outline)
    return place if isinstance(place, str) else [place]


def _wof(properties: dict[str, Any], outline: dict[str, Any] | None) -> PackPlace:
    """A unit of Who's On First; its HASC code tells the level: PS.GZ a province, SY.HL.AA a district."""
    others = properties.get("conc") or {}
    hasc = str(others.get("hasc:id", ""))
    code = str(properties.get("pcode") or "")
    name, names = str(properties["name"]), [*(properties["names_eng"] or ()), *(properties.get("names_ara") or ())]
    lat, lon = point(properties.get("lat"), properties.get("lon")) or (None, None)
    return PackPlace(
        name, "district" if hasc.count(".") == 2 else "province", country_of(code or hasc[:2]), spellings(names, name),
        lat, lon, pcode=code, geonames=int(others.get("gn:id") or 0), ref=f"wof:{properties['id']}",
        source="Who's On First", outline=outline,
    )  # fmt: skip


def _shape(geometry: dict[str, Any] | None) -> tuple[dict[str, Any] | None, tuple[float, float] | None]:
    """The compact outline of a polygon, None for a point; and (lat, lon) of a point in it."""
    if not geometry:
        return None, None
    from shapely import set_precision  # type: ignore[import-untyped]
    from shapely.geometry import mapping, shape  # type: ignore[import-untyped]

    exact = shape(geometry)
    middle = exact.representative_point()
    if exact.is_empty:
        return None, None
    where = point(round(middle.y, 5), round(middle.x, 5))
    if exact.geom_type not in ("Polygon", "MultiPolygon"):
        return None, where
    return dict(mapping(set_precision(exact.simplify(_TOLERANCE), _GRID))), where
