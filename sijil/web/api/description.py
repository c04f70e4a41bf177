"""The API's description of itself (OpenAPI 3.1), made of what the handlers are made of."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

import msgspec

from sijil import __version__
from sijil.record import Json
from sijil.web.api import finding, shapes
from sijil.web.api.body import Judging, Login
from sijil.web.api.lists import Single
from sijil.web.api.params import CURSOR, LIMIT, SHOWING, Param, filters
from sijil.web.api.resources import LISTINGS, Listing
from sijil.web.api.things import SINGLES

_REF = "#/components/schemas/{name}"
_FOUND = {"IncidentFoundForm": "incident", "ClaimFoundForm": "claim", "ReportFoundForm": "report"}
_PROBLEMS = {
    400: "The body is no JSON.", 401: "Log in first, or the session is over.",
    403: "The role may not do this, or another site asks for it.",
    404: "Nothing has this id.", 409: "The register has no users.",
    412: "What is judged is not in the state that If-Match names.", 413: "The body is too large.",
    415: "The body is not application/json.", 422: "A parameter, or a field of the body, is not as described.",
    428: "If-Match is missing.", 429: "Too many log-ins failed lately; Retry-After says how long.",
    503: "Another program holds the register, or it cannot be read; Retry-After says when to ask again.",
}  # fmt: skip
_TOLD = """What the desk shows, for programs. Objects are those of `sijil … --json`; docs/api.md has the rules: paging,
ETags, what is withheld, logging in. Every number is reported, by the speaker named with it; `limits` says what none of
them can show."""


@cache
def document() -> Json:
    """The whole document. Nobody may change it."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Sijil", "version": __version__, "description": _TOLD, "license": {"name": "Apache-2.0",
                 "identifier": "Apache-2.0"}},
        "servers": [{"url": "/api/v1"}],
        "security": [{}, {"bearer": []}, {"session": []}],
        "paths": _paths(),
        "components": {
            "schemas": _schemas(),
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer", "description": "The token of POST /session."},
                "session": {"type": "apiKey", "in": "cookie", "name": "sijil_session",
                            "description": "The desk's cookie; what changes something also needs x-csrf-token."},
            },
        },
    }  # fmt: skip


def _paths() -> Json:
    paths: Json = {f"/{one.path}": {"get": _list(one)} for one in LISTINGS}
    paths |= {f"/{one.path}": {"get": _single(one)} for one in SINGLES}
    paths["/judgements"]["post"] = _post(
        "judge", "Decide about a claim, an incident or an earlier judgement.", "Judging",
        (201, "Judgement", "What was recorded."), (400, 401, 403, 412, 413, 415, 422, 428, 503),
    )  # fmt: skip
    paths["/judgements"]["post"]["parameters"] = [_IF_MATCH]
    words = "The best results for words, of each kind; one kind page by page."
    paths["/search"] = {"get": _get("search", words, "Search", finding.SEARCH)}
    paths["/places"] = {
        "get": _get("places", "What a name may mean, the likeliest first.", "Places", (finding.NAME, finding.WITHIN))
    }
    paths["/session"] = {
        "get": _get("me", "Who asks, and what they may.", "Me", (), showing=False),
        "post": _post("log_in", "Log in: a token for scripts.", "Login", (201, "Token", "Logged in."),
                      (400, 401, 403, 409, 413, 415, 422, 429, 503)),
        "delete": {"operationId": "log_out", "summary": "Log out.",
                   "responses": {"204": {"description": "The session is over."}, **_problems((401, 403, 503))}},
    }  # fmt: skip
    return paths


_IF_MATCH: Json = {
    "name": "If-Match", "in": "header", "required": True, "schema": {"type": "string", "minLength": 1},
    "description": 'The ETag of what is judged, as last seen; "*" for however it is now.',
}  # fmt: skip


def _list(one: Listing) -> Json:
    params = (*(filters() if one.filtered else ()), LIMIT, CURSOR)
    found = _get(one.name, f"{one.told} Sorted {one.order}.", f"Page_{one.name}", params)
    found["responses"]["200"]["headers"]["Link"] = {
        "description": 'The next page, rel="next".', "schema": {"type": "string"}
    }  # fmt: skip
    return found


