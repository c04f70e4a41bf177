"""What a tally is made from, and the part of it that somebody asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress

from sijil.model.claim import Claim
from sijil.model.filter import Filter
from sijil.model.incident import Assessment, Incident, Total
from sijil.model.place import Place
from sijil.model.report import ReportInfo
from sijil.steps.tally.columns import Columns
from sijil.steps.tally.fitting import conditions
from sijil.steps.tally.once import Doubts, doubts
from sijil.steps.tally.overlaps import stands_alone
from sijil.steps.tally.rows import Summed, merged
from sijil.steps.tally.spans import Spans
from sijil.steps.when import days
from sijil.steps.where import place_of

Month = tuple[int, int]


@dataclass(frozen=True)
class Findings:
    """Claims as people left them, the incidents made of them with their assessments, and the reports, in order.

    What is known already of all of these may be given: `doubted`, the rows `told` of stated totals by claim, and what
    the incidents of a month came to (`summed`).
    """

    claims: tuple[Claim, ...]
    incidents: tuple[Incident, ...]
    assessments: Mapping[str, Assessment]  # by incident id
    reports: Mapping[str, ReportInfo]
    doubted: Doubts | None = field(default=None, compare=False)
    told: dict[str, Total] = field(default_factory=dict, compare=False)
    summed: dict[Month, Summed] = field(default_factory=dict, compare=False)
    of: Findings | None = field(default=None, compare=False)  # what this is a part of

    @property
    def whole(self) -> Findings:
        """What this is a part of, or itself."""
        return self.of or self

    def by_id(self) -> Mapping[str, Claim]:
        """The claims by id."""
        return self._by_id

    @cached_property
    def _by_id(self) -> Mapping[str, Claim]:
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def by_doc(self) -> Mapping[str, Sequence[Claim]]:
        """The claims by report."""
        found: dict[str, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.doc, []).append(claim)
        return found

    @cached_property
    def columns(self) -> Columns:
        """The claims by what filters look at."""
        return Columns(self.claims)

    @cached_property
    def stated(self) -> tuple[Claim, ...]:
        """The totals that are told of in rows of their own."""
        return tuple(compress(self.claims, self.columns.fits(stands_alone, stands_alone)))

    @cached_property
    def stated_by_days(self) -> Spans[Claim]:
        """Those with days."""
        return Spans((span, claim) for claim in self.stated if (span := days(claim.period)))

    @cached_property
    def dated(self) -> Spans[Incident]:
        """The incidents with days."""
        return Spans((span, incident) for incident in self.incidents if (span := days(incident.period)))

    @cached_property
    def home(self) -> Mapping[str, str]:
        """Claim → its incident."""
        return {claim: incident.id for incident in self.incidents for claim in incident.claims}

    @cached_property
    def homes(self) -> Sequence[str | None]:
        """Of each claim its incident in the whole, None where it is of none."""
        return list(map(self.whole.home.get, [claim.id for claim in self.claims]))

    @cached_property
    def months(self) -> Mapping[Month, Sequence[Incident]]:
        """The incidents by `month_of`."""
        found: dict[Month, list[Incident]] = {}
        for incident in self.incidents:
            found.setdefault(month_of(incident), []).append(incident)
        return found

    @cached_property
    def sums(self) -> Summed:
        """What the incidents come to. Of a month with all its incidents the sum is known, where nothing changed."""
        whole, sums = self.whole, list[Summed]()
        for month, own in self.months.items():
            known = whole.summed.get(month) if len(own) == len(whole.months[month]) else None
            if known is None:
                known = Summed.of(own, self.assessments)
                if len(own) == len(whole.months[month]):
                    whole.summed[month] = known
            sums.append(known)
        return merged(sums)

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
        for claim in compress(self.claims, self.columns.fits(_denies, _denies)):
            for denied in claim.denies:
                against.setdefault(denied, []).append(claim)
        return {denied: tuple(own) for denied, own in against.items()}


def chosen(found: Findings, wanted: Filter) -> Findings:
    """The part of the findings that the filter asks for. An incident is in where a claim, its grade and, where it is
    asked for, a dispute fit."""
    if wanted == Filter():
        return found
    places = found.columns.fitting(conditions(wanted, found.reports))
    columns, homes = found.columns.taken(places), [found.homes[n] for n in places]
    ids = set(homes)
    incidents = tuple(i for i in found.incidents if i.id in ids and _graded(found.assessments.get(i.id), wanted))
    part = Findings(columns.claims, incidents, found.assessments, found.reports, of=found)
    vars(part).update(columns=columns, homes=homes)
    return part


def _graded(assessment: Assessment | None, wanted: Filter) -> bool:
    if not (wanted.grades or wanted.disputed):
        return True
    if assessment is None or (wanted.disputed and not assessment.disputed):
        return False
    return not wanted.grades or assessment.grade in wanted.grades


def incident_place(incident: Incident, claims: Mapping[str, Claim]) -> Place | None:
    """Where an incident was: as resolved, else as the first of its claims with a place says."""
    if incident.at is not None:
        return incident.at
    return next((p for p in (place_of(claims[c]) for c in incident.claims if c in claims) if p), None)


def month_of(incident: Incident) -> Month:
    """The year and month of an incident's first day; (0, 0) where nobody knows it."""
    start = incident.period.start if incident.period else None
    return (start.year, start.month) if start else (0, 0)


def _denies(claim: Claim) -> bool:
    return claim.kind == "denial"
