"""Which incidents are worth asking whether they may be one: few of all pairs, so the work does not grow squared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sijil.rules import load
from sijil.steps.tally.doubtful import Told, listed
from sijil.steps.when import days
from sijil.steps.where import keys, near_keys, parents, place_key

MOST_DAYS = 7  # an incident told of a longer time is found under its first days
LONG_DAYS = 366  # and seeks what may lie in it on so many of them


def pairs(found: Sequence[Told]) -> list[tuple[int, int]]:
    """Pairs of indices, lower first, in order: of one report, of one place and day, of an area and what lies in it, and
    of what lacks a day or place with what has one. Under one key at most `max_neighbours` are looked at."""
    index: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(found):
        for key in _stored(one):
            index[key].append(i)
    most = load("link")["max_neighbours"]
    asked = ((i, j) for i, one in enumerate(found) for key in _sought(one) for j in index.get(key, ())[:most])
    return sorted({(min(i, j), max(i, j)) for i, j in asked if i != j})


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


def _days(one: Told, most: int = MOST_DAYS) -> list[date]:
    known = days(one.period)
    span = min((known[1] - known[0]).days, most - 1) if known else -1
    return [known[0] + timedelta(n) for n in range(span + 1)] if known else []
