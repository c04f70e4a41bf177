"""What the API answers where it cannot do what was asked: problem details as of RFC 9457."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse

from sijil.decoding import scrub
from sijil.errors import BadInput, RegisterBusy, SijilError

MEDIA = "application/problem+json"
AGAIN = 5  # seconds after which a register that another program held is worth asking again
_HINTS = {401: {"www-authenticate": 'Bearer realm="sijil"'}, 503: {"retry-after": str(AGAIN)}}


class Problem(Exception):
    """An answer that is none. `parameter` names the part of the address or field of the body that is meant, if one."""

    def __init__(self, status: int, detail: str, parameter: str = "", headers: Mapping[str, str] | None = None) -> None:
        self.status, self.detail, self.parameter, self.headers = status, detail, parameter, dict(headers or {})
        super().__init__(detail)


def is_api(path: str) -> bool:
    """Whether an address is of the API, so that errors there are for programs."""
    return path.startswith("/api/")


def problem(status: int, detail: str, parameter: str = "", headers: Mapping[str, str] | None = None) -> JSONResponse:
    """The answer: `type` is always about:blank, `title` the status in words, `detail` one line for people."""
    told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": scrub(detail)}
    told |= {"parameter": scrub(parameter)} if parameter else {}
    sent = {"cache-control": "no-store", **_HINTS.get(status, {}), **(headers or {})}
    return JSONResponse(told, status, sent, media_type=MEDIA)


def of_error(request: Request, error: Exception) -> JSONResponse:
    """An exception as an answer. What Sijil itself did not foresee is told without its words."""
    if isinstance(error, Problem):
        return problem(error.status, error.detail, error.parameter, error.headers)
    if isinstance(error, SijilError):
        return of_sijil(error, missing=request.method in ("GET", "HEAD"))
    if isinstance(error, HTTPException):
        line = "There is nothing at this address." if error.status_code == 404 else str(error.detail)
        return problem(error.status_code, line, headers=error.headers)
    return problem(500, "Sijil failed; the server's log says where.")


def of_sijil(error: SijilError, missing: bool = False) -> JSONResponse:
    """One of Sijil's own errors. `missing`: bad input in an address is an id that nothing has."""
    if isinstance(error, BadInput):
        return problem(404 if missing else 422, error.line())
    headers = {} if isinstance(error, RegisterBusy) else {"retry-after": "60"}
    return problem(503, error.line(), headers=headers)
