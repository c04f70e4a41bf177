"""Incidents on the map, as GeoJSON, by how precisely a place is known: points for places, rings for what is near them,
outlines for areas, and never a pin in an area's middle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2s
from typing import Any

from sijil.exports import privacy
from sijil.model.incident import GRADES
from sijil.model.place import Place
from sijil.queries import IncidentView
from sijil.rules import load
from sijil.steps.places.outlines import bundled
from sijil.steps.where import is_point
from sijil.web import names, words
from sijil.web.places import Places
from sijil.web.told import plain

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One place of the map: its shape, and its incidents in the order of the list."""

    shape: Json
    place: Place
    views: tuple[IncidentView, ...]


@dataclass(frozen=True, slots=True)
class Mapped:
    """What the map shows of a list of incidents: `drawn` by the key of each place, `at` the key of each incident that
    is drawn, `off` those that have no shape."""

    drawn: Mapping[str, Drawn]
    at: Mapping[str, str]
    off: tuple[IncidentView, ...]


def provinces() -> Json:
    """The borders of the provinces that the gazetteer knows, to find one's way on the map."""
    features = [feature(shape, {"iso": iso}) for iso, shape in bundled().items()]
    return {"type": "FeatureCollection", "features": features}


def geometry(place: Place | None, places: Places) -> Json | None:
    """The shape of a place: the outline of an area or district, otherwise a point, rounded as in files that ask for no
    exact positions; None where there is neither."""
    if place is None:
        return None
    wide = place.precision in ("district capital", "subdistrict") or not is_point(place)
    shape = places.shape(place.outline) if wide and place.outline else None
    if shape is None and is_point(place):
        lat, lon = privacy.position(place.lat, place.lon, exact=False)
        return {"type": "Point", "coordinates": [lon, lat]}
    return shape


def ring_of(place: Place) -> float:
    """Kilometres around the place's point within which it is; 0 for a point that is the place (rules/map.toml)."""
    return float(load("map")["radius_km"].get(place.precision, 0))


def candidates(place: Place | None) -> list[Json]:
    """Points that an ambiguous or unknown name may also mean: {"name", "lat", "lon"} each, without what was taken."""
    if place is None or not (place.review or place.precision == "unknown"):
        return []
    others = (one for one in place.candidates if one.id != place.id and one.lat is not None and one.lon is not None)
    rounded = ((names.candidate(one), *privacy.position(one.lat, one.lon, exact=False)) for one in others)
    return [{"name": name, "lat": lat, "lon": lon} for name, lat, lon in rounded]


def feature(shape: Json, properties: Json) -> Json:
    """One GeoJSON feature."""
    return {"type": "Feature", "geometry": shape, "properties": properties}


def mapped(views: Iterable[IncidentView], places: Places) -> Mapped:
    """Each place that has a shape with its incidents, and the incidents without one."""
    found: dict[str, tuple[Json, Place, list[IncidentView]]] = {}
    keys: dict[object, str] = {}
    at: dict[str, str] = {}
    off: list[IncidentView] = []
    for view in views:
        place = view.incident.at
        looks = (place.id, place.precision, place.outline, place.lat, place.lon) if place else None
        key = keys.get(looks)
        if key is None:
            key = keys[looks] = key_of(place) if place else ""
        if key in found:
            found[key][2].append(view)
        elif place and (shape := geometry(place, places)):
            found[key] = (shape, place, [view])
        else:
            off.append(view)
            continue
        at[view.incident.id] = key
    return Mapped({key: Drawn(shape, place, tuple(own)) for key, (shape, place, own) in found.items()}, at, tuple(off))


def on_map(views: Iterable[IncidentView], places: Places) -> tuple[Json, tuple[IncidentView, ...]]:
    """What is drawn of the incidents, as GeoJSON, and those that have no shape."""
    found = mapped(views, places)
    return features(found), found.off


def features(found: Mapped) -> Json:
    """One feature a place, areas first so that points lie on top.

    `key` names it, `short` is the place's name, `count` how many incidents it has, `grade` the strongest among them.
    `known` says in words how precisely the place is known, `style` is "exact", "town", "ring" (`radius` in km) or
    "area"; `review` and `candidates` say why and between what its name is ambiguous.
    """
    made = [feature(one.shape, properties(key, one)) for key, one in found.drawn.items()]
    made.sort(key=lambda item: item["geometry"]["type"] == "Point")
    return {"type": "FeatureCollection", "features": made}


def key_of(place: Place) -> str:
    """What makes two places one on the map, as twelve letters and digits."""
    looks = f"{place.id} {place.precision} {place.outline if words.is_area(place) else (place.lat, place.lon)}"
    return blake2s(looks.encode(), digest_size=6).hexdigest()


def style(place: Place, shape: Json) -> str:
    """How a place is drawn."""
    if shape["type"] != "Point":
        return "area"
    return "ring" if ring_of(place) else "exact" if place.precision in ("exact", "district") else "town"


def properties(key: str, one: Drawn) -> Json:
    """What the map says of a place; what is empty is left out, as there may be thousands."""
    place, assessments = one.place, [view.assessment for view in one.views]
    told = {
        "radius": ring_of(place),
        "review": plain(place.review),
        "candidates": candidates(place),
        "disputed": any(each.disputed for each in assessments),
    }
    return {
        "key": key,
        "place": words.where(place),
        "short": names.place(place.id, place.name),
        "known": words.precision(place),
        "style": style(place, one.shape),
        "count": len(one.views),
        "grade": min((each.grade for each in assessments), key=GRADES.index),
        **{name: value for name, value in told.items() if value},
    }
