"""Incidents that may be one event: linking left them apart for lack of evidence, and a sum must not add them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sijil.model.claim import Claim
from sijil.model.incident import Incident
from sijil.model.period import Period
from sijil.model.place import AREAS, Place
from sijil.model.report import ReportInfo
from sijil.rules import load
from sijil.steps import who
from sijil.steps.bounds import disjoint
from sijil.steps.languages.gloss import gloss
from sijil.steps.tally.areas import inside
from sijil.steps.when import apart, days, length
from sijil.steps.where import kilometres, named_inside, place_key, place_of, same_place

Key = tuple[str, str]  # measure, and "fighters" or "others": the groups that may share people


@dataclass(frozen=True)
class Told:
    """One incident with its claims, as far as they are there."""

    incident: Incident
    claims: tuple[Claim, ...]

    @cached_property
    def place(self) -> Place | None:
        """Where it was."""
        return self.incident.at or next((p for p in map(place_of, self.claims) if p), None)

    @property
    def period(self) -> Period | None:
        """When it was."""
        return self.incident.period

    @cached_property
    def counts(self) -> dict[Key, list[Claim]]:
        """Its counts of people that are no parts of others."""
        found: dict[Key, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            if claim.kind == "casualty" and claim.figure and not claim.part_of:
                found[claim.measure or "", "fighters" if claim.group == "combatants" else "others"].append(claim)
        return found

    @cached_property
    def docs(self) -> frozenset[str]:
        """Its reports."""
        return frozenset(claim.doc for claim in self.claims)

    @cached_property
    def wide(self) -> bool:
        """Whether it is told of an area, of several places or of more days than one event has: it may count what others
        count."""
        return self.place is not None and (self.spread or self.long)

    @property
    def spread(self) -> bool:
        """Whether it is told of an area or of several places."""
        return self.place is not None and (self.place.precision in AREAS or len(listed(self.place)) > 1)

    @property
    def long(self) -> bool:
        """Whether it is told of more days than one event has: "since early February, dozens were killed"."""
        return bool((length(self.period) or 0) > load("link")["max_days"])


def told(incidents: Sequence[Incident], claims: Mapping[str, Claim]) -> list[Told]:
    """The incidents with their claims, those that count nobody left out."""
    found = [Told(i, tuple(claims[c] for c in i.claims if c in claims)) for i in incidents]
    return [one for one in found if one.counts]


def doubt(a: Told, b: Told, reports: Mapping[str, ReportInfo]) -> str:
    """Why two incidents may be one event, or one count contain the other; "" where they are surely two."""
    if not a.counts.keys() & b.counts.keys() or _decided(a.incident, b.incident) or _unlike(a, b):
        return ""
    why = _suspected(a, b, reports)
    return (_left_open(a.incident, b.incident) or why) if why else ""


def _suspected(a: Told, b: Told, reports: Mapping[str, ReportInfo]) -> str:
    if _around(a, b) or _around(b, a):
        if a.spread or b.spread:
            return "the same day and kind of attack, and one is told of an area in which the other may lie"
        return "the same place and kind of attack, and one is told of a longer time in which the other may lie"
    if a.docs & b.docs:
        return "" if _other_kinds(a, b) else _rivals(a, b) or _told_twice(a, b)
    return _undated(a, b, reports) or _same_day(a, b)


def _unlike(a: Told, b: Told) -> bool:
    """Whether the kinds of attack differ, and sources do not take them for each other: "bombardment" may be strikes."""
    kinds, mistaken = [a.incident.attack, b.incident.attack], load("link")["attack"]["mistaken"]
    return _other_kinds(a, b) and kinds not in mistaken and kinds[::-1] not in mistaken


def _other_kinds(a: Told, b: Told) -> bool:
    """Whether the kinds of attack differ; one report that names two kinds of one place tells of two attacks."""
    return len({a.incident.attack, b.incident.attack} - {None, "other"}) > 1


def _decided(a: Incident, b: Incident) -> bool:
    """Whether people parted the two, or accepted each as an incident."""
    parted = any(reason.startswith(("split by", "held to be two events by")) for reason in _common(a, b))
    return parted or all(any(r.startswith("accepted by") for r in i.reasons) for i in (a, b))


def _left_open(a: Incident, b: Incident) -> str:
    """The reason of a person who looked at the two and could not tell: it stands where the question stood."""
    return next((reason for reason in _common(a, b) if reason.startswith("left open by")), "")


def _common(a: Incident, b: Incident) -> list[str]:
    return [reason for reason in a.reasons if reason in b.reasons]


def _around(area: Told, one: Told) -> bool:
    """Whether an incident told of an area or of several places may count what another one in it counts."""
    if not area.wide or area.place is None or one.place is None or apart(area.period, one.period) != 0:
        return False
    places = [replace(area.place, raw=name, name=name) for name in listed(area.place)] or [area.place]
    return any(same_place(place, one.place) or inside(one.place, place) for place in places)


def listed(place: Place) -> list[str]:
    """The names in the words of a place that is in no gazetteer: "Idlib, Aleppo and Hama provinces" names three."""
    names = re.split(r",|;|&|\band\b", place.raw) if not place.id else []
    return [name.strip() for name in names if place_key(name)]


def _rivals(a: Told, b: Told) -> str:
    """One report's counts by two speakers that can mean the same people, on days that may be one."""
    if (apart(a.period, b.period) or 0) > 0:
        return ""
    for key in sorted(a.counts.keys() & b.counts.keys()):
        for x in a.counts[key]:
            for y in b.counts[key]:
                if x.doc == y.doc and who.speaker(x) != who.speaker(y) and not _apart(x, y):
                    return f"two speakers of one report, on days that may be one: «{x.quote}» and «{y.quote}»"
    return ""


