"""One row a stated total, beside what the incidents inside it account for. The two are never added."""

from __future__ import annotations

from collections.abc import Iterator

from sijil.exports.codes import WHEN, when
from sijil.exports.material import Material
from sijil.exports.table import Cell, lines
from sijil.exports.told import FIGURE, MADE, TOLD, figure, made, told
from sijil.model.claim import Claim
from sijil.model.incident import Total

HEADERS = (
    "claim", "measure", "group", *FIGURE, "place", *WHEN, "explained_low", "explained_high", "unexplained_low",
    "unexplained_high", "conflict", "incidents", "parts", *TOLD, *MADE,
)  # fmt: skip


def write(material: Material) -> Iterator[str]:
    """The totals of `material` as CSV. `incidents` are the those inside each; totals may count the same people."""
    claims = {claim.id: claim for claim in material.claims}
    rows = ((row, claims[row.claim]) for row in material.rows if row.claim in claims)
    return lines(HEADERS, (_row(row, claim, material) for row, claim in rows))


def _row(row: Total, claim: Claim, material: Material) -> tuple[Cell, ...]:
    place = claim.at.name if claim.at else claim.place or claim.within
    return (
        row.claim, claim.measure, claim.group, *figure(claim.figure), place, *when(claim.period), row.explained.low,
        row.explained.high, row.unexplained.low, row.unexplained.high, row.conflict, " ".join(row.inside),
        " ".join(row.parts), *told(claim, material), *made(material),
    )  # fmt: skip
