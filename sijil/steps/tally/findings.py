"""What a tally is made from, and the part of it that somebody asks for."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import accumulate, compress
from typing import Any, TypeVar

from sijil.model.claim import Claim
from sijil.model.filter import Filter
from sijil.model.incident import Assessment, Incident, Total
from sijil.model.place import Place
from sijil.model.report import ReportInfo
from sijil.steps import who
from sijil.steps.tally.columns import Columns
from sijil.steps.tally.fitting import conditions
from sijil.steps.tally.once import Doubts, doubts
from sijil.steps.tally.overlaps import stands_alone
from sijil.steps.tally.rows import Summed, merged
from sijil.steps.tally.spans import Span, Spans
from sijil.steps.when import days
from sijil.steps.where import has_place, place_of

Month = tuple[int, int]
NO_MONTH: Month = (0, 0)
Dated = TypeVar("Dated", Claim, Incident)


@dataclass(frozen=True, slots=True)
class Seen:
    """Incidents of which a claim has a place, and how many claims of incidents each report has."""

    placed: frozenset[str]
    docs: Mapping[str, int]

    @classmethod
    def of(cls, columns: Columns, homes: Sequence[str | None]) -> Seen:
        """By claims and the incidents that they are of."""
        placed = set(compress(homes, columns.fits(has_place, has_place)))
        docs = Counter([claim.doc for claim in compress(columns.claims, homes)])
        return cls(frozenset(home for home in placed if home), docs)


@dataclass(frozen=True)
class Findings:
    """Claims as people left them, the incidents made of them with their assessments, and the reports, in order.

    What is known already of all of these may be given: `doubted`, the rows `told` of stated totals by claim, what the
    incidents of a month came to (`summed`), and by incident which figures exclude each other (`rivals`).
    """

    claims: tuple[Claim, ...]
    incidents: tuple[Incident, ...]
    assessments: Mapping[str, Assessment]  # by incident id
    reports: Mapping[str, ReportInfo]
    doubted: Doubts | None = field(default=None, compare=False)
    told: dict[str, Total] = field(default_factory=dict, compare=False)
    summed: dict[Month, Summed] = field(default_factory=dict, compare=False)
    rivals: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict, compare=False)
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
        """The claims by report, all in their order."""
        found: dict[str, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.doc, []).append(claim)
        return found

    @cached_property
    def columns(self) -> Columns:
        """The claims by what filters look at."""
        return Columns(self.claims)

    @cached_property
    def starts(self) -> Mapping[str, int]:
        """The place of each report's first claim among all."""
        lengths = map(len, self.by_doc.values())
        return dict(zip(self.by_doc, accumulate(lengths, initial=0), strict=False))

    def position(self, claim: Claim) -> int:
        """The place of one of the claims among all."""
        return self.starts[claim.doc] + next(n for n, one in enumerate(self.by_doc[claim.doc]) if one.id == claim.id)

    @cached_property
    def stated(self) -> tuple[Claim, ...]:
        """The totals that are told of in rows of their own."""
        return tuple(compress(self.claims, self.columns.fits(stands_alone, stands_alone)))

    @cached_property
    def stated_by_days(self) -> Spans[str, Claim]:
        """Those with days."""
        return Spans(by_days(self.stated))

    @cached_property
    def place(self) -> Mapping[str, Any]:
        """Of each incident by what it comes before others."""
        return {incident.id: n for n, incident in enumerate(self.incidents)}

    @cached_property
    def by_day(self) -> tuple[Incident, ...]:
        """The incidents by first day (those of which nobody knows it last) and then in their order."""
        if self.of is None:
            return tuple(sorted(self.incidents, key=first_day))
        ids = {one.id for one in self.incidents}
        return tuple([one for one in self.of.by_day if one.id in ids])

    @cached_property
    def dated(self) -> Spans[str, Incident]:
        """The incidents with days."""
        return Spans(by_days(self.incidents))

    @cached_property
    def publishers(self) -> Mapping[str, str]:
        """Report → its publisher's canonical name (steps/who.py), for the reports of these claims."""
        if self.of is not None:
            return self.of.publishers
        return {doc: who.publisher(own[0], self.reports) for doc, own in self.by_doc.items() if own}

    @cached_property
    def home(self) -> Mapping[str, str]:
        """Claim → its incident."""
        return {claim: incident.id for incident in self.incidents for claim in incident.claims}

    @cached_property
    def homes(self) -> Sequence[str | None]:
        """Of each claim its incident here, None where it is of none."""
        return list(map(self.whole.home.get, [claim.id for claim in self.claims]))

    @cached_property
    def seen(self) -> Seen:
        """Which incidents have a place, and which reports tell of them, by the claims that are here."""
        return Seen.of(self.columns, self.homes)

    @cached_property
    def months(self) -> Mapping[Month, int]:
        """How many incidents there are by `month_of`."""
        return Counter(map(month_of, self.incidents))

    def in_month(self, month: Month) -> tuple[Incident, ...]:
        """The incidents of a month."""
        first = first_of(month)
        start = bisect_left(self.by_day, first, key=first_day)
        end = bisect_left(self.by_day, first_of(_after(month)), start, key=first_day) if month != NO_MONTH else None
        return self.by_day[start:end]

    @cached_property
    def sums(self) -> Summed:
        """What the incidents come to. Of a month with all its incidents the sum is known, where nothing changed."""
        whole, sums = self.whole, list[Summed]()
        for month, all_ in whole.months.items():
            own = self.in_month(month)
            known = whole.summed.get(month) if len(own) == all_ else None
            if known is None:
                known = Summed.of(own, self.assessments)
                if len(own) == all_:
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
        for claim in compress(self.claims, self.columns.fits(denies, denies)):
            for denied in claim.denies:
                against.setdefault(denied, []).append(claim)
        return {denied: tuple(own) for denied, own in against.items()}


