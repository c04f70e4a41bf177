"""Where the toponyms of one text lie, all in the light of each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sijil.model.place import Place, Precision
from sijil.steps.places.context import gather
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.phrases import Phrase
from sijil.steps.places.resolver import Resolver, parsed
from sijil.steps.places.tagging.mention import Mention
from sijil.steps.places.tagging.regions import point


@dataclass(frozen=True, slots=True)
class Position:
    """lat/lon are WGS 84 degrees, for an area its middle, which nobody should draw; None where nobody knows."""

    lat: float | None
    lon: float | None
    precision: Precision


def positions(mentions: Sequence[Mention], gazetteer: Gazetteer) -> tuple[Position, ...]:
    """The position of each mention of one text, in order."""
    asked = [mention for mention in mentions if point(mention.name) is None]
    resolver = Resolver(gazetteer, gather(_phrases(asked, gazetteer), gazetteer))
    pairs = list(dict.fromkeys((mention.name, mention.within or None) for mention in asked))
    for name, within in pairs:  # first round: sure ones become neighbours for the rest
        resolver.place(name, within)
    resolver.forget()
    found = {pair: _position(resolver.place(*pair), gazetteer) for pair in pairs}
    return tuple(found.get((m.name, m.within or None)) or _region(m.name) for m in mentions)


def _region(name: str) -> Position:
    lat, lon = point(name) or (None, None)
    return Position(lat, lon, "region")


def _phrases(mentions: Sequence[Mention], gazetteer: Gazetteer) -> Iterator[Phrase]:
    for mention in mentions:
        yield from parsed(mention.name, gazetteer)
        yield from parsed(mention.within, gazetteer)


def _position(place: Place, gazetteer: Gazetteer) -> Position:
    if place.lat is not None and place.lon is not None:
        return Position(place.lat, place.lon, place.precision)
    entry = gazetteer.get(place.id.split("#")[0]) if place.id else None
    lat, lon = entry.centre if entry is not None and entry.centre else (None, None)
    return Position(lat, lon, place.precision)
