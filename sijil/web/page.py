"""What every page needs: the register, the templates and how values are worded in them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from sijil import METHOD_VERSION, __version__, queries
from sijil.exports.formats import FORMATS
from sijil.model.claim import KINDS
from sijil.model.figure import Figure
from sijil.register import Register
from sijil.rules import load
from sijil.steps.bounds import left_words
from sijil.web import bars, versions, words
from sijil.web.cards import Cards
from sijil.web.editing import inside
from sijil.web.moments import ago
from sijil.web.people.veil import (
    ASKED,
    log_look,
    said_by,
    veil_of,
    veiled,
    veiled_name,
    veiled_names,
    veiled_part,
    without,
)

_POST_FORM = re.compile(r'<form\b[^>]*\bmethod="post"[^>]*>')
STATIC = Path(__file__).parent / "static"

NAVIGATION: tuple[tuple[str, str], ...] = (
    ("/", "Overview"),
    ("/review", "Review"),
    ("/totals", "Totals"),
    ("/displacement", "Displacement"),
    ("/access", "Access"),
    ("/agreements", "Agreements"),
    ("/control", "Control"),
    ("/sources", "Sources"),
    ("/reports", "Reports"),
    ("/judgements", "Judgements"),
)


def environment() -> Environment:
    """Templates with escaping always on: what a report says is never markup."""
    env = Environment(
        loader=PackageLoader("sijil.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    env.filters |= {
        "day": words.day, "when": words.when, "three_days": words.three_days, "where": words.where,
        "speaker": words.speaker, "what": words.what, "amount": words.amount, "listed": words.listed,
        "publisher": words.publisher, "headline": words.headline, "left": left_words,
        "precision": words.precision, "camp": words.camp, "veiled": veiled, "veiled_name": veiled_name,
        "veiled_names": veiled_names, "ago": ago,
    }  # fmt: skip
    env.globals |= {
        "counted": words.counted, "days": words.days, "said_by": said_by, "veiled_part": veiled_part,
        "group_measure": words.group_measure, "is_area": words.is_area, "top_of": bars.top_of, "bar": bars.bar,
        "part": bars.part, "Figure": Figure, "packed": versions.packed,
        "KINDS": KINDS, "KIND_LABELS": words.KIND_LABELS, "ATTACK_LABELS": words.ATTACK_LABELS,
        "GROUP_LABELS": words.GROUP_LABELS,
        "RADII": sorted(load("map")["radius_km"].values()), "NAVIGATION": NAVIGATION, "VERSION": __version__,
        "METHOD": METHOD_VERSION, "FORMATS": FORMATS,
    }  # fmt: skip
    return env


TEMPLATES = environment()


def render(request: Request, template: str, status: int = 200, **context: Any) -> HTMLResponse:
    """A template as an answer. `path` tells the navigation where it is; as a link it never leads to another site, as
    "//example.org" would. Who looks at names is written down first."""
    veil, path = veil_of(request), inside(request.url.path) or "/"
    known = {"path": path, "status": status, "veil": veil, "visitor": veil.visitor, "ASKED": ASKED}
    context |= known | {"who": veil.visitor.name, "without_names": without(request)}
    body = TEMPLATES.get_template(template).render(context)
    log_look(request, veil)
    return HTMLResponse(with_token(body, veil.visitor.csrf), status, {"cache-control": "no-cache"})


def with_token(body: str, token: str) -> str:
    """The page with the session's token in every form that changes something: put in here, none can lack it."""
    return _POST_FORM.sub(rf'\g<0><input type="hidden" name="csrf" value="{token}">', body) if token else body


def cards_of(request: Request, register: Register) -> Cards:
    """What a page tells of the places and parties of its claims."""
    return Cards(register, request.app.state.places)


def register_of(request: Request) -> Register:
    """The register, opened for this request: use it in a `with` block, in the thread that asked.

    A page is of one moment, also where somebody judges while it is made; what changes the register sees what it did.
    """
    register = Register.open(request.app.state.register_path, create=False)
    if request.method in ("GET", "HEAD"):
        queries.hold(register)
    return register
