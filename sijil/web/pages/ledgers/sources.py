"""Sources: every speaker and publisher with what it said, in the order that the address asks for."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sijil import queries
from sijil.model.ledger import SourceRow
from sijil.web.asking import asking
from sijil.web.language import N_, Words
from sijil.web.page import register_of
from sijil.web.pages.ledgers.frame import Part, part, shown
from sijil.web.speakers import speaker_key

router = APIRouter()
PAGE = 100  # names in each of the two lists
#: What the lists can be ordered by, and the head of that column; the first where nothing is asked for.
COLUMNS = Words({
    "claims": N_("Claims"), "name": N_("Name"), "incidents": N_("Incidents"), "alone": N_("Alone"),
    "contradicted": N_("Contradicted"),
})  # fmt: skip
TITLES = Words({"speaker": N_("Speakers"), "publisher": N_("Publishers")})


@router.get("/sources")
def sources(request: Request) -> Response:
    """The speakers and publishers of the claims that the filter asks for."""
    asked = asking(request.query_params)
    by = request.query_params.get("by", "")
    by = by if by in COLUMNS else "claims"
    with register_of(request) as register:
        rows = queries.sources(register, asked.filter)
        lists = [(role, ordered([row for row in rows if row.role == role], by)) for role in TITLES]
        parts = [(role, part(own, asked.page, PAGE), len(own)) for role, own in lists]
        longest = max((one for _, one, _ in parts), key=lambda one: one.pages)
        page: Part[SourceRow] = Part((), longest.number, longest.pages)
        roles = [
            (role, TITLES[role], one.rows if one.number == page.number else (), count) for role, one, count in parts
        ]
        also = {"by": by if by != "claims" else ""}
        return shown(
            request, register, "sources.html", asked, page, also, roles=roles, by=by, COLUMNS=COLUMNS,
            speaker_key=speaker_key,
        )  # fmt: skip


def ordered(rows: Sequence[SourceRow], by: str) -> list[SourceRow]:
    """The rows by one of COLUMNS: names from A, numbers from the largest."""
    if by == "name":
        return sorted(rows, key=lambda row: row.name.casefold())
    return sorted(rows, key=lambda row: (-getattr(row, by), row.name.casefold()))
