"""Sums over incidents that count nobody twice: what may be one event is counted once, by its larger figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.incident import Incident
from sijil.model.ledger import Doubt
from sijil.model.report import ReportInfo
from sijil.steps.bounds import add
from sijil.steps.tally.doubtful import doubt, pairs, told


@dataclass(frozen=True, slots=True)
class Doubts:
    """Which incidents may be one event, and which are told of an area that others may lie in (ids)."""

    found: tuple[Doubt, ...]
    wide: frozenset[str]

    def near(self) -> dict[str, set[str]]:
        """Each doubtful incident with those that it may be one with."""
        table: dict[str, set[str]] = {}
        for one in self.found:
            table.setdefault(one.incident, set()).add(one.other)
            table.setdefault(one.other, set()).add(one.incident)
        return table


def doubts(incidents: Sequence[Incident], claims: Mapping[str, Claim], reports: Mapping[str, ReportInfo]) -> Doubts:
    """All doubts among the incidents, in their order."""
    known = told(incidents, claims)
    asked = ((known[i], known[j]) for i, j in sorted(pairs(known)))
    found = ((a, b, doubt(a, b, reports)) for a, b in asked)
    rows = tuple(Doubt(a.incident.id, b.incident.id, why) for a, b, why in found if why)
    return Doubts(rows, frozenset(one.incident.id for one in known if one.wide))


def sum_once(figures: Mapping[str, Figure], found: Doubts) -> Figure:
    """The sum of incidents' figures (by incident id) in which the floor counts what may be one event once.

    Incidents that may all be one another are a set, and the largest floor stands for it. An incident told of an area
    adds only what its floor exceeds those inside by. The ceiling stays the sum of all: they may be many events.
    """
    whole, near = add(list(figures.values())), found.near()
    if whole.low is None or not near.keys() & figures.keys():
        return whole
    order = sorted(figures, key=lambda id_: (-(figures[id_].low or 0), id_))
    sets: list[list[str]] = []
    for id_ in (one for one in order if one not in found.wide):
        home = next((own for own in sets if near.get(id_, set()).issuperset(own)), None)
        if home is None:
            sets.append([id_])
        else:
            home.append(id_)
    for id_ in (one for one in order if one in found.wide):
        sets = _with_area(id_, sets, near.get(id_, set()), figures)
    return replace(whole, low=sum(_low(own[0], figures) for own in sets))


def _with_area(area: str, sets: list[list[str]], around: set[str], figures: Mapping[str, Figure]) -> list[list[str]]:
    """The sets with an area's incident: by itself where it exceeds those inside it, which it then stands for."""
    inner = [own for own in sets if around & set(own)]
    if _low(area, figures) <= sum(_low(own[0], figures) for own in inner):
        return sets if inner else [*sets, [area]]
    return [*(own for own in sets if own not in inner), [area, *(id_ for own in inner for id_ in own)]]


def _low(id_: str, figures: Mapping[str, Figure]) -> int:
    return figures[id_].low or 0
