"""The range of each measure and group that an incident's sources support."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sijil.model.claim import ATTACKS, MEASURES, Claim
from sijil.model.figure import Figure
from sijil.model.incident import GroupRange
from sijil.rules import load
from sijil.steps.assess.civilians import civilians
from sijil.steps.assess.combine import combined
from sijil.steps.assess.fighters import fighters
from sijil.steps.assess.sources import Voices
from sijil.steps.assess.status import Doubt, denies_harm
from sijil.steps.assess.words import said

STRIKES = "strikes"


def ranges(heard: Voices, doubts: Sequence[Doubt]) -> tuple[GroupRange, ...]:
    """One row a measure and group, in the order of the guide; strikes, by kind of attack, last."""
    rows: list[GroupRange] = []
    for measure in MEASURES:
        own = [c for c in heard.claims if c.kind == "casualty" and c.measure == measure and c.figure]
        rows += _measure(heard, measure, own, [doubt for doubt in doubts if doubt.measure == measure])
    for kind in ATTACKS:
        strikes = [c for c in heard.claims if c.kind == "attack" and (c.attack or "other") == kind]
        row = combined(STRIKES, kind, said(heard, strikes))
        rows += [row] if row else []
    return tuple(rows)


def _measure(heard: Voices, measure: str, claims: Sequence[Claim], doubts: Sequence[Doubt]) -> list[GroupRange]:
    """The rows of one measure: civilians, their parts, combatants."""
    harmed = [claim for claim in claims if not denies_harm(claim, heard)]
    whole = combined(measure, "civilians", civilians(heard, harmed))
    parts = [
        combined(measure, group, said(heard, [claim for claim in harmed if claim.group == group]))
        for group in load("groups")["part"]
    ]
    known = [_within(part, whole) for part in parts if part]
    if whole:
        whole = _doubted(whole, known, doubts)
        known = [_within(part, whole) for part in known]
    armed = fighters(heard, measure, harmed)
    return [row for row in (whole, *known, armed) if row is not None]


def _within(part: GroupRange, whole: GroupRange | None) -> GroupRange:
    """The part with bounds that never exceed the whole's; an open bound stays open."""
    if whole is None:
        return part
    low = part.figure.low
    if low is not None:
        low = min([low, *(bound for bound in (whole.figure.low, whole.figure.high) if bound is not None)])
    high = part.figure.high
    if high is not None and whole.figure.high is not None:
        high = min(high, whole.figure.high)
    if (low, high) == (part.figure.low, part.figure.high):
        return part
    why = f"held within the whole, {whole.figure.words()} {whole.group}"
    return replace(part, figure=Figure(low, high, part.figure.approx), reasons=(*part.reasons, why))


def _doubted(whole: GroupRange, parts: Sequence[GroupRange], doubts: Sequence[Doubt]) -> GroupRange:
    """Civilians whose minimum drops by those whom a source calls fighters, not below the children among them."""
    children = max((part.figure.low or 0 for part in parts if part.group == "children"), default=0)
    for doubt in doubts:
        low = whole.figure.low
        if not low:
            break
        new = max(min(children, low), low - doubt.most if doubt.most is not None else 0)
        why = f"minimum lowered from {low:,} to {new:,}: {doubt.words}"
        why += "; the accused party's word alone does not lower the maximum" if doubt.by_perpetrator else ""
        whole = replace(whole, figure=replace(whole.figure, low=new), reasons=(*whole.reasons, why))
    return whole
