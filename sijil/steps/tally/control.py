"""The ledger of control: who is said to hold, take, besiege or advance on a place."""

from __future__ import annotations

from collections.abc import Iterable

from sijil.model.claim import Claim
from sijil.model.ledger import ControlRow
from sijil.steps.when import apart, days
from sijil.steps.where import place_key, place_of


def control(claims: Iterable[Claim]) -> tuple[ControlRow, ...]:
    """One row a place and holder, by first mention. `claims` in report and text order.

    Contested: other speakers name another holder at a time that touches it, or deny it.
    """
    known = tuple(claims)
    denied = {i for claim in known if claim.kind == "denial" for i in claim.denies}
    rows: dict[tuple[str, str], list[Claim]] = {}
    for claim in known:
        if claim.kind == "control" and claim.status == "reported":
            rows.setdefault((_place(claim), _holder(claim).casefold()), []).append(claim)
    at_place: dict[str, list[list[Claim]]] = {}
    for (place, _), found in rows.items():
        at_place.setdefault(place, []).append(found)
    return tuple(
        _row(found, any(c.id in denied for c in found) or _contested(found, at_place[place]))
        for (place, _), found in rows.items()
    )


def _place(claim: Claim) -> str:
    place = place_of(claim)
    return place_key(place.name or place.raw) if place else ""


def _holder(claim: Claim) -> str:
    return claim.party.name if claim.party and claim.party.name else claim.actor or "not told"


def _contested(found: list[Claim], at_place: list[list[Claim]]) -> bool:
    """Whether a claim of another holder by another speaker touches the time of one of these; no place, no contest."""
    if not _place(found[0]):
        return False
    others = [c for group in at_place if group is not found for c in group]
    return any(
        apart(a.period, b.period) == 0 and (a.speaker, a.doc) != (b.speaker, b.doc) for a in found for b in others
    )


def _row(claims: list[Claim], contested: bool) -> ControlRow:
    known = [d for d in (days(c.period) for c in claims) if d]
    return ControlRow(
        place=next((c.place or c.within or "" for c in claims if c.place or c.within), ""),
        holder=_holder(claims[0]),
        claims=tuple(claim.id for claim in claims),
        first=min((d[0] for d in known), default=None),
        last=max((d[1] for d in known), default=None),
        contested=contested,
    )
