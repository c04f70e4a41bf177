"""How a number came about, in sentences, down to the words of the reports."""

from __future__ import annotations

from collections.abc import Mapping

from sijil.model.claim import Claim
from sijil.model.incident import Assessment, GroupRange, Incident, Total
from sijil.model.ledger import AgreementRow, Breach
from sijil.steps import who
from sijil.steps.bounds import left_words
from sijil.steps.tally.agreements import agreements
from sijil.steps.tally.displacement import displacement
from sijil.steps.tally.findings import Findings
from sijil.steps.tally.totals import totals

OVERLAPS = {
    "same": "Another total of the same",
    "contains": "A total inside it",
    "inside": "A total that it lies inside",
    "touches": "A total that it touches",
}


def explain(id_: str, found: Findings) -> tuple[str, ...]:
    """Sentences about a claim, an incident, a report or an agreement, whichever the id is; empty where it is none."""
    known = found.by_id()
    if id_ in known:
        return _claim(known[id_], found)
    incident = next((i for i in found.incidents if i.id == id_), None)
    if incident is not None and id_ in found.assessments:
        return _incident(incident, found.assessments[id_], known, found)
    if id_ in found.reports:
        return _report(id_, found)
    deal = next((row for row in agreements(found.claims, found.incidents) if row.id == id_), None)
    return _agreement(deal, known, found) if deal else ()


def _said(claim: Claim, found: Findings) -> str:
    return f"reported by {who.told_by(claim, found.reports)} in «{claim.quote}»"


def _claim(claim: Claim, found: Findings) -> tuple[str, ...]:
    lines = [f"{_what(claim)}: {_said(claim, found)}."]
    lines += [f"{note[:1].upper()}{note[1:]}." for note in claim.notes]
    lines += [f"It denies what was {_said(other, found)}." for other in found.claims if other.id in claim.denies]
    lines += [f"Denied, {_said(other, found)}." for other in found.claims if claim.id in other.denies]
    home = [incident for incident in found.incidents if claim.id in incident.claims]
    lines += [f"It belongs to the incident {incident.title} ({incident.id})." for incident in home]
    lines += _displaced(claim, found)
    stated = totals(found, (claim,))
    lines += [line for total in stated for line in _total(total)]
    if not home and not stated:
        lines.append("It belongs to no incident.")
    return tuple(lines)


def _displaced(claim: Claim, found: Findings) -> list[str]:
    """Why a figure of displacement stands where it stands in its ledger."""
    if claim.kind not in ("displacement", "need"):
        return []
    rows = (row for row in displacement(found.claims, found.reports) if row.claim == claim.id)
    return [f"{reason[:1].upper()}{reason[1:]}." for row in rows for reason in row.reasons]


def _what(claim: Claim) -> str:
    figure = claim.figure.words() if claim.figure else ""
    words = [claim.status if claim.status != "reported" else "", claim.kind, figure, claim.group, claim.measure]
    text = " ".join(word for word in words if word)
    return text[:1].upper() + text[1:]


def _total(total: Total) -> list[str]:
    explained, rest = total.explained.words(), left_words(total.unexplained) or "not known"
    lines = ["A total, added to nothing."]
    lines += [f"Incidents inside it: {len(total.inside)}, which explain {explained}; unexplained: {rest}."]
    lines += [f"{reason[:1].upper()}{reason[1:]}." for reason in total.reasons]
    lines += [f"{len(total.told_again)} other claims state the very same total."] if total.told_again else []
    lines += [f"{OVERLAPS[one.how]}, never added to it: {one.why} ({one.claim})." for one in total.overlaps]
    return [*lines, *([f"Conflict: {total.conflict}."] if total.conflict else [])]


def _incident(
    incident: Incident, assessment: Assessment, known: Mapping[str, Claim], found: Findings
) -> tuple[str, ...]:
    lines = [f"{incident.title}: graded {assessment.grade}, because {'; '.join(assessment.grade_reasons)}."]
    lines += [_range(row, known, found) for row in assessment.ranges]
    for row in assessment.ranges:
        lines += [f"Set aside: «{known[i].quote}», because {why}." for i, why in row.set_aside if i in known]
    lines += [_carried(name, by) for name, by in assessment.carried]
    lines += [f"Disputed: {line}." for line in assessment.disputes]
    lines += [f"Linked: {reason}." for reason in incident.reasons]
    lines += _doubts(incident.id, found)
    named = {i for row in assessment.ranges for i in row.claims}
    lines += [f"Also {_said(known[i], found)}." for i in incident.claims if i in known and i not in named]
    return tuple(lines)


def _carried(name: str, by: tuple[str, ...]) -> str:
    """That what these publishers print is another's text."""
    return f"One source: what {' and '.join(by)} {'prints' if len(by) == 1 else 'print'} is the text of {name}."


def _doubts(id_: str, found: Findings) -> list[str]:
    own = [one for one in found.doubts.found if id_ in (one.incident, one.other)]
    others = [(one.other if one.incident == id_ else one.incident, one.why) for one in own]
    return [f"May be one event with {other}, so tallies count the larger once: {why}." for other, why in others]


def _range(row: GroupRange, known: Mapping[str, Claim], found: Findings) -> str:
    told = "; ".join(_said(known[i], found) for i in row.claims if i in known)
    name = f"{row.measure} {row.group}"
    return f"{name[:1].upper()}{name[1:]}: {row.figure.words()}, because {'; '.join(row.reasons)}; {told}."


def _report(id_: str, found: Findings) -> tuple[str, ...]:
    report = found.reports[id_]
    day = report.published.isoformat() if report.published else "a day unknown"
    by = report.source or "an unknown publisher"
    lines = [f"{report.title or report.doc}, published by {by} on {day}, {report.retrieval}."]
    lines += [f"{_what(claim)}: «{claim.quote}» ({claim.id})." for claim in found.claims if claim.doc == id_]
    return tuple(lines)


def _breach(one: Breach) -> str:
    where, by = one.place or "a place not told", one.party or "somebody not named"
    events = "1 event" if one.events == 1 else f"{one.events} events"
    return f"Claimed as violations in {where} by {by}: {events}, told in {', '.join(one.claims)}."


def _agreement(row: AgreementRow, known: Mapping[str, Claim], found: Findings) -> tuple[str, ...]:
    lines = [f"{row.title}: guaranteed by {', '.join(row.guarantors)}." if row.guarantors else f"{row.title}."]
    lines += [f"Told: {_said(known[i], found)}." for i in row.claims]
    lines += [f"{reason[:1].upper()}{reason[1:]}." for reason in row.reasons]
    lines += [f"Blame: {_said(known[i], found)}." for i in row.blames]
    lines += [_breach(one) for one in row.breaches]
    lines += [f"Claimed as a violation: {_said(known[i], found)}." for i in row.violations]
    return (*lines, *(f"Denial: {_said(known[i], found)}." for i in row.denials))
