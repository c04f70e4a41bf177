"""What a page shows of one incident or report, with all that belongs to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sijil.model.claim import Claim
from sijil.model.incident import Assessment, Incident
from sijil.model.report import Report, ReportInfo, Text


@dataclass(frozen=True, slots=True)
class IncidentView:
    """An incident with all that stands on its page. `claims` are its own, `denials` those that reject any of them.

    `former` are ids of incidents that are part of it now; `pointer` says, in a sentence, where the id asked for leads.
    """

    incident: Incident
    assessment: Assessment
    claims: tuple[Claim, ...]
    reports: tuple[ReportInfo, ...]
    denials: tuple[Claim, ...] = ()
    former: tuple[str, ...] = ()
    pointer: str = ""

    @property
    def day(self) -> date:
        """Its first day, for order; the last of all where nobody knows it."""
        period = self.incident.period
        return period.start if period and period.start else date.max


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report with its main text, its claims as people left them, and the incidents that they belong to."""

    info: ReportInfo
    report: Report
    text: Text
    claims: tuple[Claim, ...]
    incidents: tuple[Incident, ...]
