"""The overview: map, timeline, list and tallies of one filter."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sijil import queries
from sijil.model.claim import Claim
from sijil.model.filter import Filter
from sijil.model.incident import GRADES
from sijil.register import Register
from sijil.web import dates, order, words
from sijil.web.asking import SORTS, Asking, asking, query_of, with_sort
from sijil.web.beside import beside, glance, telling
from sijil.web.chips import chips
from sijil.web.geo import Mapped, features, mapped, provinces
from sijil.web.language import gettext, language
from sijil.web.page import cards_of, register_of, render
from sijil.web.places import Places
from sijil.web.tallied import lines
from sijil.web.timeline import Timeline, steps, timeline

router = APIRouter()
PAGE = 100  # incidents
TOTALS, LOOSE, LISTED = 8, 40, 50  # totals, claims without day or place, and other lines that are shown at most
HERE = 20  # incidents of one place that its card on the map lists
GEOJSON = "application/geo+json"


@router.get("/")
def overview(request: Request) -> Response:
    """Everything that the filter in the address leaves, on one page."""
    asked = asking(request.query_params)
    with register_of(request) as register:
        cards = cards_of(request, register)
        context = {
            **_listed(register, asked), **_tallied(register, asked.filter), **_loose(register, asked.filter),
            "reports": queries.reports(register), "behind": register.behind, "cards": cards,
            "places": _mapped(register, asked.filter, request.app.state.places),
            "timeline": _timeline(register, asked.filter),
        }  # fmt: skip
    return render(
        request, "overview.html", asking=asked, here="/", chips=chips(asked.filter), GRADES=GRADES, LISTED=LISTED,
        days_query=days_query(asked), steps=steps(asked.filter.since, asked.filter.until),
        sort_query=sort_query(asked.filter), SORT_LABELS=order.LABELS, **context,
    )  # fmt: skip


def _listed(register: Register, asked: Asking) -> dict[str, Any]:
    """One page of the list in the order asked for."""
    views = queries.incidents(register, asked.filter)
    if asked.sort != SORTS[0]:
        unsorted = views
        question = ("sorted", asked.filter, asked.sort)
        views = queries.kept(register, question, lambda: order.ordered(unsorted, asked.sort))
    pages = max(1, -(-len(views) // PAGE))
    number = min(asked.page, pages)
    first = (number - 1) * PAGE
    return {
        "incidents": views[first : first + PAGE], "incidents_count": len(views), "pages": pages, "number": number,
        "page_query": page_query(asked.filter, asked.sort),
    }  # fmt: skip


def _tallied(register: Register, wanted: Filter) -> dict[str, Any]:
    """The tally, and the stated totals beside it."""
    tally, views, claims = queries.tally(register, wanted), queries.views(register), queries.claims_by_id(register)
    first = queries.kept(register, ("telling", wanted), lambda: telling(tally.totals, claims))
    counts = queries.kept(register, ("glance", wanted), lambda: glance(tally.totals, claims))
    doubted = [id_ for one in tally.doubts[:LISTED] for id_ in (one.incident, one.other)]
    return {
        "tally": tally, "lines": lines(tally.rows), "glance": counts,
        "titles": {id_: words.titled(views[id_].incident) for id_ in doubted if id_ in views},
        "totals": beside(first[:TOTALS], claims, views),
        "totals_count": len(tally.totals),
    }  # fmt: skip


def _loose(register: Register, wanted: Filter) -> dict[str, Any]:
    """Claims that no map or timeline can show."""
    loose = queries.loose(register, wanted)
    counts = queries.kept(
        register, ("loose counts", wanted),
        lambda: (sum(map(queries.is_undated, loose)), sum(map(queries.is_placeless, loose))),
    )  # fmt: skip
    return {"loose": loose[:LOOSE], "loose_count": len(loose), "undated": counts[0], "placeless": counts[1]}


def _mapped(register: Register, wanted: Filter, places: Places) -> Mapped:
    """Where the incidents are drawn."""
    return queries.kept(register, ("map", wanted), lambda: mapped(queries.incidents(register, wanted), places))


@dataclass(frozen=True, slots=True)
class _Label:
    """What a total says and when, in words; few of thousands are drawn."""

    claim: Claim

    def __str__(self) -> str:
        return gettext("%(what)s, %(when)s", what=words.what(self.claim), when=dates.when(self.claim.period))


def _timeline(register: Register, wanted: Filter) -> Timeline:
    """Incidents and stated totals in time."""

    def drawn() -> Timeline:
        claims = queries.claims_by_id(register)
        told = [claims[total.claim] for total in queries.tally(register, wanted).totals]
        spans = [(one.period, _Label(one)) for one in told]
        return timeline([view.incident.period for view in queries.incidents(register, wanted)], spans)

    return queries.kept(register, ("timeline", wanted, language().code), drawn)


@router.get("/map.geojson")
def incidents_map(request: Request) -> Response:
    """The places of a filter's incidents as GeoJSON."""
    wanted = asking(request.query_params).filter
    with register_of(request) as register:
        found = _mapped(register, wanted, request.app.state.places)
        packed = queries.kept(register, ("map, packed", wanted, language().code), lambda: _packed(features(found)))
    return geo_packed(request, packed)


@router.get("/map/{key}")
def place(request: Request, key: str) -> Response:
    """What one place of the map holds: the card that opens on it."""
    asked = asking(request.query_params)
    with register_of(request) as register:
        found = _mapped(register, asked.filter, request.app.state.places).drawn.get(key)
    if found is None:
        raise HTTPException(404, gettext("There is no such place on this map."))
    return render(request, "_on_map.html", asking=asked, drawn=found, HERE=HERE)


@router.get("/provinces.geojson")
def provinces_map(request: Request) -> Response:
    """Borders of provinces, to find one's way."""
    answer = geo_packed(request, _packed(provinces()))
    answer.headers["cache-control"] = "max-age=86400"
    return answer


def geo_answer(collection: dict[str, Any]) -> Response:
    """GeoJSON as an answer."""
    return JSONResponse(collection, media_type=GEOJSON)


def _packed(collection: dict[str, Any]) -> bytes:
    """GeoJSON, compressed. Pages are not: what they reflect stands beside the tokens of their forms (BREACH)."""
    return gzip.compress(json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode(), 5, mtime=0)


def geo_packed(request: Request, packed: bytes) -> Response:
    """Compressed GeoJSON as an answer, unpacked for who takes no gzip."""
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(gzip.decompress(packed), media_type=GEOJSON, headers={"vary": "accept-encoding"})
    return Response(packed, media_type=GEOJSON, headers={"content-encoding": "gzip", "vary": "accept-encoding"})


def days_query(asked: Asking) -> Callable[[date, date], str]:
    """The address of other days: the same filter and order."""

    def address(since: date, until: date) -> str:
        return with_sort(query_of(asked.filter, since=since.isoformat(), until=until.isoformat()), asked.sort)

    return address


def page_query(wanted: Filter, sort: str = SORTS[0]) -> Callable[[int], str]:
    """The address of another page of the list."""
    return lambda number: with_sort(query_of(wanted, page=str(number)), sort)


def sort_query(wanted: Filter) -> Callable[[str], str]:
    """The address of the list in another order."""
    return lambda sort: with_sort(query_of(wanted), sort)
