"""The lists of the API: what each gives, and in which order.

A row's key says where it stands and is of no other row; it hangs on nothing that other rows change, so that pages fit
together whatever comes in meanwhile (paging.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sijil import queries
from sijil.model.claim import Claim
from sijil.model.filter import Filter
from sijil.model.incident import Total
from sijil.model.judgement import Judgement
from sijil.model.ledger import (
    AccessPlace,
    AccessRow,
    AgreementRow,
    ControlPlace,
    ControlRow,
    DisplacementRow,
    DisplacementSeries,
    SourceRow,
)
from sijil.model.report import ReportInfo
from sijil.queries import IncidentView
from sijil.register import Register
from sijil.web.api import shapes
from sijil.web.api.paging import LAST, Key, number


@dataclass(frozen=True, slots=True)
class Known:
    """What keys and withheld words are made of: all claims by id, all reports, and the place of each in their order."""

    claims: Mapping[str, Claim]
    reports: Mapping[str, ReportInfo]
    arrival: Mapping[str, int]

    @classmethod
    def of(cls, register: Register) -> Known:
        """Of a register as it is now."""
        reports = queries.reports(register)
        arrival = queries.kept(register, "arrival", lambda: {id_: n for n, id_ in enumerate(reports)})
        return cls(queries.claims_by_id(register), reports, arrival)

    def place(self, id_: str) -> Key:
        """Where a claim stands: in the order of reports and text."""
        return self.of_claim(self.claims[id_])

    def of_claim(self, claim: Claim) -> Key:
        """The same of the claim itself."""
        return number(self.arrival[claim.doc]), *in_text(claim)


def in_text(claim: Claim) -> Key:
    """Claim.order as texts."""
    start, end, count, id_ = claim.order
    return number(start), number(end), number(count), id_


Rows = Callable[[Register, Filter], Iterable[Any]]
KeyOf = Callable[[Any, Known], Key]


@dataclass(frozen=True, slots=True)
class Listing:
    """One list. `order` says in words how its rows are sorted, `type` is a row's for the description. `sorts`: the rows
    do not come in that order (to sort 100,000 claims would take 0.2 s after every judgement)."""

    path: str
    told: str
    order: str
    rows: Rows
    key: KeyOf
    type: Any
    filtered: bool = True
    sorts: bool = False

    @property
    def name(self) -> str:
        """What it is called in the description."""
        return self.path.replace("/", "_")

    def sorted(self, register: Register, wanted: Filter, known: Known) -> Sequence[Any]:
        """The rows that a filter leaves, in order of their keys."""

        def made() -> Sequence[Any]:
            rows = self.rows(register, wanted)
            return sorted(rows, key=lambda row: self.key(row, known)) if self.sorts else tuple(rows)

        return queries.kept(register, ("api", self.path, wanted), made)


def _incident(view: IncidentView, known: Known) -> Key:
    first = known.claims[view.incident.claims[0]]
    day = view.day.isoformat() if view.incident.period and view.incident.period.start else LAST
    return day, known.reports[first.doc].retrieved.isoformat(), first.doc, *in_text(first)


def _report(info: ReportInfo, known: Known) -> Key:
    return (number(known.arrival[info.id]),)


def _of_first(row: AgreementRow, known: Known) -> Key:
    return known.place(row.claims[0])


def _series(row: DisplacementSeries, _: Known) -> Key:
    return row.place, row.subject, row.term, row.unit, row.nature


def _access(row: AccessRow, known: Known) -> Key:
    first = row.first.isoformat() if row.first else LAST
    return row.place, first, row.condition, str(row.eased), str(row.projected), *_first(row.claims, known)


def _control(row: ControlRow, known: Known) -> Key:
    first = row.first or row.said
    return row.place, first.isoformat() if first else LAST, row.holder, row.act, *_first(row.claims, known)


def _first(claims: Sequence[str], known: Known) -> Key:
    return min((known.place(id_) for id_ in claims if id_ in known.claims), default=())


def _source(row: SourceRow, _: Known) -> Key:
    return "2" if row.role == "publisher" else "1", row.name


def _told(register: Register, wanted: Filter) -> Iterable[ReportInfo]:
    """The reports of which any claim fits; without a filter all."""
    reports = queries.reports(register)
    if wanted == Filter():
        return reports.values()
    docs = {claim.doc for claim in queries.claims(register, wanted)}
    return [info for id_, info in reports.items() if id_ in docs]


_TEXT = "in order of reports and text"
_REPORTS = "Reports of which any claim fits, without their text."
_TOTALS = "Totals that reports state, beside the incidents and never added to them."
_SERIES = "Displacement of one place in order of time: what is recommended for each time, and what stands beside it."
LISTINGS: tuple[Listing, ...] = (
    Listing("incidents", "Incidents of which any claim fits, each whole.", "by first day, undated ones last",
            queries.incidents, _incident, shapes.IncidentForm),
    Listing("claims", "What the reports say, as people left it.", _TEXT, queries.claims,
            lambda row, known: known.of_claim(row), shapes.ClaimForm),
    Listing("reports", _REPORTS, "in order of arrival", _told, _report, shapes.ReportForm),
    Listing("totals", _TOTALS, _TEXT, queries.totals, lambda row, known: known.place(row.claim), Total),
    Listing("displacement", "Figures of displacement and need.", _TEXT, queries.displacement,
            lambda row, known: known.place(row.claim), DisplacementRow),
    Listing("displacement/places", _SERIES, "by place", queries.displacement_over_time, _series, DisplacementSeries,
            sorts=True),
    Listing("access", "Conditions of siege and access.", "by place and first day", queries.access, _access, AccessRow,
            sorts=True),
    Listing("access/places", "Each place with its siege and its conditions in order of time.", "by place",
            queries.access_places, lambda row, _: (row.place,), AccessPlace, sorts=True),
    Listing("agreements", "Truces and deals, and what is claimed as a breach.", _TEXT, queries.agreements, _of_first,
            AgreementRow, sorts=True),
    Listing("control", "Who is said to hold which place.", "by place and day", queries.control, _control, ControlRow,
            sorts=True),
    Listing("control/places", "Each place with all that is said of who holds it.", "by place",
            queries.control_places, lambda row, _: (row.place,), ControlPlace, sorts=True),
    Listing("sources", "What each speaker and publisher said. No score.", "speakers before publishers, by name",
            queries.sources, _source, SourceRow, sorts=True),
    Listing("judgements", "What people decided, also what was withdrawn.", "oldest first",
            lambda register, _: register.judgements(), lambda row, _: (number(row.id),), Judgement, filtered=False),
)  # fmt: skip
