"""Control: who, according to one speaker or all, holds each place as of a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from sijil import queries
from sijil.exports.privacy import is_body
from sijil.model.filter import Filter
from sijil.model.ledger import ControlState
from sijil.register import Register
from sijil.steps.tally.control import act, holder
from sijil.steps.tally.holders import Held, as_of, held
from sijil.steps.where import has_place
from sijil.web.asking import Asking, asking, iso_day
from sijil.web.language import gettext, language
from sijil.web.ledgers.holders import letters, mark, on_map
from sijil.web.ledgers.months import months
from sijil.web.page import register_of, render
from sijil.web.pages.ledgers.frame import part, shown
from sijil.web.pages.overview import geo_answer
from sijil.web.places import Places
from sijil.web.speakers import speaker_key

router = APIRouter()
PAGE = 50  # places in the list beside the map


@dataclass(frozen=True, slots=True)
class View:
    """What the address asks for: whose words ("" for all), as of which day; and what it comes to, by place."""

    voice: str
    day: date | None
    sources: Mapping[str, int]
    outlets: frozenset[str]  # sources that are reports' own voices
    states: tuple[ControlState, ...]
    silent: int  # places of which nobody (or not the voice) had said anything by that day
    letters: Mapping[str, str]
    said: tuple[tuple[date, int], ...]  # words by the month that they tell of
    all: tuple[Held, ...]
    placeless: tuple[str, ...]  # claims that name no place
    undated: tuple[str, ...]  # claims on places of which no word has a day


@router.get("/control")
def control(request: Request) -> Response:
    """The places of which the filter leaves any word."""
    asked, problems = asking(request.query_params), list[str]()
    with register_of(request) as register:
        view = view_of(register, request, asked, problems)
        page = part(view.states, asked.page, PAGE)
        also = {"voice": speaker_key(view.voice) if view.voice else "", "on": view.day.isoformat() if view.day else ""}
        return shown(
            request, register, "control.html", asked, page, also, view=view, drawn=months(view.said), mark=mark,
            act=act, holder=holder, speaker_key=speaker_key, is_body=is_body,
            more_problems=problems,
            history={state.words[0].claim: one for state, one in _pairs(view, page.rows)},
        )  # fmt: skip


@router.get("/control/map.geojson")
def control_map(request: Request) -> Response:
    """The same places as GeoJSON, those that have a shape."""
    asked = asking(request.query_params)
    with register_of(request) as register:
        view = view_of(register, request, asked, [])
        return geo_answer(_mapped(register, view, asked.filter, request.app.state.places)[0])


@router.get("/control/map/{key}")
def control_place(request: Request, key: str) -> Response:
    """What is said of one place of the map: the card that opens on it."""
    asked = asking(request.query_params)
    with register_of(request) as register:
        view = view_of(register, request, asked, [])
        index = _mapped(register, view, asked.filter, request.app.state.places)[1].get(key)
        if index is None:
            raise HTTPException(404, gettext("There is no such place on this map."))
        return render(
            request, "_held.html", state=view.states[index], letters=view.letters,
            claims=queries.claims_by_id(register), reports=queries.reports(register),
        )  # fmt: skip


def view_of(register: Register, request: Request, asked: Asking, problems: list[str]) -> View:
    """What the address asks for, kept until the register changes. What it does not understand is told in `problems`."""
    day = iso_day(request.query_params.get("on", ""), "on", problems)
    key = request.query_params.get("voice", "")
    places, placeless = queries.kept(register, ("held", asked.filter), lambda: _held(register, asked.filter))
    sources = queries.kept(register, ("who says who holds", asked.filter), lambda: _sources(places))
    voice = next((name for name in sources if key in (name, speaker_key(name))), "") if key else ""
    if key and not voice:
        problems.append(gettext("Nobody of that name says who holds a place here; the words of all are shown."))

    def made() -> View:
        reports, denied = queries.reports(register), queries.findings(register).denials
        found = [as_of(one, reports, denied, day or date.max, voice) for one in places]
        states = sorted((one for one in found if one), key=_order)
        undated = tuple(id_ for one in places if not one.words for id_ in one.undated)
        outlets = frozenset(word.source for one in places for word in one.words if not word.spoken)
        silent = sum(bool(one.words) for one in places) - len(states)
        return View(
            voice, day, sources, outlets, tuple(states), silent, letters(states), _said(places, voice), places,
            placeless, undated,
        )  # fmt: skip

    return queries.kept(register, ("control view", asked.filter, day, voice, language().code), made)


def _order(state: ControlState) -> tuple[bool, bool, str]:
    """Where speakers disagree first, then where their words of other days differ, then by name."""
    return not state.disagree, not state.differ, state.place.casefold()


def _held(register: Register, wanted: Filter) -> tuple[tuple[Held, ...], tuple[str, ...]]:
    """The places with what is said of them, and the ids of claims that name none."""
    told = [one for one in queries.claims(register, wanted) if one.kind == "control" and one.status == "reported"]
    return held(told, queries.reports(register)), tuple(one.id for one in told if not has_place(one))


def _said(places: Sequence[Held], voice: str) -> tuple[tuple[date, int], ...]:
    """How many words there are, by the month of their first day."""
    told = (word for one in places for word in one.words if voice in ("", word.source))
    return tuple(sorted(Counter(word.first.replace(day=1) for word in told).items()))


def _sources(places: Sequence[Held]) -> dict[str, int]:
    """Who says anything, and of how many places, those of most places first."""
    counts = Counter(name for one in places for name in {word.source for word in one.words})
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _mapped(register: Register, view: View, wanted: Filter, places: Places) -> tuple[dict[str, object], dict[str, int]]:
    question = ("control map", wanted, view.day, view.voice, language().code)
    return queries.kept(register, question, lambda: on_map(view.states, view.letters, places))


def _pairs(view: View, states: Sequence[ControlState]) -> list[tuple[ControlState, Held]]:
    """The states with all that is said of their places."""
    home = {word.claim: one for one in view.all for word in one.words}
    return [(state, home[state.words[0].claim]) for state in states]
