"""Events of different reports linked where the points suffice, and joined into groups: best score first, never two
events of one report in a group, and never what people hold apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from sijil.rules import load
from sijil.steps.link.bonds import Wholes
from sijil.steps.link.event import Event
from sijil.steps.link.keys import pairs
from sijil.steps.link.repeated import repeated
from sijil.steps.link.score import Score, score
from sijil.steps.when import days

COMPARED = 12  # members of a group that a newcomer is checked against


@dataclass(frozen=True, slots=True)
class Link:
    """Two events (their keys, in order) that points enough say are one. A copy's word needs no points."""

    a: str
    b: str
    score: Score
    copied: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Events of one incident in the given order, with the reasons for joining them."""

    events: tuple[Event, ...]
    reasons: tuple[str, ...]


def links(events: Sequence[Event], copied: Mapping[str, str], first: int = 0) -> tuple[Link, ...]:
    """The links among the events, but for those among the events before `first`, which are known already.

    A link hangs on its two events (and on whether their reports are copies) alone. `copied`: steps/copies.py.
    """
    twins = {pair: found for pair, found in repeated(events, copied).items() if pair[1] >= first}
    scored = ((pair, _scored(*pair, events)) for pair in pairs(events, first) if pair not in twins)
    enough = [(pair, found, False) for pair, found in scored if found.enough]
    enough += [(pair, found, True) for pair, found in twins.items()]
    made = ((sorted((events[i].key, events[j].key)), found, copy) for (i, j), found, copy in enough)
    return tuple(sorted((Link(a, b, found, copy) for (a, b), found, copy in made), key=lambda link: (link.a, link.b)))


def _scored(i: int, j: int, events: Sequence[Event]) -> Score:
    """The score, worded the same whichever report came first."""
    a, b = sorted((events[i], events[j]), key=lambda event: event.key)
    return score(a, b)


def joined(events: Sequence[Event], found: Iterable[Link], wholes: Wholes) -> list[Group]:
    """The events grouped, groups by their first event in the given order.

    Best link first, ties by the events' keys, so that nothing hangs on the order of reports. What people made one
    (`wholes`, by event key; changed here) is one whatever speaks against it: vetoes are asked of what was linked by
    points alone. Groups hang only on the events that links and people connect.
    """
    ordered = sorted(found, key=lambda link: (-(link.score.points or 0.0), link.a, link.b))
    parts = _Parts(events, frozenset((link.a, link.b) for link in ordered if link.copied))
    for link in ordered:
        a, b = parts.home[link.a], parts.home[link.b]
        if a != b and wholes.apart(a, b) is None and parts.may_join(a, b):
            parts.join(a, b, _reason(link.score))
            wholes.unite(a, b)
    together: dict[str, list[Event]] = {}
    for event in events:
        together.setdefault(wholes.root(event.key), []).append(event)
    return [Group(tuple(own), _reasons(own, parts)) for own in together.values()]


def _reasons(own: Sequence[Event], parts: _Parts) -> tuple[str, ...]:
    homes = dict.fromkeys(parts.home[event.key] for event in own)
    return tuple(reason for home in homes for reason in parts.why[home])


def _reason(found: Score) -> str:
    return f"two reports linked with {found.points:.3g} points: {'; '.join(found.reasons)}"


class _Parts:
    """What was linked by points so far, by the key of its first event."""

    def __init__(self, events: Sequence[Event], copies: frozenset[tuple[str, str]]) -> None:
        self.copies = copies
        self.home = {event.key: event.key for event in events}
        self.members = {event.key: [event] for event in events}
        self.why = {event.key: list(event.reasons) for event in events}
        self.order = {event.key: n for n, event in enumerate(events)}

    def join(self, a: str, b: str, reason: str) -> None:
        """Makes one part of two."""
        first, second = sorted((a, b), key=self.order.__getitem__)
        self.why[first] += [*self.why.pop(second), reason]
        for event in self.members[second]:
            self.home[event.key] = first
        self.members[first] += self.members.pop(second)

    def may_join(self, a: str, b: str) -> bool:
        """No report twice, no more days than an incident lasts, and no two members that exclude each other."""
        one, other = self.members[a], self.members[b]
        if not {event.doc for event in one}.isdisjoint(event.doc for event in other):
            return False
        known = [d for d in (days(event.period) for event in (*one, *other)) if d]
        if known:
            latest_start, first_end = max(d[0] for d in known), min(d[1] for d in known)
            if (latest_start - first_end).days + 1 > load("link")["max_days"]:
                return False
        found = [self._likelihood(x, y) for x in _speaking(one) for y in _speaking(other)]
        told = [likely for likely in found if likely is not None]
        return len(told) == len(found) and sum(told) >= load("link")["mean"] * len(told)

    def _likelihood(self, x: Event, y: Event) -> float | None:
        """How likely two members are one (0 to 1, as a logistic model has it); None where they exclude each other."""
        a, b = sorted((x, y), key=lambda event: event.key)
        points = load("link")["points"]["copied"] if (a.key, b.key) in self.copies else score(a, b).points
        return None if points is None else 1 / (1 + exp(load("link")["threshold"] - points))


def _speaking(members: Sequence[Event]) -> Sequence[Event]:
    """The members that may veto: one without a day is in a group only through its copy, which speaks for it."""
    known = [event for event in members if days(event.period)]
    return sorted(known or members, key=lambda event: event.key)[:COMPARED]