def _told_twice(a: Told, b: Told) -> str:
    """One report's two counts of one place and day that nothing in its words makes two attacks: a toll told again, or a
    second one. Linking keeps them apart, for one voice gives both; a documented minimum counts the larger."""
    one_day = apart(a.period, b.period) == 0 or a.period is None and b.period is None
    if not one_day or not _near(a, b) or _waves(a) or _waves(b):
        return ""
    return (
        "one report gives two counts for the same place, day and kind of attack, and does not say that there were two"
    )


def _waves(one: Told) -> bool:
    """Whether a report's words tell the event from another one of that day."""
    rules = load("link")["waves"]
    told = " ".join(gloss(claim.quote) for claim in one.claims)
    return any(re.search(rf"\b{re.escape(word)}\b", told) for word in rules["words"]) or any(
        rules["counted"] in reason for reason in one.incident.reasons
    )


def _apart(a: Claim, b: Claim) -> bool:
    return a.figure is None or b.figure is None or disjoint(a.figure, b.figure)


def _undated(a: Told, b: Told, reports: Mapping[str, ReportInfo]) -> str:
    """Reports of one kind of attack on one place, one of which gives no day, or a day that nobody can resolve."""
    if apart(a.period, b.period) is not None or not _near(a, b) or a.wide or b.wide:
        return ""
    if not a.incident.attack or a.incident.attack != b.incident.attack:
        return ""
    if _later(a, b, reports) or _later(b, a, reports):
        return ""
    return "the same place and kind of attack, and the day of one is not known"


def _later(undated: Told, dated: Told, reports: Mapping[str, ReportInfo]) -> bool:
    """Whether the dated incident came after every report of the undated one."""
    known, printed = days(dated.period), [reports[doc].published for doc in undated.docs if doc in reports]
    return known is not None and bool(printed) and all(day is not None and day < known[0] for day in printed)


def _same_day(a: Told, b: Told) -> str:
    """Reports of one place and day whose kinds of attack or figures left them too far apart to be linked."""
    if apart(a.period, b.period) != 0:
        return ""
    if _near(a, b):
        return "the same place and day, told with other figures or another kind of attack"
    alike = a.incident.attack is not None and a.incident.attack == b.incident.attack
    if a.place is not None and b.place is not None or not alike:
        return ""
    shared = sorted(a.counts.keys() & b.counts.keys())
    fitting = any(not _apart(x, y) for key in shared for x in a.counts[key] for y in b.counts[key])
    return "the same day, kind of attack and figure, and one names no place" if fitting else ""


def _near(a: Told, b: Told) -> bool:
    if a.place is None or b.place is None:
        return False
    if same_place(a.place, b.place) or named_inside(a.place, b.place) or named_inside(b.place, a.place):
        return True
    distance = kilometres(a.place, b.place)
    return distance is not None and bool(distance <= load("link")["near_km"])
