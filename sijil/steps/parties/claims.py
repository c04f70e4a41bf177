"""The parties of all claims of one report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sijil.model.claim import Claim
from sijil.model.party import Party
from sijil.model.place import Place
from sijil.steps.parties.party import homes_of, party_of
from sijil.steps.parties.speakers import allegiance, canonical_speaker, speaker_row
from sijil.steps.parties.voice import NOBODY, Voice, camps


def resolve_parties(claims: Sequence[Claim], published: date | None = None, source: str = "") -> tuple[Claim, ...]:
    """Fill `party` (from `actor`) and `side_party` (from `side`) of the claims of one report by rules/parties.

    `published` and `source` are the report's day and publisher. General words ("the regime") mean a party only where
    the claim, or else its report, is about its country; words of a camp only from its mouth. Either is `inferred`.
    """
    usual = _scene(claims, source)
    return tuple(_resolved(claim, usual, published, source) for claim in claims)


@dataclass(frozen=True, slots=True)
class _Scene:
    """The country that a report is about, and how that is known."""

    country: str = ""
    why: str = ""


def _scene(claims: Sequence[Claim], source: str) -> _Scene:
    """Where most of the claims lie; else where most of the parties that are named outright are at home; else what the
    publisher, or a speaker, reports on."""
    most = usual_country(claims)
    if most:
        return _Scene(most, "where most of the report lies")
    words = [one for claim in claims for one in (claim.actor, claim.side) if one]
    homes = Counter(home for one in dict.fromkeys(words) for home in homes_of(one))
    if homes:
        return _Scene(homes.most_common(1)[0][0], "as the report names parties of that country")
    names = [source, *(name for claim in claims for name in claim.speaker)]
    rows = [row for name in names if name and (row := speaker_row(name)) and row.country]
    return _Scene(rows[0].country, f"what {rows[0].name} reports on") if rows else _Scene()


def _resolved(claim: Claim, usual: _Scene, published: date | None, source: str) -> Claim:
    own, day = country_of(claim.at), day_of(claim, published)
    voice = voice_of(claim.speaker, source, published)

    def party(words: str | None) -> Party | None:
        if not words:
            return None
        found = party_of(words, own, day, voice)
        if usual.country in ("", own):
            return found
        wider = party_of(words, usual.country, day, voice)
        if len(named_in(wider)) <= len(named_in(found)):
            return found
        return replace(wider, inferred=f"{wider.inferred} ({usual.why})")

    return replace(claim, party=party(claim.actor), side_party=party(claim.side))


def named_in(party: Party) -> frozenset[str]:
    """The ids of a party record, several where it names several."""
    return camps(party.id)


def voice_of(speakers: Sequence[str], source: str, day: date | None) -> Voice:
    """The voice of a claim: its first speaker, from the fact outwards, of some camp; speakers of none are told in the
    words of who prints them."""
    for name in (*speakers, source):
        side = allegiance(name, day) if name else ""
        if side:
            return Voice(canonical_speaker(name), camps(side))
    return NOBODY


def day_of(claim: Claim, published: date | None) -> date | None:
    """The first day that is known of what a claim tells, else the day of its report."""
    period = claim.period
    return (period.start or period.end if period else None) or published


def usual_country(claims: Sequence[Claim]) -> str:
    """The country that most of the claims lie in; "" where none has a place."""
    countries = Counter(country for claim in claims if (country := country_of(claim.at)))
    return countries.most_common(1)[0][0] if countries else ""


def country_of(place: Place | None) -> str:
    """The country that a resolved place lies in; "" where nobody knows."""
    if place is None or not place.id:
        return ""
    return place.admin[0] if place.admin else place.name if place.precision == "country" else ""
