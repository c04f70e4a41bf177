"""What is claimed as violations of an agreement, by place and party, and what an agreement's own words say of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from sijil.model.claim import Claim
from sijil.model.ledger import Breach
from sijil.rules import load
from sijil.steps.languages.gloss import gloss
from sijil.steps.spot import has_any
from sijil.steps.tally.placed import place_keys, place_words
from sijil.steps.when import days

State = Literal["in force", "broken", "proposed", "told"]


def breaches(broken: Sequence[Claim], home: Mapping[str, str]) -> tuple[Breach, ...]:
    """The violations grouped by place and party, most events first. `home`: the incident of each claim that has one.

    An incident is one event, at the place and by the party that the first of its claims that names one names. Claims of
    no incident (totals, damage told alone) add no event.
    """
    events: dict[str, list[Claim]] = defaultdict(list)
    for claim in broken:
        events[home.get(claim.id, claim.id)].append(claim)
    place = place_keys(broken)
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for own in events.values():
        groups[_first(own, place), _first(own, party)] += own
    rows = [_row(by, own, home) for (_, by), own in groups.items()]
    return tuple(sorted(rows, key=lambda row: (-row.events, -len(row.claims), row.place, row.party)))


def _first(claims: Sequence[Claim], name: Callable[[Claim], str]) -> str:
    return next((found for claim in claims if (found := name(claim))), "")


def party(claim: Claim) -> str:
    """Who is said to have done it, by canonical name; "" where nobody is named."""
    return claim.party.name if claim.party and claim.party.name else claim.actor or ""


def _row(by: str, own: Sequence[Claim], home: Mapping[str, str]) -> Breach:
    known = [d for d in (days(claim.period) for claim in own) if d]
    return Breach(
        place=place_words(own),
        party=by,
        events=len({home[claim.id] for claim in own if claim.id in home}),
        claims=tuple(claim.id for claim in own),
        first=min((d[0] for d in known), default=None),
        last=max((d[1] for d in known), default=None),
    )


def state_of(own: Sequence[Claim]) -> State:
    """What the words of an agreement's claims say of it (rules/agreements.toml); one that may come is proposed."""
    rules = load("agreements")
    told = [gloss(claim.quote) for claim in own if claim.status == "reported"]
    words: tuple[tuple[State, str], ...] = (
        ("broken", "broken_words"), ("in force", "force_words"), ("proposed", "proposed_words"),
    )  # fmt: skip
    found = (state for state, key in words if any(has_any(quote, rules[key]) for quote in told))
    return next(found, "told" if told else "proposed")
