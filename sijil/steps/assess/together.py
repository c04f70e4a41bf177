"""Several reports of one incident assessed as one: what each mainly tells, by a house's rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sijil.model.claim import Claim
from sijil.model.incident import Incident
from sijil.model.report import ReportInfo
from sijil.steps import who
from sijil.steps.assess import assess
from sijil.steps.assess.house import House
from sijil.steps.assess.main import Assessed, main_incident


def assess_together(
    told: Iterable[Sequence[Claim]], reports: Mapping[str, ReportInfo], rules: House
) -> Assessed | None:
    """The main incidents of several reports as one, and what they support; None where none tells of an incident.

    `told`: the claims of each report, in text order. Each report is an account, so that a house that reads the accounts
    in one report's text (`ends = "summed"`) reads these by their sources (`several`).
    """
    mains = [(own, found) for own in told if (found := main_incident(own)) is not None]
    if not mains:
        return None
    known = {claim.id: claim for own, _ in mains for claim in own}
    first = mains[0][1]
    incident = replace(first, claims=tuple(id_ for _, one in mains for id_ in one.claims))
    return assessed(incident, known, reports, replace(rules, ends=rules.several))


def assessed(
    incident: Incident, claims: Mapping[str, Claim], reports: Mapping[str, ReportInfo], rules: House
) -> Assessed:
    """What the claims of an incident support, with those that deny them. `claims`: at least the incident's."""
    found = assess(incident, claims, reports, rules)
    own = {id_: claims[id_] for id_ in incident.claims if id_ in claims}
    denials = {c.id: c for c in claims.values() if c.kind == "denial" and set(c.denies) & own.keys()}
    return Assessed(incident, found, own | denials, {id_: who.source(c, reports) for id_, c in own.items()}, reports)
