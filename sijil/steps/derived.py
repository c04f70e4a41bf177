"""What follows from claims and judgements of all reports: incidents and their assessments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sijil.model.claim import Claim
from sijil.model.incident import Assessment, Incident
from sijil.model.judgement import Judgement
from sijil.model.report import ReportInfo
from sijil.steps.accepted import left
from sijil.steps.assess import assess_all
from sijil.steps.copies import copies
from sijil.steps.denials import across, rejected
from sijil.steps.link import by_report, events_of, homes, incidents_of
from sijil.steps.link.across import Link, links
from sijil.steps.link.decided import Decisions
from sijil.steps.link.event import Event


@dataclass(frozen=True, slots=True)
class Derived:
    """All that follows, with what lies between claims and incidents. `claims` are as people and their own report left
    them, by report in order; `denials` what each denial rejects in any report; `copied` leads from a near-copy to its
    original."""

    claims: Mapping[str, Sequence[Claim]]
    denials: Mapping[str, tuple[str, ...]]
    copied: Mapping[str, str]
    events: tuple[Event, ...]
    links: tuple[Link, ...]
    incidents: tuple[Incident, ...]
    assessments: tuple[Assessment, ...]


def whole(claims: Sequence[Claim], reports: Mapping[str, ReportInfo], judgements: Sequence[Judgement]) -> Derived:
    """What follows from claims and judgements: the same for the same input, in whatever order, at any time."""
    decided, own = Decisions.of(judgements), left(claims, judgements)
    told, copied = by_report(own, reports), copies(own, reports)
    events = tuple(event for one in told for event in events_of(one, decided, reports))
    linked, home = links(events, copied), homes(events)
    incidents = incidents_of(events, linked, decided, home)
    by_id = {claim.id: claim for claim in across(own)}
    denials = rejected(by_id.values())
    assessments = assess_all(incidents, by_id, reports, decided.on(incidents, home), copied)
    return Derived({one[0].doc: one for one in told}, denials, copied, events, linked, incidents, assessments)


def derived(
    claims: Sequence[Claim], reports: Mapping[str, ReportInfo], judgements: Sequence[Judgement]
) -> tuple[tuple[Incident, ...], tuple[Assessment, ...]]:
    """Incidents and assessments of `whole`."""
    made = whole(claims, reports, judgements)
    return made.incidents, made.assessments
