"""Sums over incidents that count nobody twice: what may be one event is counted once, by its larger figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.incident import Incident
from sijil.model.ledger import Doubt
from sijil.model.report import ReportInfo
from sijil.steps.bounds import add
from sijil.steps.tally.doubtful import Told, doubt, told
from sijil.steps.tally.pairs import Neighbours, Order


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

    def among(self, incidents: Iterable[str]) -> Doubts:
        """Those among some incidents."""
        ids = frozenset(incidents)
        return Doubts(tuple(one for one in self.found if one.incident in ids and one.other in ids), self.wide & ids)


class Followed:
    """Doubts that are kept up as incidents come, change and go: only pairs with one that changed are asked anew."""

    def __init__(self) -> None:
        self._near = Neighbours()
        self._wide: set[str] = set()
        self._found: dict[tuple[str, str], Doubt | None] = {}

    def change(
        self, gone: Iterable[str], came: Sequence[Told], order: Mapping[str, Order], reports: Mapping[str, ReportInfo]
    ) -> frozenset[str]:
        """Takes incidents away and puts others in, or in place of older ones; the ids of those whose doubts changed.

        `order` gives the place of every incident among all."""
        changed = frozenset(gone) | {one.incident.id for one in came}
        own = {pair for id_ in changed for pair in self._near.pairs_of(id_)}
        before = {pair: self._found.pop(pair) for pair in own}
        parted, asked = self._near.change(changed, came, order)
        self._wide = (self._wide - changed) | {one.incident.id for one in came if one.wide}
        before |= {pair: self._found.pop(pair) for pair in parted if pair in self._found}
        new = asked - self._found.keys()
        for a, b in new:
            one, other = self._near.told[a], self._near.told[b]
            why = doubt(one, other, reports)
            self._found[a, b] = Doubt(a, b, why) if why else None
        after = {pair: self._found[pair] for pair in new}
        both = before.keys() | after.keys()
        return frozenset(id_ for pair in both if before.get(pair) != after.get(pair) for id_ in pair)

    def doubts(self) -> Doubts:
        """All that there are, in order."""
        order = self._near.order
        found = [one for one in self._found.values() if one]
        found.sort(key=lambda one: (order[one.incident], order[one.other]))
        return Doubts(tuple(found), frozenset(self._wide))


def doubts(incidents: Sequence[Incident], claims: Mapping[str, Claim], reports: Mapping[str, ReportInfo]) -> Doubts:
    """All doubts among the incidents, in their order."""
    order = {incident.id: (n,) for n, incident in enumerate(incidents)}
    followed = Followed()
    followed.change((), told(incidents, claims), order, reports)
    return followed.doubts()


def sum_once(figures: Mapping[str, Figure], found: Doubts) -> Figure:
    """The sum of incidents' figures (by incident id) in which the floor counts what may be one event once.

    The ceiling stays the sum of all: they may be many events.
    """
    whole, near = add(list(figures.values())), found.near
    if whole.low is None or near.keys().isdisjoint(figures):
        return whole
    return replace(whole, low=whole.low - twice({id_: own.low or 0 for id_, own in figures.items()}, found))


def twice(floors: Mapping[str, int], found: Doubts) -> int:
    """What a sum of incidents' floors counts twice.

    Incidents that may all be one another are a set, and the largest floor stands for it. An incident told of an area
    adds only what its floor exceeds those inside by.
    """
    near = found.near
    lows = {id_: low for id_, low in floors.items() if id_ in near}
    order = sorted(lows, key=lambda id_: (-lows[id_], id_))
    sets = _Sets(near, lows)
    for id_ in (one for one in order if one not in found.wide):
        sets.place(id_)
    for id_ in (one for one in order if one in found.wide):
        sets.place_area(id_)
    return sum(lows.values()) - sum(lows[own[0]] for own in sets.members.values())


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
