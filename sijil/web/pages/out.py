"""What is on screen, taken out: files with the filter of the page, and the notes that a picture of it carries."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sijil import queries
from sijil.exports.bundle import bundle
from sijil.exports.formats import FORMATS, Shown, gather
from sijil.exports.material import header_of, told
from sijil.record import Json
from sijil.register import Register
from sijil.rules import load
from sijil.web import dates
from sijil.web.asking import asking
from sijil.web.chips import in_words
from sijil.web.language import gettext
from sijil.web.page import NAVIGATION, register_of
from sijil.web.people.visitor import Visitor, visitor_of
from sijil.web.told import plain
from sijil.web.words import role

router = APIRouter()
WAY = "desk"
PAGES = dict(NAVIGATION)


@dataclass(frozen=True, slots=True)
class Taken:
    """Who takes what: `shown` is what they asked to see beyond the usual."""

    visitor: Visitor
    shown: Shown

    def record(self, register: Register, format_: str, asked: Json) -> None:
        """Writes it down, before anything leaves."""
        register.people.record(self.visitor.name or "nobody", "export", told(format_, asked, self.shown, WAY))


def taking(request: Request) -> Taken:
    """What the address asks for. Raises HTTPException (403) where the role may not."""
    visitor = visitor_of(request)
    names, positions = (request.query_params.get(name) == "1" for name in ("names", "positions"))
    if not visitor.may("export") or ((names or positions) and not visitor.may("names")):
        told_role = role(visitor.role)
        if names or positions:
            problem = gettext(
                "As %(role)s you may not take out files with names or exact positions; ask an admin for another role.",
                role=told_role,
            )
        else:
            problem = gettext("As %(role)s you may not take out files; ask an admin for another role.", role=told_role)
        raise HTTPException(403, problem)
    return Taken(visitor, Shown(positions=positions, names=names))


@router.get("/export/picture")
def picture(request: Request) -> Response:
    """What a picture of a page says of itself, as JSON; the browser draws it. `page` is the page's address."""
    taken, asked = taking(request), asking(request.query_params)
    title = PAGES.get(request.query_params.get("page", "/"))
    if title is None:
        raise HTTPException(404, gettext("There is no picture of this page."))
    with register_of(request) as register:
        tally = queries.tally(register, asked.filter)
        header = header_of(tally, asked.filter, taken.shown)
        taken.record(register, "picture", header["filter"])
    notes = {
        "title": gettext(title), "name": title.lower(), "filter": in_words(asked.filter),
        "as_of": dates.day(tally.as_of), "day": tally.as_of.isoformat(),
        "method": header["method"], "limits": [plain(line) for line in header["limits"]],
        "decimals": None if taken.shown.positions else load("privacy")["decimals"],
    }  # fmt: skip
    return JSONResponse(notes, headers={"cache-control": "no-store"})


@router.get("/export/{name}")
def export(request: Request, name: str) -> Response:
    """The part of the record that the address asks for as one of FORMATS."""
    taken, chosen = taking(request), FORMATS.get(name)
    if chosen is None:
        raise HTTPException(404, gettext("There is no format “%(name)s”.", name=name[:40]))
    wanted = asking(request.query_params)
    if wanted.problems:  # a file must not hold more than what was meant
        raise HTTPException(400, " ".join(wanted.problems))
    with register_of(request) as register:
        material = gather(register, wanted.filter, taken.shown, chosen.ledger)
        taken.record(register, name, material.header["filter"])
    made = bundle(name, chosen, material)
    headers = {"content-disposition": f'attachment; filename="{made.name}"', "cache-control": "no-store"}
    return Response(made.data, media_type=made.media, headers=headers)
