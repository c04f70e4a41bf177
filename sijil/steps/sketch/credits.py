"""The agencies that a whole report is credited to, by dateline, byline or closing line (rules/wires.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from sijil.model.report import Report, Text
from sijil.rules import load
from sijil.steps.parties.rows import speakers


@dataclass(frozen=True, slots=True)
class Credit:
    """Characters [start, end) of `Text.content` that name the agency `wire`, by its canonical name."""

    wire: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Form:
    where: str
    before: re.Pattern[str]
    after: re.Pattern[str]


_NEAR = 80  # characters before a name that a form looks at


def credits(report: Report, text: Text) -> tuple[Credit, ...]:
    """The credits of a report, in order. A mention in the text ("told Reuters") is none, nor is a picture's."""
    body = [block for block in text.blocks if block.role in ("body", "item")] or list(text.blocks)
    if not body:
        return ()
    reach = load("wires")["reach"]
    head, tail = body[0].start + reach["head"], body[-1].end - reach["tail"]
    return tuple(
        Credit(wire, start, end)
        for wire, start, end in _named(text.content)
        if _credited(text.content, start, end, {"any"} | _places(start, head, tail))
    )


def _places(start: int, head: int, tail: int) -> set[str]:
    found = {"head"} if start <= head else set()
    return found | ({"tail"} if start >= tail else set()) | ({"ends"} if start <= head or start >= tail else set())


def _credited(content: str, start: int, end: int, places: set[str]) -> bool:
    before, after = content[max(0, start - _NEAR) : start], content[end : end + _NEAR]
    picture = _picture()
    if picture.before.search(before) or picture.after.match(after):
        return False
    return any(form.where in places and form.before.search(before) and form.after.match(after) for form in _forms())


def _named(content: str) -> Iterator[tuple[str, int, int]]:
    for found in _names().finditer(content):
        yield _marks()[found[0]], found.start(), found.end()


@cache
def _forms() -> tuple[_Form, ...]:
    return tuple(_form(form) for form in load("wires")["form"])


@cache
def _picture() -> _Form:
    return _form({"where": "any", **load("wires")["not"]}, re.IGNORECASE)


def _form(form: dict[str, Any], flags: int = 0) -> _Form:
    return _Form(form["where"], re.compile(form["before"], flags), re.compile(form["after"], flags))


@cache
def _names() -> re.Pattern[str]:
    longest = sorted(_marks(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


@cache
def _marks() -> dict[str, str]:
    """Each way of writing an agency → its canonical name."""
    rules = load("wires")
    rows = [row for row in speakers() if row.kind == "wire" or row.name in rules["also"]]
    known = {words: row.name for row in rows for words in (row.name, *row.aliases)}
    return known | {words: name for name, all_ in rules["marks"].items() for words in all_}
