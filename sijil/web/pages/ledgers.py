"""What is kept beside incidents: totals, displacement, access, agreements, control, and the sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sijil import queries
from sijil.model.claim import Claim
from sijil.model.filter import Filter
from sijil.model.ledger import AccessRow, AgreementRow, ControlRow
from sijil.register import Register
from sijil.web.asking import asking
from sijil.web.beside import beside
from sijil.web.page import register_of, render

router = APIRouter()
Claims = Mapping[str, Claim]
Placed = TypeVar("Placed", AccessRow, ControlRow)


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement with the claims of each of its sections."""

    row: AgreementRow
    sections: tuple[tuple[str, list[Claim]], ...]


@router.get("/totals")
def totals(request: Request) -> Response:
    """Stated totals beside the incidents inside them."""
    asked = asking(request.query_params)
    with register_of(request) as register:
        rows = queries.totals(register, asked.filter)
        views = {view.incident.id: view for view in queries.incidents(register, Filter())}
        claims, context = shared(register)
    return render(request, "totals.html", asking=asked, totals=beside(rows, list(claims.values()), views), **context)


@router.get("/displacement")
def displacement(request: Request) -> Response:
    """Observed figures, and set apart from them forecasts, shares and what is denied."""
    asked = asking(request.query_params)
    with register_of(request) as register:
        rows = queries.displacement(register, asked.filter)
        claims, context = shared(register)
    natures: dict[str, Any] = {
        nature: [(row, claims[row.claim]) for row in rows if row.nature == nature and row.claim in claims]
        for nature in ("observed", "forecast", "share", "denied")
    }
    return render(request, "displacement.html", asking=asked, **natures, **context)


@router.get("/access")
def access(request: Request) -> Response:
    """Conditions of siege and access, by place."""
    asked = asking(request.query_params)
    with register_of(request) as register:
        rows = queries.access(register, asked.filter)
        claims, context = shared(register)
    return render(request, "access.html", asking=asked, places=by_place(rows, claims), **context)


@router.get("/agreements")
def agreements(request: Request) -> Response:
    """Truces and deals with what was claimed about them since."""
    asked = asking(request.query_params)
    with register_of(request) as register:
        rows = queries.agreements(register, asked.filter)
        claims, context = shared(register)
    return render(request, "agreements.html", asking=asked, agreements=[agreement(r, claims) for r in rows], **context)


@router.get("/control")
def control(request: Request) -> Response:
    """Who is said to hold what."""
    asked = asking(request.query_params)
    with register_of(request) as register:
        rows = queries.control(register, asked.filter)
        claims, context = shared(register)
    return render(request, "control.html", asking=asked, places=by_place(rows, claims), **context)


@router.get("/sources")
def sources(request: Request) -> Response:
    """Speakers and publishers."""
    asked = asking(request.query_params)
    with register_of(request) as register:
        rows = queries.sources(register, asked.filter)
    titles = {"speaker": "Speakers", "publisher": "Publishers"}
    roles = [(title, [row for row in rows if row.role == role]) for role, title in titles.items()]
    return render(request, "sources.html", asking=asked, roles=roles)


def shared(register: Register) -> tuple[dict[str, Claim], dict[str, Any]]:
    """All claims by id, and the reports for a template: any of them may be quoted."""
    claims = {claim.id: claim for claim in queries.claims(register, Filter())}
    return claims, {"reports": {info.id: info for info in register.reports()}}


def by_place(rows: Iterable[Placed], claims: Claims) -> list[tuple[str, list[tuple[Placed, list[Claim]]]]]:
    """The rows under their places, in the order in which these come first, each row with its claims."""
    places: dict[str, list[tuple[Placed, list[Claim]]]] = {}
    for row in rows:
        places.setdefault(row.place, []).append((row, picked(row.claims, claims)))
    return list(places.items())


def agreement(row: AgreementRow, claims: Claims) -> Agreement:
    """An agreement ready to be shown."""
    sections = (
        ("What is said of it", row.claims),
        ("Claimed as violations since", row.violations),
        ("Blame", row.blames),
        ("Denials", row.denials),
    )
    return Agreement(row, tuple((name, picked(ids, claims)) for name, ids in sections))


def picked(ids: Iterable[str], claims: Claims) -> list[Claim]:
    """The claims with these ids, as far as they are there."""
    return [claims[id_] for id_ in ids if id_ in claims]
