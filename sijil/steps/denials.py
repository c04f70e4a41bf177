"""Denials linked to what they deny, across reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sijil.model.claim import Claim
from sijil.steps.when import apart
from sijil.steps.where import named_inside, place_of, same_place

DENIABLE = ("attack", "casualty", "damage", "control", "agreement", "access", "displacement")


def link_denials(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims with `denies` filled in where the reader of one report left it empty; what is there stays."""
    known = tuple(claims)
    return tuple(
        replace(c, denies=_denied(c, known)) if c.kind == "denial" and not c.denies else c for c in known
    )


def _denied(denial: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """Claims of other speakers about the same place and day (and attack, where the denial names one)."""
    place = place_of(denial)
    if place is None or denial.period is None or not denial.period.known:
        return ()
    found = []
    for claim in claims:
        where = place_of(claim)
        if claim.kind not in DENIABLE or claim.status != "reported" or claim.scope == "total" or where is None:
            continue
        if claim.speaker[:1] == denial.speaker[:1] and claim.doc == denial.doc:
            continue
        if apart(claim.period, denial.period) != 0 or (denial.attack and claim.attack not in (denial.attack, None)):
            continue
        if same_place(place, where) or named_inside(where, place):
            found.append(claim.id)
    return tuple(found)
