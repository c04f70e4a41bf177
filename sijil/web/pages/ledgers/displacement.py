"""Displacement: what was observed over time in each place, with forecasts set apart from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sijil import queries
from sijil.errors import BadInput
from sijil.model.claim import Claim
from sijil.model.filter import Filter
from sijil.model.ledger import DisplacementRow, DisplacementSeries
from sijil.register import Register
from sijil.steps.tally.triangulation import span
from sijil.web.asking import asking
from sijil.web.language import N_, Words
from sijil.web.ledgers.figures import Chart, Role, Told, chart, days_of, top_of
from sijil.web.page import cards_of, register_of, render
from sijil.web.pages.ledgers.frame import Part, part, shown

router = APIRouter()
CHARTED, LISTED = 6, 100  # places with charts on one page, and figures that stand alone
Kind = tuple[str, str, str]  # subject, term, unit
MEANING = Words({
    "recommended": N_("the recommended figure"), "triangulation": N_("beside the recommended one"),
    "superseded": N_("superseded by its source"), "denied": N_("denied"), "forecast": N_("a forecast, not observed"),
})  # fmt: skip
SCALES = Words({"": N_("Each chart its own"), "shared": N_("One for all on the page")})
#: What a chart counts, by households or not, and whether it is of need, a stock or a flow.
COUNTED = Words({
    "people in need": N_("People in need (stock)"), "households in need": N_("Households in need (stock)"),
    "people stock": N_("People displaced at a time (stock)"),
    "households stock": N_("Households displaced at a time (stock)"),
    "people flow": N_("People driven out during the days (flow)"),
    "households flow": N_("Households driven out during the days (flow)"),
})  # fmt: skip
STANDING = Words({
    "forecast": N_("forecast, not observed"), "denied": N_("said not to be"), "share": N_("a share"),
    "triangulation": N_("beside it"), "recommended": N_("recommended"), "superseded": N_("superseded"),
    "": N_("observed"),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dated:
    """A figure with the days it is drawn at: its own, and where it gives no last one that of its report."""

    row: DisplacementRow
    since: date | None
    until: date | None

    @property
    def of_report(self) -> bool:
        """Whether the last day is that of the report."""
        return self.row.until is None and self.until is not None


@dataclass(frozen=True, slots=True)
class Place:
    """A place with all that is told of it, in order of days, what has none last."""

    name: str
    rows: tuple[Dated, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One chart with what it shows in words."""

    title: str
    chart: Chart
    top: int


@router.get("/displacement")
def displacement(request: Request) -> Response:
    """The figures that the filter asks for."""
    asked, wanted = asking(request.query_params), request.query_params.get("scale", "")
    scale = wanted if wanted in SCALES else ""
    with register_of(request) as register:
        charted, alone = places(register, asked.filter)
        one, other = part(charted, asked.page, CHARTED), part(alone, asked.page, LISTED)
        page = one if one.pages >= other.pages else Part(one.rows, other.number, other.pages)
        denied = queries.findings(register).denials
        tops = shared_tops(page.rows) if scale else {}
        drawn = [(place, charts(place, denied, tops)) for place in (one.rows if one.number == page.number else ())]
        return shown(
            request, register, "displacement.html", asked, page, {"scale": scale}, drawn=drawn, SCALES=SCALES,
            alone=other.rows if other.number == page.number else (), denied=denied, count=len(charted) + len(alone),
            standing=standing, MEANING=MEANING,
        )  # fmt: skip


@router.get("/displacement/{claim}")
def figure(request: Request, claim: str) -> Response:
    """One figure, and why it stands where it stands."""
    with register_of(request) as register:
        rows = {row.claim: row for row in queries.displacement(register, Filter())}
        if claim not in rows:
            raise BadInput(claim, "no such figure in the ledger of displacement", "list them: sijil displacement")
        row = rows[claim]
        same = [one for one in rows.values() if row.recommended and one.recommended == row.recommended]
        return render(
            request, "figure.html", row=row, beside=[one for one in same if one is not row], standing=standing,
            claims=queries.claims_by_id(register), reports=queries.reports(register), cards=cards_of(request, register),
            denials=queries.findings(register).denials.get(claim, ()),
        )  # fmt: skip


