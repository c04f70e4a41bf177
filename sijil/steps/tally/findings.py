"""What a tally is made from, and the part of it that somebody asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from sijil.model.claim import Claim
from sijil.model.filter import Filter
from sijil.model.incident import Assessment, Incident, Total
from sijil.model.place import Place
from sijil.model.report import ReportInfo
from sijil.steps.tally.boxed import in_box
from sijil.steps.tally.once import Doubts, doubts
from sijil.steps.where import place_of


@dataclass(frozen=True)
class Findings:
    """Claims as people left them, the incidents made of them with their assessments, and the reports, in order.

    `doubted` and `told` are what is known already of doubts and stated totals (by claim) over all of these.
    """

    claims: tuple[Claim, ...]
    incidents: tuple[Incident, ...]
    assessments: Mapping[str, Assessment]  # by incident id
    reports: Mapping[str, ReportInfo]
    doubted: Doubts | None = field(default=None, compare=False)
    told: dict[str, Total] = field(default_factory=dict, compare=False)
    of: Findings | None = field(default=None, compare=False)  # what this is a part of

    def by_id(self) -> Mapping[str, Claim]:
        """The claims by id."""
        return self._by_id

    @cached_property
    def _by_id(self) -> Mapping[str, Claim]:
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def home(self) -> Mapping[str, str]:
        """Claim → its incident."""
        return {claim: incident.id for incident in self.incidents for claim in incident.claims}

    @cached_property
    def doubts(self) -> Doubts:
        """Which incidents may be one event. What is in doubt hangs on the record, not on what is asked of it: a part
        has those of the whole that are among its incidents."""
        if self.of is not None:
            return self.of.doubts.among(incident.id for incident in self.incidents)
        return self.doubted or doubts(self.incidents, self.by_id(), self.reports)

    @cached_property
    def denials(self) -> Mapping[str, tuple[Claim, ...]]:
        """Claim → the denials that reject it."""
        against: dict[str, list[Claim]] = {}
        for claim in self.claims:
            for denied in claim.denies if claim.kind == "denial" else ():
                against.setdefault(denied, []).append(claim)
        return {denied: tuple(own) for denied, own in against.items()}


def chosen(found: Findings, wanted: Filter) -> Findings:
    """The part of the findings that the filter asks for. An incident is in where a claim, its grade and, where it is
    asked for, a dispute fit."""
    if wanted == Filter():
        return found
    told = published(found.claims, found.reports, wanted.publisher) if wanted.publisher else found.claims
    claims = fitting(told, wanted)
    ids = {found.home[claim.id] for claim in claims if claim.id in found.home}
    incidents = tuple(i for i in found.incidents if i.id in ids and _graded(found.assessments.get(i.id), wanted))
    return Findings(claims, incidents, found.assessments, found.reports, of=found)


def _graded(assessment: Assessment | None, wanted: Filter) -> bool:
    if not (wanted.grades or wanted.disputed):
        return True
    if assessment is None or (wanted.disputed and not assessment.disputed):
        return False
    return not wanted.grades or assessment.grade in wanted.grades


def published(claims: Iterable[Claim], reports: Mapping[str, ReportInfo], publisher: str) -> tuple[Claim, ...]:
    """The claims of reports whose publisher has these words in its name."""
    wanted = publisher.casefold()
    docs = {id_ for id_, info in reports.items() if wanted in info.source.casefold()}
    return tuple(claim for claim in claims if claim.doc in docs)


def incident_place(incident: Incident, claims: Mapping[str, Claim]) -> Place | None:
    """Where an incident was: as resolved, else as the first of its claims with a place says."""
    if incident.at is not None:
        return incident.at
    return next((p for p in (place_of(claims[c]) for c in incident.claims if c in claims) if p), None)


def fitting(claims: Iterable[Claim], wanted: Filter) -> tuple[Claim, ...]:
    """The claims that fit all conditions of the filter; one condition after the other, as most leave few claims."""
    found = claims
    if wanted.report:
        found = [claim for claim in found if claim.doc == wanted.report]
    if wanted.kind:
        found = [claim for claim in found if claim.kind == wanted.kind]
    if wanted.group:
        found = [claim for claim in found if claim.group == wanted.group]
    if wanted.attack:
        found = [claim for claim in found if claim.attack == wanted.attack]
    if wanted.since or wanted.until:
        found = _in_time(found, wanted.since or date.min, wanted.until or date.max)
    if wanted.place:
        found = _named(found, wanted.place, _place_key, place_words)
    if wanted.party:
        found = _named(found, wanted.party, _party_key, party_words)
    if wanted.speaker:
        found = _named(found, wanted.speaker, _speaker_key, lambda claim: list(claim.speaker))
    if box := wanted.box:
        found = _looked(found, _spot, lambda claim: in_box(claim.at, box))
    return tuple(found)


def _in_time(claims: Iterable[Claim], since: date, until: date) -> list[Claim]:
    """The claims whose period touches the asked days; an unknown one is in no days."""
    known = ((claim, claim.period) for claim in claims if claim.period)
    return [c for c, own in known if own.start and own.end and own.start <= until and own.end >= since]


def _place_key(claim: Claim) -> tuple[object, ...]:
    """All that `place_words` looks at."""
    at = claim.at
    return (claim.place, claim.within, at.name, at.admin) if at else (claim.place, claim.within)


def _party_key(claim: Claim) -> tuple[object, ...]:
    """All that `party_words` looks at."""
    one, other = claim.party, claim.side_party
    named = (one.name, one.id, one.side) if one else None
    return claim.actor, claim.side, named, (other.name, other.id, other.side) if other else None


def _named(
    claims: Iterable[Claim], wanted: str, key: Callable[[Claim], object], words: Callable[[Claim], list[str]]
) -> list[Claim]:
    """The claims with a word that holds the wanted one."""
    wanted = wanted.casefold()
    return _looked(claims, key, lambda claim: any(wanted in word.casefold() for word in words(claim)))


def _looked(claims: Iterable[Claim], key: Callable[[Claim], object], fit: Callable[[Claim], bool]) -> list[Claim]:
    """The claims that fit. Many claims have the same key: only one of them is looked at."""
    looked, found = dict[object, bool](), []
    for claim in claims:
        own = key(claim)
        fits = looked.get(own)
        if fits is None:
            fits = looked[own] = fit(claim)
        if fits:
            found.append(claim)
    return found


def _speaker_key(claim: Claim) -> tuple[str, ...]:
    return claim.speaker


def _spot(claim: Claim) -> tuple[object, ...]:
    """All that `in_box` looks at."""
    at = claim.at
    return (at.lat, at.lon, at.precision, at.outline) if at else ()


def place_words(claim: Claim) -> list[str]:
    """All names of a claim's place: as told, as resolved, and the larger places."""
    place = place_of(claim)
    return [*filter(None, (claim.place, claim.within)), *((place.name, *place.admin) if place else ())]


def party_words(claim: Claim) -> list[str]:
    """All names of a claim's parties: as told and as resolved."""
    parties = [p for p in (claim.party, claim.side_party) if p]
    return [*filter(None, (claim.actor, claim.side)), *(word for p in parties for word in (p.name, p.id, p.side))]
