"""Which claims a filter asks for: its conditions, each with all of a claim that it looks at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from sijil.model.claim import Claim
from sijil.model.filter import Filter
from sijil.model.report import ReportInfo
from sijil.steps.tally.boxed import in_box
from sijil.steps.tally.columns import Fit, Key
from sijil.steps.where import place_of

Condition = tuple[Key, Fit]


def conditions(wanted: Filter, reports: Mapping[str, ReportInfo]) -> list[Condition]:
    """What has to hold of a claim; those that few claims fit come first. Grades and disputes are asked of incidents."""
    told: list[Condition | None] = [
        (_doc, lambda claim: claim.doc == wanted.report) if wanted.report else None,
        (_kind, lambda claim: claim.kind == wanted.kind) if wanted.kind else None,
        (_group, lambda claim: claim.group == wanted.group) if wanted.group else None,
        (_attack, lambda claim: claim.attack == wanted.attack) if wanted.attack else None,
        (_days, _in_time(wanted.since or date.min, wanted.until or date.max)) if wanted.since or wanted.until else None,
        (_place, _named(wanted.place, place_words)) if wanted.place else None,
        (_party, _named(wanted.party, party_words)) if wanted.party else None,
        (_speaker, _named(wanted.speaker, lambda claim: list(claim.speaker))) if wanted.speaker else None,
        (_doc, _published(wanted.publisher, reports)) if wanted.publisher else None,
        (_spot, lambda claim: wanted.box is not None and in_box(claim.at, wanted.box)) if wanted.box else None,
    ]
    return [one for one in told if one is not None]


def place_words(claim: Claim) -> list[str]:
    """All names of a claim's place: as told, as resolved, and the larger places."""
    place = place_of(claim)
    return [*filter(None, (claim.place, claim.within)), *((place.name, *place.admin) if place else ())]


def party_words(claim: Claim) -> list[str]:
    """All names of a claim's parties: as told and as resolved."""
    parties = [p for p in (claim.party, claim.side_party) if p]
    return [*filter(None, (claim.actor, claim.side)), *(word for p in parties for word in (p.name, p.id, p.side))]


def _in_time(since: date, until: date) -> Fit:
    """Whether a claim's period touches the asked days; an unknown one is in no days."""

    def fit(claim: Claim) -> bool:
        own = claim.period
        return bool(own and own.start and own.end and own.start <= until and own.end >= since)

    return fit


def _named(wanted: str, words: Callable[[Claim], list[str]]) -> Fit:
    """Whether a word holds the wanted one."""
    folded = wanted.casefold()
    return lambda claim: any(folded in word.casefold() for word in words(claim))


def _published(publisher: str, reports: Mapping[str, ReportInfo]) -> Fit:
    """Whether the report's publisher has these words in its name."""
    folded = publisher.casefold()
    return lambda claim: claim.doc in reports and folded in reports[claim.doc].source.casefold()


# All that the conditions look at, by which claims are told apart (steps/tally/columns.py)


def _doc(claim: Claim) -> str:
    return claim.doc


def _kind(claim: Claim) -> str:
    return claim.kind


def _group(claim: Claim) -> str | None:
    return claim.group


def _attack(claim: Claim) -> str | None:
    return claim.attack


def _days(claim: Claim) -> tuple[object, ...]:
    return (claim.period.start, claim.period.end) if claim.period else ()


def _place(claim: Claim) -> tuple[object, ...]:
    at = claim.at
    return (claim.place, claim.within, at.name, at.admin) if at else (claim.place, claim.within)


def _party(claim: Claim) -> tuple[object, ...]:
    one, other = claim.party, claim.side_party
    named = (one.name, one.id, one.side) if one else None
    return claim.actor, claim.side, named, (other.name, other.id, other.side) if other else None


def _speaker(claim: Claim) -> tuple[str, ...]:
    return claim.speaker


def _spot(claim: Claim) -> tuple[object, ...]:
    at = claim.at
    return (at.lat, at.lon, at.precision, at.outline) if at else ()
