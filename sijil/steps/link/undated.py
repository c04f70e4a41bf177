"""Events that a report gives no day join the one dated event of their kind that it tells of."""

from __future__ import annotations

from collections.abc import Sequence

from sijil.model.place import Place
from sijil.rules import load
from sijil.steps.link.event import Event
from sijil.steps.link.inside import conflict
from sijil.steps.when import days
from sijil.steps.where import is_area, kilometres, named_inside, same_place


def dated(found: Sequence[Event]) -> list[Event]:
    """The events of one report, undated ones joined to the only dated one of their kind of attack that they fit.

    Fits: a place that may be the same one, and nothing that one voice counts differently. A report that tells of two
    dated attacks of that kind leaves it open which is meant, so nothing is joined.
    """
    kept = list(found)
    for event in found:
        if event.period is not None or event.attack in (None, "other"):
            continue
        homes = [i for i, other in enumerate(kept) if days(other.period) and other.attack == event.attack]
        if len(homes) == 1 and _fits(event, kept[homes[0]]):
            kept[homes[0]] = _joined(kept[homes[0]], event)
            kept.remove(event)
    return kept


def _fits(event: Event, home: Event) -> bool:
    return may_be_one(event.place, home.place) and not any(conflict(claim, home) for claim in event.claims)


def may_be_one(a: Place | None, b: Place | None) -> bool:
    """Whether one report may mean one place by both: it names a school, the town near it and the city beyond."""
    if a is None or b is None or same_place(a, b) or named_inside(a, b) or named_inside(b, a):
        return True
    if is_area(a) or is_area(b):
        return False
    distance = kilometres(a, b)
    return distance is None or bool(distance <= load("link")["same_report_km"])


def _joined(home: Event, event: Event) -> Event:
    claims = tuple(sorted((*home.claims, *event.claims), key=lambda claim: claim.order))
    why = f"«{event.claims[0].quote}»: no day of its own, and the report dates one {event.attack} only"
    return Event(claims, (*home.reasons, *event.reasons, why))
