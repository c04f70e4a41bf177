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


@dataclass(frozen=True, slots=True)
class Glance:
    """How many totals the incidents here account for in full, in part, not at all; and how many contradict others.

    The last may be any of the first three: totals are counted here, never their people.
    """

    whole: int
    partly: int
    nothing: int
    conflict: int


def beside(rows: Iterable[Total], claims: Mapping[str, Claim], views: Mapping[str, IncidentView]) -> list[Beside]:
    """The rows in their order; a row whose claim is gone (rejected since) is left out."""
    return [
        Beside(row, claims[row.claim], tuple(claims[part] for part in row.parts if part in claims),
               tuple(views[id_] for id_ in row.inside if id_ in views))
        for row in rows if row.claim in claims
    ]  # fmt: skip


def telling(rows: Iterable[Total], claims: Mapping[str, Claim]) -> list[Total]:
    """The rows by what a reader should look at: conflicts, then the largest floor left unexplained, killed first."""
    first = {"killed": 0, "casualties": 1, "injured": 2}

    def rank(row: Total) -> tuple[bool, int, int]:
        claim = claims.get(row.claim)
        return not row.conflict, first.get(claim.measure or "", 3) if claim else 4, -(row.unexplained.low or 0)

    return sorted(rows, key=rank)


def glance(rows: Iterable[Total], claims: Mapping[str, Claim]) -> Glance:
    """The totals counted by what is explained of them: in full where the incidents' floor reaches the stated one."""
    counts = {"whole": 0, "partly": 0, "nothing": 0, "conflict": 0}
    for row in rows:
        stated = claims[row.claim].figure if row.claim in claims else None
        floor = (stated.low or stated.high or 0) if stated else 0
        reached = row.explained.low or 0
        counts["nothing" if not reached else "partly" if reached < floor else "whole"] += 1
        counts["conflict"] += bool(row.conflict)
    return Glance(**counts)
