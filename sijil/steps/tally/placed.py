"""One key for each place of a ledger, however its reports call it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from sijil.model.claim import Claim
from sijil.steps.where import keys, place_key, place_of


def place_keys(claims: Iterable[Claim]) -> Callable[[Claim], str]:
    """What gives a claim's place as a key: the gazetteer's id, else the name; "" for no place.

    A name that no gazetteer resolved goes with the one place among the claims that bears it, where only one does.
    """
    bearers: dict[str, set[str]] = defaultdict(set)
    for place in {(at.id, at.name, at.raw): at for claim in claims if (at := claim.at) and at.id}.values():
        for name in keys(place):
            bearers[name].add(place.id)

    def key(claim: Claim) -> str:
        if claim.at is not None and claim.at.id:
            return claim.at.id
        place = place_of(claim)
        if place is None:
            return ""
        bearing = {id_ for name in keys(place) for id_ in bearers.get(name, ())}
        return bearing.pop() if len(bearing) == 1 else f"name {place_key(place.name or place.raw)}"

    return key


def place_words(claims: Iterable[Claim]) -> str:
    """How a place is called by the first claim that calls it anything."""
    return next((c.place or c.within or (c.at.name if c.at else "") for c in claims if place_of(c)), "")
