"""The reports: the list, and each with its archived text and what was read in it."""

from __future__ import annotations

from collections import Counter

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sijil import queries
from sijil.model.filter import Filter
from sijil.web.highlight import parts
from sijil.web.page import register_of, render
from sijil.web.pages.judging import CORRECTABLE, about, reader

router = APIRouter()


@router.get("/reports")
def reports(request: Request) -> Response:
    """All reports, in order of arrival."""
    with register_of(request) as register:
        counts = Counter(claim.doc for claim in queries.claims(register, Filter()))
        rows = [(info, counts[info.id]) for info in register.reports()]
    return render(request, "reports.html", rows=rows)


@router.get("/reports/{id_}")
def report(request: Request, id_: str) -> Response:
    """One report."""
    with register_of(request) as register:
        view = queries.report_view(register, id_)
        judged = about(register.judgements(), {claim.id for claim in view.claims})
    return render(
        request, "report.html", info=view.info, size=len(view.report.data), encoding=view.report.encoding,
        parts=parts(view.text, view.claims), claims=view.claims,
        incident_of={claim: incident for incident in view.incidents for claim in incident.claims},
        decided={row.subject: f"{row.verb} by {row.who}" for row in judged}, who=reader(), CORRECTABLE=CORRECTABLE,
    )  # fmt: skip
