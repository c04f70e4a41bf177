"""What the sources of one incident support: ranges, sources, who is blamed, disputes and the grade, with reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sijil.model.claim import Claim
from sijil.model.incident import Assessment, Incident
from sijil.model.judgement import Judgement
from sijil.model.report import ReportInfo
from sijil.steps.assess.disputes import blamed, disputes
from sijil.steps.assess.grade import grade
from sijil.steps.assess.ranges import ranges
from sijil.steps.assess.sources import Voices, voices
from sijil.steps.assess.status import doubts
from sijil.steps.copies import copies
from sijil.steps.judge import standing


def assess(
    incident: Incident,
    claims: Mapping[str, Claim],
    reports: Mapping[str, ReportInfo],
    judgements: Sequence[Judgement] = (),
) -> Assessment:
    """The assessment of one incident. `claims` are those of all reports, by id: denials are found among them."""
    return assess_all((incident,), claims, reports, judgements)[0]


def assess_all(
    incidents: Iterable[Incident],
    claims: Mapping[str, Claim],
    reports: Mapping[str, ReportInfo],
    judgements: Sequence[Judgement] = (),
) -> tuple[Assessment, ...]:
    """The assessments of many incidents, in their order; denials are looked up once for all."""
    denials: dict[str, list[Claim]] = {}
    for claim in sorted(claims.values(), key=lambda c: (c.doc, c.number, c.id)):
        for denied in claim.denies if claim.kind == "denial" else ():
            denials.setdefault(denied, []).append(claim)
    decided, copied = standing(judgements), copies(claims.values())
    return tuple(_assess(each, voices(each, claims, reports, denials, copied), decided) for each in incidents)


def _assess(incident: Incident, heard: Voices, judgements: Sequence[Judgement]) -> Assessment:
    found = doubts(heard)
    rows = ranges(heard, found)
    disputed = disputes(heard, found)
    level, reasons = grade(incident, heard, rows, judgements)
    return Assessment(
        incident=incident.id,
        ranges=rows,
        grade=level,
        grade_reasons=reasons,
        sources=heard.names,
        blamed=blamed(heard),
        disputes=disputed,
        disputed=bool(disputed),
    )
