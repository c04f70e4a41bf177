"""One report divided into the events that it tells of."""

from __future__ import annotations

from collections.abc import Sequence

from sijil.model.claim import Claim
from sijil.model.period import Period
from sijil.model.place import Place
from sijil.rules import load
from sijil.steps import who
from sijil.steps.bounds import disagree, same
from sijil.steps.link.event import Event
from sijil.steps.when import apart, length
from sijil.steps.where import is_area, kilometres, named_inside, place_of, same_place

JOINING = ("casualty", "attack", "damage")


def joins(claim: Claim) -> bool:
    """Whether a claim may be of an incident: harm or an attack that is said to have happened, and no total."""
    return claim.kind in JOINING and claim.status == "reported" and claim.scope != "total"


def events(claims: Sequence[Claim]) -> list[Event]:
    """The events of one report, by first claim. `claims` are all of the report's, in text order.

    Each claim goes to the nearest earlier event that it can belong to; a claim without place or day only to one told
    in the same breath, a part only to its whole. What fits nowhere begins an event.
    """
    found: list[Event] = []
    last: Claim | None = None
    for claim in claims:
        if claim.part_of and last is not None and not joins(last):
            continue  # a part of a total, whatever its own scope says
        if not claim.part_of:
            last = claim if claim.kind == "casualty" else last
        if not joins(claim):
            continue
        index, reason = _home(claim, found)
        if index is None:
            found.append(Event((claim,), tuple([reason] if reason else [])))
        else:
            found[index] = found[index].plus(claim, reason)
    return found


def _home(claim: Claim, found: Sequence[Event]) -> tuple[int | None, str]:
    """The index of the event that the claim belongs to with the reason, or None with the reason to keep it apart."""
    order = sorted(range(len(found)), key=lambda i: found[i].claims[-1].order, reverse=True)
    whole = _whole(claim, order, found) if claim.part_of else None
    if whole is not None:
        return whole, f"«{claim.quote}»: a part of the figure before it"
    apart_reason = "a part whose whole was not found" if claim.part_of else ""
    for index in order:
        fits = _fits(claim, found[index])
        if not fits:
            continue
        clash = conflict(claim, found[index])
        if not clash:
            return index, f"«{claim.quote}»: {fits}"
        apart_reason = apart_reason or clash
    return None, apart_reason


def _whole(claim: Claim, order: Sequence[int], found: Sequence[Event]) -> int | None:
    """The index of the event with the nearest earlier claim of the part's measure."""
    return next((i for i in order if any(c.measure == claim.measure for c in found[i].claims)), None)


def _fits(claim: Claim, event: Event) -> str:
    """Why the claim may tell of the event, "" where it may not."""
    place, gap = place_of(claim), _gap(claim.period, event.period)
    if not _kind_fits(claim, event):
        return ""
    if place and event.place and not gap and _counted_alike(claim, event) and _one_in_other(place, event.place):
        return f"the same count with a more exact place, {place.name} or {event.place.name}"
    if place is None or gap is None or event.place is None:
        if _undated_twin(claim, event):
            return "same place and kind of attack, neither dated"
        return "told in the same breath" if _same_breath(claim, event) else ""
    if gap > 0 or max(length(claim.period) or 0, length(event.period) or 0) > load("link")["max_days"]:
        return ""
    if same_place(place, event.place):
        return f"same place and day, {event.place.name}"
    if not claim.attack or claim.attack != event.attack:
        return ""
    if named_inside(place, event.place) or named_inside(event.place, place):
        wide = is_area(place) or is_area(event.place)
        return "" if wide and _counts_more(claim, event) else "same day, in the larger place"
    distance = kilometres(place, event.place)
    if distance is not None and distance <= load("link")["near_km"] and not one_voice(claim, event.claims[-1]):
        return f"another speaker's account of that day, {distance:.0f} km away"
    return ""


