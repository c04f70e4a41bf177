"""The API's description as a page to read, from the server alone: no script, nothing from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import Response

from sijil.record import Json
from sijil.web.api.description import document
from sijil.web.api.params import PAGED, filters
from sijil.web.page import TEMPLATES, render


@dataclass(frozen=True, slots=True)
class Row:
    """A parameter, or a field of a body."""

    name: str
    value: str
    told: str
    required: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Parameters that many addresses take, told once."""

    id: str
    name: str
    title: str
    told: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Operation:
    """What can be done at an address. `open`: a browser can ask for it as it stands."""

    id: str
    method: str
    path: str
    told: str
    rows: tuple[Row, ...]
    groups: tuple[Group, ...]
    status: str
    shape: str
    problems: tuple[str, ...]
    open: bool


def documented(request: Request) -> Response:
    """The page."""
    base = document()["servers"][0]["url"]
    return render(
        request, "api.html", document=document(), base=base, operations=_operations(), groups=_groups(), valued=valued,
        statuses=_statuses(),
    )  # fmt: skip


@cache
def _groups() -> tuple[Group, ...]:
    known = {one["name"]: one for does in _all() for one in does[2].get("parameters", ())}
    own, paged = ([one.name for one in group] for group in (filters(), PAGED))
    return (
        Group("filters", "the filters", "Filters", "Those of the desk; all hold together.",
              tuple(_row(known[name]) for name in own)),
        Group("pages", "what pages take", "Pages, and what is withheld",
              "A list ends with `next`, the address of the next page.", tuple(_row(known[name]) for name in paged)),
    )  # fmt: skip


@cache
def _operations() -> tuple[Operation, ...]:
    return tuple(_operation(path, method, does) for path, method, does in _all())


def _operation(path: str, method: str, does: Json) -> Operation:
    given = [_row(one) for one in does.get("parameters", ())]
    groups = tuple(group for group in _groups() if {row.name for row in group.rows} <= {row.name for row in given})
    shared = {row.name for group in groups for row in group.rows}
    rows = (*(row for row in given if row.name not in shared), *_body(does))
    (status, done), *others = does["responses"].items()
    shape = shape_of(done) if "content" in done else ""
    is_open = method == "get" and "{" not in path and not any(row.required for row in rows)
    problems = tuple(other for other, _ in others)
    return Operation(
        does["operationId"], method.upper(), path, does["summary"], rows, groups, status, shape, problems, is_open
    )


def _all() -> Iterator[tuple[str, str, Json]]:
    for path, methods in document()["paths"].items():
        for method, does in methods.items():
            yield path, method, does


def _row(one: Json) -> Row:
    schema = one["schema"].get("items") or one["schema"]
    return Row(one["name"], valued(schema), one.get("description", ""), one.get("required", False))


def _body(does: Json) -> Iterator[Row]:
    if "requestBody" in does:
        shape = document()["components"]["schemas"][shape_of(does["requestBody"])]
        for name, schema in shape["properties"].items():
            yield Row(name, valued(schema), "in the body", name in shape["required"])


def _statuses() -> dict[str, str]:
    found = {status: told["description"] for *_, does in _all() for status, told in does["responses"].items()}
    return dict(sorted((status, told) for status, told in found.items() if status >= "3"))


def shape_of(holder: Json) -> str:
    """The name of the object in a body or an answer."""
    (content,) = holder["content"].values()
    return _name(content["schema"])


def valued(schema: Json) -> str:
    """What a value may be, in few words."""
    if "$ref" in schema:
        return _name(schema)
    if "anyOf" in schema:
        return " or ".join(map(valued, schema["anyOf"]))
    if "enum" in schema:
        return ", ".join(map(str, schema["enum"]))
    if "prefixItems" in schema:
        return f"[{', '.join(map(valued, schema['prefixItems']))}]"
    if schema.get("items"):
        return f"list of {valued(schema['items'])}"
    kind = schema.get("type", "any")
    told = " or ".join(kind) if isinstance(kind, list) else str(kind)
    if "minimum" in schema:
        told += f", {schema['minimum']} to {schema['maximum']}"
    return f"{told} ({schema['format']})" if "format" in schema else told


def coded(text: str) -> Markup:
    """Template filter: words between backticks as code."""
    pieces = re.split(r"`([^`]+)`", text)
    return Markup("").join(
        Markup("<code>{}</code>").format(one) if n % 2 else escape(one) for n, one in enumerate(pieces)
    )


def _name(schema: dict[str, Any]) -> str:
    return str(schema["$ref"]).rpartition("/")[2]


TEMPLATES.filters["coded"] = coded
