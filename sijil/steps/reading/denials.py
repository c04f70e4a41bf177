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
    out: dict[int, tuple[int, ...]] = {}
    for i, denial in enumerate(drafts):
        if denial.kind != "denial":
            continue
        told = [j for j, d in enumerate(drafts) if d.end <= denial.start and _may(denial, d)]
        if told:
            nearest = max(told, key=lambda j: (drafts[j].kind in _EVENTS, _fits(denial, drafts[j]), drafts[j].kind == "attack", j))
            out[i] = tuple(j for j in told if drafts[j].sentence == drafts[nearest].sentence and drafts[j].kind in _EVENTS)
            out[i] = out[i] or (nearest,)
    return out


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
