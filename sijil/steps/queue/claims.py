"""What a claim weighs: how likely it was read wrongly, and how much hangs on it (rules/queue.toml)."""

from __future__ import annotations

import math
from collections.abc import Container, Iterator
from typing import Any

from sijil.model.claim import Claim
from sijil.rules import load
from sijil.steps.queue.item import Item, joined

COUNTING = frozenset({"casualty", "displacement", "need"})  # kinds that tell of numbers of people
Doubt = tuple[float, str]


def claim_item(claim: Claim, disputed: bool, decided: Container[str]) -> Item | None:
    """The claim as an item of the queue; None where it is sure enough, or somebody accepted or corrected it."""
    if claim.id in decided:
        return None
    found = [*doubts(claim), *_of_dispute(disputed)]
    doubt = joined(weight for weight, _ in found)
    if doubt < load("queue")["doubt"]["least"]:
        return None
    reasons = tuple(reason for weight, reason in sorted(found, key=lambda one: -one[0]) if reason)
    return Item("claim", (claim.id,), doubt, harm(claim), dispute(disputed), reasons)


def doubts(claim: Claim) -> Iterator[Doubt]:
    """What speaks for a look at the claim, with its weight; "" where it says nothing by itself."""
    rules = load("queue")["doubt"]
    unsure = max(1.0 - claim.confidence, rules["checked"])
    yield unsure, f"read with confidence {claim.confidence:.2f}" if unsure > rules["checked"] else ""
    if claim.at is not None and claim.at.review:
        yield rules["place"]["weight"], f"place to be looked at: {claim.at.review}"
    elif claim.at is None or claim.at.precision == "unknown":
        yield rules["no_place"]["weight"], "no place is known"
    if claim.period is None or not (claim.period.start or claim.period.end):
        yield rules["no_day"]["weight"], "no day is known"
    if claim.party is not None and claim.party.inferred or claim.side_party is not None and claim.side_party.inferred:
        yield rules["party"]["weight"], "a party was taken that the words do not name"
    yield from _of_figure(claim, rules)


def _of_figure(claim: Claim, rules: dict[str, Any]) -> Iterator[Doubt]:
    figure = claim.figure
    if claim.kind in COUNTING and figure is None:
        yield rules["no_number"]["weight"], "no number was read"
    elif figure is not None and figure.approx:
        yield rules["approximate"]["weight"], f"the number is approximate: {figure.words()}"
    elif figure is not None and (figure.low is None or figure.high is None):
        yield rules["one_bound"]["weight"], f"one bound only: {figure.words()}"


def _of_dispute(disputed: bool) -> Iterator[Doubt]:
    if disputed:
        yield load("queue")["doubt"]["disputed"]["weight"], "disputed: sources of its incident contradict each other"


def harm(claim: Claim) -> float:
    """How much hangs on the claim: the logarithm of the people it tells of, weighed by what befell them."""
    rules = load("queue")["harm"]
    measure = claim.measure or ("need" if claim.kind == "need" else "displaced" if claim.kind == "displacement" else "")
    people = persons(claim) * rules["measure"].get(measure, 0.0)
    whole = stake(people or rules["kind"][claim.kind])
    return round(whole * rules["projected"], 4) if claim.status == "projected" else whole


def persons(claim: Claim) -> int:
    """The most people that the claim tells of; 0 where it gives no number of people."""
    figure = claim.figure
    if figure is None or figure.unit == "percent" or claim.kind not in COUNTING:
        return 0
    most = max(figure.low or 0, figure.high or 0)
    return most * load("queue")["harm"]["household"] if figure.unit == "households" else most


def stake(people: float) -> float:
    """The logarithm (base 2) of one more than the people."""
    return round(min(math.log2(1 + people), float(load("queue")["harm"]["most"])), 4)


def dispute(disputed: bool) -> float:
    """The factor for what is disputed."""
    return float(load("queue")["dispute"]["disputed" if disputed else "undisputed"])
