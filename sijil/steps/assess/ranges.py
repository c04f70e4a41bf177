"""The range of each measure and group that an incident's sources support."""

from __future__ import annotations

from collections.abc import Sequence

from sijil.model.claim import ATTACKS, GROUPS, MEASURES, Claim
from sijil.model.figure import Figure
from sijil.model.incident import GroupRange
from sijil.rules import load
from sijil.steps.assess.sources import Voices
from sijil.steps.assess.status import Doubt

STRIKES = "strikes"


def ranges(heard: Voices, doubts: Sequence[Doubt]) -> tuple[GroupRange, ...]:
    """One row a measure and group, in the order of the guide; strikes last."""
    rows = [_row(heard, measure, group) for measure in MEASURES for group in GROUPS if group != "people"]
    rows += [_strikes(heard, kind) for kind in ATTACKS]
    return tuple(row for row in rows if row is not None)


def _row(heard: Voices, measure: str, group: str) -> GroupRange | None:
    alike = load("groups")["civilian"] if group == "civilians" else [group]
    return _range(measure, group, [c for c in heard.claims if c.measure == measure and c.group in alike and c.figure])


def _strikes(heard: Voices, kind: str) -> GroupRange | None:
    return _range(STRIKES, kind, [c for c in heard.claims if c.kind == "attack" and (c.attack or "other") == kind and c.figure])


def _range(measure: str, group: str, claims: list[Claim]) -> GroupRange | None:
    figures = [c.figure for c in claims if c.figure]
    if not figures:
        return None
    lows = [f.low for f in figures if f.low is not None]
    highs = [f.high for f in figures if f.high is not None]
    low, high = min(lows, default=None), max(highs, default=None)
    if high is not None and max(lows, default=0) > high:
        high = None
    reasons = tuple(f"{c.figure.words()}: «{c.quote}»" for c in claims if c.figure)
    figure = Figure(low, high, any(f.approx for f in figures))
    return GroupRange(measure, group, figure, tuple(c.id for c in claims), reasons, (), max(lows, default=None))
