"""The API's description as a page to read, from the server alone: no script, nothing from elsewhere."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from sijil.web.api.description import document
from sijil.web.page import render


def documented(request: Request) -> Response:
    """The page."""
    base = document()["servers"][0]["url"]
    return render(request, "api.html", document=document(), base=base, valued=valued, shape_of=shape_of)


def shape_of(holder: dict[str, Any]) -> str:
    """The name of the object in a body or an answer."""
    (content,) = holder["content"].values()
    return _name(content["schema"])


def valued(schema: dict[str, Any]) -> str:
    """What a value may be, in few words."""
    if "$ref" in schema:
        return _name(schema)
    if "anyOf" in schema:
        return " or ".join(map(valued, schema["anyOf"]))
    if "enum" in schema:
        return ", ".join(map(str, schema["enum"]))
    if "items" in schema and schema["items"]:
        return f"list of {valued(schema['items'])}"
    if "prefixItems" in schema:
        return f"[{', '.join(map(valued, schema['prefixItems']))}]"
    kind = schema.get("type", "any")
    told = " or ".join(kind) if isinstance(kind, list) else str(kind)
    if "minimum" in schema:
        told += f", {schema['minimum']} to {schema['maximum']}"
    return f"{told} ({schema['format']})" if "format" in schema else told


def _name(schema: dict[str, Any]) -> str:
    return str(schema["$ref"]).rpartition("/")[2]
