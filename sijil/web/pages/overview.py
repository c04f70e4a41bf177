"""The overview: map, timeline, list and tallies of one filter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sijil import queries
from sijil.model.claim import Claim
from sijil.model.filter import Filter
from sijil.queries import IncidentView
from sijil.web import words
from sijil.web.asking import asking, query_of
from sijil.web.beside import beside
from sijil.web.geo import on_map, provinces
from sijil.web.page import cards_of, register_of, render
from sijil.web.timeline import Column, timeline

router = APIRouter()
PAGE = 100  # incidents


@router.get("/")
def overview(request: Request) -> Response:
    """Everything that the filter in the address leaves, on one page."""
    asked = asking(request.query_params)
    with register_of(request) as register:
        views = queries.incidents(register, asked.filter)
        tally = queries.tally(register, asked.filter)
        everything = queries.claims(register, Filter())
        claims = queries.claims(register, asked.filter) if asked.active else everything
        behind, cards = register.behind, cards_of(request, register)
        reports = {info.id: info for info in register.reports()}
        all_views = queries.incidents(register, Filter()) if asked.active else views
    totals = beside(tally.totals, everything, {view.incident.id: view for view in all_views})
    pages = max(1, -(-len(views) // PAGE))
    first = (min(asked.page, pages) - 1) * PAGE
    return render(
        request, "overview.html", asking=asked, tally=tally, cards=cards, totals=totals, reports=reports, pages=pages,
        behind=behind, titles={view.incident.id: view.incident.title for view in views},
        incidents=views[first : first + PAGE], incidents_count=len(views),
        off_map=on_map(views, request.app.state.places)[1],
        timeline=timeline(
            [view.incident.period for view in views],
            [(total.claim.period, f"{words.what(total.claim)}, {words.when(total.claim.period)}") for total in totals],
        ),
        column_query=column_query(asked.filter), page_query=page_query(asked.filter),
        loose=[claim for claim in claims if is_undated(claim) or is_placeless(claim)],
        undated=sum(map(is_undated, claims)), placeless=sum(map(is_placeless, claims)),
    )  # fmt: skip


@router.get("/map.geojson")
def incidents_map(request: Request) -> Response:
    """The incidents of a filter as GeoJSON."""
    with register_of(request) as register:
        views = queries.incidents(register, asking(request.query_params).filter)
    return geojson(request, views)


@router.get("/provinces.geojson")
def provinces_map() -> Response:
    """Borders of provinces, to find one's way."""
    return JSONResponse(provinces(), media_type="application/geo+json", headers={"cache-control": "max-age=86400"})


def geojson(request: Request, views: Sequence[IncidentView]) -> Response:
    """What of `views` can be drawn."""
    return geo_answer(on_map(views, request.app.state.places)[0])


def geo_answer(collection: dict[str, Any]) -> Response:
    """GeoJSON as an answer."""
    return JSONResponse(collection, media_type="application/geo+json")


def column_query(wanted: Filter) -> Callable[[Column], str]:
    """The address of a column: the same filter, narrowed to its days."""
    return lambda column: query_of(wanted, since=column.since.isoformat(), until=column.until.isoformat())


def page_query(wanted: Filter) -> Callable[[int], str]:
    """The address of another page of the list."""
    return lambda number: query_of(wanted, page=str(number))


def is_undated(claim: Claim) -> bool:
    """Whether nobody knows any day of the claim."""
    return claim.period is None or not (claim.period.start or claim.period.end)


def is_placeless(claim: Claim) -> bool:
    """Whether nobody knows the claim's place, or its name means nothing to the gazetteer."""
    return claim.at is None or claim.at.precision == "unknown"
