"""Who says what of an incident: one row a claim, as a table for people and programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sijil.model.claim import Claim
from sijil.model.incident import Assessment
from sijil.model.report import ReportInfo
from sijil.steps import who

OWN = "the report itself"


@dataclass(frozen=True, slots=True)
class Saying:
    """What one speaker says in one report. `figure` is in words, "" where the claim counts nothing; `day` is the
    report's, ISO 8601, "" where nobody knows it. `aside` tells why the figure was set aside, "" where it counts."""

    claim: str
    speaker: str
    publisher: str
    day: str
    measure: str
    group: str
    figure: str
    words: str
    aside: str = ""


def who_says(claims: Iterable[Claim], reports: Mapping[str, ReportInfo], assessment: Assessment) -> tuple[Saying, ...]:
    """The rows of an incident's claims, denials among them, in the order given."""
    aside = {id_: why for row in assessment.ranges for id_, why in row.set_aside}
    return tuple(_saying(claim, reports, aside) for claim in claims)


def _saying(claim: Claim, reports: Mapping[str, ReportInfo], aside: Mapping[str, str]) -> Saying:
    report = reports.get(claim.doc)
    return Saying(
        claim=claim.id,
        speaker=", ".join(claim.speaker) or OWN,
        publisher=who.publisher(claim, reports),
        day=report.published.isoformat() if report and report.published else "",
        measure=claim.measure or claim.kind,
        group=claim.group or "",
        figure=claim.figure.words() if claim.figure else "",
        words=claim.quote,
        aside=aside.get(claim.id, ""),
    )
