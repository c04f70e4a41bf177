"""The body of a request: read once before the pages, checked, signed, and handed on. Pages get forms, the API JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qs, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import Message, Receive, Scope

from sijil.rules import load

LARGEST = 4 * 1024 * 1024  # bytes; pages have smaller limits of their own
MOST_FIELDS = 4000  # of a form: a long report's claims, accepted at once
FORM = "application/x-www-form-urlencoded"
JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Body:
    """`form` are the fields of a form, None for what is no form or cannot be read as one; of JSON those that decide
    what it takes (rules/roles.toml), and `plain` is the object."""

    data: bytes
    form: dict[str, list[str]] | None
    too_large: bool = False
    plain: dict[str, Any] | None = None

    def signed(self, name: str) -> Body:
        """The same form with `name` as the one who decides, whatever was sent as "who", and without its token."""
        if self.plain is not None:
            whose = {"who": name} if "verb" in self.plain else {}
            return replace(self, data=json.dumps(self.plain | whose).encode())
        form = {field: values for field, values in (self.form or {}).items() if field != "csrf"} | {"who": [name]}
        return replace(self, data=urlencode(form, doseq=True).encode(), form=form)

    def replayed(self, scope: Scope, receive: Receive) -> tuple[Scope, Receive]:
        """The request as the pages get it; after the body comes what the server still has to say."""
        headers = MutableHeaders(raw=list(scope["headers"]))
        headers["content-length"] = str(len(self.data))

        waiting = [self.data]

        async def again() -> Message:
            return {"type": "http.request", "body": waiting.pop(), "more_body": False} if waiting else await receive()

        return {**scope, "headers": headers.raw}, again


async def read_body(scope: Scope, receive: Receive) -> Body:
    """The whole body, up to LARGEST bytes."""
    data = b""
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            break
        data += message.get("body", b"")
        more = message.get("more_body", False)
        if len(data) > LARGEST:
            return Body(b"", None, too_large=True)
    kind = Headers(scope=scope).get("content-type", "").partition(";")[0].strip().lower()
    if kind == JSON and scope["path"].startswith("/api/"):
        return _of_json(data)
    return Body(data, _fields(data) if kind == FORM or not data else None)


def _of_json(data: bytes) -> Body:
    """A JSON object as its fields; what is none, or cannot be read, decides nothing and is refused by the API."""
    try:
        plain = json.loads(data)
    except (ValueError, RecursionError):
        plain = None
    if not isinstance(plain, dict):
        return Body(data, {})
    form = {name: [value] for name, value in plain.items() if isinstance(value, str)}
    given = plain.get("value")
    scopes = [scope for scope in ("always", "within") if isinstance(given, dict) and scope in given]
    return Body(data, form | {"scope": scopes}, plain=plain)


def _fields(data: bytes) -> dict[str, list[str]] | None:
    """The fields of a form. Those that decide what it takes are stripped here, for the gate and the pages alike, which
    would else read two things in one; the others are left as they are (a space may be part of a password)."""
    try:
        form = parse_qs(data.decode("utf-8"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        return None
    deciding = (*load("roles")["fields"], "subject")
    return form | {name: [value.strip() for value in form[name]] for name in deciding if name in form}
