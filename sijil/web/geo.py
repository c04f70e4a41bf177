"""Incidents on the map, as GeoJSON, by how precisely a place is known: points for places, rings for what is near them,
outlines for areas, and never a pin in an area's middle."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sijil.model.incident import GRADES
from sijil.model.place import Place
from sijil.queries import IncidentView
from sijil.rules import load
from sijil.steps.places.outlines import bundled
from sijil.steps.where import is_point
from sijil.web import words
from sijil.web.places import Places

Json = dict[str, Any]
Drawn = tuple[Json, Place, list[IncidentView]]


def provinces() -> Json:
    """The borders of the provinces that the gazetteer knows, to find one's way on the map."""
    features = [feature(shape, {"iso": iso}) for iso, shape in bundled().items()]
    return {"type": "FeatureCollection", "features": features}


def geometry(place: Place | None, places: Places) -> Json | None:
    """The shape of a place: the outline of an area or district, otherwise a point; None where there is neither."""
    if place is None:
        return None
    wide = place.precision in ("district capital", "subdistrict") or not is_point(place)
    shape = places.shape(place.outline) if wide and place.outline else None
    if shape is None and is_point(place):
        return {"type": "Point", "coordinates": [place.lon, place.lat]}
    return shape


def ring_of(place: Place) -> float:
    """Kilometres around the place's point within which it is; 0 for a point that is the place (rules/map.toml)."""
    return float(load("map")["radius_km"].get(place.precision, 0))


def candidates(place: Place | None) -> list[Json]:
    """Points that an ambiguous or unknown name may also mean: {"name", "lat", "lon"} each, without what was taken."""
    if place is None or not (place.review or place.precision == "unknown"):
        return []
    others = (one for one in place.candidates if one.id != place.id and one.lat is not None and one.lon is not None)
    return [{"name": one.name, "lat": one.lat, "lon": one.lon} for one in others]


def feature(shape: Json, properties: Json) -> Json:
    """One GeoJSON feature."""
    return {"type": "Feature", "geometry": shape, "properties": properties}


def on_map(views: Iterable[IncidentView], places: Places) -> tuple[Json, tuple[IncidentView, ...]]:
    """One feature a place with its incidents, areas first so that points lie on top; and what has no shape.

    A feature's `incidents` are {"id", "title", "when", "grade", "disputed"}; `short` is the place's name, `grade` the
    strongest among them. `known` says in words how precisely the place is known, `style` is "exact", "town", "ring"
    (`radius` in km) or "area"; `review` and `candidates` say why and between what its name is ambiguous.
    """
    drawn, off = _drawn(views, places)
    features = [feature(shape, properties(place, shape, found)) for shape, place, found in drawn]
    features.sort(key=lambda item: item["geometry"]["type"] == "Point")
    return {"type": "FeatureCollection", "features": features}, tuple(off)


def off_map(views: Iterable[IncidentView], places: Places) -> tuple[IncidentView, ...]:
    """What has no shape."""
    return tuple(_drawn(views, places)[1])


def _drawn(views: Iterable[IncidentView], places: Places) -> tuple[list[Drawn], list[IncidentView]]:
    """Each place that has a shape with its incidents, and the incidents without one."""
    drawn: dict[str, Drawn] = {}
    keys: dict[object, str] = {}
    off: list[IncidentView] = []
    for view in views:
        place = view.incident.at
        looks = (place.id, place.precision, place.outline, place.lat, place.lon) if place else None
        key = keys.get(looks)
        if key is None:
            key = keys[looks] = key_of(place) if place else ""
        known = drawn.get(key)
        if known:
            known[2].append(view)
        elif place and (shape := geometry(place, places)):
            drawn[key] = (shape, place, [view])
        else:
            off.append(view)
    return list(drawn.values()), off


def key_of(place: Place) -> str:
    """What makes two places one on the map."""
    return f"{place.id} {place.precision} {place.outline if words.is_area(place) else (place.lat, place.lon)}"


def style(place: Place, shape: Json) -> str:
    """How a place is drawn."""
    if shape["type"] != "Point":
        return "area"
    return "ring" if ring_of(place) else "exact" if place.precision in ("exact", "district") else "town"


def properties(place: Place, shape: Json, views: list[IncidentView]) -> Json:
    """What the map says of a place."""
    grades = [view.assessment.grade for view in views]
    return {
        "place": words.where(place),
        "short": place.name,
        "precision": place.precision,
        "known": words.precision(place),
        "style": style(place, shape),
        "radius": ring_of(place),
        "review": place.review,
        "candidates": candidates(place),
        "count": len(views),
        "grade": min(grades, key=GRADES.index),
        "disputed": any(view.assessment.disputed for view in views),
        "incidents": [
            {
                "id": view.incident.id,
                "title": view.incident.title,
                "when": words.when(view.incident.period),
                "grade": view.assessment.grade,
                "disputed": view.assessment.disputed,
            }
            for view in views
        ],
    }
