"""Takes what a person decides about a claim or incident, and hands it to the pipeline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import cast
from urllib.parse import parse_qs

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sijil import pipeline, queries, reviewing
from sijil.errors import BadInput
from sijil.model.claim import Claim
from sijil.model.judgement import VERBS, Decision, Judgement, Verb
from sijil.register import Register
from sijil.steps.corrections import in_words
from sijil.steps.judge import standing
from sijil.steps.state import parts, same
from sijil.web import nouns, words
from sijil.web.deeds import corrected
from sijil.web.editing import CORRECTABLE, Form, first, inside, reason_of, value_of
from sijil.web.history import taken_back
from sijil.web.language import gettext
from sijil.web.page import register_of
from sijil.web.pages.fields import refused
from sijil.web.pages.stale import stale_page
from sijil.web.people.body import MOST_FIELDS

__all__ = ["CORRECTABLE", "about", "router"]
router = APIRouter()
LARGEST = 512 * 1024  # bytes of a form: a long report's claims, accepted at once, are 60 KiB
LONGEST_REASON = 1000  # characters
NONE: Mapping[str, Claim] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Signed:
    """Who decides, and why."""

    who: str
    reason: str


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
    """One judgement from a form, or the same one on several subjects; then back to the page that it came from."""
    form = await fields(request)
    return await run_in_threadpool(_judge, request, form)


def _judge(request: Request, form: Form) -> Response:
    verb, subjects = first(form, "verb"), list(dict.fromkeys(form.get("subject", [""])))
    if verb not in VERBS or verb == "add":
        raise BadInput(verb or "the form", "no such judgement", f"one of {', '.join(VERBS)}")
    with register_of(request) as register:
        try:
            decisions = [Decision(cast(Verb, verb), one, value_of(verb, form)) for one in subjects]
            stale = record(register, decisions, Signed(first(form, "who"), reason_of(form)), form.get("state", []))
        except BadInput as error:
            if verb == "correct" and first(form, "edited"):  # typed by hand: not to be typed again
                return refused(request, register, form, error.line())
            raise
        if stale:
            return stale_page(request, register, form, stale, decisions[0])
        queries.prepare(register)
        reviewing.queue(register)
    return RedirectResponse(inside(first(form, "back")) or "/", status_code=303)


def record(register: Register, decisions: Sequence[Decision], signed: Signed, shown: Sequence[str]) -> tuple[str, ...]:
    """Writes what was decided and derives what follows, unless anything is in another state than a page showed it in.

    `shown` are the states that the page told; those that hold no longer are returned, and nothing is written then.
    Nobody else can write between the question and the answer. Raises BadInput, and writes nothing, where a decision
    makes no sense.
    """
    if len(signed.reason) > LONGEST_REASON:
        problem = gettext("has more than %(number)s characters", number=LONGEST_REASON)
        raise BadInput(gettext("the reason"), problem, gettext("say it in one line"))
    if not all(parts(one)[2] for one in shown):
        raise BadInput(
            gettext("the form"), gettext("does not tell what its page showed"), gettext("load the page again")
        )
    queries.states(register)  # reads what changed, before others have to wait
    with register.transaction():
        states = queries.states(register)
        stale = tuple(one for one in shown if not same(one, states(parts(one)[2])))
        if not stale:
            pipeline.judge_all(register, decisions, signed.who, signed.reason)
    return stale


async def fields(request: Request) -> dict[str, list[str]]:
    """The fields of a form. Raises BadInput for one that is too large or not UTF-8."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise BadInput(gettext("the form"), gettext("is larger than any judgement"))
    try:
        return parse_qs(body.decode("utf-8"), max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise BadInput(gettext("the form"), gettext("cannot be read")) from error


def about(judgements: Sequence[Judgement], subjects: set[str]) -> list[Shown]:
    """The judgements on any of `subjects` and their withdrawals, oldest first."""
    found: list[Shown] = []
    ids = set(subjects)
    holding, by_id = {row.id for row in standing(judgements)}, {str(row.id): row for row in judgements}
    for row in judgements:
        if row.subject in ids:
            ids.add(str(row.id))
            found.append(shown(row, row.id in holding, by_id))
    return found


def shown(row: Judgement, holds: bool, by_id: Mapping[str, Judgement], claims: Mapping[str, Claim] = NONE) -> Shown:
    """A judgement as the desk lists it. `by_id` are all judgements; of `claims` those that a split took away are named,
    others are counted."""
    told = _told(row, by_id, claims)
    return Shown(row.id, row.subject, row.verb, told, row.who, row.when, row.reason, holds)


def leaving(row: Judgement) -> list[str]:
    """The claims that a split takes away; none for any other judgement."""
    ids = row.value.get("claims") if row.verb == "split" else None
    return [str(id_) for id_ in ids] if isinstance(ids, list | tuple) else []


def _told(row: Judgement, by_id: Mapping[str, Judgement], claims: Mapping[str, Claim]) -> str:
    if row.verb in ("correct", "add"):
        return corrected(row.value, in_words(row.value))
    if row.verb == "withdraw":
        return taken_back(by_id.get(row.subject))
    if ids := leaving(row):
        named = [f"“{words.what(claims[id_])}”" for id_ in ids if id_ in claims]
        return gettext(
            "off %(claims)s", claims=words.listed(named) if len(named) == len(ids) else nouns.counted(len(ids), "claim")
        )
    if row.verb == "grade":
        return words.grade(str(row.value.get("grade", "")))
    return ", ".join(
        gettext("with %(id)s", id=part) if name == "with" else f"{name} {part}" for name, part in row.value.items()
    )
