"""Resolving the wordings of one report, each once, in the light of all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sijil.model.place import Candidate, Place
from sijil.rules import load
from sijil.steps.places.choose import accepted, inside_unknown, nearest, place_of, unknown
from sijil.steps.places.context import Context
from sijil.steps.places.entry import AREA_KINDS, Entry
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.names import article_key
from sijil.steps.places.phrases import Phrase, full_name, is_no_place, parse
from sijil.steps.places.placewords import words_for
from sijil.steps.places.rank import Ranked, rank

Found = tuple[Place, Entry | None]

_IN_TOWN = frozenset(
    {"neighbourhood", "district", "site", "urban"}
)  # of places that lie in towns rather than provinces
_WORDS = 6  # of a name that may hold another
_MANY_COUNTRIES = 3  # in a report of more, a name is not looked for by its sound in each of them


@dataclass(slots=True)
class Resolver:
    """Resolves the wordings of one report and remembers each. `around` is what all of them are known to lie in."""

    gazetteer: Gazetteer
    context: Context
    around: Entry | None = None
    known: dict[tuple[str | None, str | None], Place] = field(default_factory=dict)

    def forget(self) -> None:
        """Start a second round with the neighbours of the first."""
        self.known.clear()

    def place(self, place: str | None, within: str | None) -> Place:
        """The place of one claim's words."""
        pair = (place, within)
        if pair not in self.known:
            wider = self.wording(within, self.around)[1] if place and within else self.around
            self.known[pair] = self._listed(place or within or "", within, wider)
        return self.known[pair]

    def wording(self, raw: str | None, wider: Entry | None, as_area: bool = True) -> Found:
        """The first name of a wording that resolves, as a larger place for others: an area unless told otherwise."""
        for phrase in parsed(raw, self.gazetteer):
            place, entry = self._phrase(raw or "", phrase, None, wider, as_area)
            if entry:
                return place, entry
            if phrase.within and (found := self.wording(phrase.within, wider, as_area))[1]:
                return found  # "Sheikh Billo, Rajo": where the first is unknown, the next
        return unknown(raw or ""), None

    def _listed(self, raw: str, within: str | None, wider: Entry | None) -> Place:
        """The first member of a list that resolves, with the others beside it."""
        if is_no_place(raw, lambda words: _kinds(words, self.gazetteer)):
            return replace(unknown(raw), review="the name of a person, a party or a newspaper")
        phrases = parsed(raw, self.gazetteer)
        found = [self._phrase(raw, phrase, within, wider) for phrase in phrases]
        if not found:
            return unknown(raw)
        first = next((place for place, entry in found if entry), None) or next(
            (place for place, _ in found if place.id), found[0][0]
        )
        if len(found) == 1:
            return first
        others = tuple(_as_candidate(place) for place, _ in found if place is not first and place.id)
        names = ", ".join(phrase.name for phrase in phrases)
        review = f"several places are named ({names}); placed at {first.name}"
        return replace(first, candidates=first.candidates[:1] + others, review=review)

    def _phrase(
        self, raw: str, phrase: Phrase, within: str | None, wider: Entry | None, as_area: bool = False
    ) -> Found:
        outer = wider
        if phrase.within:
            inner = self.wording(phrase.within, wider)[1]
            within, wider = (phrase.within, inner) if inner else (within, wider)
        for name in (phrase.name, *phrase.also):
            if found := self._among(raw, replace(phrase, name=name), wider, as_area):
                return found
        if phrase.loose and wider is not outer and (found := self._among(raw, phrase, outer, as_area)):
            review = f"{found[0].name} is not known to lie in {phrase.within}"
            return replace(found[0], review=found[0].review or review), found[1]
        if found := self._beside(raw, phrase, wider):
            return found
        if wider and (elsewhere := self._elsewhere(raw, phrase, within or wider.name, wider)):
            return elsewhere
        ranked = self._ranked(phrase, wider)
        if wider and within:
            as_area = phrase.type not in _IN_TOWN and not phrase.loose
            return inside_unknown(raw, phrase.name, self.wording(within, outer, as_area)[0], ranked), None
        return unknown(raw, ranked), None

    def _beside(self, raw: str, phrase: Phrase, wider: Entry | None) -> Found | None:
        """The neighbour of an unknown place: Buqrus for "Buqrus Fawqani"; else the town that its words also name."""
        plain = words_for(phrase.name).unqualified(phrase.name)
        if plain and (found := self._among(raw, replace(phrase, name=plain), wider, False)):
            place, entry = found
            precise = replace(place, precision="near") if place.precision == "town" else place
            return replace(precise, review=f"'{phrase.name}' is not in the gazetteer; {place.name} is"), entry
        for part in _parts(phrase.name) if wider else ():
            found = self._among(raw, Phrase(part), wider, False)
            if found and found[1] and found[1].kind == "town" and found[1].population >= _least("town_in_name"):
                return inside_unknown(raw, phrase.name, found[0], ()), None
        return None

    def _among(self, raw: str, phrase: Phrase, wider: Entry | None, as_area: bool) -> Found | None:
        """The candidate that is taken, None where there is none."""
        ranked = self._ranked(phrase, wider)
        if as_area and not phrase.type:
            ranked.sort(key=lambda r: r.entry.kind not in AREA_KINDS or r.outside)  # larger places are areas first
        chosen = accepted(ranked, bool(self.context.countries))
        if chosen is None or phrase.type in ("site", "urban") and not _stands_for_site(chosen):
            return None
        place = place_of(raw, phrase, ranked, chosen)
        if not place.review:
            self.context.placed(chosen.entry)
        key = article_key(phrase.name)
        if key in self.context.doubts and self.context.meant.get(key) == chosen.entry.id:
            place = replace(place, review=place.review or f"may also be {self.context.doubts[key]}")
        return place, chosen.entry

    def _elsewhere(self, raw: str, phrase: Phrase, within: str, wider: Entry) -> Found | None:
        """A name that is known, but not in the larger place that the words give for it.

        Another country is the likelier mistake: "Saraqeb ... in Moscow" (a sentence of two places) was put on Moscow. A
        village just over a province's border is often told of that province.
        """
        ranked = [r for r in self._ranked(phrase, None) if r.entry.kind not in AREA_KINDS]
        abroad = [r for r in ranked if r.entry.tier == "exact"]
        chosen = accepted(abroad, bool(self.context.countries))
        if chosen is None or chosen.entry.country == wider.country:
            chosen = nearest(ranked, wider) if wider.kind == "province" else None
        if chosen is None or phrase.type in ("site", "urban"):
            return None
        review = f"{chosen.entry.name} is known, but not in {within}, which the text gives for it"
        return replace(place_of(raw, phrase, ranked, chosen), review=review), chosen.entry

    def _ranked(self, phrase: Phrase, wider: Entry | None) -> list[Ranked]:
        name = full_name(phrase.name) if phrase.type in ("country", "province", "") else phrase.name
        found = {entry.id: entry for entry in self.gazetteer.lookup(name)}
        for country in self._countries(wider):
            for entry in self.gazetteer.lookup_in(name, country):
                found.setdefault(entry.id, entry)
        return rank(phrase, list(found.values()), wider, self.context)

    def _countries(self, wider: Entry | None) -> list[str]:
        """Countries in which a name may also be meant that only sounds alike."""
        if wider:
            return [wider.country]
        named = sorted(self.context.countries - {""})
        return named if len(named) <= _MANY_COUNTRIES else []


