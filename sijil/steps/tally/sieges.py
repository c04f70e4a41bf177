"""Sieges: per place its conditions in order of time, who besieges it since when, and whether that was lifted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from sijil.model.claim import Claim
from sijil.model.ledger import AccessPlace, AccessRow, Siege
from sijil.rules import load
from sijil.steps.languages.gloss import gloss
from sijil.steps.spot import has_any
from sijil.steps.tally.access import Reports, conditions, said_on
from sijil.steps.tally.placed import place_keys, place_words

TELLING = ("control", "access", "need")  # kinds whose words tell of a siege, since when and by whom


def access_places(claims: Iterable[Claim], reports: Reports | None = None) -> tuple[AccessPlace, ...]:
    """One row a place with a condition of access or a siege, by first mention. `claims` in report and text order."""
    known, out = tuple(claims), reports or {}
    place = place_keys(known)
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in known:
        told[place(claim)].append(claim)
    rows: dict[str, list[AccessRow]] = defaultdict(list)
    for one in conditions(known, out, place):
        rows[one.home].append(one.row)
    found = []
    for home, own in told.items():
        siege = _siege(own, out) if home else None
        if siege or rows[home]:
            found.append(_place(place_words(own), siege, rows[home]))
    return tuple(found)


def _place(name: str, siege: Siege | None, rows: Sequence[AccessRow]) -> AccessPlace:
    days = [day for row in rows for day in (row.first, row.last) if day]
    blocked = [row for row in rows if not row.eased and not row.projected]
    return AccessPlace(
        place=name,
        siege=siege,
        first=min(days, default=None),
        last=max(days, default=None),
        lasting=tuple(dict.fromkeys(row.label for row in blocked if row.eased_on is None)),
        eased=tuple(dict.fromkeys(row.label for row in rows if row.eased)),
        timeline=tuple(rows),
    )


def _siege(own: Sequence[Claim], reports: Reports) -> Siege | None:
    """The siege that claims of one place tell of; None where none does.

    Claims of control, access and need tell of it, since when and by whom; others that call the place besieged only tell
    that it went on.
    """
    rules = load("access")["siege"]
    told = [c for c in own if c.status == "reported" and _besieged(c.quote)]
    ended = [c for c in told if c.kind in TELLING and (c.eased or has_any(gloss(c.quote), rules["lifted"]))]
    going = [c for c in told if c not in ended]
    telling = [c for c in going if c.kind in TELLING]
    if not telling and not ended:
        return None
    reported = [day for c in going if (day := said_on(c, reports) or _start(c))]
    return Siege(
        since=min((day for c in telling if (day := _start(c))), default=None),
        by=tuple(dict.fromkeys(name for c in telling if c.kind != "need" and (name := _party(c)))),
        first=min(reported, default=None),
        last=max(reported, default=None),
        lifted=min((day for c in ended if (day := _start(c) or said_on(c, reports))), default=None),
        claims=tuple(c.id for c in told),
        people=tuple(c.id for c in own if c.kind == "need" and c.status == "reported"),
    )


@lru_cache(maxsize=200_000)  # asked of every claim of a register
def _besieged(quote: str) -> bool:
    return has_any(gloss(quote), load("access")["siege"]["words"])


def _start(claim: Claim) -> date | None:
    return claim.period.start if claim.period else None


def _party(claim: Claim) -> str:
    return claim.party.name if claim.party and claim.party.name else claim.actor or ""
