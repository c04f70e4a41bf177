"""What is read: lists page by page, and single things."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from sijil import METHOD_VERSION, queries
from sijil.errors import BadInput
from sijil.exports.forms import claim_form, form, incident_form, row_form, told_report
from sijil.exports.method import method_page
from sijil.model.claim import Claim
from sijil.record import Json, to_plain
from sijil.register import Register
from sijil.rules import load
from sijil.web.api.asked import Asked, encoded, linked
from sijil.web.api.paging import after, cursor, read_cursor
from sijil.web.api.params import CURSOR, LIMIT, Param, filters
from sijil.web.api.resources import Known, Listing
from sijil.web.api.withheld import Withheld
from sijil.web.page import register_of


def listing(one: Listing) -> Callable[[Request], Response]:
    """The handler of one list."""
    known = (*(filters() if one.filtered else ()), LIMIT, CURSOR)

    def handler(request: Request) -> Response:
        asked = Asked.of(request, known)
        with register_of(request) as register:
            tag = asked.tag(register)
            return asked.unchanged(tag) or _page(one, asked, register, tag)

    return handler


def _page(one: Listing, asked: Asked, register: Register, tag: str) -> Response:
    known = Known.of(register)
    rows = one.sorted(register, asked.filter, known)
    last = read_cursor(asked.given["cursor"], asked.question) if "cursor" in asked.given else None
    page, more = after(rows, lambda row: one.key(row, known), last, asked.limit)
    veil = Withheld.of(register, asked.shown)
    told = veil.source if one.path == "sources" else veil.form
    items = [told(form(row)) for row in page]
    following = asked.address(cursor=cursor(asked.question, one.key(page[-1], known))) if more else None
    asked.told(register, one.path, veil.found)
    wanted = {name: value for name, value in to_plain(asked.filter).items() if value}
    body = {"items": items, "count": len(rows), "next": following, "filter": wanted, **asked.about()}
    return asked.answer(body, tag, linked(following))


Found = tuple[Json, tuple[Claim, ...]]
Made = tuple[bytes, int, dict[str, str]]  # the body, how many words are left out of it, and headers
KEPT = 8  # bodies that are long to make


@dataclass(frozen=True, slots=True)
class Single:
    """One thing that an address names.

    `find` gives it as JSON, with the claims that account for names in it beside those that it names; it raises BadInput
    where there is none. `stated`: its ETag begins with the mark of its state (steps/state.py), which a judgement on it
    has to name. `kept`: it is made once for a register and an address (of 21,000 incidents a tally is 5 MB).
    """

    path: str
    told: str
    type: Any
    find: Callable[[Asked, Register, str], Found]
    params: tuple[Param, ...] = ()
    stated: bool = False
    kept: bool = False


def single(one: Single) -> Callable[[Request], Response]:
    """The handler of one thing."""

    def handler(request: Request) -> Response:
        asked = Asked.of(request, one.params)
        id_ = request.path_params.get("id", "")
        with register_of(request) as register:
            tag = asked.tag(register)
            if one.stated:
                tag = f"{queries.states(register).mark(id_)}.{tag}"
            return asked.unchanged(tag) or _thing(one, asked, register, tag)

    return handler


def _thing(one: Single, asked: Asked, register: Register, tag: str) -> Response:
    id_ = asked.request.path_params.get("id", "")

    def made() -> Made:
        plain, about = one.find(asked, register, id_)
        veil = Withheld.of(register, asked.shown)
        return encoded(veil.form(plain, about)), veil.found, _elsewhere(asked, id_, plain)

    body, found, headers = _once(register, tag, made) if one.kept else made()
    asked.told(register, one.path, found)
    return asked.answer(body, tag, headers)


def _once(register: Register, tag: str, made: Callable[[], Made]) -> Made:
    """What was made for an address, until the register changes; of few addresses, as some are long."""
    kept: dict[str, Made] = queries.kept(register, "api", dict)
    if tag not in kept:
        if len(kept) >= KEPT:
            kept.clear()
        kept[tag] = made()
    return kept[tag]


def _elsewhere(asked: Asked, id_: str, plain: Mapping[str, Any]) -> dict[str, str]:
    """Where the thing is found under its own id, if an older one led to it."""
    own = plain.get("ref", plain.get("id"))
    if not id_ or own is None or str(own) == id_:
        return {}
    path = asked.request.url.path.rpartition("/")[0]
    return {"content-location": f"{path}/{quote(str(own))}"}


def incident(_: Asked, register: Register, id_: str) -> Found:
    """An incident, also under an id that it had before."""
    view = queries.incident(register, id_)
    reports = tuple(report.id for report in view.reports)
    return incident_form(view.incident, view.assessment, reports, view.former), view.claims


def claim(_: Asked, register: Register, id_: str) -> Found:
    """A claim, as people left it."""
    found = queries.claims_by_id(register).get(id_)
    if found is None:
        raise BadInput(id_, "no such claim in the record; people may have rejected it")
    return claim_form(found), (found,)


def report(_: Asked, register: Register, id_: str) -> Found:
    """A report with its claims and its main text."""
    view = queries.report_view(register, id_)
    text = {"content": view.text.content, "blocks": to_plain(view.text.blocks)}
    return told_report(view.info, view.claims) | {"text": text}, view.claims


def judgement(_: Asked, register: Register, id_: str) -> Found:
    """A judgement."""
    found = next((row for row in register.judgements() if str(row.id) == id_), None)
    if found is None:
        raise BadInput(id_, "no such judgement in the register")
    return row_form(found), ()


def explanation(_: Asked, register: Register, id_: str) -> Found:
    """How something came about."""
    sentences = list(queries.explain(register, id_))
    claims = queries.claims_by_id(register)
    if id_ in claims:
        return {"id": id_, "sentences": sentences}, (claims[id_],)
    found = queries.views(register).get(id_)
    return {"id": id_, "sentences": sentences}, found.claims if found else ()


def tally(asked: Asked, register: Register, _: str) -> Found:
    """The documented minimum of a filter."""
    return row_form(queries.tally(register, asked.filter, by=asked.given.get("by", ""))), ()


def method(_: Asked, __: Register, ___: str) -> Found:
    """The method of it all."""
    return {"method": METHOD_VERSION, "page": method_page(), "limits": load("limits")["limits"]}, ()
