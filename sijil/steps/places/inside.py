"""Whether one place lies in another, as far as the gazetteer can tell."""

from __future__ import annotations

from sijil.rules import load
from sijil.steps.places.distance import distance_km
from sijil.steps.places.entry import Entry
from sijil.steps.places.overlay import regions

_DISTRICTS = frozenset({"district", "subdistrict"})


def lies_in(entry: Entry, wider: Entry) -> bool | None:
    """Whether an entry lies in a larger place; None where the gazetteer cannot tell."""
    if wider.kind == "country":
        return entry.country == wider.country
    if entry.country != wider.country:
        return False
    province = province_of(entry)
    if wider.kind == "region":
        return province in regions()[wider.id].touched if province and wider.id in regions() else None
    if wider.kind == "province":
        around = load("provinces").get(wider.country, {}).get("surrounds", {})
        return wider.name in (province, around.get(province)) if province else None
    if wider.name in entry.admin[2:] or wider.pcode and wider.pcode in entry.within:
        return True
    if entry.kind in ("neighbourhood", "quarter"):
        return False
    gap = gap_km(entry, wider)
    if gap is None:
        return None if province in wider.admin[1:2] else False
    limits = load("placing")["limits"]
    return gap <= float(limits["inside_district_km" if wider.kind in _DISTRICTS else "inside_town_km"])


def province_of(entry: Entry) -> str:
    """The name of the province that an entry is or lies in, "" where none is known."""
    return entry.name if entry.kind == "province" else "".join(entry.admin[1:2])


def gap_km(a: Entry, b: Entry) -> float | None:
    """Kilometres between the points of two entries, for wide ones their centres; None where one has neither."""
    one, other = a.middle, b.middle
    return distance_km(*one, *other) if one and other else None
