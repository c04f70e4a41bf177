"""Places compared: the same, near, one inside the other, by resolved records or, where there are none, by words."""

from __future__ import annotations

from functools import cache, lru_cache
from math import floor

from sijil.model.claim import Claim
from sijil.model.place import AREAS, Place
from sijil.rules import load
from sijil.steps.languages import listed
from sijil.steps.places.distance import distance_km
from sijil.steps.places.names import article_key, exact_key, skeleton_key
from sijil.steps.places.sounds import likeness

_NAMELESS = ("province", "district", "town", "neighbourhood")  # kinds of place whose words are no part of a name
_PROVINCE = 2  # names of an admin chain down to the province
CELL = 0.1  # degrees of latitude, about 11 km: a little more than near_km (rules/link.toml)


@cache
def place_key(words: str) -> str:
    """A name without case, marks, articles and type words: "the town of Al-Saraqeb" → "saraqeb"; "" for no name."""
    return article_key(" ".join(word for word in exact_key(words).split() if word not in _type_words()))


@cache
def _type_words() -> frozenset[str]:
    """Words that say what kind of place a name is and belong to none ("town", "بلدة"): a mountain's belongs to it."""
    added = (exact_key(word) for kind in _NAMELESS for word in listed("places", "types", kind))
    return frozenset((*load("link")["place"]["type_words"], *(word for word in added if not word.isascii())))


def place_of(claim: Claim) -> Place | None:
    """The resolved place, or one made of the report's words alone (no id, precision unknown); None for no place."""
    if claim.at is not None:
        return claim.at
    words = claim.place or claim.within
    if not words:
        return None
    admin = (claim.within,) if claim.within and claim.place else ()
    return Place(raw=words, id="", name=words, precision="unknown", admin=admin)


def has_place(claim: Claim) -> bool:
    """Whether `place_of` gives a place."""
    return claim.at is not None or bool(claim.place or claim.within)


def is_area(place: Place) -> bool:
    """Whether a province or region is meant, and no village that is only known to lie there."""
    return place.precision in AREAS and not place.spot


def name_words(place: Place) -> tuple[str, ...]:
    """The words of a place's name that are long enough to tell it, as they are compared."""
    least = load("link")["place"]["letters"]
    return tuple(word for word in place_key(place.name).split() if len(word) >= least)


def is_point(place: Place) -> bool:
    """Whether the place has coordinates and is no area."""
    return place.lat is not None and place.lon is not None and place.precision not in AREAS


def kilometres(a: Place, b: Place) -> float | None:
    """Great-circle distance in km; None where one of them is no point."""
    if not (is_point(a) and is_point(b)):
        return None
    return distance_km(a.lat or 0.0, a.lon or 0.0, b.lat or 0.0, b.lon or 0.0)


def same_place(a: Place, b: Place) -> bool:
    """Whether both are one gazetteer entry, or bear one name where one of them has no entry."""
    if in_gazetteer(a) and in_gazetteer(b):
        return a.id == b.id
    return bool(keys(a) & keys(b) or named_alike(a, b)) and not _elsewhere(a, b)


def in_gazetteer(place: Place) -> bool:
    """Whether the place has an entry of its own, and is not just put into one that the text gives for it."""
    return bool(place.id) and not (place.spot and "#" in place.id)


def named_alike(a: Place, b: Place) -> bool:
    """Whether the names of two places, no areas, sound alike, in one script or two ("Kfar Taal", "كفرتعال")."""
    key = sound(a)
    alike = load("link")["story"]["sounds_alike"]
    return bool(key) and key == sound(b) and likeness(article_key(a.name), article_key(b.name)) >= alike


def place_keys(place: Place) -> frozenset[str]:
    """Under what a place is known: its entry, its names, its sound. Places that share one are mostly the same."""
    return keys(place) | {key for key in (place.id if in_gazetteer(place) else "", sound(place)) if key}


def sound(place: Place) -> str:
    """The consonants that a place's name sounds of; "" for areas and for too few of them."""
    found = "" if is_area(place) else skeleton_key(place.name)
    return found if len(found) >= load("link")["place"]["consonants"] else ""


def _elsewhere(a: Place, b: Place) -> bool:
    """Whether the two are known to lie in different provinces."""
    one, other = a.admin[:_PROVINCE], b.admin[:_PROVINCE]
    return len(one) == len(other) == _PROVINCE and one != other


def keys(place: Place) -> frozenset[str]:
    """The comparison keys of a place: of its name and of the report's wording."""
    return _keys(place.name, place.raw)


@lru_cache(maxsize=100_000)
def _keys(*names: str) -> frozenset[str]:
    return frozenset(key for key in map(place_key, names) if key)


def parents(place: Place) -> frozenset[str]:
    """The comparison keys of the larger places in the admin chain."""
    return _keys(*place.admin)


def near_keys(place: Place | None) -> tuple[str, ...]:
    """Block keys under which the same place and places near it are found: its names, and the cells around its point."""
    if place is None:
        return ()
    cell = (floor((place.lat or 0) / CELL), floor((place.lon or 0) / CELL)) if is_point(place) else None
    return _near_keys(keys(place), cell)


@lru_cache(maxsize=100_000)
def _near_keys(names: frozenset[str], cell: tuple[int, int] | None) -> tuple[str, ...]:
    named = [f"name {key}" for key in sorted(names)]
    if cell is None:
        return tuple(named)
    return (*named, *(f"cell {cell[0] + y} {cell[1] + x}" for y in (-1, 0, 1) for x in (-1, 0, 1)))


def far(a: Place, b: Place) -> bool:
    """Whether both are points and lie further apart than one town and its quarters do (rules/link.toml)."""
    distance = kilometres(a, b)
    return distance is not None and bool(distance > load("link")["near_km"])


def named_inside(a: Place, b: Place) -> bool:
    """Whether `b` is named among the larger places of `a`. Idlib's town is not the province that bears its name."""
    return bool(parents(a) & keys(b)) and not far(a, b)
