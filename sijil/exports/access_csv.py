"""One row a condition of access of one place."""

from __future__ import annotations

from collections.abc import Iterator

from sijil.exports.material import Material
from sijil.exports.table import Cell, lines
from sijil.exports.told import MADE, day, made
from sijil.model.ledger import AccessRow

HEADERS = (
    "place", "condition", "label", "first", "last", "eased", "eased_on", "threatened", "claims", "denials", *MADE,
)  # fmt: skip


def write(material: Material) -> Iterator[str]:
    """The conditions of `material` as CSV; `claims` are ids of the claims' table."""
    return lines(HEADERS, (_row(row, material) for row in material.rows))


def _row(row: AccessRow, material: Material) -> tuple[Cell, ...]:
    return (
        row.place, row.condition, row.label, day(row.first), day(row.last), row.eased, day(row.eased_on), row.projected,
        " ".join(row.claims), " ".join(row.denials), *made(material),
    )  # fmt: skip
