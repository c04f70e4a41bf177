"""Names asked for in bulk, outside of any report's claims: each with what is known of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from sijil.model.place import Place
from sijil.rules import load
from sijil.steps.languages import language_of, pack_of
from sijil.steps.places.choose import inside_unknown, place_of
from sijil.steps.places.context import Context
from sijil.steps.places.entry import Entry
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.overlay import regions
from sijil.steps.places.packs.fields import country_of
from sijil.steps.places.phrases import Phrase, full_name
from sijil.steps.places.rank import Ranked
from sijil.steps.places.resolver import Resolver, parsed
from sijil.steps.places.tagging.regions import point
from sijil.steps.places.tagging.renown import renown
from sijil.steps.places.together import Name, resolver_of

_URBAN = frozenset({"neighbourhood", "urban"})
_TEXTS = 64  # whose names are kept: lines of one text mostly follow each other


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
    name, within = _as_written(asked, gazetteer) if asked.text else (full_name(asked.name), "")
    if middle := point(name):
        return Answer(Place(asked.name, "", name, "region", review="a region of several countries"), middle)
    around = country_named(asked.country, gazetteer)
    resolver = _resolver(asked, name, within, around, gazetteer)
    province = resolver.wording(asked.admin1, around)[1] if asked.admin1 else None
    resolver = replace(resolver, around=province or around, known={})
    place = replace(resolver.place(name, within or None), raw=asked.name)
    if not place.id and province:
        return _inside(asked, place, province, gazetteer)
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


def _resolver(asked: Asked, name: str, within: str, around: Entry | None, gazetteer: Gazetteer) -> Resolver:
    if around and not asked.text:
        return Resolver(gazetteer, Context(countries={around.country}), around)
    found = tuple((full, behind) for _, full, behind in _names_of(asked.text, gazetteer)) if asked.text else ()
    names = found if (name, within) in found else (*found, (name, within))
    return _surveyed(names, gazetteer, around)


@lru_cache(maxsize=_TEXTS)
def _surveyed(names: tuple[Name, ...], gazetteer: Gazetteer, around: Entry | None) -> Resolver:
    return resolver_of(names, gazetteer, around)


@lru_cache(maxsize=_TEXTS)
def _names_of(text: str, gazetteer: Gazetteer) -> tuple[tuple[str, str, str], ...]:
    """The toponyms of a text as they stand, as they are looked up, and with the larger place behind them.

    None for a text in a language of which no pack finds names.
    """
    finder = pack_of(language_of(text)).find
    mentions = finder(text, renown(gazetteer)) if finder else ()
    return tuple((text[mention.start : mention.end], mention.name, mention.within) for mention in mentions)


def _as_written(asked: Asked, gazetteer: Gazetteer) -> Name:
    """How to look a name up that stands in a text: with the larger place that stands behind it anywhere there."""
    same = [(full, behind) for words, full, behind in _names_of(asked.text, gazetteer) if words == asked.name]
    told = next((name for name in same if name[1]), None)
    return told or (same[0] if same else (full_name(asked.name), ""))


def _inside(asked: Asked, place: Place, province: Entry, gazetteer: Gazetteer) -> Answer:
    """A name that nobody knows inside a province that is given: the province, with its capital for a point.

    Most people and most reports of a province are there, its middle often is desert. A quarter or street is the
    capital's own, most likely.
    """
    phrases = parsed(asked.name, gazetteer)
    capital = _capital(province, gazetteer)
    urban = capital if phrases and phrases[0].type in _URBAN else None
    chosen = Ranked(urban or province, 0.0, (), supported=True, outside=False)
    wider = place_of(asked.name, Phrase(province.name), (), chosen)
    found = inside_unknown(asked.name, phrases[0].name if phrases else asked.name, wider, ())
    point = (capital.lat, capital.lon) if capital and capital.lat is not None and capital.lon is not None else None
    return Answer(replace(found, candidates=place.candidates), point or _point(found, gazetteer))


def _capital(province: Entry, gazetteer: Gazetteer) -> Entry | None:
    """The town that a province is named after, None where the rules know of none."""
    ids = load("provinces").get(province.country, {}).get("capitals", ())
    towns = filter(None, (gazetteer.get(f"geonames:{id_}") for id_ in ids))
    return next((town for town in towns if town.admin[1:2] == (province.name,)), None)


def _point(place: Place, gazetteer: Gazetteer) -> tuple[float, float] | None:
    """The place's position, an area's middle, or the middle of what a region of our own rules covers."""
    region = regions().get(place.id.split("#")[0])
    if (middle := gazetteer.middle(place)) or region is None:
        return middle
    middles = [middle for name in region.touched if (middle := _middle(name, region.country, gazetteer))]
    if not middles:
        return None
    return sum(lat for lat, _ in middles) / len(middles), sum(lon for _, lon in middles) / len(middles)


def _middle(province: str, country: str, gazetteer: Gazetteer) -> tuple[float, float] | None:
    found = (e.centre for e in gazetteer.lookup_in(province, country) if e.kind == "province" and e.centre)
    return next(found, None)
