"""What one report as a whole says about where it plays: its countries and provinces, and the places already found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sijil.rules import load
from sijil.steps.places.entry import AREA_KINDS, Entry
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.names import article_key
from sijil.steps.places.phrases import Phrase, full_name


@dataclass(slots=True)
class Context:
    """Grows while places are resolved. `provinces` are (country code, name); `points` are (id, name, lat, lon).

    By article keys of names: `settled` are gazetteer ids that the register has for them, `meant` those that the text
    as a whole speaks for, `doubts` what those that are hardly likelier than another may also be.
    """

    countries: set[str] = field(default_factory=set)
    provinces: set[tuple[str, str]] = field(default_factory=set)
    as_province: set[str] = field(default_factory=set)  # article keys of names that the report calls a province
    as_town: set[str] = field(default_factory=set)
    points: list[tuple[str, str, float, float]] = field(default_factory=list)
    fixed: bool = False  # all points are known beforehand, so that no answer hangs on those before it
    settled: Mapping[str, str] = field(default_factory=dict)
    meant: Mapping[str, str] = field(default_factory=dict)
    doubts: Mapping[str, str] = field(default_factory=dict)

    def placed(self, entry: Entry) -> None:
        """Remember a place that was found, as a neighbour for the others."""
        if not self.fixed and entry.lat is not None and entry.lon is not None:
            point = (entry.id, entry.name, entry.lat, entry.lon)
            if point not in self.points:
                self.points.append(point)


def gather(phrases: Iterable[Phrase], gazetteer: Gazetteer) -> Context:
    """Countries and provinces that the wordings name; where they name none, the country that most names lie in.

    Provinces of the world over bear the names of towns, so they tell a country only where reports here are about it.
    """
    context, votes = Context(), Counter[str]()
    for phrase in phrases:
        key = article_key(phrase.name)
        if phrase.type in ("province", "town"):
            (context.as_province if phrase.type == "province" else context.as_town).add(key)
        found = gazetteer.lookup(full_name(phrase.name))
        areas = [entry for entry in found if entry.kind in AREA_KINDS and entry.tier != "vowels"]
        for entry in areas:
            if entry.kind == "province" and entry.country not in load("provinces"):
                continue
            context.countries.add(entry.country)
            if entry.kind == "province":
                context.provinces.add((entry.country, entry.name))
        votes.update({entry.country for entry in found if entry.tier == "exact"})
    if not context.countries and votes:
        most = max(votes.values())
        leaders = [country for country, count in votes.items() if count == most]
        if most > 1 and len(leaders) == 1:
            context.countries.add(leaders[0])
    return context
