"""The words behind a mark of a drawing, for the card that opens beside it."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sijil import queries
from sijil.web.page import register_of, render
from sijil.web.pages.ledgers.frame import picked

router = APIRouter()
MOST = 12  # claims of one card


@router.get("/words")
def words(request: Request, claims: str) -> Response:
    """The quotes of these claims ("C-1,C-2"; ids that are not there are left out), as a part of a page."""
    with register_of(request) as register:
        found = picked(claims.split(","), queries.claims_by_id(register))
        reports = queries.reports(register)
    return render(request, "_words.html", found=found[:MOST], more=max(0, len(found) - MOST), reports=reports)
