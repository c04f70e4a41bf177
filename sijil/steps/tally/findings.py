"""What a tally is made from, and the part of it that somebody asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sijil.model.claim import Claim
from sijil.model.filter import Filter
from sijil.model.incident import Assessment, Incident
from sijil.model.period import Period
from sijil.model.place import Place
from sijil.model.report import ReportInfo
from sijil.steps.when import days
from sijil.steps.where import place_of


@dataclass(frozen=True, slots=True)
class Findings:
    """Claims as people left them, the incidents made of them with their assessments, and the reports, in order."""

    claims: tuple[Claim, ...]
    incidents: tuple[Incident, ...]
    assessments: Mapping[str, Assessment]  # by incident id
    reports: Mapping[str, ReportInfo]

    def by_id(self) -> dict[str, Claim]:
        """The claims by id."""
        return {claim.id: claim for claim in self.claims}


def chosen(found: Findings, wanted: Filter) -> Findings:
    """The part of the findings that the filter asks for. An incident is in where a claim and its grade fit."""
    if wanted == Filter():
        return found
    claims = tuple(claim for claim in found.claims if fits(claim, wanted))
    ids = {claim.id for claim in claims}
    incidents = tuple(
        i for i in found.incidents if ids & set(i.claims) and _graded(found.assessments.get(i.id), wanted)
    )
    return replace(found, claims=claims, incidents=incidents)


def _graded(assessment: Assessment | None, wanted: Filter) -> bool:
    return not wanted.grades or (assessment is not None and assessment.grade in wanted.grades)


def incident_place(incident: Incident, claims: Mapping[str, Claim]) -> Place | None:
    """Where an incident was: as resolved, else as the first of its claims with a place says."""
    if incident.at is not None:
        return incident.at
    return next((p for p in (place_of(claims[c]) for c in incident.claims if c in claims) if p), None)


def fits(claim: Claim, wanted: Filter) -> bool:
    """Whether one claim fits all conditions of the filter."""
    return (
        (not wanted.kind or claim.kind == wanted.kind)
        and (not wanted.group or claim.group == wanted.group)
        and (not wanted.attack or claim.attack == wanted.attack)
        and (not wanted.report or claim.doc == wanted.report)
        and _in_time(claim.period, wanted)
        and _has(place_words(claim), wanted.place)
        and _has(party_words(claim), wanted.party)
    )


def _in_time(period: Period | None, wanted: Filter) -> bool:
    """Whether the period touches the asked days; an unknown one only where no day is asked."""
    if wanted.since is None and wanted.until is None:
        return True
    known = days(period)
    if known is None:
        return False
    return (wanted.until is None or known[0] <= wanted.until) and (wanted.since is None or known[1] >= wanted.since)


def _has(words: list[str], wanted: str) -> bool:
    return not wanted or any(wanted.casefold() in word.casefold() for word in words)


def place_words(claim: Claim) -> list[str]:
    """All names of a claim's place: as told, as resolved, and the larger places."""
    place = place_of(claim)
    return [*filter(None, (claim.place, claim.within)), *((place.name, *place.admin) if place else ())]


def party_words(claim: Claim) -> list[str]:
    """All names of a claim's parties: as told and as resolved."""
    parties = [p for p in (claim.party, claim.side_party) if p]
    return [*filter(None, (claim.actor, claim.side)), *(word for p in parties for word in (p.name, p.id, p.side))]
