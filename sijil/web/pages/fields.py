"""Correcting the fields of a claim in place: each with the input that fits it and the value that holds now."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sijil import queries
from sijil.web.editing import FIELDS, held
from sijil.web.page import register_of, render
from sijil.web.typed import parts_of

router = APIRouter()


@router.get("/claims/{id_}/fields")
def form(request: Request, id_: str) -> Response:
    """The form on a page of its own; the report's page takes it out of that and puts it under the claim."""
    with register_of(request) as register:
        read = queries.read_claim(register, id_)
        claim = queries.claims_by_id(register).get(id_, read)
        states, info = queries.states(register), queries.reports(register)[read.doc]
    own, values = {"kind", *parts_of(claim.kind)}, held(claim)
    fields = [field for field in FIELDS if field.name in own or values[field.name]]
    return render(
        request, "correct_fields.html", claim=claim, info=info, states=states, fields=fields, held=values,
        others=[field for field in FIELDS if field not in fields], back=f"/reports/{claim.doc}#c-{claim.number}",
    )  # fmt: skip
