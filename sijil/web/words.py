"""How the desk words a value: dates, places, speakers, what a claim says in a few words. No value is changed here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import groupby

from sijil.model.claim import SINGULAR, Claim
from sijil.model.figure import Figure
from sijil.model.period import Period
from sijil.model.place import AREAS, Place
from sijil.model.report import ReportInfo
from sijil.rules import load
from sijil.steps.parties import camp_names

KIND_LABELS: dict[str, str] = {
    "casualty": "Casualties", "attack": "Attack", "displacement": "Displacement", "need": "People in need",
    "access": "Access", "damage": "Damage", "control": "Control", "agreement": "Agreement", "blame": "Blame",
    "denial": "Denial",
}  # fmt: skip
MEASURE_LABELS: dict[str, str] = {
    "killed": "killed", "injured": "injured", "missing": "missing", "held": "held",
    "casualties": "killed or injured", "displaced": "displaced",
}  # fmt: skip
GROUP_LABELS: dict[str, str] = {
    "civilians": "civilians", "children": "children", "women": "women", "combatants": "combatants",
    "medics": "medics and rescuers", "journalists": "journalists", "people": "people, status not said",
}  # fmt: skip
ATTACK_LABELS: dict[str, str] = {
    "airstrike": "airstrike", "shelling": "shelling", "explosive": "explosive", "suicide_bombing": "suicide bombing",
    "shooting": "shooting", "chemical": "chemical attack", "clash": "clash", "abduction": "abduction",
    "execution": "execution", "other": "other attack",
}  # fmt: skip
KINDS_OF_PLACE: dict[str, str] = {
    "country": "country", "region": "region", "province": "province", "district": "district",
    "subdistrict": "subdistrict", "area": "area", "town": "town or village", "neighbourhood": "part of a town",
    "quarter": "part of a town", "site": "site",
}  # fmt: skip
STATUS_VERBS: dict[str, str] = {
    "reported": "reported by", "projected": "reported as a forecast by", "denied": "reported as denied by",
}  # fmt: skip


def day(value: date | None) -> str:
    """A day in words, "7 March 2017"; a dash where there is none."""
    return f"{value.day} {value:%B %Y}" if value else "–"


def days(start: date | None, end: date | None) -> str:
    """First and last day in words, as short as they can be told."""
    if not start or not end:
        return f"since {day(start)}" if start else (f"until {day(end)}" if end else "–")
    if start == end:
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    if start.year == end.year:
        return f"{start.day} {start:%B} – {day(end)}"
    return f"{day(start)} – {day(end)}"


def when(period: Period | None) -> str:
    """A claim's or incident's time in words. Unresolved stays unresolved, with the report's words."""
    if period is None:
        return "no date given"
    if period.start or period.end:
        return days(period.start, period.end)
    return f"day not known: “{period.words}”" if period.words else "day not known"


def three_days(claim: Claim) -> str:
    """When it happened, when it was established or said where the sentence tells, and the day of the report."""
    told = [when(claim.period)]
    told += [f"said or established {when(claim.recognised)}"] if claim.recognised else []
    told += [f"report of {day(claim.report_day)}"] if claim.report_day else []
    return " · ".join(told)


def where(place: Place | None, raw: str | None = None) -> str:
    """A place in words: the resolved name with its admin chain, or the report's words marked as not resolved."""
    if place is None or place.precision == "unknown" or not place.name:
        words = raw or (place.raw if place else "")
        return f"“{words}”, not resolved" if words else "no place given"
    chain = [part for part, _ in groupby([place.name, *reversed(place.admin)])]
    return ", ".join(chain)


def precision(place: Place) -> str:
    """How precisely a place is known, in words."""
    near = load("map")["radius_km"]
    if place.precision in near:
        inside = "near it" if place.precision == "near" else f"somewhere in the {place.precision.split()[0]}"
        return f"{inside}, within about {near[place.precision]} km"
    if place.precision in AREAS:
        return f"somewhere in the {place.precision}"
    return {"exact": "exact place", "district": "part of a town", "town": "town or village"}.get(
        place.precision, "not known"
    )


def camp(side: str) -> str:
    """The camps of a party in words (rules/parties/camps.toml)."""
    return listed(camp_names().get(part, part) for part in re.split(r"[+|]", side) if part)


def is_area(place: Place | None) -> bool:
    """Whether the place is drawn as an area and never as a point."""
    return place is not None and place.precision in AREAS


def speaker(names: tuple[str, ...]) -> str:
    """A speaker chain in words, the one nearest the fact first: "OCHA, via AFP"."""
    return ", via ".join(names)


def said_by(claim: Claim, report: ReportInfo | None) -> str:
    """Who says the claim, always with "reported"."""
    verb = STATUS_VERBS[claim.status]
    if claim.speaker:
        return f"{verb} {speaker(claim.speaker)}"
    if claim.kind == "denial" or claim.status == "denied":  # most quote somebody: it is not put in the report's mouth
        return f"a denial reported in {publisher(report)}, speaker not told"
    return f"{verb} {publisher(report)} in its own voice"


def publisher(report: ReportInfo | None) -> str:
    """Who put the report out, or its name in the archive where nobody knows."""
    if report is None:
        return "the report"
    return report.source or f"an unnamed publisher ({report.doc})"


def headline(report: ReportInfo) -> str:
    """The title that a report is listed under."""
    return report.title or report.doc


def group_measure(measure: str, group: str) -> str:
    """In words: civilians, killed → "Civilians killed"."""
    if measure == "strikes":
        return "Airstrikes" if group == "airstrike" else f"{ATTACK_LABELS.get(group, group)} strikes".capitalize()
    if group == "people":
        return f"People {MEASURE_LABELS.get(measure, measure)} (status not said)"
    text = f"{GROUP_LABELS.get(group, group)} {MEASURE_LABELS.get(measure, measure)}"
    return text[:1].upper() + text[1:]


def amount(figure: Figure | None) -> str:
    """The bounds in words with the unit, where it is not persons."""
    if figure is None:
        return ""
    words = figure.words()
    return f"{words} {'per cent' if figure.unit == 'percent' else figure.unit}" if figure.unit != "persons" else words


def what(claim: Claim) -> str:
    """What a claim says in a few words, for lists; the quote stands beside it."""
    count = amount(claim.figure)
    if claim.kind == "casualty":
        group = group_words(claim.group or "people", claim.figure)
        return f"{count} {group} {MEASURE_LABELS.get(claim.measure or '', claim.measure or '')}".strip()
    if claim.kind == "attack":
        name = ATTACK_LABELS.get(claim.attack or "other", "attack")
        return f"{name}: {count}" if count else name
    if claim.kind == "displacement":
        return f"{count} displaced".strip()
    if claim.kind == "need":
        return f"{count} in need".strip()
    if claim.kind == "damage":
        return " ".join(part for part in (count, claim.object or "civilian object", "hit") if part)
    if claim.kind == "access":
        return "access eased" if claim.eased else "access hindered"
    if claim.kind == "control":
        return f"control: {claim.actor}" if claim.actor else "control"
    return {"agreement": "agreement", "blame": "blames", "denial": "denies it"}[claim.kind]


def group_words(group: str, figure: Figure | None) -> str:
    """A group after its number: "civilians", after a one "civilian"."""
    if figure is not None and figure.single:
        return SINGULAR.get(group, group)
    return "people" if group == "people" else GROUP_LABELS.get(group, group)


def listed(items: Iterable[str]) -> str:
    """One line of several names: "a, b and c"."""
    names = list(items)
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 incident", "3 incidents"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
