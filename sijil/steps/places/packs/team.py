"""A team's own table. Its columns are in rules/packs.toml and docs/places.md; `name` and `country` must be there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TextIO

from sijil.rules import load
from sijil.steps.places.entry import EntryKind
from sijil.steps.places.names import exact_key
from sijil.steps.places.packs.fields import country_of, header, point, spellings, table
from sijil.steps.places.packs.place import Complain, PackPlace, Row

NAME = "own table"


def fits(head: str) -> bool:
    """Whether a file that begins so is of this format."""
    known = {_columns().get(_plain(column), "") for column in header(head)}
    return {"name", "country"} <= known


def read(file: TextIO, complain: Complain) -> Iterator[Row]:
    """Every place of the table."""
    for line, row in table(file, complain):
        place = place_of(row)
        if isinstance(place, str):
            complain(line, place)
        else:
            yield place


def place_of(row: Mapping[str, Any], outline: dict[str, Any] | None = None) -> PackPlace | str:
    """The place of a row, by lower-case header; or what is wrong with it."""
    cells = {_columns().get(_plain(column), ""): " ".join(str(cell or "").split()) for column, cell in row.items()}
    name, country = cells.get("name", ""), country_of(cells.get("country"))
    if not name:
        return "has no name"
    if not country:
        return f"the country {cells.get('country', '')!r} is not known: write its two letters (SY) or its name"
    kind = _kinds().get(_plain(cells.get("kind", "") or "town"))
    if kind is None:
        return f"the kind {cells['kind']!r} is not known: {', '.join(load('packs')['team']['kinds'])}"
    where = point(cells.get("lat"), cells.get("lon"))
    if where is None and (cells.get("lat") or cells.get("lon")):
        return f"{cells.get('lat', '')!r}, {cells.get('lon', '')!r} is no position in degrees"
    lat, lon = where or (None, None)
    slug = exact_key(f"{country} {cells.get('province', '')} {kind} {name}").replace(" ", "-")
    return PackPlace(
        name, kind, country, spellings(re.split(r"[|;]", cells.get("names", "")), name), lat, lon,
        province=cells.get("province", ""), pcode=cells.get("pcode", ""), ref=f"team:{slug}",
        source=cells.get("source", ""), outline=outline,
    )  # fmt: skip


def _plain(word: str) -> str:
    return " ".join(word.replace("_", " ").lower().split())


@cache
def _columns() -> dict[str, str]:
    return {word: column for column, words in load("packs")["team"]["columns"].items() for word in words}


@cache
def _kinds() -> dict[str, EntryKind]:
    return {word: kind for kind, words in load("packs")["team"]["kinds"].items() for word in words}
