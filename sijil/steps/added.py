"""Claims that people added: there for as long as a judgement that adds them stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sijil.model.claim import Claim
from sijil.model.judgement import Judgement
from sijil.steps.judge import standing, withdrawn


def added_claim(row: Judgement) -> str:
    """The id of the claim that a judgement adds; "" for one that adds none."""
    value: Any = row.value.get("claim") if row.verb == "add" else None
    return str(value.get("id", "")) if isinstance(value, dict) else ""


def present(claims: Iterable[Claim], judgements: Sequence[Judgement]) -> tuple[Claim, ...]:
    """The claims that were read and, signed with who added them, those that were added and not taken out again."""
    added = {added_claim(row) for row in judgements if row.verb == "add"}
    if not added:
        return tuple(claims)
    by = {added_claim(row): row for row in reversed(standing(judgements)) if row.verb == "add"}
    return tuple(
        _signed(claim, by[claim.id]) if claim.id in by and not claim.added_by else claim
        for claim in claims
        if claim.id in by or claim.id not in added
    )


def deciding(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that hold, by id, and among them the withdrawals of added claims, with the claim as subject."""
    known = tuple(judgements)
    added = {str(row.id): added_claim(row) for row in known if row.verb == "add"}
    gone = withdrawn(known).items() if added else ()
    taken = [replace(row, subject=added[id_]) for id_, row in gone if id_ in added]
    return tuple(sorted((*standing(known), *taken), key=lambda row: row.id))


def _signed(claim: Claim, row: Judgement) -> Claim:
    return replace(claim, added_by=row.who, notes=(*claim.notes, f"added by {row.who}: {row.reason}"))
