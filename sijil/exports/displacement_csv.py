"""One row a figure of displacement or need."""

from __future__ import annotations

from collections.abc import Iterator

from sijil.exports.material import Material
from sijil.exports.table import Cell, lines
from sijil.exports.told import FIGURE, MADE, TOLD, day, figure, made, told
from sijil.model.claim import Claim
from sijil.model.ledger import DisplacementRow

HEADERS = (
    "claim", "subject", "nature", "term", *FIGURE, "place", "date_start", "date_end", "role", "recommended",
    *TOLD, *MADE,
)  # fmt: skip


def write(material: Material) -> Iterator[str]:
    """The figures of `material` as CSV. Only `observed` ones were seen; several may count the same people."""
    claims = {claim.id: claim for claim in material.claims}
    return lines(HEADERS, (_row(row, claims.get(row.claim), material) for row in material.rows))


def _row(row: DisplacementRow, claim: Claim | None, material: Material) -> tuple[Cell, ...]:
    return (
        row.claim, row.subject, row.nature, row.term, *figure(row.figure), row.place, day(row.since), day(row.until),
        row.role, row.recommended, *told(claim, material), *made(material),
    )  # fmt: skip
