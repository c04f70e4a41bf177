"""Agreements: what was claimed as a breach of each since it came into force, by whom and against whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sijil import queries
from sijil.model.claim import Claim
from sijil.model.ledger import AgreementRow, Blamed
from sijil.model.report import ReportInfo
from sijil.steps.tally.course import blamed
from sijil.steps.tally.course import course as course_of
from sijil.web.asking import asking
from sijil.web.language import N_
from sijil.web.ledgers.course import PITCH, TOP, Course, course
from sijil.web.page import register_of
from sijil.web.pages.ledgers.frame import part, picked, shown

router = APIRouter()
PAGE = 10  # agreements


@dataclass(frozen=True, slots=True)
class Shown:
    """An agreement with its drawing, who blames whom, and the claims of each of its sections."""

    row: AgreementRow
    course: Course | None
    blamed: tuple[Blamed, ...]
    sections: tuple[tuple[str, list[Claim]], ...]


@router.get("/agreements")
def agreements(request: Request) -> Response:
    """The agreements that the filter asks for: those with claimed violations first, then the latest."""
    asked = asking(request.query_params)
    with register_of(request) as register:
        found = sorted(queries.agreements(register, asked.filter), key=_order)
        page = part(found, asked.page, PAGE)
        claims, reports = queries.claims_by_id(register), queries.reports(register)
        home = queries.findings(register).home
        return shown(
            request, register, "agreements.html", asked, page, count=len(found), PITCH=PITCH, TOP=TOP,
            broken=sum(bool(row.violations) for row in found),
            agreements=[agreement(row, claims, reports, home) for row in page.rows],
        )  # fmt: skip


def _order(row: AgreementRow) -> tuple[bool, int]:
    return not row.violations, -(row.since or date.min).toordinal()


def agreement(
    row: AgreementRow, claims: Mapping[str, Claim], reports: Mapping[str, ReportInfo], home: Mapping[str, str]
) -> Shown:
    """An agreement ready to be shown."""
    sections = (
        (N_("Its terms, and what is said of it"), row.claims),
        (N_("Claimed as violations since"), row.violations),
        (N_("Blame"), row.blames),
        (N_("Denials"), row.denials),
    )
    return Shown(
        row, course(course_of(row, claims, reports, home)), blamed(row, claims, reports, home),
        tuple((name, picked(ids, claims)) for name, ids in sections),
    )  # fmt: skip
