"""What people decided: all of it, and each judgement with the claims that it changes."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sijil import queries
from sijil.errors import BadInput
from sijil.model.claim import Claim
from sijil.model.judgement import Judgement
from sijil.register import Register
from sijil.steps.corrections import is_rule
from sijil.steps.judge import standing
from sijil.web.asking import asking
from sijil.web.page import cards_of, register_of, render
from sijil.web.pages.judging import leaving, shown

router = APIRouter()
PAGE = 100  # judgements


@router.get("/judgements")
def judgements(request: Request) -> Response:
    """All judgements, the newest first."""
    number = asking(request.query_params).page
    with register_of(request) as register:
        rows = register.judgements()
        pages = max(1, -(-len(rows) // PAGE))
        first = (min(number, pages) - 1) * PAGE
        page = rows[::-1][first : first + PAGE]
        split = _split(register, page)
    holding, by_id = {row.id for row in standing(rows)}, {str(row.id): row for row in rows}
    listed = [(shown(row, row.id in holding, by_id, split), is_rule(row)) for row in page]
    rules = sum(is_rule(row) and row.id in holding for row in rows)
    return render(
        request, "judgements.html", rows=listed, count=len(rows), rules=rules, number=min(number, pages), pages=pages
    )


@router.get("/judgements/{id_}")
def judgement(request: Request, id_: str) -> Response:
    """One judgement, what it changes now, and the way to withdraw it."""
    with register_of(request) as register:
        states = queries.states(register)
        rows = register.judgements()
        row = next((one for one in rows if str(one.id) == id_), None)
        if row is None:
            raise BadInput(id_, "no such judgement in the register", "list them: sijil review list")
        claims = queries.claims_by_id(register)
        cards, reports = cards_of(request, register), queries.reports(register)
        decided = queries.corrected_by(register, row)
        split = _split(register, [row])
    holds, by_id = row.id in {one.id for one in standing(rows)}, {str(one.id): one for one in rows}
    return render(
        request, "judgement.html", row=shown(row, holds, by_id, split), rule=is_rule(row), cards=cards, reports=reports,
        states=states, about=claims.get(row.subject),
        changed=[claims[one] for one in decided if one in claims] if holds else [],
        by=[one for one in rows if one.verb == "withdraw" and one.subject == id_],
    )  # fmt: skip


def _split(register: Register, rows: Iterable[Judgement]) -> dict[str, Claim]:
    """The claims that splits took away, as read: also those that were rejected."""
    ids = {id_ for row in rows for id_ in leaving(row)}
    return {claim.id: claim for claim in register.claims(ids=ids)} if ids else {}
