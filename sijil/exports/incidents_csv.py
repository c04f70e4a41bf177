"""One row an incident and range (measure and group); an incident without a figure has one row with empty bounds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sijil.exports.codes import WHEN, WHERE, when, where
from sijil.exports.material import Material, at
from sijil.exports.table import Cell, lines

if TYPE_CHECKING:
    from sijil.model.incident import GroupRange
    from sijil.queries import IncidentView

HEADERS = (
    "incident", "title", *WHEN, *WHERE, "attack", "measure", "group", "low", "high", "highest_low", "grade", "disputed",
    "blamed", "sources", "reports", "claims", "as_of", "method",
)  # fmt: skip


def write(material: Material) -> Iterator[str]:
    """The incidents of `material` as CSV. Filter on measure and group for one row an incident; never add groups up."""
    return lines(HEADERS, _rows(material))


def _rows(material: Material) -> Iterator[tuple[Cell, ...]]:
    for view in material.incidents:
        for one in view.assessment.ranges or (None,):
            yield _row(view, one, material)


def _row(view: IncidentView, one: GroupRange | None, material: Material) -> tuple[Cell, ...]:
    incident, assessment = view.incident, view.assessment
    bounds = (one.measure, one.group, one.figure.low, one.figure.high, one.highest_low) if one else ("",) * 5
    sources = len(assessment.sources), len(view.reports), len(incident.claims)
    place = at(incident.at, material.shown)
    return (
        incident.id, incident.title, *when(incident.period), *where(place), incident.attack, *bounds,
        assessment.grade, assessment.disputed, "; ".join(assessment.blamed), *sources,
        material.header["as_of"], material.header["method"],
    )  # fmt: skip
