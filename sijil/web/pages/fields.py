"""Correcting the fields of a claim in place: each with the input that fits it and the value that holds now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sijil import queries
from sijil.model.claim import Claim
from sijil.register import Register
from sijil.web.editing import FIELDS, Form, first, held, inside, reason_of
from sijil.web.page import register_of, render
from sijil.web.typed import parts_of

router = APIRouter()
#: Fields of a form that has been sent which the form has by itself when it is shown again.
ANEW = {"csrf", "verb", "edited", "reason", "quick", "who", "back"}
ANEW |= {f"{kind}_{field.name}" for field in FIELDS for kind in ("was", "to")}


@router.get("/claims/{id_}/fields")
def form(request: Request, id_: str) -> Response:
    """The form on a page of its own; the report's page takes it out of that and puts it under the claim."""
    with register_of(request) as register:
        claim = _claim(register, id_)
        states, info = queries.states(register), queries.reports(register)[claim.doc]
    values = held(claim)
    return render(
        request, "correct_fields.html", claim=claim, info=info, states=states, held=values, given=values,
        problem="", reason="", signed="", kept=(), back=_home(claim), **_shown(claim, values),
    )  # fmt: skip


def refused(request: Request, register: Register, sent: Form, problem: str) -> Response:
    """The form as it was sent, with what is wrong in it; it still tells what its page showed. Raises BadInput where it
    is about no claim."""
    claim = _claim(register, first(sent, "subject"))
    was, given = ({field.name: first(sent, f"{kind}_{field.name}") for field in FIELDS} for kind in ("was", "to"))
    return render(
        request, "correct_fields.html", status=400, claim=claim, info=queries.reports(register)[claim.doc],
        states=queries.states(register), held=was, given=given, problem=problem, reason=reason_of(sent),
        signed=first(sent, "who"), back=inside(first(sent, "back")) or _home(claim),
        kept=[(name, value) for name, values in sent.items() if name not in ANEW for value in values],
        **_shown(claim, {name: was[name] or given[name] for name in was}),
    )  # fmt: skip


def _claim(register: Register, id_: str) -> Claim:
    """As people left it; as it was read where it is rejected."""
    read = queries.read_claim(register, id_)
    return queries.claims_by_id(register).get(id_, read)


def _home(claim: Claim) -> str:
    return f"/reports/{claim.doc}#c-{claim.number}"


def _shown(claim: Claim, values: Mapping[str, str]) -> dict[str, Any]:
    """The fields of its kind and those that hold something, and the others."""
    own = {"kind", *parts_of(claim.kind)}
    fields = [field for field in FIELDS if field.name in own or values[field.name]]
    return {"fields": fields, "others": [field for field in FIELDS if field not in fields]}
