"""Takes what a person decides about a claim or incident, and hands it to the pipeline."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from urllib.parse import parse_qs

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sijil import pipeline, queries
from sijil.errors import BadInput
from sijil.model.judgement import VERBS, Judgement, Verb
from sijil.steps.corrections import in_words
from sijil.steps.judge import standing
from sijil.web.page import register_of

router = APIRouter()
LARGEST = 64 * 1024  # bytes of a form
CORRECTABLE = (
    "low", "high", "group", "measure", "status", "place", "start", "end", "actor", "attack", "side", "scope", "kind",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """A judgement as the desk lists it. `holds` is False where it was withdrawn, and for a withdrawal itself."""

    id: int
    subject: str
    verb: str
    value_words: str
    who: str
    when: datetime
    reason: str
    holds: bool


@router.post("/judge")
async def judge(request: Request) -> Response:
    """One judgement from a form; then back to the page that it came from."""
    form = await fields(request)
    verb, subject = first(form, "verb"), first(form, "subject")
    if verb not in VERBS:
        raise BadInput(verb or "the form", "no such judgement", f"one of {', '.join(VERBS)}")
    who, reason = first(form, "who"), first(form, "reason")
    await run_in_threadpool(record, request, cast(Verb, verb), subject, value_of(verb, form), who, reason)
    return RedirectResponse(inside(first(form, "back")) or "/", status_code=303)


def inside(address: str) -> str:
    """`address` where it is one of the desk's own pages, otherwise ""."""
    own = address.startswith("/") and not address.startswith("//") and address.isprintable() and "\\" not in address
    return address if own else ""


def record(request: Request, verb: Verb, subject: str, value: dict[str, object], who: str, reason: str) -> None:
    """Writes the judgement and derives what follows, or raises BadInput and writes nothing."""
    with register_of(request) as register:
        pipeline.judge(register, verb, subject, value, who, reason)
        queries.prepare(register)


async def fields(request: Request) -> dict[str, list[str]]:
    """The fields of a form. Raises BadInput for one that is too large or not UTF-8."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise BadInput("the form", "is larger than any judgement")
    try:
        return parse_qs(body.decode("utf-8"), max_num_fields=500)
    except ValueError as error:
        raise BadInput("the form", "cannot be read") from error


def first(form: dict[str, list[str]], name: str) -> str:
    """The first value of a field, empty where there is none."""
    return form.get(name, [""])[0].strip()


def value_of(verb: str, form: dict[str, list[str]]) -> dict[str, object]:
    """The value that the verb needs (model/judgement.py)."""
    if verb == "grade":
        return {"grade": first(form, "grade")}
    if verb in ("merge", "same", "different", "unsure"):
        return {"with": first(form, "with")}
    if verb == "split":
        return {"claims": form.get("claims", [])}
    if verb == "correct":
        return correction(first(form, "field"), first(form, "value"))
    return {}


def correction(field: str, words: str) -> dict[str, object]:
    """{field: value}; a value that is JSON (5, null, ["SOHR"]) is taken as such, an empty one empties the field."""
    if field not in CORRECTABLE:
        raise BadInput("the correction", "names no field of a claim")
    try:
        value: Any = json.loads(words) if words else None
    except ValueError:
        value = words
    return {field: value}


def about(judgements: Sequence[Judgement], subjects: set[str]) -> list[Shown]:
    """The judgements on any of `subjects` and their withdrawals, oldest first."""
    found: list[Shown] = []
    ids = set(subjects)
    holding = {row.id for row in standing(judgements)}
    for row in judgements:
        if row.subject in ids:
            ids.add(str(row.id))
            found.append(shown(row, row.id in holding))
    return found


def shown(row: Judgement, holds: bool) -> Shown:
    """A judgement as the desk lists it."""
    value = row.value
    told = (
        in_words(value)
        if row.verb == "correct"
        else ", ".join(str(part) if name == row.verb else f"{name} {part}" for name, part in value.items())
    )
    return Shown(row.id, row.subject, row.verb, told, row.who, row.when, row.reason, holds)
