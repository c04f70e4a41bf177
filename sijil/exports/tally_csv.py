"""One row a measure and group: the sum over the incidents asked for. Groups overlap and are never added up."""

from __future__ import annotations

from collections.abc import Iterator

from sijil.exports.material import Material
from sijil.exports.table import Cell, lines
from sijil.exports.told import MADE, made
from sijil.model.incident import GRADES
from sijil.model.ledger import TallyRow

HEADERS = ("measure", "group", "low", "high", "incidents", *GRADES, "disputed", "sources", *MADE)


def write(material: Material) -> Iterator[str]:
    """The tally of `material` as CSV; the columns between count incidents by grade, those disputed, and independent
    sources."""
    return lines(HEADERS, (_row(row, material) for row in material.tally.rows))


def _row(row: TallyRow, material: Material) -> tuple[Cell, ...]:
    of = dict(row.grades)
    bounds = row.figure.low, row.figure.high, row.incidents
    return (
        row.measure, row.group, *bounds, *(of.get(grade, 0) for grade in GRADES), row.disputed, row.sources,
        *made(material),
    )  # fmt: skip
