"""What weighs whether two incidents are one event, and whether two reports tell of one (rules/queue.toml)."""

from __future__ import annotations

from collections.abc import Mapping

from sijil.model.incident import Assessment
from sijil.model.ledger import Doubt
from sijil.rules import load
from sijil.steps.link.across import Link
from sijil.steps.queue.claims import dispute, stake
from sijil.steps.queue.item import Item

NOT_KNOWN = "is not known"


def pair_item(doubt: Doubt, assessments: Mapping[str, Assessment]) -> Item:
    """Two incidents that may be one event. At stake are those of the smaller one, who would be counted twice."""
    rules, both = load("queue")["pair"], [assessments.get(id_) for id_ in (doubt.incident, doubt.other)]
    weight = rules["undated" if doubt.why.endswith(NOT_KNOWN) else "doubt"]
    people = min(at_stake(one) for one in both)
    disputed = any(one is not None and one.disputed for one in both)
    return Item("pair", (doubt.incident, doubt.other), weight, stake(people), dispute(disputed), (doubt.why,))


def join_item(link: Link, assessment: Assessment | None) -> Item:
    """Two events of one incident, by their first claims, that few points made one."""
    weight, points = load("queue")["join"]["doubt"], link.score.points or 0.0
    why = f"linked with {points:.3g} points where {load('link')['threshold']:g} are asked"
    disputed = assessment is not None and assessment.disputed
    people = at_stake(assessment)
    return Item("join", (link.a, link.b), weight, stake(people), dispute(disputed), (why, *link.score.reasons))


def at_stake(assessment: Assessment | None) -> float:
    """The people of an incident, weighed by what befell them: of each measure the largest group, once."""
    weights, most = load("queue")["harm"]["measure"], dict[str, float]()
    for row in assessment.ranges if assessment else ():
        people = max(row.figure.low or 0, row.figure.high or 0) * weights.get(row.measure, 0.0)
        most[row.measure] = max(most.get(row.measure, 0.0), people)
    return sum(most.values()) or float(load("queue")["harm"]["kind"]["attack"])
