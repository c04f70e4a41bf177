"""The body of a request: read once before the pages, checked, signed, and handed on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import parse_qs, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import Message, Receive, Scope

LARGEST = 4 * 1024 * 1024  # bytes; pages have smaller limits of their own
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Body:
    """`form` are the fields of a form, None for what is no form or cannot be read as one."""

    data: bytes
    form: dict[str, list[str]] | None
    too_large: bool = False

    def signed(self, name: str) -> Body:
        """The same form with `name` as the one who decides, whatever was sent as "who", and without its token."""
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
    is_form = Headers(scope=scope).get("content-type", "").partition(";")[0].strip().lower() == FORM
    return Body(data, _fields(data) if is_form or not data else None)


def _fields(data: bytes) -> dict[str, list[str]] | None:
    try:
        return parse_qs(data.decode("utf-8"), keep_blank_values=True, max_num_fields=500)
    except ValueError:
        return None
