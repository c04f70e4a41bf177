"""Stated totals beside the incidents that lie inside them: 5 killed inside 84 is never 89."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.incident import Assessment, Incident, Total
from sijil.model.place import Place
from sijil.rules import load
from sijil.steps import who
from sijil.steps.bounds import NOTHING, above, add, subtract
from sijil.steps.tally.areas import inside
from sijil.steps.when import days, within
from sijil.steps.where import place_of


def totals(
    claims: Sequence[Claim],
    incidents: Sequence[Incident],
    assessments: Mapping[str, Assessment] | Iterable[Assessment],
    every: Mapping[str, Claim] | None = None,
) -> tuple[Total, ...]:
    """A row for each reported total of people or attacks in `claims`, with the incidents inside its days and area.

    `every` are the claims that the incidents are made of, by id, where they are more than `claims`.
    """
    known = every if every is not None else {claim.id: claim for claim in claims}
    if not isinstance(assessments, Mapping):
        assessments = {assessment.incident: assessment for assessment in assessments}
    placed = [(incident, _place(incident, known)) for incident in incidents]
    found = [claim for claim in claims if is_total(claim) and not claim.part_of]
    denials = [claim for claim in known.values() if claim.kind == "denial"] if found else []
    rows = ((claim, _total(claim, _parts(claim, claims), placed, assessments, known)) for claim in found)
    return tuple(replace(row, reasons=(*row.reasons, *_denied(claim, denials))) for claim, row in rows)


def _denied(total: Claim, denials: Iterable[Claim]) -> list[str]:
    """One sentence for each denial of the total."""
    return [
        f"denied by {', '.join(denial.speaker) or 'the report itself'}: «{denial.quote}»"
        for denial in denials
        if total.id in denial.denies
    ]


def is_total(claim: Claim) -> bool:
    """Whether a claim counts people or attacks over a longer time, several events or an area, as having happened."""
    counted = claim.kind in ("casualty", "attack") and claim.figure is not None
    return counted and claim.scope == "total" and claim.status == "reported"


def _parts(total: Claim, claims: Sequence[Claim]) -> tuple[str, ...]:
    """The parts that follow a total in its report before the next whole figure."""
    own = sorted((c for c in claims if c.doc == total.doc and c.number > total.number), key=lambda c: c.number)
    found = []
    for claim in own:
        if claim.kind == "casualty" and not claim.part_of:
            break
        if claim.kind == "casualty" and claim.measure == total.measure:
            found.append(claim.id)
    return tuple(found)


def _place(incident: Incident, claims: Mapping[str, Claim]) -> Place | None:
    if incident.at is not None:
        return incident.at
    return next((p for p in (place_of(claims[c]) for c in incident.claims if c in claims) if p), None)


def _total(
    total: Claim,
    parts: tuple[str, ...],
    placed: Sequence[tuple[Incident, Place | None]],
    assessments: Mapping[str, Assessment],
    claims: Mapping[str, Claim],
) -> Total:
    stated = total.figure or NOTHING
    area = place_of(total)
    if area is None or days(total.period) is None:
        lack = "area" if area is None else "period"
        why = f"the total gives no {lack}, so it cannot be told which incidents lie inside it"
        return Total(total.id, parts, (), NOTHING, stated, "", (why,))
    inner = []
    for incident, place in placed:
        if place is None or not within(incident.period, total.period) or not inside(place, area):
            continue
        figure = explained(assessments.get(incident.id), *_counted(total))
        if figure is not None and not _others(total, incident, claims):
            inner.append((incident, figure))
    sum_ = add([figure for _, figure in inner])
    conflict = ""
    if above(sum_.low, stated.high):
        conflict = f"the incidents inside already come to {sum_.words()}, more than the total's {stated.words()}"
    reasons = tuple(f"{i.title}: {f.words()}, inside its days and {area.name}" for i, f in inner)
    reasons = reasons or (f"no incident that counts the same lies inside its days and {area.name}",)
    return Total(total.id, parts, tuple(i.id for i, _ in inner), sum_, subtract(stated, sum_), conflict, reasons)


def _others(total: Claim, incident: Incident, claims: Mapping[str, Claim]) -> bool:
    """Whether the total names one camp as having done it and the incident only others."""
    own = who.sides(total.party)
    told = [who.sides(claims[x].party) for x in incident.claims if x in claims]
    return bool(own) and any(told) and not any(who.allied(own, sides) for sides in told)


def _counted(total: Claim) -> tuple[str, str]:
    """Measure and group that the total counts; attacks are the measure "strikes", by kind."""
    if total.kind == "attack":
        return "strikes", total.attack or "other"
    return total.measure or "", total.group or "people"


def explained(assessment: Assessment | None, measure: str, group: str) -> Figure | None:
    """What one incident adds to a total of the measure and group; None where it tells of none.

    Casualties not told apart are made of the incident's casualties, or else of its killed and injured.
    """
    groups = load("groups")["explains"].get(group, [group])
    rows = [row for row in assessment.ranges if row.group in groups] if assessment else []
    found = [row.figure for row in rows if row.measure == measure]
    if measure == "casualties" and not found:
        found = [row.figure for row in rows if row.measure in ("killed", "injured")]
    return add(found) if found else None