def places(register: Register, wanted: Filter) -> tuple[list[Place], list[Dated]]:
    """The places of which more than one figure is told, most figures first; and the figures that stand alone."""
    rows = queries.displacement(register, wanted)
    series = queries.displacement_over_time(register, wanted)
    claims, reports = queries.claims_by_id(register), queries.reports(register)

    def made() -> tuple[list[Place], list[Dated]]:
        return _places([Dated(row, *span(claims[row.claim], reports)) for row in rows if row.claim in claims], series)

    return queries.kept(register, ("displacement places", wanted), made)


def _places(rows: Sequence[Dated], series: Sequence[DisplacementSeries]) -> tuple[list[Place], list[Dated]]:
    home = {point.recommended: one.place for one in series for point in one.points}
    found: dict[str, list[Dated]] = {}
    names: dict[str, str] = {}
    for one in rows:
        name = home.get(one.row.recommended, "") or one.row.place
        key = name.casefold() or one.row.claim
        names.setdefault(key, name)
        found.setdefault(key, []).append(one)
    made = [Place(names[key], tuple(sorted(own, key=_in_time))) for key, own in found.items()]
    many = sorted((place for place in made if len(place.rows) > 1), key=lambda place: -len(place.rows))
    return many, [place.rows[0] for place in made if len(place.rows) == 1]


def _in_time(one: Dated) -> tuple[bool, date, str]:
    day = one.until or one.since
    return day is None, day or date.min, one.row.claim


def charts(place: Place, denied: Mapping[str, Sequence[Claim]], tops: Mapping[str, int]) -> list[Drawn]:
    """The charts of a place: flows and stocks, persons and households, the displaced and those in need each alone."""
    kinds: dict[Kind, list[Told]] = {}
    for one in place.rows:
        if one.row.nature != "share":
            kind: Kind = one.row.subject, one.row.term, one.row.figure.unit
            kinds.setdefault(kind, []).append(_told(one, denied))
    days = days_of([one for own in kinds.values() for one in own if one.role != "forecast"])
    drawn = []
    for kind, own in kinds.items():
        top = tops.get(kind[2]) or top_of(own)
        ahead = [one for one in own if one.role == "forecast"]
        made = chart([one for one in own if one.role != "forecast"], ahead, days, top)
        drawn.append(Drawn(kind_words(kind), made, top))
    return [one for one in drawn if not one.chart.empty]


def shared_tops(places: Sequence[Place]) -> dict[str, int]:
    """The end of one scale for all charts of a unit."""
    units: dict[str, list[Told]] = {}
    for one in (one for place in places for one in place.rows if one.row.nature != "share"):
        units.setdefault(one.row.figure.unit, []).append(_told(one, {}))
    return {unit: top_of(own) for unit, own in units.items()}


def _told(one: Dated, denied: Mapping[str, Sequence[Claim]]) -> Told:
    row = one.row
    role: Role = "forecast" if row.nature == "forecast" else "triangulation"
    if row.nature == "denied" or (row.claim in denied and row.nature == "observed"):
        role = "denied"
    elif row.nature == "observed" and row.role in ("recommended", "superseded"):
        role = "recommended" if row.role == "recommended" else "superseded"
    return Told(row.claim, row.figure, role, None if row.term == "stock" else one.since, one.until or one.since)


def kind_words(kind: Kind) -> str:
    """What a chart counts: "People driven out during the days (flow)"."""
    subject, term, unit = kind
    who = "households" if unit == "households" else "people"
    return COUNTED[f"{who} {'in need' if subject == 'in need' else term}"]


def standing(row: DisplacementRow) -> str:
    """Where a figure stands, in a word or two."""
    return STANDING[row.role if row.nature == "observed" else row.nature]
