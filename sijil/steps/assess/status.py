"""Whether those harmed were civilians: whoever nobody calls a fighter is one (Airwars), and every doubt is kept."""

from __future__ import annotations

from dataclasses import dataclass

from sijil.model.claim import Claim
from sijil.rules import load
from sijil.steps import who
from sijil.steps.assess.sources import Voices
from sijil.steps.bounds import same


@dataclass(frozen=True, slots=True)
class Doubt:
    """A source that calls those harmed fighters where others tell of civilians. `by_perpetrator`: it is the accused."""

    claim: Claim
    measure: str
    most: int | None  # how many it may mean; None where its figure is open above
    by_perpetrator: bool
    words: str


def doubts(heard: Voices) -> tuple[Doubt, ...]:
    """Claims of combatants by sources that tell of no civilians, where another source does tell of them.

    Only the accused side's word, or the very number that others give for civilians, is taken to mean the same people.
    None where the claims tell of fighting (fighters die beside civilians then) or the fighters are the attacker's own.
    """
    found = []
    for claim in heard.claims:
        if claim.group != "combatants" or claim.part_of or not claim.figure or claim.attack == "clash":
            continue
        others = [c for c in heard.claims if c.measure == claim.measure and _civilian(c) and not _other_actor(c, claim)]
        if not others or heard.source[claim.id] in {heard.source[c.id] for c in others} or _own_losses(claim):
            continue
        accused = is_perpetrator(claim, heard)
        if accused or any(c.figure and same(c.figure, claim.figure) for c in others):
            words = f"{heard.told_by(claim)} calls {claim.figure.words()} of them fighters: «{claim.quote}»"
            found.append(Doubt(claim, claim.measure or "", claim.figure.high, accused, words))
    return tuple(found)


def _other_actor(a: Claim, b: Claim) -> bool:
    """Whether the two name parties of different sides as having done it."""
    one, other = who.sides(a.party), who.sides(b.party)
    return bool(one and other) and not who.allied(one, other)


def _civilian(claim: Claim) -> bool:
    groups = load("groups")
    return claim.kind == "casualty" and claim.group in (*groups["civilian"], *groups["part"])


def _own_losses(claim: Claim) -> bool:
    """Whether the fighters are the attacker's own or its ally's: those were never among the victims."""
    return who.allied(who.sides(claim.party), who.sides(claim.side_party))


def is_perpetrator(claim: Claim, heard: Voices) -> bool:
    """Whether the speaker fights for a side that anybody names as having done it."""
    own = who.belligerent(claim, heard.reports)
    return any(who.allied(own, who.sides(c.party)) for c in heard.claims)


def denies_harm(claim: Claim, heard: Voices) -> bool:
    """Whether the accused side says that nobody was harmed: a denial, which never lowers a minimum."""
    none = claim.kind == "casualty" and claim.figure is not None and claim.figure.high == 0
    return none and is_perpetrator(claim, heard)
