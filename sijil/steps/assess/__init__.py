"""What the sources of one incident support: ranges, sources, who is blamed, disputes and the grade, with reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sijil.model.claim import Claim
from sijil.model.incident import Assessment, Incident
from sijil.model.judgement import Judgement
from sijil.model.report import ReportInfo
from sijil.steps.assess.disputes import blamed, disputes
from sijil.steps.assess.grade import StatedGrade, grade
from sijil.steps.assess.house import OF_ACCOUNTS, House, house
from sijil.steps.assess.ranges import ranges
from sijil.steps.assess.sources import Voices, voices
from sijil.steps.assess.status import doubts
from sijil.steps.assess.worth import worth
from sijil.steps.copies import copies
from sijil.steps.judge import standing
from sijil.steps.reading.unclaimed import Named


@dataclass(frozen=True, slots=True)
class Text:
    """What the text of an incident's only report tells beside its claims: how many it lists one by one as killed, by
    group, and the grade that it states itself."""

    named: Mapping[str, Named] = field(default_factory=dict)
    stated: StatedGrade | None = None


def assess(
    incident: Incident,
    claims: Mapping[str, Claim],
    reports: Mapping[str, ReportInfo],
    rules: House | None = None,
    told: Text | None = None,
) -> Assessment:
    """The assessment of one incident by a house's rules, the default's if None. `claims` are those of all reports."""
    heard = voices(incident, claims, reports, _denials(claims), {})
    return _assess(incident, heard, (), rules or house(), told or Text())


def assess_all(
    incidents: Iterable[Incident],
    claims: Mapping[str, Claim],
    reports: Mapping[str, ReportInfo],
    judgements: Sequence[Judgement] = (),
    copied: Mapping[str, str] | None = None,
) -> tuple[Assessment, ...]:
    """The assessments of many incidents, in their order; denials are looked up once for all. `copied`: near-copies
    (steps/copies.py), sought among `claims` where not given."""
    denials, decided = _denials(claims), standing(judgements)
    copied = copies(claims.values(), reports) if copied is None else copied
    rules, told = house(), Text()
    return tuple(
        _assess(each, voices(each, claims, reports, denials, copied), decided, rules, told) for each in incidents
    )


def _denials(claims: Mapping[str, Claim]) -> dict[str, list[Claim]]:
    """The denials of each claim, by its id."""
    found: dict[str, list[Claim]] = {}
    for claim in sorted(claims.values(), key=lambda c: (c.doc, c.order)):
        for denied in claim.denies if claim.kind == "denial" else ():
            found.setdefault(denied, []).append(claim)
    return found


def _assess(incident: Incident, heard: Voices, judgements: Sequence[Judgement], rules: House, told: Text) -> Assessment:
    own_words = rules.vague or rules.unnumbered
    if own_words and rules.ends not in OF_ACCOUNTS:  # there each account keeps whether it counts
        heard = replace(heard, claims=tuple(worth(claim, rules) for claim in heard.claims))
    found = doubts(heard)
    rows = ranges(heard, found, rules, told.named)
    disputed = disputes(heard, found)
    level, reasons = grade(incident, heard, rows, judgements, told.stated)
    return Assessment(
        incident=incident.id,
        ranges=rows,
        grade=level,
        grade_reasons=reasons,
        sources=heard.names,
        carried=heard.carried,
        blamed=blamed(heard),
        disputes=disputed,
        disputed=bool(disputed),
    )
