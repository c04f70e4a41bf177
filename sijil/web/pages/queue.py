"""The review queue: one claim, or two incidents that may be one, at a time; what matters most comes first."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sijil import queries, reviewing
from sijil.model.claim import Claim
from sijil.model.incident import Assessment, Incident
from sijil.model.judgement import Judgement
from sijil.register import Register
from sijil.rules import load
from sijil.steps.queue import KINDS, Item, Queue, after
from sijil.web import nouns, words
from sijil.web.asking import LONGEST, Asking, asking
from sijil.web.context import widely
from sijil.web.editing import FIELDS, held
from sijil.web.history import did
from sijil.web.language import N_, Words, pgettext
from sijil.web.page import cards_of, register_of, render
from sijil.web.pages.judging import about
from sijil.web.people.veil import ASKED, veil_of
from sijil.web.people.visitor import Visitor, visitor_of

router = APIRouter()
NEXT = 12  # items listed beside the one that is shown
SHOWN = 4  # claims of an incident that a comparison shows
KIND_NAMES = Words({"claim": N_("Claims"), "pair": N_("Same event?"), "join": N_("Linked by little")})


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things that may be one: the incident, or what one report tells of it."""

    id: str
    incident: Incident
    assessment: Assessment | None
    claims: tuple[Claim, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in the queue a page is: `missing` is the item asked for, where it is not in the queue any more."""

    items: Sequence[Item]
    at: int
    missing: str = ""

    @property
    def item(self) -> Item | None:
        """The item that is shown."""
        return self.items[self.at] if self.at < len(self.items) else None

    def beside(self, step: int) -> Item | None:
        """The one before (-1) or after (1) it."""
        place = self.at + step
        return self.items[place] if 0 <= place < len(self.items) else None


@router.get("/review")
def review(request: Request) -> Response:
    """The item that the address names, or the first; the ones after it; how far the team is."""
    asked, visitor = asking(request.query_params), visitor_of(request)
    kinds = kinds_of(request, visitor)
    with register_of(request) as register:
        states = queries.states(register)
        spot = spot_of(request, reviewing.queue(register), reviewing.waiting(register, asked.filter, kinds))
        address = Address(asked, kinds if request.query_params.getlist("what") else (), veil_of(request).asked)
        context = {
            **_shown(register, spot.item), **_offered(register, visitor, address, spot),
            "claims": queries.claims_by_id(register), "reports": queries.reports(register),
            "cards": cards_of(request, register), "counts": reviewing.counts(register, asked.filter),
            "progress": reviewing.progress(register, visitor.name), "views": queries.views(register),
        }  # fmt: skip
    return render(
        request, "review.html", asking=asked, spot=spot, states=states, kinds=kinds, address=address, FIELDS=FIELDS,
        KIND_NAMES=KIND_NAMES, next=spot.items[spot.at + 1 : spot.at + 1 + NEXT], did=did,
        here=address.to(spot.item), then=address.to(spot.beside(1)), before=address.to(spot.beside(-1)), **context,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Address:
    """Addresses of the queue with the same filter; with `names` they ask for the words that are blurred."""

    asked: Asking
    kinds: Sequence[str]
    names: bool

    def to(self, item: Item | None) -> str:
        """That of an item: its key, and its weight, by which its place is found when somebody else has judged it."""
        if item is None:
            return ""
        return self.of({"at": item.key, "weight": f"{item.weight:g}"})

    def whole(self, item: Item) -> str:
        """That of an item among those of every kind."""
        return replace(self, kinds=()).to(item)

    def of(self, more: dict[str, str] | None = None, kind: str = "") -> str:
        """That of the queue; of one kind of item where it is named."""
        kinds = [("what", one) for one in ((kind,) if kind else self.kinds)]
        shown = [(ASKED, "1")] if self.names else []
        query = urlencode([*self.asked.pairs, *kinds, *(more or {}).items(), *shown], safe=",~")
        return f"/review?{query}" if query else "/review"


def kinds_of(request: Request, visitor: Visitor) -> tuple[str, ...]:
    """The kinds of items that the address asks for; where it names none, those that the visitor may decide about."""
    named = tuple(kind for kind in KINDS if kind in request.query_params.getlist("what"))
    return named or (KINDS if visitor.may("link") or not visitor.may("judge") else ("claim",))


def spot_of(request: Request, queue: Queue, items: Sequence[Item]) -> Spot:
    """The place of the item that the address names; where it is gone, of the one that came after it."""
    key = request.query_params.get("at", "")[:LONGEST]
    if not key:
        return Spot(items, 0)
    item = queue.find(key)
    weight = item.weight if item else _number(request.query_params.get("weight", ""))
    place = after(items, weight, key)
    if item and place and items[place - 1].key == key:
        return Spot(items, place - 1)
    return Spot(items, place if place < len(items) else 0, "" if item else key)


def _number(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        return math.inf
    return value if math.isfinite(value) else math.inf


def _shown(register: Register, item: Item | None) -> dict[str, Any]:
    """What the page shows of an item."""
    if item is None:
        return {"claim": None, "sides": (), "judged": ()}
    if item.kind == "claim":
        return _of_claim(register, queries.claims_by_id(register)[item.key])
    sides = tuple(_side(register, id_) for id_ in item.subjects)
    ids = {*item.subjects, *(side.incident.id for side in sides)}
    return {"claim": None, "sides": sides, "judged": about(register.judgements(), ids)}


def _of_claim(register: Register, claim: Claim) -> dict[str, Any]:
    view = queries.report_view(register, claim.doc)
    open_ = [one for one in view.claims if reviewing.queue(register).open(one.id)]
    home = queries.findings(register).home.get(claim.id)
    return {
        "claim": claim, "sides": (), "around": widely(view.text, claim.span), "told": view.claims, "open": open_,
        "held": held(claim), "incident": queries.views(register).get(home or ""),
        "pair": reviewing.queue(register).pair_with(home) if home else None,
        "judged": about(register.judgements(), {claim.id}),
    }  # fmt: skip


def _side(register: Register, id_: str) -> Side:
    """The incident of an id, or what the report of a claim tells of the claim's incident."""
    views, claim = queries.views(register), queries.claims_by_id(register).get(id_)
    view = views[queries.findings(register).home[id_] if claim else id_]
    own = [one for one in view.claims if claim is None or one.doc == claim.doc]
    return Side(id_, view.incident, view.assessment, tuple(own[:SHOWN]), max(0, len(own) - SHOWN))


def _offered(register: Register, visitor: Visitor, address: Address, spot: Spot) -> dict[str, Any]:
    """What was done last, what became of an item that is gone, and the reasons that are offered."""
    mine = reviewing.last_of(register, visitor.name)
    marked: dict[str, list[str]] = load("queue")["reasons"]
    offered = {verb: [pgettext("reason", one) for one in own] for verb, own in marked.items()}
    last = reviewing.reasons(register, visitor.name)
    gone = reviewing.decided(register, spot.missing.split("~")) if spot.missing else None
    return {
        "mine": mine, "about_mine": _about_mine(register, mine), "undone": _undone(register, address, mine),
        "gone": gone, "offered": offered,
        "reasons": {verb: last.get(verb, own[0]) for verb, own in offered.items()},
    }  # fmt: skip


def _about_mine(register: Register, mine: Sequence[Judgement]) -> str:
    """What was decided last, in a few words."""
    if len(mine) != 1:
        return nouns.counted(len(mine), "claim")
    views = queries.views(register)
    ids = [id_ for id_ in (mine[0].subject, str(mine[0].value.get("with", ""))) if id_]
    claims = {claim.id: claim for claim in register.claims(ids=ids)}  # as read: also those that were rejected
    told = [f"“{words.what(claims[id_])}”" if id_ in claims else f"“{words.titled(views[id_].incident)}”"
            for id_ in ids if id_ in claims or id_ in views]  # fmt: skip
    return words.listed(told) or mine[0].subject


def _undone(register: Register, address: Address, mine: Sequence[Judgement]) -> str:
    """Where undoing leads: to the item that was decided."""
    if len(mine) != 1:
        return address.of()
    ids = [mine[0].subject, str(mine[0].value.get("with", ""))]
    return address.of({"at": "~".join(id_ for id_ in ids if id_)})
