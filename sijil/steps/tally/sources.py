"""The ledger of sources: what each speaker and publisher said, how often alone, how often contradicted. No score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from sijil.model.claim import Claim
from sijil.model.incident import Assessment, Incident
from sijil.model.ledger import SourceRow
from sijil.model.report import ReportInfo
from sijil.steps import who
from sijil.steps.bounds import disjoint


@dataclass(slots=True)
class _Count:
    claims: int = 0
    incidents: set[str] = field(default_factory=set)
    alone: set[str] = field(default_factory=set)
    contradicted: int = 0


def sources(
    claims: Sequence[Claim],
    incidents: Iterable[Incident],
    assessments: Mapping[str, Assessment] | Iterable[Assessment],
    reports: Mapping[str, ReportInfo],
) -> tuple[SourceRow, ...]:
    """Speakers, then publishers, by number of claims and name.

    Alone: the incident rests on no other source. Contradicted: a claim that somebody denies, or whose figure excludes
    another source's figure of the same measure and group in its incident.
    """
    if not isinstance(assessments, Mapping):
        assessments = {assessment.incident: assessment for assessment in assessments}
    counts: dict[tuple[str, str], _Count] = {}
    home = {claim: incident.id for incident in incidents for claim in incident.claims}
    lonely = {i for i, a in assessments.items() if len(a.sources) == 1}
    against = _contradicted(claims, home, reports)
    for claim in claims:
        names = [("publisher", who.publisher(claim, reports))]
        names += [("speaker", who.speaker(claim))] if who.speaker(claim) else []
        for key in names:
            count = counts.setdefault(key, _Count())
            count.claims += 1
            count.contradicted += claim.id in against
            if claim.id in home:
                count.incidents.add(home[claim.id])
                count.alone |= {home[claim.id]} & lonely
    order = sorted(counts, key=lambda key: (key[0] == "publisher", -counts[key].claims, key[1]))
    return tuple(_row(key, counts[key]) for key in order)


def _row(key: tuple[str, str], count: _Count) -> SourceRow:
    role: Literal["speaker", "publisher"] = "publisher" if key[0] == "publisher" else "speaker"
    return SourceRow(key[1], role, count.claims, len(count.incidents), len(count.alone), count.contradicted)


def _contradicted(claims: Sequence[Claim], home: Mapping[str, str], reports: Mapping[str, ReportInfo]) -> set[str]:
    """Ids of claims that are denied, or whose figure another source's excludes."""
    found = {denied for claim in claims if claim.kind == "denial" for denied in claim.denies}
    alike: dict[tuple[str, str | None, str | None], list[Claim]] = {}
    for claim in claims:
        if claim.id in home and claim.kind == "casualty" and claim.figure and not claim.part_of:
            alike.setdefault((home[claim.id], claim.measure, claim.group), []).append(claim)
    for group in alike.values():
        for n, a in enumerate(group):
            for b in group[:n]:
                rivals = who.source(a, reports) != who.source(b, reports)
                if rivals and a.figure and b.figure and disjoint(a.figure, b.figure):
                    found |= {a.id, b.id}
    return found
