"""The printable sheet of one incident: an export, which the browser makes a PDF of."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sijil import queries
from sijil.exports.sheet import address, limits
from sijil.model.filter import Filter
from sijil.web.incident import about
from sijil.web.page import register_of, render
from sijil.web.pages.out import taking
from sijil.web.people.veil import party_words
from sijil.web.ranges import Line
from sijil.web.sheet import Worded
from sijil.web.tellings import distinct

router = APIRouter()
MOST = 10  # lines of one range: more are drawn by their bounds


@router.get("/incidents/{id_}/sheet")
def sheet(request: Request, id_: str) -> Response:
    """The sheet; with `names=1` and `positions=1` for those who may, what is withheld otherwise."""
    taken = taking(request)
    with register_of(request) as register:
        view = queries.incident(register, id_)
        known = about(register, view)
        tally = queries.tally(register, Filter())
        taken.record(register, "sheet", {"incident": view.incident.id})
    claims = (*view.claims, *view.denials)
    team = {row.who for entry in known["history"] for row in (entry.row, *entry.undone)}
    words = Worded(taken.shown, known["account"] | party_words(), known["houses"], frozenset(team)).about(claims)
    answer = render(
        request, "sheet.html", view=view, words=words, shown=taken.shown, tally=tally, address=address,
        limits=(*tally.limits, *limits(taken.shown)), distinct=distinct, refs=refs, MOST=MOST, **known,
    )  # fmt: skip
    answer.headers["cache-control"] = "no-store"
    return answer


def refs(lines: Iterable[Line]) -> tuple[str, ...]:
    """The reports that lines rest on, each once."""
    return tuple(dict.fromkeys(claim.doc for line in lines for claim in line.claims))
