"""Search, and places of the gazetteer by name."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response

from sijil.errors import BadInput
from sijil.exports.forms import row_form
from sijil.exports.found import found_forms
from sijil.model.claim import Claim
from sijil.pipeline.finding import Found, Sought
from sijil.pipeline.finding import search as find
from sijil.register.search import OF, Of
from sijil.steps.places import find as looked_up
from sijil.web.api.asked import Asked, linked
from sijil.web.api.paging import cursor, number, read_cursor
from sijil.web.api.params import CURSOR, LIMIT, OF_WHAT, QUESTION, REJECTED, Param, filters, text
from sijil.web.api.problems import Problem
from sijil.web.api.withheld import Withheld
from sijil.web.page import register_of

SOUGHT = ("place", "since", "until", "kind")  # of the filter: what a search can be narrowed by
AROUND = 50  # results before a page in which the last one given is looked for: what came in meanwhile moved it
SEARCH = (QUESTION, OF_WHAT, REJECTED, LIMIT, CURSOR, *(param for param in filters() if param.name in SOUGHT))
NAME = Param("name", text(120), "A name as a report writes it.", required=True)
WITHIN = Param("within", text(120), "Only what lies in the place of this name.")


def search(request: Request) -> Response:
    """The best results of each kind: incidents, then claims, then reports; of one kind page by page."""
    asked = Asked.of(request, SEARCH)
    kinds: tuple[Of, ...] = tuple(of for of in OF if of == asked.given.get("of", of))
    given, last = _begun(asked)
    start = max(0, given - AROUND)
    with register_of(request) as register:
        tag = asked.tag(register)
        if same := asked.unchanged(tag):
            return same
        most = asked.limit + (given - start) + 1 if len(kinds) == 1 else asked.limit
        sought = Sought(asked.given["q"], asked.filter, kinds, asked.given.get("rejected") == "1", start, most)
        found = find(register, sought, request.app.state.places.gazetteer)
        veil = Withheld.of(register, asked.shown)
        rows = list(zip(found_forms(found), _about(veil, found), strict=True))
        behind = _behind([plain["id"] for plain, _ in rows], last, given - start)
        page = rows[behind:][: asked.limit] if len(kinds) == 1 else rows
        items = [veil.form(plain, about) for plain, about in page]
        asked.told(register, "search", veil.found)
    more = len(kinds) == 1 and len(rows) > behind + asked.limit
    key = (number(start + behind + len(page)), page[-1][0]["id"]) if more else None
    following = asked.address(cursor=cursor(asked.question, key)) if key else None
    body = {"items": items, "counts": dict(found.counts), "next": following, "behind": found.behind, **asked.about()}
    return asked.answer(body, tag, linked(following))


def _begun(asked: Asked) -> tuple[int, str]:
    """How many results were given before, and the last of them. Raises Problem for a cursor that is none."""
    if "cursor" not in asked.given:
        return 0, ""
    key = read_cursor(asked.given["cursor"], asked.question)
    if len(key) != 2 or not key[0].isdecimal() or len(key[0]) > 12:
        raise Problem(422, "This is no cursor: take it from `next` of the page before.", "cursor")
    return int(key[0]), key[1]


def _behind(ids: Sequence[str], last: str, expected: int) -> int:
    """Where results go on: behind the last one given, wherever it stands now, else where it stood."""
    return ids.index(last) + 1 if last in ids else min(expected, len(ids))


def _about(veil: Withheld, found: Found) -> list[tuple[Claim, ...]]:
    """The claims that account for names in each result, in the order of `found_forms`."""
    views = [veil.views.get(one.incident.id) for one in found.incidents]
    incidents = [view.claims if view else () for view in views]
    return incidents + [(one.claim,) for one in found.claims] + [one.claims for one in found.reports]


def places(request: Request) -> Response:
    """What a name may mean, the likeliest first, and why."""
    asked = Asked.of(request, (NAME, WITHIN))
    gazetteer = request.app.state.places.gazetteer
    if gazetteer is None:
        raise Problem(503, "This desk has no gazetteer: its set-up could not make one.")
    try:
        found = looked_up.find(asked.given["name"], asked.given.get("within", ""), gazetteer)
    except BadInput as error:
        raise Problem(422, error.line(), "within") from error
    items = [row_form(entry) | {"reason": reason} for entry, reason in found]
    return asked.answer({"items": items, "count": len(items), **asked.about(), "withheld": []})
