"""What the desk tells of a claim's place and parties: the words, what they were read as, why, and who changed it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from sijil import queries
from sijil.model.claim import Claim
from sijil.model.party import Party
from sijil.model.place import Candidate, Place
from sijil.register import Register
from sijil.steps.corrections import Correction, Target, words_of
from sijil.steps.places.distance import distance_km
from sijil.steps.places.entry import Entry
from sijil.web import names, words
from sijil.web.language import gettext, isolated, ngettext
from sijil.web.places import Places


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that a place's words may mean. `away` is its distance from what was taken, in words."""

    id: str
    name: str
    chain: str
    kind: str
    away: str
    reason: str
    taken: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A claim's place, actor or side. `place` or `party` is what holds now, `words` the report's own."""

    claim: Claim
    target: Target
    words: str
    place: Place | None = None
    party: Party | None = None
    readings: tuple[Reading, ...] = ()
    correction: Correction | None = None

    @property
    def label(self) -> str:
        """What holds now, in words."""
        if self.target == "place":
            return words.where(self.place, self.words)
        named = names.party(self.party) if self.party and self.party.id else ""
        if self.words and named not in ("", self.words):
            return gettext("%(name)s (%(original)s)", name=self.words, original=named)
        return named or isolated(self.words)

    @property
    def review(self) -> str:
        """Why a person should look; empty where nothing asks for it."""
        return self.place.review if self.place else ""

    @property
    def inferred(self) -> str:
        """Why a party was taken that the words do not name; empty where they do."""
        return self.party.inferred if self.party else ""


class Cards:
    """The cards of one page's claims."""

    def __init__(self, register: Register, places: Places) -> None:
        self._corrections = queries.corrections(register)
        self._places = places

    def of(self, claim: Claim, target: Target) -> Card:
        """The card of one claim, as people left it."""
        decided = next((one for one in self._corrections.get(claim.id, ()) if one.target == target), None)
        told = decided.words if decided else words_of(claim, target)
        if target == "place":
            found = readings(claim.at, self._places) if claim.at else ()
            return Card(claim, target, told, place=claim.at, readings=found, correction=decided)
        party = claim.party if target == "actor" else claim.side_party
        return Card(claim, target, told, party=party, correction=decided)


def readings(place: Place, places: Places) -> tuple[Reading, ...]:
    """What a place's words may mean, what was taken first."""
    found = [_reading(one, place, places) for one in place.candidates]
    if place.id and not any(one.taken for one in found):
        entry = places.get(place.id)
        kind = _kind(entry) if entry else words.precision(place)
        found.insert(
            0,
            Reading(
                place.id, isolated(names.place(place.id, place.name)), chain(place.admin), kind, "", "", taken=True
            ),
        )
    return tuple(sorted(found, key=lambda one: not one.taken))


def found(entry: Entry, reason: str = "") -> Reading:
    """A gazetteer's entry that somebody looked for."""
    why = reason or (_inhabitants(entry.population) if entry.population else "")
    return Reading(
        entry.id, isolated(names.place(entry.id, entry.name)), chain(entry.admin), _kind(entry), "", why, taken=False
    )


def _inhabitants(number: int) -> str:
    return ngettext("%(num)s inhabitants", "%(num)s inhabitants", number)


def _kind(entry: Entry) -> str:
    return words.KINDS_OF_PLACE.get(entry.kind, entry.kind)


def _reading(one: Candidate, place: Place, places: Places) -> Reading:
    entry = places.get(one.id)
    kind = _kind(entry) if entry else ""
    away = _away(place, one)
    larger = chain(entry.admin) if entry else ""
    return Reading(one.id, isolated(names.place(one.id, one.name)), larger, kind, away, one.reason, one.id == place.id)


def chain(admin: tuple[str, ...]) -> str:
    """The larger places, the nearest first, one name once."""
    return gettext(", ").join(name for name, _ in groupby(names.larger(admin)))


def _away(place: Place, one: Candidate) -> str:
    if place.lat is None or place.lon is None or one.lat is None or one.lon is None or one.id == place.id:
        return ""
    gap = distance_km(place.lat, place.lon, one.lat, one.lon)
    return gettext("%(km)s km away", km=f"{gap:,.0f}") if gap >= 1 else gettext("at the same point")
