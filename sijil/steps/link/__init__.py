"""Claims of all reports put together into incidents. Pure: the same claims and judgements give the same incidents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sijil.model.claim import Claim
from sijil.model.incident import Incident
from sijil.model.judgement import Judgement
from sijil.model.report import ReportInfo
from sijil.steps.copies import copies
from sijil.steps.link.across import Link, links
from sijil.steps.link.decided import Decisions, cut, grouped
from sijil.steps.link.event import Event
from sijil.steps.link.incident import incident_of
from sijil.steps.link.inside import events
from sijil.steps.link.undated import dated


def link(
    claims: Iterable[Claim], reports: Mapping[str, ReportInfo], judgements: Sequence[Judgement] = ()
) -> tuple[Incident, ...]:
    """The incidents that `claims` (of all reports, judgements on claims already applied) tell of.

    Each report is first divided into events, then events of different reports (near-copies among them) are linked and
    joined, as far as people do not say otherwise. Totals, forecasts, denials and background join nothing. Order: by
    first claim, in report order (day of retrieval, then id) and text order, whatever the order of `claims`.
    """
    known, decided = tuple(claims), Decisions.of(judgements)
    found = [event for own in by_report(known, reports) for event in events_of(own, decided, reports)]
    return incidents_of(found, links(found, copies(known, reports)), decided, homes(found))


def incidents_of(
    found: Sequence[Event], linked: Iterable[Link], decided: Decisions, home: Mapping[str, str]
) -> tuple[Incident, ...]:
    """The incidents of events in order. Each hangs only on the events that links and judgements connect.

    `home`: claim → key of its event, at least for the claims of `found` and of `decided`.
    """
    names = decided.heirs.names(home)
    return tuple(incident_of(group, names) for group in grouped(found, linked, decided, home))


def homes(found: Iterable[Event]) -> dict[str, str]:
    """Claim → key of its event."""
    return {claim.id: event.key for event in found for claim in event.claims}


def events_of(own: Sequence[Claim], decided: Decisions, reports: Mapping[str, ReportInfo]) -> list[Event]:
    """The events of one report, by first claim. `own` are all its claims, in text order."""
    found = [part for event in dated(events(own)) for part in cut(event, decided)]
    found.sort(key=lambda event: (event.claims[0].order, event.key))
    return [replace(event, report=reports.get(event.doc), leads=n == 0) for n, event in enumerate(found)]


def by_report(claims: Iterable[Claim], reports: Mapping[str, ReportInfo]) -> list[list[Claim]]:
    """The claims of each report in text order, reports in report order."""
    by_doc: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_doc[claim.doc].append(claim)

    def order(doc: str) -> tuple[str, str]:
        return (reports[doc].retrieved.isoformat() if doc in reports else "", doc)

    return [sorted(by_doc[doc], key=lambda c: c.order) for doc in sorted(by_doc, key=order)]