def chosen(found: Findings, wanted: Filter) -> Findings:
    """The part of the findings that the filter asks for. An incident is in where a claim, its grade and, where it is
    asked for, a dispute fit."""
    if wanted == Filter():
        return found
    places = found.columns.fitting(conditions(wanted, found.reports))
    columns, homes = found.columns.taken(places), list(map(found.homes.__getitem__, places))
    ids = set(homes)
    incidents = tuple([i for i in found.incidents if i.id in ids])
    if wanted.grades or wanted.disputed:
        incidents = tuple(i for i in incidents if _graded(found.assessments.get(i.id), wanted))
        ids = {one.id for one in incidents}
        homes = [home if home in ids else None for home in homes]
    part = Findings(columns.claims, incidents, found.assessments, found.reports, of=found)
    vars(part).update(columns=columns, homes=homes)
    return part


def _graded(assessment: Assessment | None, wanted: Filter) -> bool:
    if assessment is None or (wanted.disputed and not assessment.disputed):
        return False
    return not wanted.grades or assessment.grade in wanted.grades


def incident_place(incident: Incident, claims: Mapping[str, Claim]) -> Place | None:
    """Where an incident was: as resolved, else as the first of its claims with a place says."""
    if incident.at is not None:
        return incident.at
    return next((p for p in (place_of(claims[c]) for c in incident.claims if c in claims) if p), None)


def month_of(incident: Incident) -> Month:
    """The year and month of an incident's first day; NO_MONTH where nobody knows it."""
    start = incident.period.start if incident.period else None
    return (start.year, start.month) if start else NO_MONTH


def first_of(month: Month) -> date:
    """The first day of a month; what `first_day` gives where nobody knows it."""
    return date.max if month == NO_MONTH else date(*month, 1)


def _after(month: Month) -> Month:
    return (month[0], month[1] + 1) if month[1] < 12 else (month[0] + 1, 1) if month[0] < date.max.year else NO_MONTH


def first_day(incident: Incident) -> date:
    """The first day of an incident, for order; the last of all where nobody knows it."""
    return incident.period.start if incident.period and incident.period.start else date.max


def in_time(place: Mapping[str, Any], incident: Incident) -> tuple[date, Any]:
    """First day, then place in the order of incidents."""
    return first_day(incident), place[incident.id]


def by_days(things: Iterable[Dated]) -> Iterator[tuple[str, Span, Dated]]:
    """Claims or incidents that have days, with their ids and these."""
    return ((one.id, span, one) for one in things if (span := days(one.period)))


def denies(claim: Claim) -> bool:
    """Whether a claim is a denial."""
    return claim.kind == "denial"
