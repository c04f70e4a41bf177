"""The JSON objects that the command line and the HTTP interface give of what the register answers.

docs/json.md documents them. Claims have the annotation guide's form with `ref` and `report`, the ids in the register.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sijil import METHOD_VERSION
from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.incident import Assessment, GroupRange, Incident
from sijil.model.period import Period
from sijil.model.place import Place
from sijil.model.report import ReportInfo
from sijil.record import Json, claim_to_json, to_plain


def claim_form(claim: Claim, numbers: Mapping[str, int] | None = None) -> Json:
    """A claim of a register: the guide's form, and before it `ref` (its id there) and `report`."""
    return {"ref": claim.id, "report": claim.doc, **claim_to_json(claim, numbers)}


def form(row: Any) -> Json:
    """The JSON form of a row of any listing: of claims, reports, incidents (with their assessment) or a ledger."""
    if isinstance(row, Claim):
        return claim_form(row)
    if isinstance(row, ReportInfo):
        return report_form(row)
    if hasattr(row, "assessment"):
        return incident_form(row.incident, row.assessment, tuple(report.id for report in row.reports), row.former)
    return row_form(row)


def row_form(row: Any) -> Json:
    """A row of a ledger, a tally or a judgement, field by field."""
    plain: Json = to_plain(row)
    return plain


def report_form(info: ReportInfo) -> Json:
    """A report without its bytes; of its sketch only the `wires` that it is credited to."""
    plain: Json = to_plain(info)
    return {**{key: value for key, value in plain.items() if key != "sketch"}, "wires": list(info.sketch.wires)}


def told_report(info: ReportInfo, claims: Sequence[Claim]) -> Json:
    """A report with its claims, `denies` among these as numbers."""
    numbers = {claim.id: claim.number for claim in claims}
    return report_form(info) | {"claims": [claim_form(claim, numbers) for claim in claims]}


def incident_form(
    incident: Incident, assessment: Assessment, reports: tuple[str, ...], former: tuple[str, ...] = ()
) -> Json:
    """An incident with what its sources support. `reports` are the ids of the reports that tell of it, `former` those
    of incidents that people made part of it."""
    return {
        "id": incident.id,
        "former": list(former),
        "title": incident.title,
        "place": place_form(incident.at),
        **period_form(incident.period),
        "attack": incident.attack,
        "grade": assessment.grade,
        "method": METHOD_VERSION,
        "grade_reasons": list(assessment.grade_reasons),
        "ranges": [range_form(one) for one in assessment.ranges],
        "sources": list(assessment.sources),
        "carried": {name: list(publishers) for name, publishers in assessment.carried},
        "blamed": list(assessment.blamed),
        "disputed": assessment.disputed,
        "disputes": list(assessment.disputes),
        "claims": list(incident.claims),
        "reports": list(reports),
        "reasons": list(incident.reasons),
    }


def range_form(one: GroupRange) -> Json:
    """The range of one measure and group, its bounds beside its reasons."""
    return {
        "measure": one.measure,
        "group": one.group,
        **figure_form(one.figure),
        "highest_low": one.highest_low,
        "claims": list(one.claims),
        "reasons": list(one.reasons),
        "set_aside": [{"claim": claim, "why": why} for claim, why in one.set_aside],
    }


def figure_form(figure: Figure) -> Json:
    """A figure's bounds; null is open."""
    return {"low": figure.low, "high": figure.high, "approx": figure.approx, "unit": figure.unit}


def period_form(period: Period | None) -> Json:
    """First and last day (null where nobody knows) and their precision."""
    if period is None:
        return {"start": None, "end": None, "date_precision": "unresolved"}
    first, last = (day.isoformat() if day else None for day in (period.start, period.end))
    return {"start": first, "end": last, "date_precision": period.precision}


def place_form(place: Place | None) -> Json | None:
    """A resolved place without its other candidates; an area has no coordinates."""
    if place is None:
        return None
    plain: Json = to_plain(place)
    plain.pop("candidates")
    return plain
