"""A tally broken down: by day, place, party and so on, each incident in one part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sijil.model.claim import ATTACKS, GROUPS, Claim
from sijil.model.incident import GRADES, Assessment, GroupRange, Incident
from sijil.model.ledger import TallyPart
from sijil.model.period import Period
from sijil.model.place import Place
from sijil.steps.tally.findings import Findings, incident_place
from sijil.steps.tally.once import Doubts
from sijil.steps.tally.rows import rows_of
from sijil.steps.tally.running import Running
from sijil.steps.when import days
from sijil.steps.where import place_key

TIMES = ("day", "week", "month", "year")
ORDER = {name: n for n, name in enumerate((*ATTACKS, *GROUPS, *GRADES))}


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where an incident belongs. An empty `key` is what nobody told; it comes last."""

    key: str
    label: str
    since: date | None = None
    until: date | None = None


def parts_of(found: Findings, by: str, uncertain: Doubts, group: str = "") -> tuple[TallyPart, ...]:
    """The parts by one of PARTS: those of time by day, kinds and grades in their usual order, others largest first."""
    if by == "group":
        return _by_group(found, uncertain, group)
    slots: dict[_Slot, list[Incident]] = {}
    slot = _slots(found, by)
    for incident in found.incidents:
        slots.setdefault(slot(incident), []).append(incident)
    parts = [_part(one, own, found, uncertain, group) for one, own in slots.items()]
    parts.sort(key=_by_time if by in TIMES else _by_size)
    return _running(parts, found, uncertain, group) if by in TIMES else tuple(parts)


def _by_group(found: Findings, uncertain: Doubts, group: str) -> tuple[TallyPart, ...]:
    """One part for each group that any range counts. A group is a part of others, so these are no shares of a whole."""
    told = {row.group for i in found.incidents for row in _ranges(found.assessments, i) if row.measure != "strikes"}
    parts = []
    for name in GROUPS:
        own = [i for i in found.incidents if any(row.group == name for row in _ranges(found.assessments, i))]
        if name in told and group in ("", name):
            parts.append(_part(_Slot(name, name), own, found, uncertain, name))
    return tuple(parts)


def _ranges(assessments: Mapping[str, Assessment], incident: Incident) -> tuple[GroupRange, ...]:
    assessment = assessments.get(incident.id)
    return assessment.ranges if assessment else ()


def _part(slot: _Slot, own: Iterable[Incident], found: Findings, uncertain: Doubts, group: str) -> TallyPart:
    own = tuple(own)
    rows = rows_of(own, found.assessments, uncertain, group)
    return TallyPart(slot.key, slot.label, rows, (), tuple(i.id for i in own), slot.since, slot.until)


def _running(parts: list[TallyPart], found: Findings, uncertain: Doubts, group: str) -> tuple[TallyPart, ...]:
    by_id = {incident.id: incident for incident in found.incidents}
    running = Running(uncertain, found.assessments, group)
    return tuple(
        replace(part, running=running.add(by_id[i] for i in part.incidents)) if part.until else part for part in parts
    )


def _by_time(part: TallyPart) -> tuple[object, ...]:
    return part.until is None, part.until or date.max, part.since or date.max, part.key


def _by_size(part: TallyPart) -> tuple[object, ...]:
    return not part.key, ORDER.get(part.key, len(ORDER)), -len(part.incidents), part.label, part.key


def _slots(found: Findings, by: str) -> Callable[[Incident], _Slot]:
    """What says where an incident belongs."""
    if by in TIMES:
        return lambda incident: in_time(incident.period, by)
    if by == "attack":
        return lambda incident: _named(incident.attack or "", "kind of attack not told")
    if by in ("party", "grade"):
        return lambda incident: _assessed(found.assessments.get(incident.id), by)
    claims = found.by_id()
    where: dict[str, Callable[[Incident, Mapping[str, Claim]], _Slot]] = {
        "place": lambda incident, known: at_place(incident_place(incident, known)),
        "province": lambda incident, known: in_unit(incident_place(incident, known), 1),
        "country": lambda incident, known: in_unit(incident_place(incident, known), 0),
    }
    return lambda incident: where[by](incident, claims)


def _named(name: str, none: str) -> _Slot:
    return _Slot(name, name or none)


def _assessed(assessment: Assessment | None, by: str) -> _Slot:
    """By grade; or by who is blamed: where sources blame several, these together, so that nobody is counted twice."""
    if by == "grade":
        return _named(assessment.grade if assessment else "", "not assessed")
    return _named(" or ".join(sorted(assessment.blamed)) if assessment else "", "nobody is named")


def in_time(period: Period | None, by: str) -> _Slot:
    """The day, week (Monday to Sunday), month or year that holds all of a period; else the period's own days."""
    known = days(period)
    if known is None:
        return _Slot("", "day not known")
    first, last = known
    start, end = _span(first, by)
    if last > end:
        own = f"{first.isoformat()}/{last.isoformat()}"
        return _Slot(own, f"{first.isoformat()} to {last.isoformat()}", first, last)
    key = {"day": start.isoformat(), "week": f"{start.isoformat()}/{end.isoformat()}", "month": f"{start:%Y-%m}"}
    name = key.get(by, f"{start:%Y}")
    return _Slot(name, f"week of {start.isoformat()}" if by == "week" else name, start, end)


def _span(day: date, by: str) -> tuple[date, date]:
    if by == "day":
        return day, day
    if by == "week":
        monday = day - timedelta(day.weekday())
        return monday, monday + timedelta(6)
    if by == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    return day.replace(day=1), (day.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1)


def at_place(place: Place | None) -> _Slot:
    """A place with what it lies in, the nearest first."""
    if place is None:
        return _Slot("", "place not told")
    name = place.name or place.raw
    around = ", ".join(reversed(place.admin))
    return _Slot(place.id or place_key(name), f"{name} ({around})" if around else name)


def in_unit(place: Place | None, level: int) -> _Slot:
    """The country (level 0) or province (1) of a place, as the gazetteer has it; not told where the place is wider."""
    none = _Slot("", ("country", "province")[level] + " not known")
    if place is None or not place.id:
        return none
    if len(place.admin) > level:
        return _Slot("/".join(place.admin[: level + 1]), ", ".join(reversed(place.admin[: level + 1])))
    if len(place.admin) == level and place.precision == ("country", "province")[level]:
        chain = (*place.admin, place.name)
        return _Slot("/".join(chain), ", ".join(reversed(chain)))
    return none
