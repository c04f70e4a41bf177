"""What had been reported by a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from sijil.model.claim import Claim
from sijil.model.report import ReportInfo


def told_by(day: date, reports: Mapping[str, ReportInfo], claims: Iterable[Claim]) -> dict[str, ReportInfo]:
    """The reports that were out by a day: published by then, by what is known of them or else printed on them, or,
    where neither is known, retrieved by then."""
    printed: dict[str, date] = {}
    for claim in claims:
        if claim.report_day:
            printed.setdefault(claim.doc, claim.report_day)
    out = {id_: info.published or printed.get(id_) or info.retrieved.date() for id_, info in reports.items()}
    return {id_: info for id_, info in reports.items() if out[id_] <= day}
