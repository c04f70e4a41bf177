"""Incidents on the map, as GeoJSON: points for places, outlines for areas, and never a pin in an area's middle."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sijil.errors import SetupError
from sijil.model.incident import GRADES
from sijil.model.place import Place
from sijil.queries import IncidentView
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.outlines import bundled
from sijil.steps.where import is_point
from sijil.web import words

Json = dict[str, Any]


class Outlines:
    """Shapes of areas by the gazetteer's key. Made once, when the desk starts: the first gazetteer on a machine takes
    a while, and no page should wait for it."""

    def __init__(self) -> None:
        try:
            self._gazetteer: Gazetteer | None = Gazetteer.open()
        except SetupError:
            self._gazetteer = None

    def shape(self, key: str) -> Json | None:
        """A GeoJSON geometry (WGS 84), or None where the set-up brought none."""
        return self._gazetteer.outline(key) if self._gazetteer else None


def provinces() -> Json:
    """The borders of the provinces that the gazetteer knows, to find one's way on the map."""
    features = [feature(shape, {"iso": iso}) for iso, shape in bundled().items()]
    return {"type": "FeatureCollection", "features": features}


def geometry(place: Place | None, outlines: Outlines) -> Json | None:
    """The shape of a place: an area's outline, otherwise a point; None where there is neither."""
    if place is None:
        return None
    if is_point(place):
        return {"type": "Point", "coordinates": [place.lon, place.lat]}
    return outlines.shape(place.outline) if words.is_area(place) and place.outline else None


def feature(shape: Json, properties: Json) -> Json:
    """One GeoJSON feature."""
    return {"type": "Feature", "geometry": shape, "properties": properties}


def on_map(views: Iterable[IncidentView], outlines: Outlines) -> tuple[Json, tuple[IncidentView, ...]]:
    """One feature a place with its incidents, areas first so that points lie on top; and what has no shape.

    A feature's `incidents` are {"id", "title", "when", "grade", "disputed"}; `short` is the place's own name, `grade`
    the strongest among them.
    """
    places: dict[str, tuple[Json, Place, list[IncidentView]]] = {}
    off: list[IncidentView] = []
    for view in views:
        place = view.incident.at
        known = places.get(key_of(place)) if place else None
        shape = known[0] if known else geometry(place, outlines)
        if shape is None or place is None:
            off.append(view)
        else:
            places.setdefault(key_of(place), (shape, place, []))[2].append(view)
    features = [feature(shape, properties(place, found)) for shape, place, found in places.values()]
    features.sort(key=lambda item: item["geometry"]["type"] == "Point")
    return {"type": "FeatureCollection", "features": features}, tuple(off)


def key_of(place: Place) -> str:
    """What makes two places one on the map."""
    return f"{place.id} {place.precision} {place.outline if words.is_area(place) else (place.lat, place.lon)}"


def properties(place: Place, views: list[IncidentView]) -> Json:
    """What the map says of a place."""
    grades = [view.assessment.grade for view in views]
    return {
        "place": words.where(place),
        "short": place.name,
        "precision": place.precision,
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
