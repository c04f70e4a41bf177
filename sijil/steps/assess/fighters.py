"""Combatants: losses of different sides are different people, so each side has its range and the ranges are added."""

from __future__ import annotations

from collections.abc import Sequence

from sijil.model.claim import Claim
from sijil.model.incident import GroupRange
from sijil.steps import who
from sijil.steps.assess.combine import combined
from sijil.steps.assess.sources import Voices
from sijil.steps.assess.words import Said, said
from sijil.steps.bounds import add


def fighters(heard: Voices, measure: str, claims: Sequence[Claim]) -> GroupRange | None:
    """The range of combatants over all sides; None where nobody tells of any."""
    by_side: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.group == "combatants":
            by_side.setdefault(_side(claim), []).append(claim)
    if len(by_side) == 2 and "" in by_side:
        by_side = {side: [c for own in by_side.values() for c in own] for side in by_side if side}
    words: dict[str, Said] = {side: said(heard, own) for side, own in by_side.items()}
    rows = [row for row in (combined(measure, "combatants", found) for found in words.values()) if row]
    if len(rows) < 2:
        return rows[0] if rows else None
    return GroupRange(
        measure, "combatants", add([row.figure for row in rows]),
        tuple(c for row in rows for c in row.claims),
        tuple(f"{side or 'side not told'}: {'; '.join(row.reasons)}" for side, row in zip(by_side, rows, strict=True)),
        tuple(x for row in rows for x in row.set_aside),
        sum(row.highest_low or 0 for row in rows),
    )  # fmt: skip


def _side(claim: Claim) -> str:
    """Whose fighters, by camp where resolved, else the report's words."""
    sides = who.sides(claim.side_party)
    return "+".join(sorted(sides)) or (claim.side or "").casefold()
