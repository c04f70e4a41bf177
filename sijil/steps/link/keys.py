"""Which events of different reports are worth scoring: those that share a key, of all pairs very few.

A key is a function of its event alone, never of what else there is, so that new reports need only be compared with what
is filed under the keys they seek, and the pairs are those of a comparison of everything. `filed` and `sought` mirror
each other: a seeks what b is filed under exactly where b seeks what a is filed under.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import ceil, cos, floor, radians

from sijil.model.place import Place
from sijil.rules import load
from sijil.steps.link.event import Event
from sijil.steps.when import days
from sijil.steps.where import CELL, is_point, keys, parents

KM_A_DEGREE = 111.2  # of latitude


def filed(event: Event) -> tuple[str, ...]:
    """The keys that an event is found under: its names, its cell of the map and the larger places, each with each day.

    None for an event without a day or of a longer time than an incident lasts, or without a place: it stays alone.
    """
    return tuple(f"{name} {day}" for day in event_days(event) for name in _filed_places(event.place))


def sought(event: Event) -> tuple[str, ...]:
    """The keys under which the events are filed that it may be one with: same place, near or inside, a day apart."""
    around = sorted({day + timedelta(n) for day in event_days(event) for n in (-1, 0, 1)})
    return tuple(f"{name} {day}" for day in around for name in _sought_places(event.place))


def pairs(events: Sequence[Event], first: int = 0) -> Iterator[tuple[int, int]]:
    """Pairs of indices, lower first, of events of different reports that share a key; each pair once, and none of two
    events before `first`."""
    blocks: dict[str, list[int]] = {}
    for j, event in enumerate(events):
        found = {i for key in sought(event) for i in blocks.get(key, ())} if j >= first else set()
        yield from ((i, j) for i in sorted(found) if events[i].doc != event.doc)
        for key in filed(event):
            blocks.setdefault(key, []).append(j)


def event_days(event: Event) -> list[date]:
    """The days of an event that lasts no longer than an incident; none otherwise, so that it stays alone."""
    known = days(event.period)
    if known is None or (known[1] - known[0]).days + 1 > load("link")["max_days"]:
        return []
    return [known[0] + timedelta(n) for n in range((known[1] - known[0]).days + 1)]


def _filed_places(place: Place | None) -> list[str]:
    if place is None:
        return []
    cell = ["cell {} {}".format(*_cell(place))] if is_point(place) else []
    return [*_named("name", keys(place)), *cell, *_named("in", parents(place))]


def _sought_places(place: Place | None) -> list[str]:
    if place is None:
        return []
    cells = [f"cell {y} {x}" for y, x in _cells_around(place)] if is_point(place) else []
    return [*_named("name", keys(place) | parents(place)), *cells, *_named("in", keys(place))]


def _named(how: str, names: frozenset[str]) -> list[str]:
    return [f"{how} {name}" for name in sorted(names)]


def _cell(place: Place) -> tuple[int, int]:
    return floor((place.lat or 0) / CELL), floor((place.lon or 0) / CELL)


def _cells_around(place: Place) -> list[tuple[int, int]]:
    """The cells that hold every point within near_km: degrees of longitude are shorter away from the equator."""
    lat, lon = _cell(place)
    found = []
    for y in (lat - 1, lat, lat + 1):
        widest = min(89.0, CELL * (max(abs(y), abs(lat)) + 1))
        columns = ceil(load("link")["near_km"] / (KM_A_DEGREE * cos(radians(widest)) * CELL))
        found += [(y, lon + x) for x in range(-columns, columns + 1)]
    return found
