"""Who told a ledger's row, in the columns that its tables share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sijil.exports.material import Material
from sijil.exports.privacy import veiled
from sijil.exports.table import Cell
from sijil.model.claim import Claim
from sijil.model.figure import Figure

FIGURE = ("low", "high", "approx", "unit")
TOLD = ("report", "publisher", "published", "speaker", "quote")
MADE = ("as_of", "method")


def figure(one: Figure | None) -> tuple[Cell, ...]:
    """Columns of FIGURE; an open bound is an empty cell."""
    return (one.low, one.high, one.approx, one.unit) if one else (None, None, None, "")


def told(claim: Claim | None, material: Material) -> tuple[Cell, ...]:
    """Columns of TOLD of a claim of `material`, which withholds what was not asked for."""
    if claim is None:
        return ("",) * len(TOLD)
    report = material.reports.get(claim.doc)
    published = day(report.published) if report else ""
    return claim.doc, report.source if report else "", published, " via ".join(claim.speaker), claim.quote


def made(material: Material) -> tuple[Cell, ...]:
    """Columns of MADE."""
    return material.header["as_of"], material.header["method"]


def day(value: date | None) -> str:
    """An ISO date; empty for none."""
    return value.isoformat() if value else ""


def names(people: Iterable[str], material: Material) -> str:
    """Speakers in one cell; who may be a private person is veiled where names were not asked for."""
    shown = people if material.shown.names else dict.fromkeys(veiled(one) for one in people)
    return "; ".join(shown)
