"""The main incident of one report: what it opens with, and everything that it tells of that afterwards.

An assessment text tells of one incident in many rival accounts. Linking keeps one speaker's two figures apart, as it
must where several events may be meant; here the report's own subject gathers them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sijil.model.claim import Claim
from sijil.model.incident import Assessment, Incident
from sijil.model.report import ReportInfo, Text
from sijil.rules import load
from sijil.steps import who
from sijil.steps.assess import Text as Told
from sijil.steps.assess import assess
from sijil.steps.assess.house import House
from sijil.steps.assess.stated import stated
from sijil.steps.languages import language, pack_of
from sijil.steps.languages.pack import Pack
from sijil.steps.link.across import Group
from sijil.steps.link.event import Event
from sijil.steps.link.incident import incident_of
from sijil.steps.link.inside import joins
from sijil.steps.when import apart


@dataclass(frozen=True, slots=True)
class Assessed:
    """The main incident of a report, its assessment, its claims with what denies them, and each claim's source."""

    incident: Incident
    assessment: Assessment
    claims: Mapping[str, Claim]
    sources: Mapping[str, str]
    reports: Mapping[str, ReportInfo]


HARM = ("killed", "injured", "casualties")


def main_incident(claims: Sequence[Claim]) -> Incident | None:
    """The incident that a report tells of first, with all its claims of that day; None where it tells of none.

    `claims` are the report's, in text order. A total stays out, but for one that a measure opens with: a report's
    first count is of its own subject.
    """
    told = [claim for claim in claims if claim.kind in ("casualty", "attack", "damage") and claim.status == "reported"]
    opening = next((claim for claim in told if claim.kind == "casualty"), next(iter(told), None))
    if opening is None:
        return None
    firsts: dict[tuple[str | None, str | None], int] = {}
    for claim in told:
        if claim.measure in HARM and claim.figure:
            firsts.setdefault((claim.measure, claim.group if claim.part_of else None), id(claim))
    kept = [c for c in told if (joins(c) or id(c) in firsts.values()) and _same_day(c, opening)]
    if not kept:
        return None
    why = f"the report opens with «{opening.quote}»; what it tells of that day is gathered"
    return incident_of(Group((Event(tuple(kept)),), (why,)), {})


def _same_day(claim: Claim, opening: Claim) -> bool:
    """Whether nothing says that the claim is of another day."""
    return bool((apart(claim.period, opening.period) or 0) < load("link")["max_days"])


def _uncounted(text: Text, claims: Sequence[Claim], info: ReportInfo, pack: Pack) -> list[Claim]:
    """What the text tells of killed and injured without a number, where no claim tells of any."""
    made: list[Claim] = []
    for measure in ("killed", "injured"):
        known = any(c.measure == measure and c.figure and c.status == "reported" for c in claims)
        found = None if known else pack.uncounted(text.content, measure)
        if found:
            number = len(claims) + len(made) + 1
            made.append(Claim(
                f"{info.id}#{number}", info.id, number, "casualty", found.words, found.span, measure=measure,
                group="people", figure=found.figure, scope="incident",
                notes=("told without a number; read for the assessment of the report alone",),
            ))  # fmt: skip
    return made


def assess_report(text: Text, claims: Sequence[Claim], info: ReportInfo, rules: House) -> Assessed | None:
    """The main incident of one report and what the report supports; None where it tells of no incident."""
    pack = pack_of(language(text, info.lang))
    claims = (*claims, *_uncounted(text, claims, info, pack))
    incident = main_incident(claims)
    if incident is None:
        return None
    named = pack.named(text.content) if rules.ends == "summed" else {}
    by_id, reports = {claim.id: claim for claim in claims}, {info.id: info}
    found = assess(incident, by_id, reports, rules, Told(named, stated(text.content, rules)))
    own = {id_: by_id[id_] for id_ in incident.claims}
    denials = {c.id: c for c in claims if c.kind == "denial" and set(c.denies) & own.keys()}
    return Assessed(incident, found, own | denials, {id_: who.source(c, reports) for id_, c in own.items()}, reports)
