"""Siege and access: a calendar of conditions for each place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sijil import queries
from sijil.model.claim import Claim
from sijil.model.ledger import AccessPlace, AccessRow, Siege
from sijil.model.report import ReportInfo
from sijil.steps.tally.access import days_of
from sijil.web.asking import asking
from sijil.web.language import N_, Words, gettext
from sijil.web.ledgers.calendar import CELL, PITCH, Calendar, Entry, State, Told, calendar
from sijil.web.names import party_named, spelled
from sijil.web.page import register_of
from sijil.web.pages.ledgers.frame import part, picked, shown
from sijil.web.told import plain
from sijil.web.words import listed

router = APIRouter()
PAGE = 10  # places
HALF = 22  # columns of a calendar that fit half the page
#: How the places can be ordered, by what stands in the address.
ORDERS = Words({"": N_("Besieged, then latest"), "name": N_("By name"), "most": N_("Most conditions first")})


@dataclass(frozen=True, slots=True)
class Shown:
    """A place with its calendar (None where no day is known) and its conditions with their claims."""

    row: AccessPlace
    calendar: Calendar | None
    conditions: list[tuple[AccessRow, list[Claim], list[Claim]]]

    @property
    def ids(self) -> tuple[str, ...]:
        """Of all claims that tell of the place."""
        siege = self.row.siege.claims if self.row.siege else ()
        return (*siege, *(id_ for one in self.row.timeline for id_ in one.claims))


@router.get("/access")
def access(request: Request) -> Response:
    """The places that the filter asks for."""
    asked = asking(request.query_params)
    order = request.query_params.get("order", "")
    with register_of(request) as register:
        found = ordered(queries.access_places(register, asked.filter), order)
        page = part(found, asked.page, PAGE)
        claims, reports = queries.claims_by_id(register), queries.reports(register)
        places = [place(row, claims, reports) for row in page.rows]
        return shown(
            request, register, "access.html", asked, page, {"order": order if order in ORDERS else ""}, places=places,
            ORDERS=ORDERS, CELL=CELL, PITCH=PITCH, HALF=HALF,
            count=len(found), besieged=sum(bool(row.siege) for row in found),
        )  # fmt: skip


def ordered(rows: Sequence[AccessPlace], order: str) -> list[AccessPlace]:
    """The places in one of ORDERS."""
    if order == "name":
        return sorted(rows, key=lambda row: (not row.place, spelled(row.place).casefold()))
    if order == "most":
        return sorted(rows, key=lambda row: -len(row.timeline))
    return sorted(rows, key=lambda row: (row.siege is None, -(_latest(row) or date.min).toordinal()))


def _latest(row: AccessPlace) -> date | None:
    days = [day for day in (row.last, row.siege.last if row.siege else None) if day]
    return max(days, default=None)


def place(row: AccessPlace, claims: Mapping[str, Claim], reports: Mapping[str, ReportInfo]) -> Shown:
    """A place ready to be shown."""

    def told(ids: Sequence[str]) -> tuple[Told, ...]:
        return _told(picked(ids, claims), reports)

    entries = [
        Entry(plain(one.label), _state(one), told(one.claims), one.eased_on, told(one.denials)) for one in row.timeline
    ]
    if row.siege:
        entries.insert(0, Entry(siege_words(row.siege), "siege", told(row.siege.claims), row.siege.lifted))
    conditions = [(one, picked(one.claims, claims), picked(one.denials, claims)) for one in row.timeline]
    return Shown(row, calendar(entries), conditions)


def siege_words(siege: Siege) -> str:
    """A siege in a few words."""
    by = listed(map(party_named, siege.by))
    return gettext("Besieged by %(parties)s", parties=by) if siege.by else gettext("Besieged")


def _state(row: AccessRow) -> State:
    return "threatened" if row.projected else "eased" if row.eased else "hindered"


def _told(claims: Iterable[Claim], reports: Mapping[str, ReportInfo]) -> tuple[Told, ...]:
    """The days of claims, of those that have any: their own, else that of their report."""
    return tuple(Told(claim.id, days[0], days[-1]) for claim in claims if (days := days_of(claim, reports)))
