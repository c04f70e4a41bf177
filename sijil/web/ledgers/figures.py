"""A chart of figures over time, in per cent of its width and height: what was observed, and apart from it forecasts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import floor as whole
from math import log10
from typing import Literal

from sijil.model.figure import Figure
from sijil.web.timeline import Tick, Unit, after, grid, scale, ticks_of

Role = Literal["recommended", "triangulation", "superseded", "denied", "forecast"]
ORDER: tuple[Role, ...] = ("superseded", "triangulation", "denied", "recommended")  # what is drawn later lies on top
STEPS = (1, 2, 2.5, 5, 10)  # ends of a scale that people read at once, times a power of ten
ROOM = 1.1  # an open bound needs room to be seen as open
OBSERVED, APART, SLOTS = 74.0, 80.0, 8  # per cent: where observed figures end, where forecasts begin; and how many
THIN, FLAT = 0.9, 2.4  # per cent: the narrowest and the lowest mark
STEM = 10.0  # per cent: what shows an open bound; drawn to the edge, sixty of them hide all else
MARGIN = 12  # days around figures of one single day
MONTHS = 144


@dataclass(frozen=True, slots=True)
class Told:
    """A figure to be drawn. A stock is of its last day; a flow of all its days."""

    claim: str
    figure: Figure
    role: Role
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A box from `y` down to `y` + `height` with the figure's bounds. Where one is open a stem leads on."""

    told: Told
    x: float
    width: float
    y: float
    height: float
    stem: tuple[float, float] | None  # from and to, in per cent from the top

    @property
    def middle(self) -> float:
        """Per cent from the left."""
        return round(self.x + self.width / 2, 2)


@dataclass(frozen=True, slots=True)
class Chart:
    """Marks of what was observed and of forecasts; `levels` are heights with their numbers, from nothing to `top`."""

    observed: tuple[Mark, ...]
    forecasts: tuple[Mark, ...]
    levels: tuple[tuple[float, int], ...]
    ticks: tuple[Tick, ...]
    edge: float  # per cent: where the observed part ends
    undrawn: int  # observed figures without a day
    further: int  # forecasts for which there is no room

    @property
    def empty(self) -> bool:
        """Whether nothing is drawn."""
        return not (self.observed or self.forecasts)


def chart(observed: Sequence[Told], forecasts: Sequence[Told], days: tuple[date, date] | None, top: int) -> Chart:
    """The chart of one kind of figure. `days`: first and last day of the axis (`days_of`), `top` its end (`top_of`)."""
    edge = OBSERVED if forecasts else 100.0
    ordered = sorted(observed, key=lambda one: ORDER.index(one.role))
    place, ticks = _axis(days, edge) if days else (None, ())
    dated = [one for one in ordered if one.until]
    marks = [_mark(one, *_wide(one, place), top) for one in dated] if place else []
    kept = sorted(forecasts, key=lambda one: one.until or date.min)[-SLOTS:]
    slot = (100 - APART) / max(1, len(kept))
    ahead = [_mark(one, APART + slot * (n + 0.3), min(slot * 0.4, 4.0), top) for n, one in enumerate(kept)]
    levels = tuple((round(100 - 100 * part, 1), round(top * part)) for part in (0, 0.5, 1))
    undrawn, further = len(ordered) - len(marks), len(forecasts) - len(kept)
    return Chart(tuple(marks), tuple(ahead), levels, ticks, edge, undrawn, further)


def days_of(told: Sequence[Told]) -> tuple[date, date] | None:
    """The first and last day that any of them gives, with a margin where these are one; None where none gives any."""
    known = sorted(day for one in told for day in (one.since, one.until) if day)
    if not known:
        return None
    if (known[-1] - known[0]).days < MARGIN:
        return known[0] - timedelta(MARGIN), known[-1] + timedelta(MARGIN)
    return known[0], known[-1]


def top_of(told: Sequence[Told]) -> int:
    """A round number at or above all bounds, with room above an open one."""
    highest = max(max(one.figure.low or 0, one.figure.high or 0) for one in told)
    needed = max(2.0, highest * (ROOM if any(one.figure.high is None for one in told) else 1.0))
    power = 10 ** whole(log10(needed))
    return int(next(step * power for step in STEPS if step * power >= needed))


def _axis(days: tuple[date, date], edge: float) -> tuple[Callable[[date], float], tuple[Tick, ...]]:
    """What places a day, and the labels."""
    months = (days[1].year - days[0].year) * 12 + days[1].month - days[0].month
    unit: Unit = "day" if (days[1] - days[0]).days < 62 else "month" if months < MONTHS else "year"
    starts = grid(*days, unit)
    wide = scale(starts[0], after(starts[-1], unit))

    def place(day: date) -> float:
        return wide(day) * edge / 100

    return place, ticks_of(starts, unit, place)


def _wide(one: Told, place: Callable[[date], float]) -> tuple[float, float]:
    """Left edge and width of an observed figure."""
    assert one.until is not None
    start = place(one.since or one.until)
    return start, max(THIN, place(one.until + timedelta(1)) - start)


def _mark(one: Told, x: float, width: float, top: int) -> Mark:
    low, high = one.figure.low, one.figure.high
    upper, lower = _from_top(high if high is not None else low, top), _from_top(low if low is not None else high, top)
    y, height = (upper, lower - upper) if lower - upper >= FLAT else ((upper + lower) / 2 - FLAT / 2, FLAT)
    y = min(max(0.0, y), 100 - FLAT)
    stem = (max(0.0, round(y - STEM, 2)), round(y, 2)) if high is None else None
    stem = (round(y + height, 2), min(100.0, round(y + height + STEM, 2))) if low is None else stem
    return Mark(one, round(x, 2), round(width, 2), round(y, 2), round(height, 2), stem)


def _from_top(value: int | None, top: int) -> float:
    return 100 - 100 * min(value or 0, top) / top
