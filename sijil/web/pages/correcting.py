"""Another place or party for a claim: choosing it, and recording what was chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from fastapi import APIRouter, HTTPException
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sijil import queries
from sijil.errors import BadInput
from sijil.model.claim import Claim
from sijil.model.judgement import Decision
from sijil.model.party import Party
from sijil.model.place import Place
from sijil.register import Register
from sijil.steps.corrections import DECIDING, Scope, Target, value_of, words_of
from sijil.steps.parties import known_parties, known_party
from sijil.steps.places.chosen import not_known
from sijil.web.cards import Card, Reading, found
from sijil.web.context import around
from sijil.web.editing import inside
from sijil.web.language import gettext
from sijil.web.page import cards_of, register_of, render
from sijil.web.pages.judging import Signed, fields, record
from sijil.web.pages.stale import stale_page
from sijil.web.places import Places

router = APIRouter()
SCOPES: tuple[Scope, ...] = ("claim", "always", "within")
LONGEST = 120  # characters of a name that somebody looks for


@dataclass(frozen=True, slots=True)
class Form:
    """What a person has chosen so far. `choice` is an id, "unknown" or "none"; of a party also its name."""

    choice: str = ""
    asked: str = ""
    scope: Scope = "claim"
    who: str = ""
    reason: str = ""
    back: str = ""
    problem: str = ""

    @classmethod
    def of(cls, given: Mapping[str, str]) -> Form:
        """Reads the parameters of the address, or the fields of the form."""
        scope = given.get("scope", "claim")
        words = {name: given.get(name, "").strip() for name in ("who", "reason", "back")}
        choice = given.get("choose", "").strip() or given.get("party", "").strip()
        asked = given.get("q", "").strip()[:LONGEST]
        return cls(choice, asked, scope if scope in SCOPES else "claim", **words)


@router.get("/claims/{id_}/{target}")
def correct(request: Request, id_: str, target: str) -> Response:
    """The page on which another place, actor or side is chosen."""
    with register_of(request) as register:
        return _page(request, register, id_, _target(target), Form.of(request.query_params))


@router.post("/claims/{id_}/{target}")
async def corrected(request: Request, id_: str, target: str) -> Response:
    """Records the choice and goes back to where the person came from, or shows the page again with what is wrong."""
    return await run_in_threadpool(_record, request, id_, _target(target), await fields(request))


def _record(request: Request, id_: str, target: Target, sent: Mapping[str, Sequence[str]]) -> Response:
    form = Form.of({name: values[0] for name, values in sent.items()})
    with register_of(request) as register:
        read = queries.read_claim(register, id_)
        try:
            value = value_of(read, target, _chosen(request, read, target, form.choice), form.scope)
            decision = Decision("correct", id_, value)
            stale = record(register, [decision], Signed(form.who, form.reason), sent.get("state", []))
        except BadInput as error:
            return _page(request, register, id_, target, replace(form, problem=error.line()))
        if stale:
            return stale_page(request, register, sent, stale, decision)
    return RedirectResponse(_back(read, form), status_code=303)


def _chosen(request: Request, read: Claim, target: Target, choice: str) -> Place | Party | None:
    """The record of a choice; None for "none". Raises BadInput where nothing has that id or name."""
    words = words_of(read, target)
    if not choice:
        raise BadInput(gettext("nothing"), gettext("was chosen"), gettext("choose one of the list"))
    if target != "place":
        return Party(words, "", words) if choice == "unknown" else _party(choice)
    if choice in ("none", "unknown"):
        return None if choice == "none" else not_known(words)
    places: Places = request.app.state.places
    place = places.chosen(words, choice)
    if place is None:
        raise BadInput(choice, gettext("no place has this id"), gettext("look for its name"))
    return place


def _party(named: str) -> Party:
    if party := known_party(named):
        return party
    raise BadInput(f"“{named}”", gettext("is no party that Sijil knows"), gettext("choose one of the list"))


def _page(request: Request, register: Register, id_: str, target: Target, form: Form) -> Response:
    states = queries.states(register)
    read = queries.read_claim(register, id_)
    left = queries.claims_by_id(register)
    card = cards_of(request, register).of(left.get(id_, read), target)
    same = queries.with_words(register, read, target)
    looked = _looked(card, form, request.app.state.places) if target == "place" else ()
    return render(
        request, "correct.html", status=400 if form.problem else 200, card=card, read=read, form=form, looked=looked,
        options=tuple({one.id: one for one in (*looked, *card.readings)}.values()),
        around=around(register.report(read.doc)[1], read.span),
        report=queries.reports(register)[read.doc], parties=known_parties(),
        same=len(same), same_reports=len({claim.doc for claim in same}), back=_back(read, form), states=states,
    )  # fmt: skip


def _back(read: Claim, form: Form) -> str:
    """Where the person came from; the claim in its report where nobody knows."""
    return inside(form.back) or f"/reports/{read.doc}#c-{read.number}"


def _looked(card: Card, form: Form, places: Places) -> tuple[Reading, ...]:
    """What was looked for by name, and what was chosen by its id."""
    named = places.named(form.asked) if form.asked else ()
    chosen, known = places.get(form.choice), {one.id for one in card.readings} | {entry.id for entry, _ in named}
    kept = [found(chosen)] if chosen and chosen.id not in known else []
    return (*(found(entry, reason) for entry, reason in named), *kept)


def _target(name: str) -> Target:
    if name not in DECIDING:
        raise HTTPException(404)
    return name
