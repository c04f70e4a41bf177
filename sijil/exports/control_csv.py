"""One row a place and who is said to hold, take or besiege it."""

from __future__ import annotations

from collections.abc import Iterator

from sijil.exports.material import Material
from sijil.exports.table import Cell, lines
from sijil.exports.told import MADE, day, made, names
from sijil.model.ledger import ControlRow

HEADERS = ("place", "holder", "act", "first", "last", "said", "contested", "speakers", "claims", *MADE)


def write(material: Material) -> Iterator[str]:
    """What is said of control in `material` as CSV: claims of their speakers, none of them a finding."""
    return lines(HEADERS, (_row(row, material) for row in material.rows))


def _row(row: ControlRow, material: Material) -> tuple[Cell, ...]:
    return (
        row.place, row.holder, row.act, day(row.first), day(row.last), day(row.said), row.contested,
        names(row.speakers, material), " ".join(row.claims), *made(material),
    )  # fmt: skip
