"""Claims of all reports put together into incidents. Pure: the same claims and judgements give the same incidents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sijil.model.claim import Claim
from sijil.model.incident import Incident
from sijil.model.judgement import Judgement
from sijil.model.report import ReportInfo
from sijil.steps.copies import copies
from sijil.steps.link.across import groups
from sijil.steps.link.decided import decide
from sijil.steps.link.event import Event
from sijil.steps.link.incident import incident_of
from sijil.steps.link.inside import events
from sijil.steps.link.undated import dated


def link(
    claims: Iterable[Claim], reports: Mapping[str, ReportInfo], judgements: Sequence[Judgement] = ()
) -> tuple[Incident, ...]:
    """The incidents that `claims` (of all reports, judgements on claims already applied) tell of.

    Each report is first divided into events, then events of different reports (near-copies among them) are joined, then
    people's merges and splits are carried out. Totals, forecasts, denials and background join nothing. Order: by first
    claim, in report order (day of retrieval, then id) and text order, whatever the order of `claims`.
    """
    known = tuple(claims)
    found: list[Event] = []
    for own in _by_report(known, reports):
        found.extend(dated(events(own)))
    return tuple(incident_of(group) for group in decide(groups(found, copies(known)), judgements))


def _by_report(claims: Iterable[Claim], reports: Mapping[str, ReportInfo]) -> list[list[Claim]]:
    """The claims of each report in text order, reports in order of retrieval."""
    by_doc: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_doc[claim.doc].append(claim)

    def order(doc: str) -> tuple[str, str]:
        return (reports[doc].retrieved.isoformat() if doc in reports else "", doc)

    return [sorted(by_doc[doc], key=lambda c: (c.number, c.id)) for doc in sorted(by_doc, key=order)]
