"""How well the gazetteer knows a name, for those who look for names in a text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sijil.rules import load
from sijil.steps.places.entry import Entry
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.names import exact_key
from sijil.steps.places.tagging.mention import Known, Renown
from sijil.steps.places.tagging.regions import is_region

_WIDEST = ("country", "region", "province", "district", "subdistrict")
#: Provinces of smaller countries are no larger than districts elsewhere, and as little known (Manchester in Jamaica).
_SMALL_COUNTRY = 5_000_000
_NAMED_OFTEN = 10_000
_LONG = 5  # letters; shorter spellings are often those of other words ("Man" for Amman)


def renown(gazetteer: Gazetteer) -> Known:
    """A remembering look-up of names as written; weak keys count only behind an Arabic article ("al-Waer")."""
    articles = frozenset(load("name_keys")["articles"])

    def known(name: str) -> Renown | None:
        key = exact_key(name)
        if is_region(key):
            return Renown("region", 0, True)
        article = key.split(" ")[0] in articles and not name.startswith(("US", "UN"))  # "US-Russia" is no ar-Rusiya
        found = [e for e in gazetteer.lookup(name) if e.tier == "exact" or article and e.tier == "article"]
        return _of(found, key, gazetteer) if key and found else None

    return lru_cache(maxsize=20_000)(known)


def _of(found: Sequence[Entry], key: str, gazetteer: Gazetteer) -> Renown:
    own = [entry for entry in found if _is_own(entry, key)]
    spelt = own or [entry for entry in found if _from_another_script(entry, key)]
    kinds = {_kind(entry, gazetteer) for entry in found if entry.kind == "country" or entry in own}
    kinds |= {"district" for entry in found if entry.kind == "province"}  # by another name ("Chechnya"), less surely
    kind = next((kind for kind in _WIDEST if kind in kinds), "town")
    population = max(_population(entry) for entry in spelt or found)
    countries = frozenset(entry.country for entry in found if kind == "town" or entry.kind == kind)
    return Renown("district" if kind == "subdistrict" else kind, population, bool(spelt) or kind != "town", countries)


def _population(entry: Entry) -> int:
    """Places of the project's own rules are there because reports name them; nobody counted their people."""
    return max(entry.population, _NAMED_OFTEN) if entry.id.startswith("sijil:") else entry.population


def _kind(entry: Entry, gazetteer: Gazetteer) -> str:
    if entry.kind != "province":
        return entry.kind
    country = gazetteer.get(f"country:{entry.country}")
    return "district" if country is not None and country.population < _SMALL_COUNTRY else "province"


def _is_own(entry: Entry, key: str) -> bool:
    """Whether a key is an entry's name, or its beginning or end ("Gaza" for "Gaza City"), or in its own letters."""
    own = exact_key(entry.name)
    if key[0] > "\u036f":  # the names shown are in Latin letters
        return True
    return f"{own} ".startswith(f"{key} ") or own.endswith(f" {key}")


def _from_another_script(entry: Entry, key: str) -> bool:
    """Whether a name has many spellings, each as good as its own ("Jayrud" for Jayrūd)."""
    return entry.country in load("name_keys")["transliterated"] and len(key) >= _LONG