def _single(one: Single) -> Json:
    own = [{"name": "id", "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}]
    has_id = "{id}" in one.path
    name = one.path.replace("s/{id}", "").replace("/{id}", "")
    found = _get(name, one.told, one.type.__name__, one.params)
    found["parameters"] = [*(own if has_id else []), *found["parameters"]]
    found["responses"] |= _problems((404,)) if has_id else {}
    return found


def _get(name: str, told: str, shape: str, params: Iterable[Param], showing: bool = True) -> Json:
    kept = {"ETag": {"description": "For If-None-Match.", "schema": {"type": "string"}}}
    return {
        "operationId": name,
        "summary": told,
        "parameters": [_param(one) for one in (*params, *(SHOWING if showing else ()))],
        "responses": {
            "200": {"description": "Found.", "headers": kept, "content": _content(shape)},
            "304": {"description": "The client has this answer already (If-None-Match)."},
            **_problems((401, 403, 422, 503)),
        },
    }


def _post(name: str, told: str, body: str, done: tuple[int, str, str], problems: Iterable[int]) -> Json:
    status, shape, words = done
    return {
        "operationId": name,
        "summary": told,
        "requestBody": {"required": True, "content": _content(body)},
        "responses": {str(status): {"description": words, "content": _content(shape)}, **_problems(problems)},
    }


def _param(one: Param) -> Json:
    schema: Json = dict(one.schema)
    if one.many:
        schema = {"type": "array", "items": schema}
    told: Json = {"name": one.name, "in": "query", "description": one.told, "schema": schema}
    return told | ({"required": True} if one.required else {})


def _content(shape: str) -> Json:
    return {"application/json": {"schema": {"$ref": _REF.format(name=shape)}}}


def _problems(statuses: Iterable[int]) -> Json:
    schema = {"schema": {"$ref": _REF.format(name="Told")}}
    return {
        str(status): {"description": _PROBLEMS[status], "content": {"application/problem+json": schema}}
        for status in statuses
    }


def _schemas() -> Json:
    given = [
        *(one.type for one in LISTINGS), *(one.type for one in SINGLES), shapes.IncidentFoundForm,
        shapes.ClaimFoundForm, shapes.ReportFoundForm, shapes.EntryForm, shapes.About, shapes.Me, shapes.Token,
        shapes.Told,
    ]  # fmt: skip
    taken = [Judging, Login]
    schemas = {name: _given(schema) for name, schema in _components(given).items()}
    schemas |= {name: schema for name, schema in _components(taken).items() if name not in schemas}
    pages = {f"Page_{one.name}": _page(one.type.__name__, {"count": {"type": "integer"}, "next": _NEXT, "filter": {}})
             for one in LISTINGS}  # fmt: skip
    counts = {
        "counts": {"type": "object", "additionalProperties": {"type": "integer"}},
        "next": _NEXT,
        "behind": {"type": "boolean", "description": "More came in since words were last kept."},
    }
    found = {"anyOf": [{"$ref": _REF.format(name=name)} for name in _FOUND]}
    schemas |= pages | {"Places": _page("EntryForm", {"count": {"type": "integer"}}), "Found": found}
    return schemas | {"Search": _page("Found", counts)}


_NEXT: Json = {"type": ["string", "null"], "description": "The address of the next page; null on the last one."}


def _page(shape: str, more: Json) -> Json:
    items = {"type": "array", "items": {"$ref": _REF.format(name=shape)}}
    own = {"items": items, **more}
    return {
        "allOf": [{"$ref": _REF.format(name="About")}],
        "type": "object", "properties": own, "required": list(own),
    }  # fmt: skip


def _components(types: Iterable[Any]) -> Json:
    _, found = msgspec.json.schema_components(types, ref_template=_REF, schema_hook=lambda _: {"description": "JSON"})
    return {name: _plain(schema) for name, schema in found.items()}


def _given(schema: Json) -> Json:
    """What Sijil answers holds every field, so no field of a record has a default."""
    if "properties" not in schema:
        return schema
    whole = any("default" in own for own in schema["properties"].values())
    own = {name: {key: value for key, value in one.items() if key != "default"}
           for name, one in schema["properties"].items()}  # fmt: skip
    return schema | {"properties": own} | ({"required": list(own)} if whole else {})


def _plain(schema: Json) -> Json:
    """Docstrings as one paragraph."""
    told = schema.get("description")
    return schema | ({"description": " ".join(told.split())} if told else {})
