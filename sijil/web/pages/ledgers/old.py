"""What is kept beside incidents: totals, displacement, access, agreements, control, and the sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sijil import queries
from sijil.model.claim import Claim
from sijil.model.filter import Filter
from sijil.model.incident import Total
from sijil.model.ledger import AccessRow, AgreementRow, ControlRow, DisplacementRow, SourceRow
from sijil.register import Register
from sijil.steps.tally.control import act_words
from sijil.web.asking import asking
from sijil.web.beside import beside
from sijil.web.page import cards_of, register_of, render
from sijil.web.pages.overview import page_query

router = APIRouter()
PAGE = 20  # rows of a list: each has its words, and a place or an agreement many claims
LISTED = 30  # lines below one row that are shown at most
Claims = Mapping[str, Claim]
Placed = TypeVar("Placed", AccessRow, ControlRow)


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement with the claims of each of its sections."""

    row: AgreementRow
    sections: tuple[tuple[str, list[Claim]], ...]


def by_claims(rows: Iterable[Placed], claims: Claims) -> list[tuple[Placed, list[Claim]]]:
    """Each row with its claims."""
    return [(row, picked(row.claims, claims)) for row in rows]


def agreement(row: AgreementRow, claims: Claims) -> Agreement:
    """An agreement ready to be shown."""
    sections = (
        ("What is said of it", row.claims),
        ("Claimed as violations since", row.violations),
        ("Blame", row.blames),
        ("Denials", row.denials),
    )
    return Agreement(row, tuple((name, picked(ids, claims)) for name, ids in sections))


def picked(ids: Iterable[str], claims: Claims) -> list[Claim]:
    """The claims with these ids, as far as they are there."""
    return [claims[id_] for id_ in ids if id_ in claims]


def totals(rows: Sequence[Total], _: Claims, __: Register, ___: Filter) -> dict[str, Any]:
    """Stated totals."""
    return {"totals": rows}


def displacement(rows: Sequence[DisplacementRow], claims: Claims, register: Register, asked: Filter) -> dict[str, Any]:
    """Observed figures, and set apart from them forecasts, shares and what is denied; and how they went on."""
    natures = {
        nature: [(row, claims[row.claim]) for row in rows if row.nature == nature and row.claim in claims]
        for nature in ("observed", "forecast", "share", "denied")
    }
    return {**natures, "over_time": queries.displacement_over_time(register, asked)}


def access(_: Sequence[AccessRow], claims: Claims, register: Register, asked: Filter) -> dict[str, Any]:
    """Sieges and conditions by place, these in order of time."""
    found = queries.access_places(register, asked)
    return {"places": [(one.place, one.siege, by_claims(one.timeline, claims)) for one in found]}


def control(rows: Sequence[ControlRow], claims: Claims, _: Register, __: Filter) -> dict[str, Any]:
    """Who is said to hold what, by place."""
    places: dict[str, list[ControlRow]] = {}
    for row in rows:
        places.setdefault(row.place, []).append(row)
    return {"places": [(place, by_claims(own, claims)) for place, own in places.items()], "act_words": act_words}


def agreements(rows: Sequence[AgreementRow], claims: Claims, _: Register, __: Filter) -> dict[str, Any]:
    """Truces and deals with what was claimed about them since."""
    return {"agreements": [agreement(row, claims) for row in rows]}


def sources(rows: Sequence[SourceRow], _: Claims, __: Register, ___: Filter) -> dict[str, Any]:
    """Speakers and publishers."""
    titles = {"speaker": "Speakers", "publisher": "Publishers"}
    return {"roles": [(title, [row for row in rows if row.role == role]) for role, title in titles.items()]}


#: Each ledger's name (address, template and question of `queries`), and what its template shows of the rows.
LEDGERS: dict[str, Callable[..., dict[str, Any]]] = {
    "agreements": agreements, }  # fmt: skip


def paged(context: Mapping[str, Any], number: int) -> tuple[dict[str, Any], int]:
    """One page of each of the lists that a ledger shows, and how many pages the longest of them has."""
    lists = {name: value for name, value in context.items() if isinstance(value, list | tuple)}
    pages = max([1, *(-(-len(rows) // PAGE) for rows in lists.values())])
    first = (min(number, pages) - 1) * PAGE
    return {**context, **{name: rows[first : first + PAGE] for name, rows in lists.items()}}, pages


def page(name: str, shown: Callable[..., dict[str, Any]]) -> Callable[[Request], Response]:
    """The handler of one ledger: the rows that the address asks for, with all claims and reports, as any are quoted."""

    def handler(request: Request) -> Response:
        asked = asking(request.query_params)
        with register_of(request) as register:
            rows = getattr(queries, name)(register, asked.filter)
            claims = queries.claims_by_id(register)
            reports = queries.reports(register)
            cards = cards_of(request, register)
            context, pages = paged(shown(rows, claims, register, asked.filter), asked.page)
            if name == "totals":
                context["totals"] = beside(context["totals"], claims, queries.views(register))
        return render(
            request, f"{name}.html", asking=asked, reports=reports, cards=cards, pages=pages, here=f"/{name}",
            page_query=page_query(asked.filter), number=min(asked.page, pages), LISTED=LISTED, **context,
        )  # fmt: skip

    return handler


for _name, _shown in LEDGERS.items():
    router.get(f"/{_name}", name=_name)(page(_name, _shown))
