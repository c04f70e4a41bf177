"""Stated totals beside the incidents that lie inside them: 5 killed inside 84 is never 89."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.incident import Assessment, Incident, Overlap, Total
from sijil.rules import load
from sijil.steps import who
from sijil.steps.bounds import NOTHING, above, add, subtract
from sijil.steps.tally.areas import inside
from sijil.steps.tally.findings import Findings, in_time, incident_place
from sijil.steps.tally.once import Doubts, sum_once
from sijil.steps.tally.overlaps import (
    MADE_OF,
    Statement,
    counted,
    exceeding,
    overlapping,
    stands_alone,
    statements,
)
from sijil.steps.when import days, within
from sijil.steps.where import place_of


@dataclass(frozen=True, slots=True)
class _Inner:
    """An incident inside a total, and what it adds to it."""

    incident: Incident
    figure: Figure


def totals(found: Findings, asked: Iterable[Claim] | None = None) -> tuple[Total, ...]:
    """A row for each reported total of people or attacks among the claims `asked` (all, if None), in their order.

    Each has the incidents inside its days and area, and the other totals of the record that may count the same people.
    """
    wanted = found.stated if asked is None else [claim for claim in asked if stands_alone(claim)]
    whole = found.whole
    whole.told.update(_made([claim for claim in wanted if claim.id not in whole.told], whole))
    return tuple(whole.told[claim.id] for claim in wanted)


def _made(wanted: Sequence[Claim], found: Findings) -> dict[str, Total]:
    """The rows by their claims. What is asked beside them changes none of them."""
    if not wanted:
        return {}
    held = _inside(wanted, found)
    rows = {claim.id: _total(claim, held.get(claim.id), found.doubts) for claim in wanted}
    parts, denials = _parts(wanted, found.by_doc), found.denials
    beside = _beside(wanted, found)
    return {
        claim.id: replace(
            beside.put(rows[claim.id]), parts=parts[claim.id],
            reasons=(*rows[claim.id].reasons, *_denied(denials.get(claim.id, ()))),
        )
        for claim in wanted
    }  # fmt: skip


def _denied(denials: Iterable[Claim]) -> list[str]:
    """One sentence for each denial of a total."""
    return [f"denied by {', '.join(one.speaker) or 'the report itself'}: «{one.quote}»" for one in denials]


def _parts(wanted: Sequence[Claim], by_doc: Mapping[str, Sequence[Claim]]) -> dict[str, tuple[str, ...]]:
    """By total: the parts that follow it in its report before the next whole figure."""
    found = {}
    for total in wanted:
        own = []
        told = [claim for claim in by_doc.get(total.doc, ()) if claim.kind == "casualty"]
        for claim in sorted((c for c in told if c.order > total.order), key=lambda c: c.order):
            if not claim.part_of:
                break
            if claim.measure == total.measure:
                own.append(claim.id)
        found[total.id] = tuple(own)
    return found


def _inside(wanted: Sequence[Claim], found: Findings) -> dict[str, list[_Inner]]:
    """By total with days and an area: the incidents that surely lie in both and count the same."""
    claims, by_first_day = found.by_id(), partial(in_time, found.place)
    lie: dict[tuple[object, object], bool] = {}  # many incidents are at few places
    held: dict[str, list[_Inner]] = {}
    for total in wanted:
        area, span = place_of(total), days(total.period)
        if area is None or span is None:
            continue
        inner = []
        for incident in sorted(found.dated.meeting(span).values(), key=by_first_day):
            place = incident_place(incident, claims)
            if place is None or not within(incident.period, total.period):
                continue
            pair = (place.id or place, area.id or area)
            if pair not in lie:
                lie[pair] = inside(place, area)
            figure = explained(found.assessments.get(incident.id), *counted(total)) if lie[pair] else None
            if figure is not None and not _others(total, incident, claims):
                inner.append(_Inner(incident, figure))
        held[total.id] = inner
    return held


def _total(total: Claim, inner: Sequence[_Inner] | None, uncertain: Doubts) -> Total:
    stated, area = total.figure or NOTHING, place_of(total)
    if inner is None or area is None:
        lack = "area" if area is None else "period"
        why = f"the total gives no {lack}, so it cannot be told which incidents lie inside it"
        return Total(total.id, (), (), NOTHING, stated, "", (why,))
    sum_ = sum_once({one.incident.id: one.figure for one in inner}, uncertain)
    conflict = ""
    if above(sum_.low, stated.high):
        conflict = f"the incidents inside already come to {sum_.words()}, more than the total's {stated.words()}"
    reasons = [f"{one.incident.title}: {one.figure.words()}, inside its days and {area.name}" for one in inner]
    if not reasons:
        reasons = [f"no incident that counts the same lies inside its days and {area.name}"]
    if sum_.low != add([one.figure for one in inner]).low:
        reasons.append("incidents of these that may be one event are in the floor once")
    ids = tuple(one.incident.id for one in inner)
    return Total(total.id, (), ids, sum_, subtract(stated, sum_), conflict, tuple(reasons))


def _beside(wanted: Sequence[Claim], found: Findings) -> _Beside:
    """What the other totals of the record say about each of these: those that share days with them."""
    spans = {span for claim in wanted if (span := days(claim.period))}
    near: dict[str, Claim] = {}
    for span in spans:
        near.update(found.stated_by_days.meeting(span))
    told = statements(near.values())
    home = {claim.id: one for one in told for claim in one.claims}
    return _Beside(home, overlapping(told, {claim.id for claim in wanted}))


@dataclass(frozen=True, slots=True)
class _Beside:
    """The statements by the ids of their claims, and which others each of them overlaps."""

    home: Mapping[str, Statement]
    overlaps: Mapping[str, tuple[Overlap, ...]]

    def put(self, row: Total) -> Total:
        """The row with what overlaps it, who tells the same total again, and a total inside it that exceeds it."""
        own = self.home.get(row.claim)
        if own is None:
            return row
        overlaps = self.overlaps.get(row.claim, ())
        inner = [self.home[one.claim] for one in overlaps if one.how == "contains"]
        conflict = "; ".join(line for line in (row.conflict, exceeding(own, inner)) if line)
        again = tuple(claim.id for claim in own.claims if claim.id != row.claim)
        return replace(row, overlaps=overlaps, told_again=again, conflict=conflict)


def _others(total: Claim, incident: Incident, claims: Mapping[str, Claim]) -> bool:
    """Whether the total names one camp as having done it and the incident only others."""
    own = who.sides(total.party)
    told = [who.sides(claims[x].party) for x in incident.claims if x in claims]
    return bool(own) and any(told) and not any(who.allied(own, sides) for sides in told)


def explained(assessment: Assessment | None, measure: str, group: str) -> Figure | None:
    """What one incident adds to a total of the measure and group; None where it tells of none.

    Casualties not told apart are made of the incident's casualties, or else of its killed and injured.
    """
    groups = load("groups")["explains"].get(group, [group])
    rows = [row for row in assessment.ranges if row.group in groups] if assessment else []
    found = [row.figure for row in rows if row.measure == measure]
    if measure == "casualties" and not found:
        found = [row.figure for row in rows if row.measure in MADE_OF]
    return add(found) if found else None
