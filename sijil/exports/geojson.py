"""Incidents as GeoJSON (RFC 7946): towns as points, areas as their outlines, never a point in an area's middle."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sijil.exports.codes import point
from sijil.exports.forms import incident_form, place_form
from sijil.exports.material import Material, at
from sijil.exports.privacy import veiled
from sijil.model.place import WHERE_PREC, Place
from sijil.record import Json

if TYPE_CHECKING:
    from sijil.queries import IncidentView
    from sijil.steps.places.gazetteer import Gazetteer


def write(material: Material) -> Iterator[str]:
    """A FeatureCollection, one feature a line; date, method version and limits in its member "sijil"."""
    from sijil.steps.places.gazetteer import Gazetteer

    gazetteer = Gazetteer.open()
    yield f'{{"type": "FeatureCollection", "sijil": {json.dumps(material.header, ensure_ascii=False)}, "features": [\n'
    for number, view in enumerate(material.incidents):
        comma = ",\n" if number else ""
        yield comma + json.dumps(_feature(view, material, gazetteer), ensure_ascii=False)
    yield "\n]}\n"


def _feature(view: IncidentView, material: Material, gazetteer: Gazetteer) -> Json:
    place = at(view.incident.at, material.shown)
    properties = incident_form(view.incident, view.assessment, tuple(report.id for report in view.reports), view.former)
    properties["place"] = place_form(place)
    if not material.shown.names:
        _withhold(properties)
    properties["place_name"] = place.name or place.raw if place else None
    properties["where_prec"] = WHERE_PREC.get(place.precision) if place else None
    return {
        "type": "Feature",
        "id": view.incident.id,
        "geometry": _geometry(place, gazetteer),
        "properties": properties,
    }


def _withhold(properties: Json) -> None:
    """Takes out reasons and disputes, which quote the reports, and persons among the sources."""
    for name in ("reasons", "grade_reasons", "disputes"):
        del properties[name]
    for one in properties["ranges"]:
        del one["reasons"], one["set_aside"]
    properties["sources"] = [veiled(source) for source in properties["sources"]]


def _geometry(place: Place | None, gazetteer: Gazetteer) -> Json | None:
    """A point for a town, the outline of an area where there is one, else null (the name is in the properties)."""
    known = point(place)
    if known:
        lat, lon = known
        return {"type": "Point", "coordinates": [lon, lat]}
    return gazetteer.outline(place.outline) if place and place.outline else None
