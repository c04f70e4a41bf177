"""Sums over incidents that count nobody twice: what may be one event is counted once, by its larger figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.incident import Incident
from sijil.model.ledger import Doubt
from sijil.model.report import ReportInfo
from sijil.steps.bounds import add
from sijil.steps.tally.doubtful import doubt, told
from sijil.steps.tally.pairs import pairs


@dataclass(frozen=True)
class Doubts:
    """Which incidents may be one event, and which are told of an area that others may lie in (ids)."""

    found: tuple[Doubt, ...]
    wide: frozenset[str]

    @cached_property
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
    asked = ((known[i], known[j]) for i, j in pairs(known))
    found = ((a, b, doubt(a, b, reports)) for a, b in asked)
    rows = tuple(Doubt(a.incident.id, b.incident.id, why) for a, b, why in found if why)
    return Doubts(rows, frozenset(one.incident.id for one in known if one.wide))


def sum_once(figures: Mapping[str, Figure], found: Doubts) -> Figure:
    """The sum of incidents' figures (by incident id) in which the floor counts what may be one event once.

    Incidents that may all be one another are a set, and the largest floor stands for it. An incident told of an area
    adds only what its floor exceeds those inside by. The ceiling stays the sum of all: they may be many events.
    """
    whole, near = add(list(figures.values())), found.near
    if whole.low is None or near.keys().isdisjoint(figures):
        return whole
    lows = {id_: figure.low or 0 for id_, figure in figures.items()}
    order = sorted(lows, key=lambda id_: (-lows[id_], id_))
    sets = _Sets(near, lows)
    for id_ in (one for one in order if one not in found.wide):
        sets.place(id_)
    for id_ in (one for one in order if one in found.wide):
        sets.place_area(id_)
    return replace(whole, low=sum(lows[own[0]] for own in sets.members.values()))


class _Sets:
    """Incidents in sets that are counted once, the one with the largest floor first in each."""

    def __init__(self, near: Mapping[str, set[str]], lows: Mapping[str, int]) -> None:
        self.near, self.lows = near, lows
        self.members: dict[int, list[str]] = {}
        self._home: dict[str, int] = {}

    def place(self, id_: str) -> None:
        """Puts an incident into the first set of which it may be one with every member, or into one of its own."""
        own = self.near.get(id_, set())
        fitting = (n for n in self._around(id_) if own.issuperset(self.members[n]))
        self._put(next(fitting, len(self._home)), [id_])

    def place_area(self, id_: str) -> None:
        """Puts an area's incident in place of all sets that may lie in it, where it exceeds them together."""
        inner = self._around(id_)
        if inner and self.lows[id_] <= sum(self.lows[self.members[n][0]] for n in inner):
            return
        self._put(len(self._home), [id_, *(other for n in inner for other in self.members.pop(n))])

    def _around(self, id_: str) -> list[int]:
        return sorted({self._home[other] for other in self.near.get(id_, ()) if other in self._home})

    def _put(self, number: int, ids: list[str]) -> None:
        self.members.setdefault(number, []).extend(ids)
        self._home |= dict.fromkeys(ids, number)
