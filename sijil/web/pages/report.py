"""The reports: the list, and each with its archived text and what was read in it."""

from __future__ import annotations

from itertools import islice

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sijil import queries
from sijil.model.filter import Filter
from sijil.model.report import ReportInfo
from sijil.web.asking import asking
from sijil.web.highlight import Part, parts
from sijil.web.page import cards_of, register_of, render
from sijil.web.pages.judging import CORRECTABLE, about
from sijil.web.pages.overview import page_query

router = APIRouter()
PAGE = 200  # reports in the list


@router.get("/reports")
def reports(request: Request) -> Response:
    """All reports, in order of arrival."""
    with register_of(request) as register:
        counts = queries.counts(register)
        told, asked = queries.reports(register), asking(request.query_params)
        pages = max(1, -(-len(told) // PAGE))
        number = min(asked.page, pages)
        rows = [(info, counts[info.id]) for info in islice(told.values(), (number - 1) * PAGE, number * PAGE)]
    return render(
        request, "reports.html", rows=rows, count=len(told), pages=pages, number=number, here="/reports",
        page_query=page_query(Filter()),
    )  # fmt: skip


@router.get("/reports/{id_}")
def report(request: Request, id_: str) -> Response:
    """One report."""
    with register_of(request) as register:
        states = queries.states(register)
        view = queries.report_view(register, id_)
        read = queries.read_claims(register, id_)
        judged = about(register.judgements(), {claim.id for claim in read})
        cards = cards_of(request, register)
    kept = {claim.id for claim in view.claims}
    shown = parts(view.text, view.claims)
    return render(
        request, "report.html", info=view.info, title=titled(view.info, shown),
        size=len(view.report.data), encoding=view.report.encoding, parts=shown, claims=view.claims, cards=cards,
        incident_of={claim: incident for incident in view.incidents for claim in incident.claims},
        decided={row.subject: f"{row.verb} by {row.who}" for row in judged if row.holds}, states=states,
        rejected=[claim for claim in read if claim.id not in kept], judgements=judged, CORRECTABLE=CORRECTABLE,
    )  # fmt: skip


def titled(info: ReportInfo, shown: tuple[Part, ...]) -> str:
    """The report's title, or the longest headline of its text, or its name in the archive."""
    headlines = ["".join(run.text for run in part.runs) for part in shown if part.role == "headline"]
    return info.title or max(headlines, key=len, default=info.doc)
