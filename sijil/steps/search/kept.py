"""Under which names claims and incidents are found beside their own words."""

from __future__ import annotations

from collections.abc import Iterator

from sijil.model.claim import Claim
from sijil.model.incident import Incident
from sijil.model.party import Party
from sijil.model.place import Place
from sijil.steps.parties.rows import parties
from sijil.steps.where import place_of


def claim_names(claim: Claim) -> tuple[str, ...]:
    """The names of its speakers, place and parties: as told and as resolved, the parties' with every alias."""
    place = place_of(claim)
    names = [*claim.speaker, claim.place, claim.within, place.name if place else "", claim.actor, claim.side]
    names += [name for party in (claim.party, claim.side_party) if party for name in _party_names(party)]
    return tuple(dict.fromkeys(name for name in names if name))


def incident_names(incident: Incident) -> tuple[str, ...]:
    """The names of its place."""
    return tuple(dict.fromkeys(name for name in (incident.at.name, incident.at.raw) if name)) if incident.at else ()


def place_names(claim: Claim) -> Iterator[tuple[str, str]]:
    """(id, name) of what the report's words for a place and the gazetteer call one place.

    Words of small Latin letters ("the town", "northern countryside") mean another place in every report and are none.
    """
    if claim.at is None or not claim.at.id:
        return
    for name in dict.fromkeys((claim.at.name, claim.at.raw, claim.place or claim.within)):
        if name and not name[:1].islower():
            yield claim.at.id, name


def within(place: Place | None, *words: str | None) -> tuple[str, ...]:
    """Every name under which a filter by place finds it: as told, as resolved, and the larger places."""
    return tuple(name for name in (*words, *((place.name, *place.admin) if place else ())) if name)


def _party_names(party: Party) -> Iterator[str]:
    yield party.name
    for id_ in party.id.replace("|", "+").split("+"):
        row = parties().get(id_)
        if row:
            yield from (row.name, *row.aliases)
