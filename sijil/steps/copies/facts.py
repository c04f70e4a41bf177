"""What two reports tell, beside their wording: a template with another number and village is another report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sijil.model.claim import Claim
from sijil.rules import load
from sijil.steps.where import place_key


@dataclass(frozen=True, slots=True)
class Facts:
    """The counts above one and the places that a report's claims give, as keys."""

    counts: frozenset[str]
    places: frozenset[str]


def facts_of(claims: Iterable[Claim]) -> Facts:
    """The facts of one report's claims. Places are the report's own words: copies have the same."""
    told = tuple(claims)
    counts = {_count(claim) for claim in told}
    places = {place_key(words) for claim in told if (words := claim.place or claim.within)}
    return Facts(frozenset(counts - {""}), frozenset(places - {""}))


def agree(a: Facts, b: Facts) -> bool:
    """Whether the report with fewer counts, and the one with fewer places, shares enough of them with the other.

    What one of the two does not give at all is no disagreement: a shortened wire may have lost it.
    """
    rules = load("sources")["copies"]
    return bool(_share(a.counts, b.counts) >= rules["counts"] and _share(a.places, b.places) >= rules["places"])


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    fewer = min(len(a), len(b))
    return len(a & b) / fewer if fewer else 1.0


def _count(claim: Claim) -> str:
    """A count as a key; "" for one, which is told of everything."""
    figure = claim.figure
    if figure is None or max(figure.low or 0, figure.high or 0) < 2:
        return ""
    return f"{claim.kind} {claim.measure} {figure.low} {figure.high}"
