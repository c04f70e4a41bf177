"""The places of one report, resolved together: countries and provinces first, then what lies inside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sijil.model.claim import Claim
from sijil.model.place import Candidate, Place
from sijil.steps.places.choose import accepted, inside_unknown, place_of, unknown
from sijil.steps.places.context import AREA_KINDS, Context, gather
from sijil.steps.places.entry import Entry
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.phrases import Phrase, demonym, parse
from sijil.steps.places.rank import Ranked, rank

Found = tuple[Place, Entry | None]


def resolve(claims: Sequence[Claim], gazetteer: Gazetteer) -> tuple[Claim, ...]:
    """Fill `at` of all claims of one report.

    A claim without `place` is placed by its `within`; one with neither keeps `at` None. Nothing is lost: what cannot be
    resolved is a Place with an empty id and precision "unknown", the words in `raw`.
    """
    resolver = _Resolver.of(claims, gazetteer)
    pairs = list(dict.fromkeys((claim.place, claim.within) for claim in claims if claim.place or claim.within))
    for place, within in pairs:  # first round: sure ones become neighbours for the rest
        resolver.place(place, within)
    resolver.forget()
    return tuple(
        replace(claim, at=resolver.place(claim.place, claim.within)) if claim.place or claim.within else claim
        for claim in claims
    )


def resolve_name(name: str, gazetteer: Gazetteer, within: str | None = None) -> Place:
    """One name on its own, for a person who asks (`sijil places find`)."""
    phrases = [*_parsed(name, gazetteer), *_parsed(within, gazetteer)]
    resolver = _Resolver(gazetteer, gather(phrases, gazetteer), {})
    return resolver.place(name, within)


@dataclass(slots=True)
class _Resolver:
    """Resolves the wordings of one report and remembers each."""

    gazetteer: Gazetteer
    context: Context
    known: dict[tuple[str | None, str | None], Place]

    @staticmethod
    def of(claims: Sequence[Claim], gazetteer: Gazetteer) -> _Resolver:
        wordings = dict.fromkeys(words for claim in claims for words in (claim.place, claim.within))
        return _Resolver(gazetteer, gather(_all(wordings, gazetteer), gazetteer), {})

    def forget(self) -> None:
        """Start a second round with the neighbours of the first."""
        self.known.clear()

    def place(self, place: str | None, within: str | None) -> Place:
        """The place of one claim's words."""
        pair = (place, within)
        if pair not in self.known:
            wider = self._wording(within, None)[1] if place and within else None
            self.known[pair] = self._listed(place or within or "", within, wider)
        return self.known[pair]

    def _listed(self, raw: str, within: str | None, wider: Entry | None) -> Place:
        """The first member of a list that resolves, with the others beside it."""
        phrases = _parsed(raw, self.gazetteer)
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

    def _wording(self, raw: str | None, wider: Entry | None, as_area: bool = True) -> Found:
        """The first name of a wording that resolves, as a larger place for others: an area unless told otherwise."""
        for phrase in _parsed(raw, self.gazetteer):
            place, entry = self._phrase(raw or "", phrase, None, wider, as_area)
            if entry:
                return place, entry
        return unknown(raw or ""), None

    def _phrase(
        self, raw: str, phrase: Phrase, within: str | None, wider: Entry | None, as_area: bool = False
    ) -> Found:
        if phrase.within and wider is None:
            within, wider = phrase.within, self._wording(phrase.within, None)[1]
        elif phrase.within:
            inner = self._wording(phrase.within, wider)[1]
            within, wider = (phrase.within, inner) if inner else (within, wider)
        ranked = self._ranked(phrase, wider)
        if as_area and not phrase.type:
            ranked.sort(key=lambda r: r.entry.kind not in AREA_KINDS or r.outside)  # larger places are areas first
        chosen = accepted(ranked, bool(self.context.countries))
        if chosen:
            place = place_of(raw, phrase, ranked, chosen)
            if not place.review:
                self.context.placed(chosen.entry)
            return place, chosen.entry
        if wider and within and (elsewhere := self._elsewhere(raw, phrase, within, wider)):
            return elsewhere
        if wider and within:
            as_area = phrase.type not in ("neighbourhood", "district", "site")
            return inside_unknown(raw, phrase.name, self._wording(within, None, as_area)[0], ranked), None
        return unknown(raw, ranked), None

    def _elsewhere(self, raw: str, phrase: Phrase, within: str, wider: Entry) -> Found | None:
        """A name that is well known, but in another country than the larger place: that one is the likelier mistake.

        "Saraqeb ... in Moscow" (a sentence of two places) was put on Moscow; it is Saraqeb, for a person to look at.
        """
        ranked = [r for r in self._ranked(phrase, None) if r.entry.tier == "exact" and r.entry.kind not in AREA_KINDS]
        chosen = accepted(ranked, bool(self.context.countries))
        if chosen is None or chosen.entry.country == wider.country:
            return None
        place = place_of(raw, phrase, ranked, chosen)
        return replace(
            place, review=f"{chosen.entry.name} is known, but not in {within}, which the text gives for it"
        ), chosen.entry

    def _ranked(self, phrase: Phrase, wider: Entry | None) -> list[Ranked]:
        people = demonym(phrase.name) if phrase.type in ("country", "province", "") else ""
        return rank(phrase, self.gazetteer.lookup(people or phrase.name), wider, self.context)


def _parsed(raw: str | None, gazetteer: Gazetteer) -> tuple[Phrase, ...]:
    return parse(raw, lambda words: _kinds(words, gazetteer)) if raw else ()


def _kinds(words: str, gazetteer: Gazetteer) -> frozenset[str]:
    """The kinds of place that words name as they stand; a name without its vowels proves nothing here."""
    return frozenset(entry.kind for entry in gazetteer.lookup(words) if entry.tier != "vowels")


def _all(wordings: Sequence[str | None] | dict[str | None, None], gazetteer: Gazetteer) -> Iterator[Phrase]:
    for raw in wordings:
        for phrase in _parsed(raw, gazetteer):
            yield phrase
            yield from _parsed(phrase.within, gazetteer)


def _as_candidate(place: Place) -> Candidate:
    return Candidate(place.id, place.name, place.lat, place.lon, 0.0, "another place that the words name")
