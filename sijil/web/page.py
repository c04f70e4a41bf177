"""What every page needs: the register, the templates and how values are worded in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from sijil import METHOD_VERSION, __version__
from sijil.model.claim import KINDS
from sijil.model.figure import Figure
from sijil.register import Register
from sijil.rules import load
from sijil.steps.bounds import left_words
from sijil.web import bars, words
from sijil.web.cards import Cards

STATIC = Path(__file__).parent / "static"

NAVIGATION: tuple[tuple[str, str], ...] = (
    ("/", "Overview"),
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
        "precision": words.precision, "camp": words.camp,
    }  # fmt: skip
    env.globals |= {
        "counted": words.counted, "days": words.days, "said_by": words.said_by, "group_measure": words.group_measure,
        "is_area": words.is_area, "top_of": bars.top_of, "bar": bars.bar, "part": bars.part, "Figure": Figure,
        "KINDS": KINDS, "KIND_LABELS": words.KIND_LABELS, "ATTACK_LABELS": words.ATTACK_LABELS,
        "RADII": sorted(load("map")["radius_km"].values()), "NAVIGATION": NAVIGATION, "VERSION": __version__,
        "METHOD": METHOD_VERSION,
    }  # fmt: skip
    return env


TEMPLATES = environment()


def render(request: Request, template: str, status: int = 200, **context: Any) -> HTMLResponse:
    """A template as an answer. `path` tells the navigation where it is."""
    body = TEMPLATES.get_template(template).render(path=request.url.path, status=status, **context)
    return HTMLResponse(body, status_code=status, headers={"cache-control": "no-cache"})


def cards_of(request: Request, register: Register) -> Cards:
    """What a page tells of the places and parties of its claims."""
    return Cards(register, request.app.state.places)


def register_of(request: Request) -> Register:
    """The register, opened for this request: use it in a `with` block, in the thread that asked."""
    return Register.open(request.app.state.register_path, create=False)
