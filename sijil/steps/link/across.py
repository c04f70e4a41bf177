"""Events of different reports joined into groups: best score first, never two events of one report in a group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sijil.rules import load
from sijil.steps.link.event import Event
from sijil.steps.link.keys import pairs
from sijil.steps.link.repeated import Pair, repeated
from sijil.steps.link.score import Score, score
from sijil.steps.when import days

COMPARED = 12  # members of a group that a newcomer is checked against


@dataclass(frozen=True, slots=True)
class Group:
    """Events of one incident in the given order, with the reasons for joining them."""

    events: tuple[Event, ...]
    reasons: tuple[str, ...]


def groups(events: Sequence[Event], copied: Mapping[str, str] | None = None) -> list[Group]:
    """The events grouped, groups by their first event in the given order. `copied`: near-copies (steps/copies.py)."""
    twins = repeated(events, copied or {})
    scored = {(i, j): score(events[i], events[j]) for i, j in pairs(events)} | twins
    linked = sorted(((found, i, j) for (i, j), found in scored.items() if found.enough), key=_best_first)
    root = list(range(len(events)))
    members = {i: [i] for i in root}
    why: dict[int, list[str]] = {i: list(event.reasons) for i, event in enumerate(events)}
    for found, i, j in linked:
        a, b = sorted((root[i], root[j]))
        if a == b or not _may_join(members[a], members[b], events, twins):
            continue
        why[a] += [*why.pop(b), _reason(found)]
        for x in members[b]:
            root[x] = a
        members[a] += members.pop(b)
    return [Group(tuple(events[x] for x in sorted(members[a])), tuple(why[a])) for a in sorted(members)]


def _best_first(pair: tuple[Score, int, int]) -> tuple[float, int, int]:
    return -(pair[0].points or 0), pair[1], pair[2]


def _reason(found: Score) -> str:
    return f"two reports linked with {found.points:g} points: {'; '.join(found.reasons)}"


def _may_join(a: Sequence[int], b: Sequence[int], events: Sequence[Event], twins: Mapping[Pair, Score]) -> bool:
    """No report twice, no more days than an incident lasts, and no two members that exclude each other."""
    if {events[x].doc for x in a} & {events[x].doc for x in b}:
        return False
    known = [d for d in (days(events[x].period) for x in (*a, *b)) if d]
    if known:
        latest_start, first_end = max(d[0] for d in known), min(d[1] for d in known)
        if (latest_start - first_end).days + 1 > load("link")["max_days"]:
            return False
    one, other = _speaking(a, events), _speaking(b, events)
    asked = ((min(x, y), max(x, y)) for x in one for y in other)
    return all((x, y) in twins or score(events[x], events[y]).points is not None for x, y in asked)


def _speaking(members: Sequence[int], events: Sequence[Event]) -> Sequence[int]:
    """The members that may veto: one without a day is in a group only through its copy, which speaks for it."""
    known = [x for x in members if days(events[x].period)]
    return (known or members)[:COMPARED]
