"""The ledger of sources: what each speaker and publisher said, how often alone, how often contradicted. No score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sijil.model.claim import Claim
from sijil.model.incident import Assessment, Incident
from sijil.model.ledger import SourceRow
from sijil.model.report import ReportInfo
from sijil.steps import who
from sijil.steps.bounds import disjoint


@dataclass(frozen=True, slots=True)
class _Said:
    """Claims with the name that all are counted under and their incidents, None where a claim is of none."""

    names: Sequence[str]
    claims: Sequence[Claim]
    homes: Sequence[str | None]


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
    home = {claim: incident.id for incident in incidents for claim in incident.claims}
    lonely = {i for i, a in assessments.items() if len(a.sources) == 1}
    against = _contradicted(claims, home, reports)
    publishers = {doc: who.publisher(claim, reports) for doc, claim in {claim.doc: claim for claim in claims}.items()}
    spoken = [(name, claim) for claim in claims if claim.speaker and (name := who.speaker(claim))]
    rows = [
        *_rows("speaker", _said([name for name, _ in spoken], [claim for _, claim in spoken], home), lonely, against),
        *_rows("publisher", _said([publishers[claim.doc] for claim in claims], claims, home), lonely, against),
    ]
    return tuple(rows)


def _said(names: Sequence[str], claims: Sequence[Claim], home: Mapping[str, str]) -> _Said:
    return _Said(names, claims, [home.get(claim.id) for claim in claims])


def _rows(role: Literal["speaker", "publisher"], said: _Said, lonely: set[str], against: set[str]) -> list[SourceRow]:
    """The rows of one role. Counted as a whole: 100,000 claims one by one take 0.3 s."""
    counts = Counter(said.names)
    told = [(name, home) for name, home in set(zip(said.names, said.homes, strict=True)) if home is not None]
    incidents, alone = Counter(name for name, _ in told), Counter(name for name, home in told if home in lonely)
    contradicted = Counter(name for name, one in zip(said.names, said.claims, strict=True) if one.id in against)
    order = sorted(counts, key=lambda name: (-counts[name], name))
    return [SourceRow(name, role, counts[name], incidents[name], alone[name], contradicted[name]) for name in order]


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
                apart = a.figure and b.figure and disjoint(a.figure, b.figure)
                if apart and who.source(a, reports) != who.source(b, reports):
                    found |= {a.id, b.id}
    return found
