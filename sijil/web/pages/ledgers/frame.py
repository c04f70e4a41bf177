"""What the pages of all ledgers share: one page of a list, and the addresses of the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from sijil import queries
from sijil.model.claim import Claim
from sijil.model.incident import GRADES
from sijil.register import Register
from sijil.web.asking import Asking, query_of
from sijil.web.chips import chips
from sijil.web.page import cards_of, render

R = TypeVar("R")
LISTED = 30  # lines below one row that are shown at most


@dataclass(frozen=True, slots=True)
class Part(Generic[R]):
    """One page of a list: its rows, its number from 1, and how many pages there are."""

    rows: Sequence[R]
    number: int
    pages: int


def part(rows: Sequence[R], number: int, size: int) -> Part[R]:
    """Page `number` of `rows`, the last one where there are not so many."""
    pages = max(1, -(-len(rows) // size))
    number = min(max(1, number), pages)
    return Part(rows[(number - 1) * size : number * size], number, pages)


def picked(ids: Iterable[str], claims: Mapping[str, Claim]) -> list[Claim]:
    """The claims with these ids, as far as they are there."""
    return [claims[id_] for id_ in ids if id_ in claims]


def shown(
    request: Request, register: Register, template: str, asked: Asking, page: Part[Any],
    also: Mapping[str, str] | None = None, **context: Any,
) -> Response:  # fmt: skip
    """A ledger's page. `also` are the fields of its address beside the filter and the page, which other pages keep.

    Templates find their rows in `page.rows`; `reports`, `claims` and `cards` are there, as any row is quoted;
    `address(field=value)` is the page's query string with fields changed.
    """
    also = {name: value for name, value in (also or {}).items() if value}

    def address(**changes: str) -> str:
        return query_of(asked.filter, **(also | changes))

    kept = urlencode(also)
    known: dict[str, Any] = {
        "chips": [replace(one, query="&".join(filter(None, (one.query, kept)))) for one in chips(asked.filter)],
        "asking": asked, "page": page, "number": page.number, "pages": page.pages, "here": request.url.path,
        "also": also, "address": address, "page_query": lambda number: address(page=str(number)), "LISTED": LISTED,
        "claims": queries.claims_by_id(register), "reports": queries.reports(register),
        "cards": cards_of(request, register), "GRADES": GRADES,
    }  # fmt: skip
    return render(request, template, **(known | context))
