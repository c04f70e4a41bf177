"""Figures compared, added and subtracted. Open bounds stay open."""

from __future__ import annotations

from collections.abc import Sequence

from sijil.model.figure import Figure

NOTHING = Figure(0, 0)


def add(figures: Sequence[Figure]) -> Figure:
    """The sum: an open high makes the sum open above; a missing low adds nothing, and no low at all stays open."""
    if not figures:
        return NOTHING
    lows = [f.low for f in figures if f.low is not None]
    highs = [f.high for f in figures if f.high is not None]
    return Figure(
        sum(lows) if lows else None,
        sum(highs) if len(highs) == len(figures) else None,
        any(f.approx for f in figures),
    )


def subtract(whole: Figure, part: Figure) -> Figure:
    """What of `whole` the `part` leaves, never below 0. A part that is open above may be all of it."""
    low = None
    if whole.low is not None:
        low = max(0, whole.low - part.high) if part.high is not None else 0
    high = max(0, whole.high - (part.low or 0)) if whole.high is not None else None
    return Figure(low, high, whole.approx or part.approx)


def left_words(left: Figure) -> str:
    """What a subtraction leaves, in words: "none" for nothing, and "" where it may be anything ("at least 0")."""
    if left.high is None and not left.low:
        return ""
    return "none" if left.high == 0 else left.words()


def disagree(a: Figure, b: Figure) -> bool:
    """Whether both words cannot stand for one count by one speaker: a bound that both give differs, or no overlap."""
    lows = a.low is not None and b.low is not None and a.low != b.low
    highs = a.high is not None and b.high is not None and a.high != b.high
    return lows or highs or disjoint(a, b)


def disjoint(a: Figure, b: Figure) -> bool:
    """Whether no number satisfies both."""
    return above(a.low, b.high) or above(b.low, a.high)


def above(low: int | None, high: int | None) -> bool:
    """Whether a floor lies above a ceiling, both given."""
    return low is not None and high is not None and low > high


def same(a: Figure, b: Figure) -> bool:
    """Whether the bounds are the same."""
    return (a.low, a.high) == (b.low, b.high)