def parsed(raw: str | None, gazetteer: Gazetteer) -> tuple[Phrase, ...]:
    """The names of a wording; none for none."""
    return parse(raw, lambda words: _kinds(words, gazetteer)) if raw else ()


def _kinds(words: str, gazetteer: Gazetteer) -> frozenset[str]:
    """The kinds of place that words name as they stand; a name without its vowels proves nothing here."""
    return frozenset(entry.kind for entry in gazetteer.lookup(words) if entry.tier != "vowels")


def _stands_for_site(chosen: Ranked) -> bool:
    """Whether "X hospital" may be a hospital of the town X, rather than one that bears some other name."""
    if chosen.entry.tier == "skeleton":
        return False
    if chosen.placed or chosen.entry.kind == "site" or chosen.entry.kind in AREA_KINDS:
        return True
    return chosen.entry.tier in ("exact", "article") and chosen.entry.population >= _least("site_population")


def _least(limit: str) -> int:
    return int(load("placing")["limits"][limit])


def _parts(name: str) -> Iterator[str]:
    """The longest beginnings and ends of a name that are words of it: "Shya Afrin" -> "Afrin", "Shya"."""
    words = name.split()
    if len(words) > _WORDS:
        return
    for length in range(len(words) - 1, 0, -1):
        yield " ".join(words[-length:])
        yield " ".join(words[:length])


def _as_candidate(place: Place) -> Candidate:
    return Candidate(place.id, place.name, place.lat, place.lon, 0.0, "another place that the words name")
