"""The words of an incident's sources combined into one range (Airwars, Iraq Body Count).

Minimum: the lowest floor that a source gives for the same people. Maximum: the highest ceiling, open where no source
gives one or where a floor lies above it.
"""

from __future__ import annotations

from sijil.model.figure import Figure
from sijil.model.incident import GroupRange
from sijil.steps.assess.words import Said


def combined(measure: str, group: str, found: Said) -> GroupRange | None:
    """The range over the sources' words; None where there are none. Partial words raise it but never lower it."""
    if not found.words:
        return None
    whole = [word for word in found.words if not word.partial] or list(found.words)
    lows = [word.figure.low for word in whole if word.figure.low is not None]
    floors = [word.figure.low for word in found.words if word.figure.low is not None]
    highs = [word.figure.high for word in found.words if word.figure.high is not None]
    low, high, top = min(lows, default=None), max(highs, default=None), max(floors, default=None)
    reasons = [word.reason for word in found.words]
    if high is not None and top is not None and top > high:
        reasons.append(f"no maximum: a source gives at least {top:,}, more than the highest ceiling, {high:,}")
        high = None
    approx = all(word.figure.approx for word in found.words)
    claims = tuple(claim.id for word in found.words for claim in word.claims)
    return GroupRange(measure, group, Figure(low, high, approx), claims, tuple(reasons), found.aside, top)
