"""The parameters of an address, read strictly: what the desk would leave out and tell is an error here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, get_type_hints

from starlette.datastructures import QueryParams

from sijil.model.filter import Filter
from sijil.model.incident import GRADES
from sijil.model.ledger import PARTS
from sijil.register.search import OF
from sijil.web.api.paging import LONGEST as LONGEST_CURSOR
from sijil.web.api.problems import Problem
from sijil.web.asking import CHOICES, LONGEST, asking

MOST, USUAL = 500, 100  # rows of a page
_NAMES = {"grades": "grade"}  # fields of Filter that have another name in an address
_TOLD = {
    "place": "A place, or what lies in it: words of the report, a resolved name, or a larger place.",
    "since": "Only what ended on or after this day.",
    "until": "Only what began on or before this day.",
    "party": "Only where this party is named.",
    "kind": "Only this kind of claim.",
    "group": "Only this group of people.",
    "attack": "Only this kind of attack.",
    "report": "Only claims of the report with this id.",
    "grade": "Only incidents of this grade; may be given again for several.",
    "disputed": "1: only incidents that are disputed.",
    "speaker": "Only what somebody of this name says.",
    "publisher": "Only what a publisher of this name printed.",
    "box": "Only what lies in this box of the map: west,south,east,north in degrees.",
}
_DEGREES = r"-?[0-9]{1,3}(\.[0-9]{1,9})?"


@dataclass(frozen=True, slots=True)
class Param:
    """One parameter. `schema` is a JSON schema of one value with any of enum, pattern, minLength, maxLength."""

    name: str
    schema: Mapping[str, Any]
    told: str
    many: bool = False
    required: bool = False

    def check(self, values: list[str]) -> None:
        """Raises Problem for values that are not as the schema says."""
        if len(values) > 1 and not self.many:
            raise Problem(422, f"“{self.name}” is given {len(values)} times.", self.name)
        for value in values:
            if not self._fits(value):
                raise Problem(422, f"“{value[:40]}” is no value of “{self.name}”: {self._wanted()}.", self.name)

    def _fits(self, value: str) -> bool:
        schema = self.schema
        if schema["type"] == "integer":
            return bool(re.fullmatch("[0-9]{1,9}", value)) and schema["minimum"] <= int(value) <= schema["maximum"]
        if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", LONGEST):
            return False
        if "enum" in schema and value not in schema["enum"]:
            return False
        return "pattern" not in schema or bool(re.fullmatch(schema["pattern"], value))

    def _wanted(self) -> str:
        schema = self.schema
        if "enum" in schema:
            return f"one of {', '.join(schema['enum'])}"
        if schema["type"] == "integer":
            return f"a number from {schema['minimum']} to {schema['maximum']}"
        if schema.get("format") == "date":
            return "a day as in 2020-01-24"
        return f"{schema.get('minLength', 0)} to {schema.get('maxLength', LONGEST)} characters"


def text(longest: int = LONGEST) -> dict[str, Any]:
    """The schema of words."""
    return {"type": "string", "minLength": 1, "maxLength": longest}


def one_of(values: Iterable[str]) -> dict[str, Any]:
    """The schema of a choice."""
    return {"type": "string", "enum": list(values)}


YES = one_of(("0", "1"))
NAMES = Param("names", YES, "1: with words that may name a private person, and graphic ones. Takes the right to look.")
POSITIONS = Param("positions", YES, "1: with exact positions instead of rounded ones. Takes the right to export names.")
LIMIT = Param("limit", {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL}, "Rows of a page.")
CURSOR = Param("cursor", text(LONGEST_CURSOR), "Where the page begins: from `next` of the page before.")
SHOWING = (NAMES, POSITIONS)
PAGED = (LIMIT, CURSOR, *SHOWING)
BY = Param("by", one_of(PARTS), "What the tally is broken down by.")
QUESTION = Param("q", text(400), 'Words, "a phrase", -without, begin*.', required=True)
OF_WHAT = Param("of", one_of(OF), "Only results of this kind.")
REJECTED = Param("rejected", YES, "1: also claims that people rejected.")


@cache
def filters() -> tuple[Param, ...]:
    """One parameter for each field of Filter."""
    hints = get_type_hints(Filter)
    return tuple(_filter(_NAMES.get(field.name, field.name), hints[field.name]) for field in fields(Filter))


def _filter(name: str, kind: Any) -> Param:
    told = _TOLD.get(name, "")
    if name in CHOICES:
        return Param(name, one_of(CHOICES[name]), told)
    if name == "grade":
        return Param(name, one_of(GRADES), told, many=True)
    if name == "box":
        return Param(name, {**text(), "pattern": f"^{_DEGREES}(,{_DEGREES}){{3}}$"}, told)
    if kind is bool:
        return Param(name, YES, told)
    if kind is str:
        return Param(name, text(), told)
    return Param(name, {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}, told)


def read(given: QueryParams, known: Iterable[Param]) -> dict[str, str]:
    """The parameters by name, the last value of each. Raises Problem for unknown names and values that do not fit."""
    by_name = {param.name: param for param in known}
    for name in given:
        if name not in by_name:
            raise Problem(422, f"There is no parameter “{name[:40]}” here.", name[:40])
        by_name[name].check(given.getlist(name))
    for param in by_name.values():
        if param.required and param.name not in given:
            raise Problem(422, f"“{param.name}” is missing.", param.name)
    return dict(given)


def read_filter(given: QueryParams) -> Filter:
    """The filter of an address, as the desk reads it. Raises Problem, naming the parameter, where the desk would leave
    one out."""
    own = [(name, value) for name, value in given.multi_items() if name in {param.name for param in filters()}]
    for name in dict(own):
        _told(name, asking(QueryParams([pair for pair in own if pair[0] == name])).problems)
    asked = asking(QueryParams(own))
    _told("until", asked.problems)
    return asked.filter


def _told(name: str, problems: tuple[str, ...]) -> None:
    if problems:
        raise Problem(422, problems[0].partition("; ")[0] + ".", name)
