"""The list of reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sijil import queries
from sijil.model.report import ReportInfo
from sijil.register import Register
from sijil.web.asking import iso_day
from sijil.web.page import register_of, render
from sijil.web.pages.report import JUDGING, page_of

router = APIRouter()
PAGE = 100  # reports in the list
LONGEST = 200  # characters of what somebody looks for


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which reports somebody asks for: words of title, publisher or name, days of publication, and whether only those
    of which a claim has still to be judged. `newest`: the last that came in go first."""

    words: str = ""
    since: date | None = None
    until: date | None = None
    open: bool = False
    newest: bool = False
    problems: tuple[str, ...] = ()

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> Wanted:
        """Reads the parameters of an address; what is not understood is left out and told."""
        problems: list[str] = []
        since, until = (iso_day(asked.get(name, ""), name, problems) for name in ("since", "until"))
        words = " ".join(asked.get("words", "").split())[:LONGEST]
        flags = (bool(asked.get("open")), asked.get("sort") == "newest")
        return cls(words, since, until, *flags, problems=tuple(problems))

    @property
    def query(self) -> dict[str, str]:
        """The parameters again, without the page and without what is empty."""
        named = {"words": self.words, "since": self.since, "until": self.until, "open": "1" if self.open else ""}
        told = {name: str(value) for name, value in named.items() if value}
        return told | ({"sort": "newest"} if self.newest else {})

    def fits(self, info: ReportInfo) -> bool:
        """Whether a report is asked for, as far as the report alone tells."""
        day = info.published
        if (self.since and (day is None or day < self.since)) or (self.until and (day is None or day > self.until)):
            return False
        return not self.words or self.words.casefold() in f"{info.title}\n{info.source}\n{info.doc}".casefold()


@dataclass(frozen=True, slots=True)
class Row:
    """A report in the list. `judged` of its `claims` were; `original` is what it is a near-copy of."""

    info: ReportInfo
    claims: int
    judged: int
    original: ReportInfo | None


@router.get("/reports")
def reports(request: Request) -> Response:
    """The reports that are asked for, in order of arrival."""
    wanted = Wanted.of(request.query_params)
    with register_of(request) as register:
        infos, counts, judged = queries.reports(register), queries.counts(register), judged_of(register)
        found = [info for info in infos.values() if wanted.fits(info)]
        if wanted.open:
            found = [info for info in found if judged[info.id] < counts[info.id]]
        if wanted.newest:
            found.reverse()
        pages = max(1, -(-len(found) // PAGE))
        number = min(page_of(request.query_params.get("page", "1")), pages)
        listed = found[(number - 1) * PAGE : number * PAGE]
        copied = queries.copied(register, [info.id for info in listed])
    rows = [Row(i, counts[i.id], judged[i.id], infos.get(copied.get(i.id, ""))) for i in listed]
    return render(
        request, "reports.html", rows=rows, count=len(found), all=len(infos), pages=pages, number=number,
        here="/reports", wanted=wanted, page_query=_pager(wanted),
    )  # fmt: skip


def judged_of(register: Register) -> Counter[str]:
    """How many claims of each report a person has judged or added, of those that stand."""
    return queries.kept(register, "judged claims", lambda: _judged(register))


def _judged(register: Register) -> Counter[str]:
    states, claims = queries.states(register), queries.claims_by_id(register)
    decided = {row.subject for row in states.judgements if row.verb in JUDGING}
    decided |= {str(row.value["claim"]["id"]) for row in states.judgements if row.verb == "add"}  # type: ignore[index]
    return Counter(claim.doc for id_ in decided if (claim := claims.get(id_)) and claim.confidence == 1.0)


def _pager(wanted: Wanted) -> Callable[[int], str]:
    return lambda number: urlencode({**wanted.query, "page": str(number)})
