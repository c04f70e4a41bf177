"""Which claims of the same report a denial rejects."""

from __future__ import annotations

from collections.abc import Sequence

from sijil.steps.reading.draft import Draft

_EVENTS = ("attack", "casualty", "blame")
_DENIABLE = ("attack", "casualty", "blame", "damage", "control")


def tie(drafts: Sequence[Draft]) -> dict[int, tuple[int, ...]]:
    """Index of each denial → indexes of the claims it denies; a denial that answers nothing in the report is left out.

    Rule: the claims by another speaker told before it, of the day it names or without a day, attacks, harm
    and blame before the rest, then the best fit, then the nearest; those of the
    sentence where the nearest one stands are denied together.
    """
    denials = [i for i, draft in enumerate(drafts) if draft.kind == "denial"]
    return {i: denied for i in denials if (denied := _denied(drafts[i], drafts))}


def _denied(denial: Draft, drafts: Sequence[Draft]) -> tuple[int, ...]:
    told = [j for j, draft in enumerate(drafts) if draft.end <= denial.start and _may(denial, draft)]
    if not told:
        return ()

    def fit(j: int) -> tuple[bool, int, bool, int]:
        draft = drafts[j]
        return draft.kind in _EVENTS, _fits(denial, draft), draft.kind == "attack", j

    best = max(told, key=fit)
    events = [j for j in told if drafts[j].kind in _EVENTS]
    return tuple(j for j in events if drafts[j].sentence == drafts[best].sentence) or (best,)


def _may(denial: Draft, draft: Draft) -> bool:
    if draft.kind not in _DENIABLE or draft.status != "reported" or draft.scope == "total":
        return False
    return not (draft.speaker and denial.speaker and draft.speaker[0] == denial.speaker[0])


def _fits(denial: Draft, draft: Draft) -> int:
    """How many of place, day and attack agree."""
    same_place = bool(denial.place and draft.place and denial.place.lower() == draft.place.lower())
    return same_place + _day_overlaps(denial, draft) + bool(denial.attack and denial.attack == draft.attack)


def _day_overlaps(a: Draft, b: Draft) -> bool:
    if not (a.period and b.period and a.period.start and a.period.end and b.period.start and b.period.end):
        return False
    return a.period.start <= b.period.end and b.period.start <= a.period.end
