"""Where bars of bounds begin and end, in per cent of the width, for drawings that the server writes as SVG."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sijil.model.figure import Figure

ROOM = 1.12  # an open bound needs room to be seen as open
THINNEST = 0.8  # per cent: one number is still seen
MOST_TICKS = 5  # numbers on an axis: more run together at 390 pixels


@dataclass(frozen=True, slots=True)
class Bar:
    """Per cent of the width. Where a bound is open, the bar runs to the edge and is drawn as open there."""

    start: float
    width: float
    open_low: bool
    open_high: bool

    @property
    def end(self) -> float:
        """Where the bar ends."""
        return round(self.start + self.width, 2)


def top_of(figures: Iterable[Figure]) -> float:
    """The value at the right edge of a scale that holds all bounds of `figures`; at least 1."""
    bounds = [bound for figure in figures for bound in (figure.low, figure.high) if bound is not None]
    return max([*bounds, 1]) * ROOM


def bar(figure: Figure, top: float) -> Bar:
    """The bar of one figure on a scale from 0 to `top`."""
    low = figure.low if figure.low is not None else 0
    high = figure.high if figure.high is not None else top
    start = min(100.0, 100 * low / top)
    width = max(THINNEST, min(100.0, 100 * high / top) - start)
    return Bar(round(start, 2), round(width, 2), figure.low is None, figure.high is None)


def part(value: int | None, top: float) -> float:
    """Per cent of the width that `value` takes on a scale from 0 to `top`."""
    return round(min(100.0, 100 * (value or 0) / top), 2)


def ticks(top: float) -> tuple[int, ...]:
    """Round numbers from 0 up to the highest bound of a scale, at most MOST_TICKS; always 0 and one more."""
    highest = round(top / ROOM)
    steps = (base * 10**power for power in range(12) for base in (1, 2, 5))
    step = next(one for one in steps if highest / one < MOST_TICKS)
    return tuple(range(0, highest + 1, step))
