"""From a ranked list to one place: what is accepted, how precise it is, and when a person should look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from math import inf

from sijil.model.place import Candidate, Place, Precision
from sijil.rules import load
from sijil.steps.places.distance import distance_km
from sijil.steps.places.entry import AREA_KINDS, Entry
from sijil.steps.places.inside import gap_km, province_of
from sijil.steps.places.names import exact_key
from sijil.steps.places.overlay import Provinces
from sijil.steps.places.phrases import Phrase
from sijil.steps.places.rank import Ranked

PRECISIONS: dict[str, Precision] = {
    "country": "country", "region": "region", "province": "province", "area": "region", "town": "town",
    "neighbourhood": "district", "quarter": "town", "district": "district capital", "subdistrict": "subdistrict",
    "site": "exact",
}  # fmt: skip


_DWARFS = 5  # a town of so many times the people is the one meant where nothing else tells


def accepted(ranked: Sequence[Ranked], context_known: bool) -> Ranked | None:
    """The best candidate that may be taken: never one outside the text's larger place, never a weak key alone.

    Small namesakes are all over the world: what only its name speaks for must be a city outside the countries that the
    report names, and in a report that names none a town with no rival abroad.
    """
    able = [item for item in ranked if not item.outside]
    best = next((item for item in able if item.supported and _sure(item, able)), None)
    if best or not able or able[0].entry.tier != "exact":
        return best
    limits, first = load("placing")["limits"], able[0]
    rivals = [r for r in able[1:] if _rivals(first.entry, r.entry)]
    least = limits["famous_population"] if context_known else limits["alone_population"]
    own_name = exact_key(first.entry.matched) == exact_key(first.entry.name)
    if len(able) == 1 and own_name and not context_known and first.entry.country in load("provinces"):
        least = 0  # no namesake anywhere, and in a country that reports here are about
    return None if rivals or first.entry.population < least else first


def _sure(item: Ranked, able: Sequence[Ranked]) -> bool:
    """Whether a name of the same consonants is so alike, and so much better placed than others, that it is meant."""
    limits = load("placing")["limits"]
    if item.entry.tier != "skeleton":
        return True
    if item.alike < limits["alike"]:
        return False
    far = (other for other in able if other is not item and _apart(item.entry, other.entry))
    return item.placed or all(other.alike < item.alike - limits["rival"] for other in far)


def nearest(ranked: Sequence[Ranked], wider: Entry) -> Ranked | None:
    """The namesake outside a province that is meant all the same: the only one, or by far the nearest to it."""
    limits = load("placing")["limits"]
    able = [r for r in ranked if r.entry.country == wider.country and r.alike >= limits["alike"] and r.entry.lat]
    strong = [r for r in able if r.entry.tier != "skeleton"] or able
    gaps = sorted(((gap_km(r.entry, wider) or 0.0, -r.score, r.entry.id, r) for r in strong), key=lambda g: g[:3])
    if not gaps:
        return None
    gap, _, _, first = gaps[0]
    far = [other for other, _, _, r in gaps if _apart(first.entry, r.entry)]
    if not far and first.entry.tier in ("exact", "article"):
        return first
    return first if gap <= limits["border_km"] and min(far, default=inf) >= gap * limits["border_times"] else None


def place_of(raw: str, phrase: Phrase, ranked: Sequence[Ranked], chosen: Ranked) -> Place:
    """The place for an accepted candidate. Parts and surroundings of areas stay areas; nothing gets a false point."""
    entry = chosen.entry
    place = Place(
        raw=raw, id=entry.id, name=entry.name, precision=PRECISIONS[entry.kind], lat=entry.lat, lon=entry.lon,
        admin=entry.admin, pcode=_pcode(entry), outline=entry.outline, candidates=candidates(ranked),
        review=_ambiguity(ranked, chosen),
    )  # fmt: skip
    if entry.kind in AREA_KINDS or entry.kind == "area":
        return _part_of_area(place, phrase)
    if entry.lat is None:
        return replace(place, precision="region", spot=True)
    if entry.kind == "quarter":
        return place
    if entry.kind == "town" and (phrase.near or phrase.part or phrase.type in ("site", "urban")):
        return replace(place, precision="near")
    if entry.kind == "town" and phrase.type in ("district", "province"):
        review = place.review or f"the {phrase.type} of {entry.name}, drawn at {entry.name}"
        return replace(place, precision="district capital", review=review)
    return place


def _pcode(entry: Entry) -> str | None:
    """The P-code of a place, or of the smallest unit known to hold it."""
    if entry.pcode or entry.within:
        return entry.pcode or entry.within[-1]
    return _province_pcodes().get((entry.country, province_of(entry)))


@cache
def _province_pcodes() -> dict[tuple[str, str], str]:
    return {(p.country, p.name): p.pcode for p in Provinces.load().rows if p.pcode}


def inside_unknown(raw: str, name: str, wider: Place, ranked: Sequence[Ranked]) -> Place:
    """A name that nobody knows inside a place that is known: put there, for a person to see."""
    precision: Precision = "town" if wider.precision == "district" else wider.precision
    slug = exact_key(name).replace(" ", "-")
    return replace(
        wider, raw=raw, id=f"{wider.id}#{slug}", name=name, precision=precision, pcode=None,
        admin=(*wider.admin, wider.name), candidates=candidates(ranked), spot=True,
        review=f"'{name}' is not in the gazetteer; placed at {wider.name}, which the text gives for it",
    )  # fmt: skip


def whereabouts(entry: Entry) -> str:
    """An entry with what it lies in, in words."""
    return " in ".join(filter(None, (entry.name, ", ".join(reversed(entry.admin)))))


def unknown(raw: str, ranked: Sequence[Ranked] = ()) -> Place:
    """A place that could not be resolved: the words are kept, and what it might have been."""
    review = "the only namesakes have too little speaking for them" if ranked else "not in the gazetteer"
    return Place(raw=raw, id="", name=raw, precision="unknown", candidates=candidates(ranked), review=review)


def candidates(ranked: Sequence[Ranked]) -> tuple[Candidate, ...]:
    """The best few, for people to choose from."""
    return tuple(
        Candidate(r.entry.id, r.entry.name, r.entry.lat, r.entry.lon, r.score, r.reason)
        for r in ranked[: int(load("placing")["limits"]["candidates"])]
    )


def _part_of_area(place: Place, phrase: Phrase) -> Place:
    part = phrase.part or ("around" if phrase.near else "")
    if not part or place.precision == "region":
        return replace(place, lat=None, lon=None)
    name = f"{part[0].upper()}{part[1:]} {place.name}"
    slug = exact_key(part).replace(" ", "-")
    chain = (*place.admin, place.name)
    return replace(place, id=f"{place.id}#{slug}", name=name, precision="region", admin=chain, lat=None, lon=None)


def _ambiguity(ranked: Sequence[Ranked], chosen: Ranked) -> str:
    limits = load("placing")["limits"]
    for other in ranked:
        close = chosen.score - other.score < limits["close"]
        if other.entry.id != chosen.entry.id and close and not other.outside and _apart(chosen.entry, other.entry):
            return f"may also be {whereabouts(other.entry)}"
    if not chosen.supported:
        return "only the name speaks for it"
    if chosen.entry.tier == "vowels":
        return f"matched only by consonants and place of vowels ({chosen.entry.matched})"
    if chosen.entry.tier == "skeleton":
        return f"matched only by its consonants ({chosen.entry.matched})"
    return ""


def _apart(a: Entry, b: Entry) -> bool:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return a.country != b.country
    return distance_km(a.lat, a.lon, b.lat, b.lon) > float(load("placing")["limits"]["apart_km"])


def _rivals(first: Entry, other: Entry) -> bool:
    return other.population * _DWARFS > first.population and _apart(first, other)
