"""The page of one incident: who says what, side by side, what follows from it, and what people decide about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sijil import queries
from sijil.model.incident import GRADES
from sijil.queries import IncidentView
from sijil.register import Register
from sijil.web import names
from sijil.web.asking import Asking, asking
from sijil.web.geo import candidates, on_map
from sijil.web.incident import about, pointed
from sijil.web.language import gettext
from sijil.web.others import others
from sijil.web.page import cards_of, register_of, render
from sijil.web.pages import sheet
from sijil.web.pages.overview import geo_answer
from sijil.web.tellings import Source, distinct

router = APIRouter()
router.include_router(sheet.router)
PAGE = 20  # tellings shown at once
FEW = 8  # lines of a range drawn at once
SOME = 40  # sentences of why claims are one incident, unless `whole` asks for all
LONGEST = 200  # characters of what somebody looks for


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Where an incident stands among those of a filter, by day: `number` of `count`, 0 where it is none of them."""

    number: int
    count: int
    earlier: IncidentView | None = None
    later: IncidentView | None = None


@router.get("/incidents/{id_}")
def incident(request: Request, id_: str) -> Response:
    """One incident. The address keeps the filter of the list that one came from; `find` looks for another incident,
    `part` is the page of what is said,
    `whole=1` gives every sentence on how it came about."""
    asked, find = asking(request.query_params), request.query_params.get("find", "")[:LONGEST]
    with register_of(request) as register:
        states = queries.states(register)
        view = queries.incident(register, id_)
        known = {
            **about(register, view),
            "neighbours": neighbours(register, view.incident.id, asked),
            "others": others(register, view.incident.id, find, request.app.state.places.gazetteer),
            "sentences": queries.explain(register, view.incident.id),
            "cards": cards_of(request, register),
            "pointed": pointed(view, queries.views(register)),
        }
    known |= said_on(request.query_params.get("part", ""), known["sources"])
    return render(
        request, "incident.html", view=view, asked=asked, find=find, states=states, GRADES=GRADES, FEW=FEW,
        SOME=SOME, whole=request.query_params.get("whole") == "1", distinct=distinct,
        here=f"/incidents/{view.incident.id}{'?' + asked.query if asked.query else ''}",
        on_map=not on_map([view], request.app.state.places)[1], candidates=candidates(view.incident.at), **known,
    )  # fmt: skip


@router.get("/incidents/{id_}/map.geojson")
def incident_map(request: Request, id_: str) -> Response:
    """The place of one incident as GeoJSON, with `candidates`: what its name may also mean, and where sources put it
    that differ."""
    with register_of(request) as register:
        view = queries.incident(register, id_)
        other = about(register, view)["elsewhere"]
    shapes = on_map([view], request.app.state.places)[0]
    faint = [
        {
            "name": gettext("%(place)s, by another source", place=names.place(place.id, place.name)),
            "lat": place.lat,
            "lon": place.lon,
        }
        for place in other
    ]
    return geo_answer(shapes | {"candidates": [*candidates(view.incident.at), *faint]})


def neighbours(register: Register, id_: str, asked: Asking) -> Neighbours:
    """The incidents before and after this one in the filter of the address."""
    found, places = queries.order(register, asked.filter)
    at = places.get(id_)
    if at is None:
        return Neighbours(0, len(found))
    later = found[at + 1] if at + 1 < len(found) else None
    return Neighbours(at + 1, len(found), found[at - 1] if at else None, later)


def said_on(part: str, sources: Sequence[Source]) -> dict[str, Any]:
    """The part of what is said that a page shows: its sources, numbered among all, with those tellings of theirs."""
    said = [(n, source, told) for n, source in enumerate(sources, 1) for told in source.tellings]
    pages = max(1, -(-len(said) // PAGE))
    number = min(int(part), pages) if part.isascii() and part.isdigit() and 0 < len(part) < 5 and int(part) else 1
    shown: dict[int, tuple[Source, list[Any]]] = {}
    for n, source, told in said[(number - 1) * PAGE : number * PAGE]:
        shown.setdefault(n, (source, []))[1].append(told)
    return {"shown": shown, "said_page": number, "said_pages": pages}
