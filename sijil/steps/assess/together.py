"""Several reports of one incident assessed as one, by a house's rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sijil.model.claim import Claim
from sijil.model.incident import Incident
from sijil.model.report import ReportInfo
from sijil.steps import who
from sijil.steps.assess import assess
from sijil.steps.assess.house import House
from sijil.steps.assess.main import Assessed
from sijil.steps.link.across import Group
from sijil.steps.link.event import Event
from sijil.steps.link.incident import incident_of
from sijil.steps.where import place_keys

HARM = ("killed", "injured", "casualties")


def assess_together(
    told: Sequence[Sequence[Event]], claims: Mapping[str, Claim], reports: Mapping[str, ReportInfo], rules: House
) -> Assessed | None:
    """What reports of one incident support; None where none tells of harm.

    `told`: the events of each report. Of each, those at the place that most of the reports tell of are the incident's;
    else the first one that tells of harm. `claims` hold at least their claims and the denials of these.
    """
    place = _common(told)
    own = [event for events in told for event in _of(events, place)]
    if not own:
        return None
    return assessed(incident_of(Group(tuple(own), ()), {}), claims, reports, rules)


def assessed(
    incident: Incident, claims: Mapping[str, Claim], reports: Mapping[str, ReportInfo], rules: House
) -> Assessed:
    """What the claims of an incident support, those of several reports as the house has it for these."""
    own = {id_: claims[id_] for id_ in incident.claims if id_ in claims}
    several = len({claim.doc for claim in own.values()}) > 1
    found = assess(incident, claims, reports, replace(rules, ends=rules.several) if several else rules)
    denials = {c.id: c for c in claims.values() if c.kind == "denial" and set(c.denies) & own.keys()}
    return Assessed(incident, found, own | denials, {id_: who.source(c, reports) for id_, c in own.items()}, reports)


def _common(told: Sequence[Sequence[Event]]) -> str | None:
    """The key of the place where most reports tell of harm, that of most reports' first events where several are."""
    votes: Counter[str] = Counter()
    for events in told:
        votes.update({key: 2 for event in events if _harms(event) for key in _keys(event)})
        votes.update({key: 1 for event in events[:1] for key in _keys(event)})
    return min(votes, key=lambda key: (-votes[key], key), default=None)


def _of(events: Sequence[Event], place: str | None) -> list[Event]:
    there = [event for event in events if place in _keys(event)]
    harming = [event for event in events if _harms(event)]
    return [event for event in there if _harms(event)] or harming[:1]


def _keys(event: Event) -> frozenset[str]:
    return place_keys(event.spot) if event.spot else frozenset()


def _harms(event: Event) -> bool:
    """Whether it counts people, and not that nobody was harmed."""
    return any(claim.measure in HARM and claim.figure and claim.figure.high != 0 for claim in event.claims)
