"""One row a claim."""

from __future__ import annotations

from collections.abc import Iterator

from sijil.exports.codes import WHEN, WHERE, when, where
from sijil.exports.material import Material
from sijil.exports.table import Cell, lines
from sijil.model.claim import Claim

SAYS = (
    "kind", "status", "measure", "group", "side", "low", "high", "approx", "unit", "part_of", "scope", "attack",
    "object", "eased",
)  # fmt: skip
HEADERS = (
    "claim", "report", "publisher", "published", *SAYS, "place", "within", *WHERE, *WHEN, "recognised", "report_day",
    "actor", "actor_party", "speaker", "denies", "quote", "confidence", "added_by",
    "as_of", "method",
)  # fmt: skip


def write(material: Material) -> Iterator[str]:
    """The claims of `material` as CSV, in report and text order."""
    return lines(HEADERS, (_row(claim, material) for claim in material.claims))


def _row(claim: Claim, material: Material) -> tuple[Cell, ...]:
    report = material.reports.get(claim.doc)
    published = report.published.isoformat() if report and report.published else ""
    return (
        claim.id, claim.doc, report.source if report else "", published, *_says(claim), claim.place, claim.within,
        *where(claim.at), *when(claim.period), claim.recognised.iso if claim.recognised else "",
        claim.report_day.isoformat() if claim.report_day else "", claim.actor, claim.party.name if claim.party else "",
        " via ".join(claim.speaker), " ".join(claim.denies), claim.quote, claim.confidence, claim.added_by,
        material.header["as_of"], material.header["method"],
    )  # fmt: skip


def _says(claim: Claim) -> tuple[Cell, ...]:
    """Columns of SAYS; an open bound is an empty cell."""
    figure = claim.figure
    numbers = (figure.low, figure.high, figure.approx, figure.unit) if figure else (None, None, None, "")
    head = (claim.kind, claim.status, claim.measure, claim.group, claim.side)
    return (*head, *numbers, claim.part_of, claim.scope, claim.attack, claim.object, claim.eased)
