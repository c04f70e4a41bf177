"""Whether a place lies in an area: by the admin chain, and for regions without borders by the provinces in them."""

from __future__ import annotations

from functools import cache, lru_cache

from sijil.model.place import Place
from sijil.rules import load
from sijil.steps.where import far, keys, parents, place_key


def inside(place: Place, area: Place) -> bool:
    """Whether all of `place` surely lies in `area`; False where that cannot be told (rules/regions.toml).

    True for the same entry or name, for an area in the place's admin chain, and for a region of which the place, one
    of the larger places around it, or each province of the place (itself a region) is a part. A town is not the
    province that bears its name.
    """
    if place.id and place.id == area.id:
        return True
    if far(place, area):
        return False
    named, around, target = _units(place), _spelled(parents(place)), _units(area)
    if (named | around) & target:
        return True
    held = contents(area)
    own = contents(place)
    return bool((named | around) & held) or bool(own) and own <= (held | target)


def touch(a: Place, b: Place) -> bool:
    """Whether two areas may share ground: one lies inside the other, or both hold a province or a part of one.

    Regions count with the provinces that they hold a part of (`partly` in rules/regions.toml).
    """
    if inside(a, b) or inside(b, a):
        return True
    one, other = _reach(a), _reach(b)
    return bool(one & other) and bool(contents(a) or contents(b) or _partly(a) or _partly(b))


def _reach(place: Place) -> frozenset[str]:
    """The provinces in which any of a place lies, as far as names tell."""
    return contents(place) | _partly(place) or _units(place)


def _partly(area: Place) -> frozenset[str]:
    table = _regions("partly")
    return frozenset().union(*(table.get(key, frozenset()) for key in sorted(keys(area))))


def _units(place: Place) -> frozenset[str]:
    return _spelled(keys(place))


@lru_cache(maxsize=100_000)
def _spelled(found: frozenset[str]) -> frozenset[str]:
    return frozenset(spelling(key) for key in found)


def spelling(key: str) -> str:
    """One key for all spellings of a province (rules/provinces.toml)."""
    return _spellings().get(key, key)


@cache
def _spellings() -> dict[str, str]:
    return {
        place_key(other): place_key(name)
        for country in load("provinces").values()
        for name, *_, names in country["provinces"]
        for other in names
    }


def contents(area: Place) -> frozenset[str]:
    """The keys of the provinces that surely lie in a region; empty for anything but a region of the table."""
    return _contents(keys(area))


@lru_cache(maxsize=100_000)
def _contents(names: frozenset[str]) -> frozenset[str]:
    table = _regions("contains")
    return frozenset().union(*(table.get(key, frozenset()) for key in sorted(names)))


@cache
def _regions(held: str) -> dict[str, frozenset[str]]:
    """By name of a region: the provinces that it `contains`, or of which it holds a part (`partly`)."""
    return {
        place_key(name): frozenset(spelling(place_key(unit)) for unit in region.get(held, ()))
        for region in load("regions")["region"]
        for name in region["names"]
    }
