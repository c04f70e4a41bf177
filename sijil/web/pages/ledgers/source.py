"""One speaker or publisher: what it said, who contradicts it with which words, and what people decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Literal

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sijil import queries
from sijil.errors import BadInput
from sijil.model.claim import Claim
from sijil.model.filter import Filter
from sijil.model.ledger import Judged, SourceRow, SourceSaid
from sijil.register import Register
from sijil.steps.parties import speaker_kind
from sijil.steps.tally.source import judged, of_source, rejected, source_said
from sijil.web.asking import asking
from sijil.web.ledgers.months import months
from sijil.web.page import register_of
from sijil.web.pages.ledgers.frame import part, picked, shown
from sijil.web.speakers import speaker_key

router = APIRouter()
PAGE = 20  # claims, and contradictions
Role = Literal["speaker", "publisher"]


@router.get("/sources/{role}/{key:path}")
def source(request: Request, role: Role, key: str) -> Response:
    """The page of one source, as far as its claims fit the filter. 404 for a name that nobody in the register has."""
    asked = asking(request.query_params)
    with register_of(request) as register:
        row = row_of(register, asked.filter, role, key)
        said = said_by(register, asked.filter, row)
        claims = queries.claims_by_id(register)
        view = request.query_params.get("view", "")
        view = view if view == "against" else ""
        told, against = part(said.claims, asked.page, PAGE), part(said.against, asked.page, PAGE)
        return shown(
            request, register, "source.html", asked, against if view else told, {"view": view}, row=row, said=said,
            drawn=months(said.months), judged=decided(register, asked.filter, row), kind=speaker_kind(row.name),
            view=view, by=contradicting(said, claims), own=picked(told.rows, claims),
        )  # fmt: skip


def row_of(register: Register, wanted: Filter, role: Role, key: str) -> SourceRow:
    """The row of a source by its key in addresses; an empty one where the filter leaves nothing of it.

    Raises BadInput where nobody in the register has that name.
    """
    for asked in (wanted, Filter()):
        known = queries.sources(register, asked)
        found = next((row for row in known if row.role == role and key in (row.name, speaker_key(row.name))), None)
        if found:
            return found if asked == wanted else SourceRow(found.name, role, 0, 0, 0, 0)
    raise BadInput(key, f"no such {role} in the register", "list them: sijil sources")


def said_by(register: Register, wanted: Filter, row: SourceRow) -> SourceSaid:
    """What a source said, kept until the register changes."""

    def made() -> SourceSaid:
        everything = queries.findings(register)
        own = of_source(queries.claims(register, wanted), everything.reports, row.role, row.name)
        return source_said(row, own, everything)

    return queries.kept(register, ("said by", wanted, row), made)


def decided(register: Register, wanted: Filter, row: SourceRow) -> Judged:
    """What people decided on the claims of a source, those that they rejected among them."""
    reports = queries.reports(register)

    def made() -> Judged:
        judgements = register.judgements()
        gone = of_source(register.claims(ids=list(rejected(judgements))), reports, row.role, row.name)
        left = picked(said_by(register, wanted, row).claims, queries.claims_by_id(register))
        return judged((*left, *gone), judgements)

    return queries.kept(register, ("decided", wanted, row), made)


def contradicting(said: SourceSaid, claims: Mapping[str, Claim]) -> list[tuple[str, int, bool]]:
    """Who contradicts a source, how often, most often first, and whether it is a speaker or a report's own voice."""
    counts = Counter((one.by, bool(one.other in claims and claims[one.other].speaker)) for one in said.against)
    return [(name, count, spoken) for (name, spoken), count in counts.most_common()]
