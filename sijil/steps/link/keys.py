"""Which events of different reports are worth scoring: those that share a key, of all pairs very few.

A key is a function of its event alone, never of what else there is, so that new reports need only be compared with what
is filed under the keys they seek, and the pairs are those of a comparison of everything. `filed` and `sought` mirror
each other: a seeks what b is filed under exactly where b seeks what a is filed under.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import combinations
from math import ceil, cos, floor, radians

from sijil.model.place import Place
from sijil.rules import load
from sijil.steps.link.event import Event
from sijil.steps.places.names import skeleton_key
from sijil.steps.where import CELL, is_point, keys, name_words, parents, sound

KM_A_DEGREE = 111.2  # of latitude


def filed(event: Event) -> tuple[str, ...]:
    """The keys that an event is found under.

    Its places' names, its cell of the map and the larger places, each with each day; the rarer names of its report's
    text, with the time when it came out and with each day that it tells.
    """
    places = (f"{name} {day}" for day in sorted(event.own_days) for name in _filed_places(event.place))
    month = _month(event)
    dated = () if month is None else (f"story {name} {month}" for name in _rare(event))
    two = (f"{names} {'undated' if month is None else 'dated'}" for names in _two(event))
    return (
        *places,
        *dated,
        *two,
        *(f"{name} {time}" for name in _named_here(event) for time in _times(event)),
        *_told(event),
    )


def sought(event: Event) -> tuple[str, ...]:
    """The keys under which the events are filed that it may be one with: same place, near or inside, a day apart; or a
    name of the story, told at about one time or of one day."""
    around = sorted({day + timedelta(n) for day in event.own_days for n in (-1, 0, 1)})
    places = (f"{name} {day}" for day in around for name in _sought_places(event.place))
    month = _month(event)
    months = () if month is None else (month - 1, month, month + 1)
    dated = (f"story {name} {one}" for name in _rare(event) for one in months)
    two = (f"{names} {time}" for names in _two(event) for time in ("undated", *(() if months else ("dated",))))
    named = (f"{name} {time}" for name in _named_there(event) for time in _sought_times(event))
    return (*places, *dated, *two, *named, *_told(event))


def _times(event: Event) -> tuple[str, ...]:
    return ("dated", *map(str, sorted(event.own_days))) if event.own_days else ("undated",)


def _sought_times(event: Event) -> tuple[str, ...]:
    around = {day + timedelta(n) for day in event.own_days for n in (-1, 0, 1)}
    return ("undated", *(map(str, sorted(around)) if around else ("dated",)))


def _named_here(event: Event) -> Iterator[str]:
    """The place of an event without a day; the words of its name; or, where it has none, those that its text tells."""
    if event.spot:
        yield from (f"at {name}" for name in sorted(keys(event.spot) | _sound(event.spot)))
        yield from (f"spot {word}" for word in _words(name_words(event.spot)))
    else:
        yield from (f"text {word}" for word in _words(_rare(event)))


def _named_there(event: Event) -> Iterator[str]:
    """The same of the events that it may be one with."""
    if event.spot:
        yield from (f"at {name}" for name in sorted(keys(event.spot) | _sound(event.spot)))
        yield from (f"text {word}" for word in _words(name_words(event.spot)))
    else:
        yield from (f"spot {word}" for word in _words(_rare(event)))


def _words(words: Iterable[str]) -> list[str]:
    """Words and what they sound of."""
    least, told = load("link")["place"]["consonants"], set(words)
    return sorted(told | {key for key in map(skeleton_key, told) if len(key) >= least})


def _rare(event: Event) -> tuple[str, ...]:
    """The rarest names of the report's text, where they are rare enough to look for others that name them."""
    rules = load("link")["story"]
    ranked = sorted(event.names.items(), key=lambda named: (-named[1], named[0]))[: rules["key_names"]]
    return tuple(name for name, rarity in ranked if 10 * rarity >= rules["key_rarity"])


def _two(event: Event) -> Iterator[str]:
    """Two names together, of the text or of the event's place: without a time, too many reports share one alone."""
    place = keys(event.spot) if event.spot else frozenset()
    for one, other in combinations(sorted({*_rare(event)[: load("link")["story"]["key_two"]], *place}), 2):
        yield f"story {one} and {other}"


def _month(event: Event) -> int | None:
    """The time when the report came out, in steps of `key_days`."""
    return event.day.toordinal() // int(load("link")["story"]["key_days"]) if event.day else None


def _told(event: Event) -> tuple[str, ...]:
    days = sorted(event.own_days | event.text_days)
    if len(days) > load("link")["story"]["key_told"]:
        return ()
    return tuple(f"told {name} {day}" for name in _rare(event) for day in days)


def pairs(events: Sequence[Event], first: int = 0) -> Iterator[tuple[int, int]]:
    """Pairs of indices, lower first, of events of different reports that share a key; each pair once, and none of two
    events before `first`."""
    blocks: dict[str, list[int]] = {}
    for j, event in enumerate(events):
        found = {i for key in sought(event) for i in blocks.get(key, ())} if j >= first else set()
        yield from ((i, j) for i in sorted(found) if events[i].doc != event.doc)
        for key in filed(event):
            blocks.setdefault(key, []).append(j)


def _filed_places(place: Place | None) -> list[str]:
    if place is None:
        return []
    cell = ["cell {} {}".format(*_cell(place))] if is_point(place) else []
    return [*_named("name", keys(place)), *_named("sound", _sound(place)), *cell, *_named("in", parents(place))]


def _sought_places(place: Place | None) -> list[str]:
    if place is None:
        return []
    cells = [f"cell {y} {x}" for y, x in _cells_around(place)] if is_point(place) else []
    names = _named("name", keys(place) | parents(place))
    return [*names, *_named("sound", _sound(place)), *cells, *_named("in", keys(place))]


def _sound(place: Place) -> frozenset[str]:
    return frozenset(filter(None, (sound(place),)))


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
