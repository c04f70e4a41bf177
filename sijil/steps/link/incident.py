"""A group of events written down as an incident."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sijil.model.claim import Claim
from sijil.model.incident import Incident
from sijil.model.period import Period
from sijil.steps.link.across import Group
from sijil.steps.link.bonds import incident_id
from sijil.steps.link.event import Event
from sijil.steps.when import days, hull, length

NAMES = {
    "airstrike": "Airstrike", "shelling": "Shelling", "explosive": "Explosion", "suicide_bombing": "Suicide bombing",
    "shooting": "Shooting", "chemical": "Chemical attack", "clash": "Fighting", "abduction": "Abduction",
    "execution": "Execution",
}  # fmt: skip


def incident_of(group: Group, names: Mapping[str, Sequence[str]]) -> Incident:
    """The incident: place and kind as exact as its claims give them, the days that they share, reasons in order.

    Its id is that of its first claim, or of the claim whose place that one takes (`names`: Heirs.names).
    """
    whole = Event(tuple(claim for event in group.events for claim in event.claims))
    period = hull([event.period for event in group.events])
    return Incident(
        id=incident_id(next(iter(names.get(whole.claims[0].id, ())), whole.claims[0].id)),
        claims=tuple(claim.id for claim in whole.claims),
        at=next((c.at for c in whole.claims if c.at is not None and c.at == whole.place), None),
        period=period,
        attack=whole.attack,
        title=_title(whole, period),
        reasons=(*_marks(whole, period), *group.reasons),
    )


def _title(whole: Event, period: Period | None) -> str:
    """Kind, place and day in words: "Airstrike, Saraqeb, 23 Jan 2020"."""
    kind = NAMES.get(whole.attack or "", "Attack" if _attacks(whole.claims) else "Harm to people")
    place = (whole.place.name or whole.place.raw) if whole.place else "place unknown"
    return f"{kind}, {place}, {_day(period)}"


def _attacks(claims: tuple[Claim, ...]) -> bool:
    return any(claim.kind == "attack" or claim.actor for claim in claims)


def _day(period: Period | None) -> str:
    known = days(period)
    if known is None:
        return f"“{period.words}”, day unknown" if period and period.words else "day unknown"
    first, last = (f"{d.day} {d:%b %Y}" for d in known)
    return first if first == last else f"{first} to {last}"


def _marks(whole: Event, period: Period | None) -> list[str]:
    """What is not known of the event, one sentence each."""
    marks = []
    if whole.place is None:
        marks.append("no place is given: it cannot be linked with other reports")
    if days(period) is None:
        told = f" but “{period.words}”" if period and period.words else ""
        marks.append(f"no day is known{told}: it cannot be linked with other reports")
    elif (length(period) or 0) > 2:
        marks.append("the day is known only to within a longer time")
    return marks