def _counted_alike(claim: Claim, event: Event) -> bool:
    """Whether the claim is a number that the event has, of the same harm by the same kind of attack."""
    if claim.figure is None or claim.figure.high is None or not claim.attack or claim.attack != event.attack:
        return False
    alike = (c for c in event.claims if (c.kind, c.measure) == (claim.kind, claim.measure) and not c.part_of)
    return any(c.figure and same(claim.figure, c.figure) for c in alike)


def _one_in_other(a: Place, b: Place) -> bool:
    """Whether one is an area that may hold the other, a village: a report opens with the province."""
    if is_area(a) == is_area(b):
        return False
    area, spot = (a, b) if is_area(a) else (b, a)
    return named_inside(spot, area) or spot.admin[: len(area.admin)] == area.admin


def _counts_more(claim: Claim, event: Event) -> bool:
    """Whether the claim gives another figure of what the event counts: an area's count may hold several events."""
    alike = [c for c in event.claims if (c.kind, c.measure) == (claim.kind, claim.measure) and not c.part_of]
    return any(claim.figure and c.figure and disagree(claim.figure, c.figure) for c in alike)


def _kind_fits(claim: Claim, event: Event) -> bool:
    """Whether the kinds of attack agree. An attack told without a count is one of its own unless the kind is the same:
    the guide leaves out attacks that a casualty claim covers."""
    if claim.kind == "attack" and claim.figure is None:
        return claim.attack is not None and claim.attack == event.attack
    known = {claim.attack, event.attack} - {None, "other"}
    return len(known) < 2


def _gap(a: Period | None, b: Period | None) -> int | None:
    """Days apart; 0 also for unresolved days of one report told in the same words ("Thursday")."""
    if a and b and not a.known and not b.known and a.words and a.words.casefold() == b.words.casefold():
        return 0
    return apart(a, b)


def _undated_twin(claim: Claim, event: Event) -> bool:
    """Whether a report that dates neither tells of one kind of attack on one place that is no area, by one actor."""
    place, undated = place_of(claim), claim.period is None and event.period is None
    if not undated or place is None or event.place is None or is_area(place):
        return False
    alike = claim.attack is not None and claim.attack == event.attack and same_place(place, event.place)
    return alike and len({*event.actors, *Event((claim,)).actors}) < 2


def _same_breath(claim: Claim, event: Event) -> bool:
    """Whether the claim follows the event's last one closely, and what both give of place and day agrees."""
    last = event.claims[-1]
    if not 0 <= claim.span[0] - last.span[1] <= load("link")["same_breath"]:
        return False
    place, gap = place_of(claim), _gap(claim.period, event.period)
    return (place is None or event.place is None or same_place(place, event.place)) and not gap


def conflict(claim: Claim, event: Event) -> str:
    """Why a report that tells both cannot mean one event; "" where it can.

    One voice that counts the attacks differently tells of two events; so does one speaker with two figures of one
    measure and group. What the report's own voice and unnamed speakers ("activists") count apart are rival counts.
    """
    for other in event.claims:
        if not claim.figure or not other.figure or claim.part_of or other.part_of or claim.kind != other.kind:
            continue
        numbers = f"{other.figure.words()} and {claim.figure.words()}"
        if not one_voice(claim, other):
            continue
        if claim.kind == "attack" and not same(claim.figure, other.figure):
            return f"kept apart from «{other.quote}»: the report counts the attacks differently ({numbers})"
        alike = (claim.measure, claim.group) == (other.measure, other.group)
        rivals = bool(claim.speaker) != bool(other.speaker)
        if claim.kind == "casualty" and alike and not rivals and disagree(claim.figure, other.figure):
            return f"kept apart from «{other.quote}»: one speaker gives two figures ({numbers}) for {claim.measure}"
    return ""


def one_voice(a: Claim, b: Claim) -> bool:
    """Whether one speaker says both within a report: then other numbers mean another event, not a dispute.

    Unnamed speakers ("activists") and the report's own voice are one, two differently told unnamed speakers are not.
    """
    names = who.speaker(a), who.speaker(b)
    if any(names):
        return names[0] == names[1]
    return not (a.speaker and b.speaker) or a.speaker[0].casefold() == b.speaker[0].casefold()
