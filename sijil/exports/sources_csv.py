"""One row a speaker or publisher: how often, how often alone, how often contradicted. No score."""

from __future__ import annotations

from collections.abc import Iterator

from sijil.exports.material import Material
from sijil.exports.table import Cell, lines
from sijil.exports.told import MADE, made, names
from sijil.model.ledger import SourceRow

HEADERS = ("name", "role", "claims", "incidents", "alone", "contradicted", *MADE)


def write(material: Material) -> Iterator[str]:
    """The sources of `material` as CSV; a speaker who may be a private person is "a named person", in a row each."""
    return lines(HEADERS, (_row(row, material) for row in material.rows))


def _row(row: SourceRow, material: Material) -> tuple[Cell, ...]:
    name = names((row.name,), material) if row.role == "speaker" else row.name
    return name, row.role, row.claims, row.incidents, row.alone, row.contradicted, *made(material)
