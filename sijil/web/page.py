"""What every page needs: the register, the templates and how values are worded in them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from sijil import METHOD_VERSION, __version__, queries
from sijil.exports.formats import FORMATS
from sijil.model.claim import KINDS
from sijil.model.figure import Figure
from sijil.register import Register
from sijil.rules import load
from sijil.web import bars, dates, deeds, names, nouns, versions, words
from sijil.web.cards import Cards
from sijil.web.chosen import switches
from sijil.web.editing import inside
from sijil.web.language import N_, catalogue, gettext, language, pgettext, script_words
from sijil.web.ledgers import told as ledger_words
from sijil.web.moments import ago
from sijil.web.people.veil import (
    ASKED,
    housed,
    listed,
    log_look,
    said_by,
    sources,
    veil_of,
    veiled,
    veiled_name,
    veiled_names,
    veiled_part,
    without,
)
from sijil.web.timeline import UNITS
from sijil.web.told import told

_POST_FORM = re.compile(r'<form\b[^>]*\bmethod="post"[^>]*>')
STATIC = Path(__file__).parent / "static"

NAVIGATION: tuple[tuple[str, str], ...] = (
    ("/", N_("Overview")),
    ("/review", N_("Review")),
    ("/totals", N_("Totals")),
    ("/displacement", N_("Displacement")),
    ("/access", N_("Access")),
    ("/agreements", N_("Agreements")),
    ("/control", N_("Control")),
    ("/sources", N_("Sources")),
    ("/reports", N_("Reports")),
    ("/judgements", N_("Judgements")),
)


def environment() -> Environment:
    """Templates with escaping always on: what a report says is never markup."""
    env = Environment(
        loader=PackageLoader("sijil.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, extensions=["jinja2.ext.i18n"],
    )  # fmt: skip
    env.policies["ext.i18n.trimmed"] = True
    env.install_gettext_callables(gettext, _ngettext, newstyle=True, pgettext=pgettext)  # type: ignore[attr-defined]
    env.globals["_"] = say
    env.filters |= {
        "day": dates.day, "when": dates.when, "three_days": dates.three_days, "where": words.where,
        "speaker": words.speaker, "what": words.what, "amount": words.amount, "listed": listed,
        "publisher": words.publisher, "headline": words.headline, "left": words.left,
        "precision": words.precision, "camp": words.camp, "veiled": veiled, "veiled_name": veiled_name,
        "veiled_names": veiled_names, "ago": ago, "titled": words.titled, "grade": words.grade,
        "party": names.party_named,
        "party_kind": words.party_kind, "place_name": names.candidate, "role": words.role, "verb": deeds.verb,
        "told": told, "housed": housed, "sources": sources, **ledger_words.FILTERS,
    }  # fmt: skip
    env.globals |= {
        "counted": nouns.counted, "days": dates.days, "said_by": said_by, "veiled_part": veiled_part,
        "group_measure": words.group_measure, "is_area": words.is_area, "top_of": bars.top_of, "bar": bars.bar,
        "part": bars.part, "Figure": Figure, "packed": versions.packed,
        "KINDS": KINDS, "KIND_LABELS": words.KIND_LABELS, "ATTACK_LABELS": words.ATTACK_LABELS,
        "GROUP_LABELS": words.GROUP_LABELS, "UNITS": UNITS, "lang": names.lang,
        "RADII": sorted(load("map")["radius_km"].values()), "NAVIGATION": NAVIGATION, "VERSION": __version__,
        "METHOD": METHOD_VERSION, "FORMATS": FORMATS, **ledger_words.GLOBALS,
    }  # fmt: skip
    return env


def say(text: str, **values: object) -> Markup:
    """Template function: a marked text in the language of the page. Neither it nor its values are markup, unlike what
    stands in a trans block."""
    found = escape(gettext(text))
    return found % values if values else found


def _ngettext(singular: str, plural: str, number: int) -> str:
    """For trans blocks, which fill in the values themselves."""
    return catalogue(language().code).ngettext(singular, plural, number)


TEMPLATES = environment()


def render(request: Request, template: str, status: int = 200, **context: Any) -> HTMLResponse:
    """A template as an answer. `path` tells the navigation where it is; as a link it never leads to another site, as
    "//example.org" would. Who looks at names is written down first."""
    veil, path = veil_of(request), inside(request.url.path) or "/"
    known = {"path": path, "status": status, "veil": veil, "visitor": veil.visitor, "ASKED": ASKED}
    context |= known | {"who": veil.visitor.name, "without_names": without(request)}
    spoken = language()
    context |= {"language": spoken, "switches": switches(request), "script_words": script_words(spoken.code)}
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
