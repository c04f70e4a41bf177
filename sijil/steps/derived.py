"""What follows from claims and judgements of all reports: incidents and their assessments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sijil.model.claim import Claim
from sijil.model.incident import Assessment, Incident
from sijil.model.judgement import Judgement
from sijil.model.report import ReportInfo
from sijil.steps.accepted import accepted
from sijil.steps.assess import assess_all
from sijil.steps.judge import standing
from sijil.steps.link import link


def derived(
    claims: Sequence[Claim], reports: Mapping[str, ReportInfo], judgements: Sequence[Judgement]
) -> tuple[tuple[Incident, ...], tuple[Assessment, ...]]:
    """What follows from claims and judgements: the same for the same input, at any time."""
    decided = standing(judgements)
    kept = accepted(claims, decided)
    incidents = link(kept, reports, decided)
    return incidents, assess_all(incidents, {claim.id: claim for claim in kept}, reports, decided)
