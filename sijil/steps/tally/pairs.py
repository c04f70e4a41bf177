"""Which incidents are worth asking whether they may be one: few of all pairs, so the work does not grow squared."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sijil.rules import load
from sijil.steps.tally.doubtful import Told, listed
from sijil.steps.when import days
from sijil.steps.where import keys, near_keys, parents, place_key

Order = tuple[Any, ...]  # the place of an incident among all
Pair = tuple[str, str]
MOST_DAYS = 7  # an incident told of a longer time is found under its first days
LONG_DAYS = 366  # and seeks what may lie in it on so many of them


class Neighbours:
    """Pairs of one report, of one place and day, of an area and what lies in it, and of what lacks a day or place with
    what has one. Under one key at most `max_neighbours` are looked at, the first in order.

    Kept up as incidents change: only those are paired anew that seek a key under which any changed.
    """

    def __init__(self) -> None:
        self.told: dict[str, Told] = {}
        self.order: dict[str, Order] = {}
        self._stored: dict[str, list[tuple[Order, str]]] = {}
        self._seeking: dict[str, set[str]] = {}
        self._asks: dict[str, set[str]] = {}
        self._asked: dict[str, set[str]] = {}

    def pairs_of(self, id_: str) -> set[Pair]:
        """The pairs with an incident, each in order."""
        return {self._pair(id_, other) for other in self._asks.get(id_, set()) | self._asked.get(id_, set())}

    def change(
        self, gone: Iterable[str], came: Iterable[Told], order: Mapping[str, Order]
    ) -> tuple[set[Pair], set[Pair]]:
        """Takes incidents away and puts others in; pairs of incidents that stayed and are none any more, and the pairs
        of all that were paired anew."""
        touched = {key for id_ in gone for key in self._take(id_)}
        new = list(came)
        for one in new:
            touched |= self._put(one, order[one.incident.id])
        again = {id_ for key in touched for id_ in self._seeking.get(key, ())} | {one.incident.id for one in new}
        before = {pair for id_ in again for pair in self.pairs_of(id_)}
        for id_ in again:
            self._seek(id_)
        after = {pair for id_ in again for pair in self.pairs_of(id_)}
        return before - after, after

    def _take(self, id_: str) -> set[str]:
        one = self.told.pop(id_, None)
        if one is None:
            return set()
        keys, place = set(_stored(one)), (self.order.pop(id_), id_)
        for key in keys:
            self._stored[key].remove(place)
        for key in set(_sought(one)):
            self._seeking[key].discard(id_)
        for other in self._asks.pop(id_, ()):
            self._asked[other].discard(id_)
        for other in self._asked.pop(id_, ()):
            self._asks[other].discard(id_)
        return keys

    def _put(self, one: Told, order: Order) -> set[str]:
        id_, keys = one.incident.id, set(_stored(one))
        self.told[id_], self.order[id_] = one, order
        for key in keys:
            insort(self._stored.setdefault(key, []), (order, id_))
        for key in set(_sought(one)):
            self._seeking.setdefault(key, set()).add(id_)
        return keys

    def _seek(self, id_: str) -> None:
        most, found = load("link")["max_neighbours"], set[str]()
        for key in _sought(self.told[id_]):
            found.update(other for _, other in self._stored.get(key, ())[:most])
        found.discard(id_)
        for other in self._asks.get(id_, set()) - found:
            self._asked[other].discard(id_)
        for other in found:
            self._asked.setdefault(other, set()).add(id_)
        self._asks[id_] = found

    def _pair(self, a: str, b: str) -> Pair:
        return (a, b) if self.order[a] < self.order[b] else (b, a)


def _stored(one: Told) -> Iterator[str]:
    """Keys under which an incident is found."""
    yield from (f"report {doc}" for doc in sorted(one.docs))
    known = _days(one)
    for day in known:
        yield f"{one.incident.attack} {day}"
        for name in near_keys(one.place):
            yield f"{name} {day}"
        for name in sorted(parents(one.place) | keys(one.place)) if one.place else ():
            yield f"in {name} {day}"
    if one.place:
        yield from (f"at {name} {one.incident.attack}" for name in sorted(keys(one.place)))


def _sought(one: Told) -> Iterator[str]:
    """Keys under which those are found that it may be one with."""
    yield from (f"report {doc}" for doc in sorted(one.docs))
    known = _days(one)
    for day in known:
        if one.place is None:
            yield f"{one.incident.attack} {day}"
        for name in near_keys(one.place):
            yield f"{name} {day}"
    for day in _days(one, LONG_DAYS) if one.wide else ():
        if one.place:
            names = keys(one.place) | {place_key(name) for name in listed(one.place)}
            yield from (f"in {name} {day}" for name in sorted(names))
    if one.place and not known:
        yield from (f"at {name} {one.incident.attack}" for name in sorted(keys(one.place)))


def _days(one: Told, most: int = MOST_DAYS) -> range:
    """The first days of an incident, by number (date.toordinal): written out, they take half of the time."""
    known = days(one.period)
    if known is None:
        return range(0)
    first = known[0].toordinal()
    return range(first, min(known[1].toordinal(), first + most - 1) + 1)
