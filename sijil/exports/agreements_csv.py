"""One row a truce, ceasefire or deal."""

from __future__ import annotations

from collections.abc import Iterator

from sijil.exports.material import Material
from sijil.exports.table import Cell, lines
from sijil.exports.told import MADE, day, made
from sijil.model.ledger import AgreementRow

HEADERS = (
    "agreement", "title", "parties", "guarantors", "date_start", "area", "state", "breaches", "violations", "blames",
    "denials", "claims", *MADE,
)  # fmt: skip


def write(material: Material) -> Iterator[str]:
    """The agreements of `material` as CSV. `breaches` counts the events that somebody claims as violations, each once;
    the columns after it are ids of the claims' table."""
    return lines(HEADERS, (_row(row, material) for row in material.rows))


def _row(row: AgreementRow, material: Material) -> tuple[Cell, ...]:
    return (
        row.id, row.title, "; ".join(row.parties), "; ".join(row.guarantors), day(row.since), row.area, row.state,
        sum(one.events for one in row.breaches), " ".join(row.violations), " ".join(row.blames), " ".join(row.denials),
        " ".join(row.claims), *made(material),
    )  # fmt: skip
