"""Whether those harmed were civilians: whoever nobody calls a fighter is one (Airwars), and every doubt is kept."""

from __future__ import annotations

from dataclasses import dataclass

from sijil.model.claim import Claim
from sijil.rules import load
from sijil.steps import who
from sijil.steps.assess.sources import Voices


@dataclass(frozen=True, slots=True)
class Doubt:
    """A source that calls those harmed fighters where others tell of civilians. `by_perpetrator`: it is the accused."""

    claim: Claim
    measure: str
    most: int | None  # how many it may mean; None where its figure is open above
    by_perpetrator: bool
    words: str


def doubts(heard: Voices) -> tuple[Doubt, ...]:
    """Claims of combatants by sources that tell of no civilians, where another source does.

    None where the claims tell of fighting (fighters die beside civilians then) or the fighters are the attacker's own.
    """
    found = []
    for claim in heard.claims:
        if claim.group != "combatants" or claim.part_of or not claim.figure or claim.attack == "clash":
            continue
        told = {heard.source[c.id] for c in heard.claims if c.measure == claim.measure and _civilian(c)}
        if told and heard.source[claim.id] not in told and not _own_losses(claim):
            words = f"{heard.told_by(claim)} calls {claim.figure.words()} of them fighters: «{claim.quote}»"
            found.append(Doubt(claim, claim.measure or "", claim.figure.high, is_perpetrator(claim, heard), words))
    return tuple(found)


def _civilian(claim: Claim) -> bool:
    groups = load("groups")
    return claim.kind == "casualty" and claim.group in (*groups["civilian"], *groups["part"])


def _own_losses(claim: Claim) -> bool:
    """Whether the fighters are the attacker's own: those were never among the victims."""
    return bool(claim.party and claim.side_party and claim.party.side and claim.party.side == claim.side_party.side)


def is_perpetrator(claim: Claim, heard: Voices) -> bool:
    """Whether the speaker fights for a side that anybody names as having done it."""
    side = who.belligerent(claim)
    return bool(side) and any(c.party and c.party.side == side for c in heard.claims)


def denies_harm(claim: Claim) -> bool:
    """Whether the accused side says that nobody was harmed: a denial, which never lowers a minimum."""
    none = claim.figure is not None and claim.figure.high == 0
    side = who.belligerent(claim)
    return none and bool(side) and (claim.party is None or claim.party.side == side)
