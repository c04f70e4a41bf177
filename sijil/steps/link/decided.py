"""People's merges, splits and rejections of incidents, carried out on the groups in the order they were made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from sijil.model.judgement import Judgement
from sijil.steps.judge import standing
from sijil.steps.link.across import Group
from sijil.steps.link.event import Event
from sijil.steps.link.incident import anchor_of


def decide(groups: Sequence[Group], judgements: Sequence[Judgement]) -> list[Group]:
    """The groups after all standing judgements on incidents. One on an incident that is gone changes nothing.

    An incident is found by the claim that its id is made of, so a judgement follows that claim wherever it is.
    """
    found = list(groups)
    for judgement in standing(judgements):
        action = ACTIONS.get(judgement.verb)
        if action:
            found = action(found, judgement)
    return found


def _merge(groups: list[Group], judgement: Judgement) -> list[Group]:
    a, b = _find(groups, judgement.subject), _find(groups, str(judgement.value.get("with", "")))
    if a is None or b is None or a == b:
        return groups
    first, second = sorted((a, b))
    why = (*groups[first].reasons, *groups[second].reasons, _signed("merged", judgement))
    groups[first] = Group(groups[first].events + groups[second].events, why)
    return groups[:second] + groups[second + 1 :]


def _split(groups: list[Group], judgement: Judgement) -> list[Group]:
    index = _find(groups, judgement.subject)
    listed = judgement.value.get("claims", [])
    leaving = {str(c) for c in listed} if isinstance(listed, list | tuple) else set()
    if index is None:
        return groups
    group, why = groups[index], _signed("split", judgement)
    parts = [_only(group, lambda c: c not in leaving), _only(group, lambda c: c in leaving)]
    if not all(parts):
        return groups
    made = [Group(events, (*(group.reasons if n == 0 else ()), why)) for n, events in enumerate(parts)]
    return [*groups[:index], *made, *groups[index + 1 :]]


def _reject(groups: list[Group], judgement: Judgement) -> list[Group]:
    index = _find(groups, judgement.subject) if judgement.subject.startswith("I-") else None
    return groups if index is None else groups[:index] + groups[index + 1 :]


def _accept(groups: list[Group], judgement: Judgement) -> list[Group]:
    index = _find(groups, judgement.subject) if judgement.subject.startswith("I-") else None
    if index is not None:
        group = groups[index]
        groups[index] = replace(group, reasons=(*group.reasons, _signed("accepted", judgement)))
    return groups


ACTIONS: dict[str, Callable[[list[Group], Judgement], list[Group]]] = {
    "merge": _merge, "split": _split, "reject": _reject, "accept": _accept,
}  # fmt: skip


def _only(group: Group, keep: Callable[[str], bool]) -> tuple[Event, ...]:
    """The group's events with only the claims whose ids are kept; events without claims are gone."""
    cut = (tuple(c for c in event.claims if keep(c.id)) for event in group.events)
    return tuple(Event(claims) for claims in cut if claims)


def _find(groups: Sequence[Group], incident: str) -> int | None:
    claim = anchor_of(incident)
    for index, group in enumerate(groups):
        if any(c.id == claim for event in group.events for c in event.claims):
            return index
    return None


def _signed(done: str, judgement: Judgement) -> str:
    return f"{done} by {judgement.who} on {judgement.when.date().isoformat()}: {judgement.reason}"
