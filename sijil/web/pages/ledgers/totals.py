"""Stated totals beside the incidents inside them."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sijil import queries
from sijil.web.asking import asking
from sijil.web.beside import beside, glance, telling
from sijil.web.chips import chips
from sijil.web.page import register_of
from sijil.web.pages.ledgers.frame import part, shown

router = APIRouter()
PAGE = 20  # totals, each with its drawing and words


@router.get("/totals")
def totals(request: Request) -> Response:
    """The totals that the filter asks for, those first that somebody should look at."""
    asked = asking(request.query_params)
    with register_of(request) as register:
        found, claims = queries.totals(register, asked.filter), queries.claims_by_id(register)
        rows = queries.kept(register, ("telling", asked.filter), lambda: telling(found, claims))
        counts = queries.kept(register, ("glance", asked.filter), lambda: glance(rows, claims))
        page = part(rows, asked.page, PAGE)
        drawn = beside(page.rows, claims, queries.views(register))
        return shown(
            request, register, "totals.html", asked, page, totals=drawn, glance=counts,
            chips=chips(asked.filter),
        )  # fmt: skip
