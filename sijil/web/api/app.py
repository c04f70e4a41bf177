"""Puts the API together: what is answered at which address, and how it is described."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sijil import METHOD_VERSION, __version__
from sijil.errors import SijilError
from sijil.web.api import description, finding, judging, lists, manual, session
from sijil.web.api.asked import answer
from sijil.web.api.problems import Problem, of_error
from sijil.web.api.resources import LISTINGS
from sijil.web.api.things import SINGLES
from sijil.web.places import Places

BASE = "/api/v1"
LARGEST = 64 * 1024  # bytes of a body
Reading = Callable[[Request], Response]
Writing = Callable[[Request, bytes], Response]


@dataclass(frozen=True, slots=True)
class Address:
    """What can be done at one address. `post` gets the body, too."""

    path: str
    get: Reading | None = None
    post: Writing | None = None
    delete: Reading | None = None

    @property
    def methods(self) -> list[str]:
        """In the order in which they are told."""
        taken = {"GET": self.get, "HEAD": self.get, "POST": self.post, "DELETE": self.delete}
        return [*(name for name, handler in taken.items() if handler), "OPTIONS"]

    def route(self) -> Route:
        """For the application; other methods are answered with 405 and what there is."""
        return Route(self.path, self._answer, methods=self.methods)

    async def _answer(self, request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"allow": ", ".join(self.methods)})
        if request.method == "POST" and self.post:
            return await run_in_threadpool(self.post, request, await _body(request))
        handler = self.delete if request.method == "DELETE" else self.get
        assert handler is not None
        return await run_in_threadpool(handler, request)


async def _body(request: Request) -> bytes:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise Problem(415, "The API takes application/json only.")
    data = await request.body()
    if len(data) > LARGEST:
        raise Problem(413, "The body is larger than anything that the API takes.")
    return data


def create_api(register_path: Path, places: Places) -> Starlette:
    """The API on the register at `register_path`, to be mounted at BASE behind the desk's gate and guard."""
    addresses = (
        Address("/", start),
        Address("/openapi.json", described),
        Address("/docs", manual.documented),
        *(Address(f"/{one.path}", lists.listing(one), judging.judge if one.path == "judgements" else None)
          for one in LISTINGS),
        *(Address(f"/{one.path}", lists.single(one)) for one in SINGLES),
        Address("/search", finding.search),
        Address("/places", finding.places),
        Address("/session", session.me, session.log_in, session.log_out),
    )  # fmt: skip
    handlers = dict.fromkeys((Problem, SijilError, HTTPException, Exception), of_error)
    app = Starlette(routes=[one.route() for one in addresses], exception_handlers=handlers)
    app.router.redirect_slashes = False
    app.state.register_path, app.state.places = register_path, places
    return app


def start(request: Request) -> Response:
    """What there is, for whoever begins at the root."""
    document = description.document()
    there = {path.strip("/"): f"{BASE}{path}" for path in document["paths"] if path != "/" and "{" not in path}
    told = {"version": __version__, "method": METHOD_VERSION, "resources": there}
    return answer(told, headers={"cache-control": "no-cache"})


def described(_: Request) -> Response:
    """The OpenAPI document."""
    return JSONResponse(description.document(), headers={"cache-control": "no-cache"})
