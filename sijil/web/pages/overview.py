"""The overview: map, timeline, list and tallies of one filter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sijil import queries
from sijil.model.filter import Filter
from sijil.queries import IncidentView
from sijil.web import words
from sijil.web.asking import asking, query_of
from sijil.web.beside import beside
from sijil.web.geo import off_map, on_map, provinces
from sijil.web.page import cards_of, register_of, render
from sijil.web.timeline import Column, timeline

router = APIRouter()
PAGE = 100  # incidents
TOTALS, LOOSE, LISTED = 8, 100, 50  # totals, claims without day or place, and other lines that are shown at most


@router.get("/")
def overview(request: Request) -> Response:
    """Everything that the filter in the address leaves, on one page."""
    asked = asking(request.query_params)
    with register_of(request) as register:
        views = queries.incidents(register, asked.filter)
        tally = queries.tally(register, asked.filter)
        claims, reports = queries.claims_by_id(register), queries.reports(register)
        loose = queries.loose(register, asked.filter)
        behind, cards = register.behind, cards_of(request, register)
        all_views = queries.views(register)
        spans = [(claims[total.claim].period, claims[total.claim]) for total in tally.totals]
        drawn = queries.kept(
            register,
            ("timeline", asked.filter),
            lambda: timeline(
                [view.incident.period for view in views],
                [(period, f"{words.what(claim)}, {words.when(period)}") for period, claim in spans],
            ),
        )
        places = request.app.state.places
        off = queries.kept(register, ("off map", asked.filter), lambda: off_map(views, places))
    totals = beside(tally.totals[:TOTALS], claims, all_views)
    pages = max(1, -(-len(views) // PAGE))
    first = (min(asked.page, pages) - 1) * PAGE
    doubted = [id_ for one in tally.doubts[:LISTED] for id_ in (one.incident, one.other)]
    return render(
        request, "overview.html", asking=asked, tally=tally, cards=cards, totals=totals, reports=reports, pages=pages,
        behind=behind, titles={id_: all_views[id_].incident.title for id_ in doubted if id_ in all_views},
        incidents=views[first : first + PAGE], incidents_count=len(views),
        off_map=off,
        timeline=drawn,
        column_query=column_query(asked.filter), page_query=page_query(asked.filter), loose=loose[:LOOSE],
        loose_count=len(loose), totals_count=len(tally.totals), LISTED=LISTED,
        undated=sum(map(queries.is_undated, loose)), placeless=sum(map(queries.is_placeless, loose)),
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
