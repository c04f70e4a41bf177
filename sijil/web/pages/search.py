"""Search: incidents, claims and reports by their words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import quote, urlencode

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sijil.exports.privacy import accounted
from sijil.pipeline.finding import Sought, search
from sijil.register.search import MOST, OF, Of
from sijil.steps.search import Excerpt
from sijil.web.asking import asking
from sijil.web.language import gettext
from sijil.web.nouns import counted
from sijil.web.page import register_of, render

router = APIRouter()
FEW = 5  # of each kind, where all are shown
PAGE = 20  # where one kind is asked for
LONGEST = 400  # characters of a question (rules/search.toml)
NOUNS: Mapping[Of, str] = {"incidents": "incident", "claims": "claim", "reports": "report"}


@router.get("/search", name="search")
def page(request: Request) -> Response:
    """What holds the words in the address: some of each kind, or a page of one."""
    params, asked = request.query_params, asking(request.query_params)
    question, rejected = params.get("q", "")[:LONGEST], params.get("rejected") == "1"
    only: tuple[Of, ...] = tuple(of for of in OF if of == params.get("of"))
    start, limit = ((asked.page - 1) * PAGE, PAGE) if only else (0, FEW)
    with register_of(request) as register:
        sought = Sought(question, asked.filter, only or OF, rejected, start, limit)
        found = search(register, sought, request.app.state.places.gazetteer)
    more = bool(only) and found.counts[only[0]] > start + limit
    return render(
        request, "search.html", q=question, asking=asked, rejected=rejected, only=only[0] if only else "", found=found,
        more=more, address=address(params), told=told, NOUNS=NOUNS, pieces=pieces, accounted=accounted,
        fragment=fragment,
    )  # fmt: skip


def address(params: Mapping[str, str]) -> Callable[..., str]:
    """The same search with something changed, as an address; what is empty is left out."""

    def changed(**changes: object) -> str:
        values = {name: value for name, value in params.items() if name not in ("page", "names")}
        values |= {name: str(value) for name, value in changes.items()}
        return "/search?" + urlencode({name: value for name, value in values.items() if value})

    return changed


def told(count: int, of: Of) -> str:
    """A count of results in words; they are not counted to the end."""
    if count > MOST:
        return gettext("more than %(many)s", many=counted(MOST, NOUNS[of]))
    return counted(count, NOUNS[of])


def pieces(shown: Excerpt) -> list[tuple[int, int]]:
    """Where the runs of an excerpt lie in its text."""
    edges = [0]
    for run in shown.runs:
        edges.append(edges[-1] + len(run.text))
    return list(zip(edges, edges[1:], strict=False))


def fragment(shown: Excerpt) -> str:
    """The end of an address that leads to the first words found (a text fragment); "" for none. "-" is a sign of such
    an address and has to be written out."""
    return f"#:~:text={quote(shown.first, safe='').replace('-', '%2D')}" if shown.first else ""
