"""Where the toponyms of one text lie, all in the light of each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sijil.model.place import Place, Precision
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.tagging.mention import Mention
from sijil.steps.places.tagging.regions import point
from sijil.steps.places.together import resolve_together


@dataclass(frozen=True, slots=True)
class Position:
    """lat/lon are WGS 84 degrees, for an area its middle, which nobody should draw; None where nobody knows."""

    lat: float | None
    lon: float | None
    precision: Precision


def positions(mentions: Sequence[Mention], gazetteer: Gazetteer) -> tuple[Position, ...]:
    """The position of each mention of one text, in order."""
    asked = [(m.name, m.within) for m in mentions if point(m.name) is None]
    places = iter(resolve_together(asked, gazetteer))
    return tuple(_region(m.name) if point(m.name) else _position(next(places), gazetteer) for m in mentions)


def _region(name: str) -> Position:
    lat, lon = point(name) or (None, None)
    return Position(lat, lon, "region")


def _position(place: Place, gazetteer: Gazetteer) -> Position:
    lat, lon = gazetteer.middle(place) or (None, None)
    return Position(lat, lon, place.precision)
