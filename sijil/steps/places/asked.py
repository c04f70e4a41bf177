"""Names asked for one by one or in bulk, outside of any report's claims."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sijil.model.place import Place
from sijil.rules import load
from sijil.steps.places.choose import inside_unknown, place_of
from sijil.steps.places.context import Context
from sijil.steps.places.entry import Entry
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.packs.fields import country_of
from sijil.steps.places.phrases import Phrase
from sijil.steps.places.rank import Ranked
from sijil.steps.places.resolver import Resolver, parsed

_URBAN = frozenset({"neighbourhood", "urban"})


@dataclass(frozen=True, slots=True)
class Asked:
    """A name with what is known of it: a country (code or name), a province in any spelling, the text that has it."""

    name: str
    country: str = ""
    admin1: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The place, and a point (lat, lon) that stands for it: for areas their middle, which nobody should draw."""

    place: Place
    point: tuple[float, float] | None


def answer(asked: Asked, gazetteer: Gazetteer) -> Answer:
    """What a name means. An unknown one with a province is answered by the province, for a person to look at."""
    country = country_named(asked.country, gazetteer)
    resolver = Resolver(gazetteer, Context(countries={country.country} if country else set()), country)
    province = resolver.wording(asked.admin1, country)[1] if asked.admin1 else None
    resolver = replace(resolver, around=province or country, known={})
    place = resolver.place(asked.name, None)
    if not place.id and province:
        place = _within(asked, place, province, gazetteer)
    return Answer(place, _point(place, gazetteer))


def country_named(words: str, gazetteer: Gazetteer) -> Entry | None:
    """The country of an ISO 3166-1 code (two or three letters) or a name in any language; None for none."""
    text = words.strip()
    if not text:
        return None
    found = gazetteer.get(f"country:{text.upper()}") if len(text) == 2 else None
    named = (entry for entry in gazetteer.lookup(text) if entry.kind == "country")
    code = country_of(text) if len(text) == 3 else ""
    return found or next(named, None) or (gazetteer.get(f"country:{code}") if code else None)


def _within(asked: Asked, place: Place, province: Entry, gazetteer: Gazetteer) -> Place:
    """A name that nobody knows inside a place that is given: a quarter or street lies in its capital, most likely."""
    phrases = parsed(asked.name, gazetteer)
    capital = _capital(province, gazetteer) if phrases and phrases[0].type in _URBAN else None
    wider = place_of(asked.name, Phrase(province.name), (), _chosen(capital or province))
    found = inside_unknown(asked.name, phrases[0].name if phrases else asked.name, wider, ())
    return replace(found, candidates=place.candidates)


def _chosen(entry: Entry) -> Ranked:
    return Ranked(entry, 0.0, (), supported=True, outside=False)


def _capital(province: Entry, gazetteer: Gazetteer) -> Entry | None:
    """The town that a province is named after, None where the rules know of none."""
    ids = load("provinces").get(province.country, {}).get("capitals", ())
    towns = filter(None, (gazetteer.get(f"geonames:{id_}") for id_ in ids))
    return next((town for town in towns if town.admin[1:2] == (province.name,)), None)


def _point(place: Place, gazetteer: Gazetteer) -> tuple[float, float] | None:
    if place.lat is not None and place.lon is not None:
        return place.lat, place.lon
    entry = gazetteer.get(place.id.split("#")[0])
    return entry.centre if entry else None
