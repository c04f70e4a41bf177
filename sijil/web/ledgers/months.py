"""How many claims a month, as columns in per cent of the width and height."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sijil.web.timeline import Tick, Unit, after, floor, grid, label_of, scale, ticks_of

FEWEST, MOST = 12, 144  # columns: one alone would be a wall, and more cannot be told apart at 390 pixels


@dataclass(frozen=True, slots=True)
class Column:
    """One month (or year) with claims. `x`, `width` and `height` in per cent."""

    x: float
    width: float
    height: float
    count: int
    label: str
    until: date  # its last day


@dataclass(frozen=True, slots=True)
class Months:
    """The columns in order of time, and labels for the axis."""

    unit: Unit
    columns: tuple[Column, ...]
    ticks: tuple[Tick, ...]


def months(counts: Sequence[tuple[date, int]]) -> Months:
    """Columns for months, each given by its first day; for years where there are too many months."""
    if not counts:
        return Months("month", (), ())
    first, last = min(day for day, _ in counts), max(day for day, _ in counts)
    unit: Unit = "month" if (last.year - first.year) * 12 + last.month - first.month < MOST else "year"
    starts = grid(first, last, unit)
    while len(starts) < FEWEST:
        starts.append(after(starts[-1], unit))
    place, summed = scale(starts[0], after(starts[-1], unit)), dict.fromkeys(starts, 0)
    for day, count in counts:
        summed[floor(day, unit)] += count
    tallest = max(summed.values())
    columns = tuple(
        Column(place(start), round((place(after(start, unit)) - place(start)) * 0.9, 3), round(100 * n / tallest, 2), n,
               label_of(start, unit), after(start, unit) - timedelta(1))
        for start, n in summed.items() if n
    )  # fmt: skip
    return Months(unit, columns, ticks_of(starts, unit, place))
