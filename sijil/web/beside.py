"""Stated totals with the claims and incidents that they name, for drawing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sijil.model.claim import Claim
from sijil.model.incident import Total
from sijil.queries import IncidentView


@dataclass(frozen=True, slots=True)
class Beside:
    """A total's row with its claim, the claims of its parts and the incidents inside it."""

    row: Total
    claim: Claim
    parts: tuple[Claim, ...]
    inside: tuple[IncidentView, ...]


def beside(rows: Iterable[Total], claims: Mapping[str, Claim], views: Mapping[str, IncidentView]) -> list[Beside]:
    """The rows in their order; a row whose claim is gone (rejected since) is left out."""
    return [
        Beside(row, claims[row.claim], tuple(claims[part] for part in row.parts if part in claims),
               tuple(views[id_] for id_ in row.inside if id_ in views))
        for row in rows if row.claim in claims
    ]  # fmt: skip
