"""Puts the desk together."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from sijil.errors import BadInput, SijilError
from sijil.register import Register
from sijil.web.api.app import BASE, create_api
from sijil.web.api.problems import is_api, of_error
from sijil.web.chosen import Speaks
from sijil.web.language import gettext
from sijil.web.page import STATIC, render
from sijil.web.pages import (
    adding,
    correcting,
    fields,
    incident,
    judgements,
    judging,
    ledgers,
    method,
    original,
    out,
    overview,
    people,
    queue,
    report,
    reports,
    search,
)
from sijil.web.people.gate import Gate
from sijil.web.places import Places
from sijil.web.security import Guard


def create_app(register_path: Path | str, alone: bool = True, names: Collection[str] = ()) -> FastAPI:
    """The desk on the register at `register_path`, which must exist: otherwise a SijilError is raised.

    The register is opened anew for every request, so several processes may work on one file. Where the register has
    users, all have to log in. `alone` is for a desk that only this machine reaches: without users it lets in the one
    person who is there. `names` are the host names that the desk answers to beside "localhost" and addresses.
    """
    with Register.open(register_path, create=False):
        pass
    app = FastAPI(title="Sijil", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.register_path = Path(register_path)
    app.state.places = Places()
    app.add_middleware(Gate, register=app.state.register_path, alone=alone)
    app.add_middleware(Speaks)
    app.add_middleware(Guard, names=names)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.mount(BASE, create_api(app.state.register_path, app.state.places), name="api")
    for pages in (
        overview,
        out,
        incident,
        report,
        reports,
        original,
        adding,
        fields,
        ledgers,
        judging,
        queue,
        judgements,
        correcting,
        method,
        people,
        search,
    ):
        app.include_router(pages.router)
    app.add_exception_handler(SijilError, told)
    app.add_exception_handler(HTTPException, told)
    app.add_exception_handler(RequestValidationError, told)
    return app


RETRY = "5"  # seconds


def told(request: Request, error: Exception) -> Response:
    """An error as a page with one clear line and the status that fits it; for programs as a problem."""
    if is_api(request.url.path):
        return of_error(request, error)
    if isinstance(error, SijilError):
        asked = 400 if request.method == "POST" else 404
        status, line = (asked if isinstance(error, BadInput) else 503), error.line()
    elif isinstance(error, HTTPException):
        status = error.status_code
        line = gettext("There is no such page.") if status == 404 else str(error.detail)
    else:
        status, line = 400, gettext("The address holds something that this page does not understand.")
    page = render(request, "error.html", status=status, line=line)
    if status == 503:  # another program writes for long: nothing was lost, and it can be tried again
        page.headers["retry-after"] = RETRY
    return page
