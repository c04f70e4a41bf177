"""The calendar of one place's conditions: which columns are said, which lie between, in whole columns from the left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sijil.web.timeline import Unit, after, floor, grid, label_of

#: The finest unit that needs no more columns than these is taken; years where none does.
MOST: tuple[tuple[Unit, int], ...] = (("day", 42), ("week", 53), ("month", 60))
FEWEST = 14  # columns: one day alone would be no calendar
CELL, PITCH = 24, 46  # pixels: a column (WCAG's smallest target), and a line with its words above it
APART: dict[Unit, int] = {"day": 7, "week": 5, "month": 4, "year": 3}  # columns between labels of the axis
State = Literal["siege", "hindered", "eased", "threatened"]


@dataclass(frozen=True, slots=True)
class Told:
    """The days that one claim tells of."""

    claim: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Entry:
    """A condition to be drawn: what is told of it, when it was reported eased, and the claims that deny it."""

    label: str
    state: State
    told: tuple[Told, ...]
    eased_on: date | None = None
    denied: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """Columns [start, start + length): "said" where `claims` say so, "between" where no report says it anew."""

    start: int
    length: int
    how: Literal["said", "between", "denied"]
    claims: tuple[str, ...]
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Line:
    """One condition. `eased_at` is the column of the day on which it was reported eased; `at_end` sets its label at the
    end of its runs, where there is no room to the right."""

    entry: Entry
    runs: tuple[Run, ...]
    eased_at: int | None
    denied: tuple[Run, ...]
    at_end: bool

    @property
    def start(self) -> int:
        """The first column that is drawn."""
        return min(run.start for run in (*self.runs, *self.denied))

    @property
    def end(self) -> int:
        """The column after the last one."""
        return max(run.start + run.length for run in (*self.runs, *self.denied))


@dataclass(frozen=True, slots=True)
class Calendar:
    """All that is drawn. `observed` and `threatened` are apart; nobody knows a day of those `undated`."""

    unit: Unit
    columns: int
    observed: tuple[Line, ...]
    threatened: tuple[Line, ...]
    ticks: tuple[tuple[int, str], ...]
    undated: tuple[Entry, ...]

    @property
    def width(self) -> int:
        """Pixels."""
        return self.columns * CELL

    @property
    def height(self) -> int:
        """Pixels, with the axis, and the words that set threats apart."""
        lines = len(self.observed) + len(self.threatened)
        return lines * PITCH + 24 + (24 if self.threatened else 0)


def calendar(entries: Sequence[Entry]) -> Calendar | None:
    """The calendar of one place; None where nothing in it has a day."""
    dated = [entry for entry in entries if entry.told]
    undated = tuple(entry for entry in entries if not entry.told)
    if not dated:
        return None
    edges = sorted(edge for entry in dated for edge in _edges(entry))
    unit = unit_for(edges[0], edges[-1])
    starts = grid(edges[0], edges[-1], unit)
    while len(starts) < FEWEST:
        starts.append(after(starts[-1], unit))
    column = {start: n for n, start in enumerate(starts)}
    lines = [_line(entry, column, unit) for entry in dated]
    ticks = tuple(
        (n, label_of(start, unit)) for n, start in enumerate(starts) if n % APART[unit] == 0 and n <= len(starts) - 3
    )
    return Calendar(
        unit, len(starts), tuple(line for line in lines if line.entry.state != "threatened"),
        tuple(line for line in lines if line.entry.state == "threatened"), ticks, undated,
    )  # fmt: skip


def unit_for(first: date, last: date) -> Unit:
    """The finest unit that is still a calendar and no barcode."""
    return next((unit for unit, most in MOST if len(grid(first, last, unit)) <= most), "year")


def _edges(entry: Entry) -> Iterable[date]:
    for one in (*entry.told, *entry.denied):
        yield from (one.first, one.last)
    if entry.eased_on:
        yield entry.eased_on


def _line(entry: Entry, column: dict[date, int], unit: Unit) -> Line:
    days = {n: day for day, n in column.items()}

    def at(day: date) -> int:
        return column[floor(day, unit)]

    said: dict[int, list[str]] = {}
    for one in entry.told:
        for n in range(at(one.first), at(one.last) + 1):
            said.setdefault(n, []).append(one.claim)
    end = max(said) if entry.eased_on is None else max(max(said), at(entry.eased_on) - 1)
    runs = _runs([(n, tuple(said.get(n, ()))) for n in range(min(said), end + 1)], days, unit)
    denied = tuple(_run(at(one.first), at(one.last), "denied", (one.claim,), days, unit) for one in entry.denied)
    eased_at = at(entry.eased_on) if entry.eased_on else None
    return Line(entry, runs, eased_at, denied, min(said) > len(column) * 0.55)


def _runs(cells: Sequence[tuple[int, tuple[str, ...]]], days: dict[int, date], unit: Unit) -> tuple[Run, ...]:
    """Neighbouring columns of the same claims are one run."""
    runs: list[Run] = []
    first = cells[0][0]
    for here, following in zip(cells, [*cells[1:], None], strict=True):
        if following is None or following[1] != here[1]:
            how: Literal["said", "between"] = "said" if here[1] else "between"
            runs.append(_run(first, here[0], how, here[1], days, unit))
            first = here[0] + 1
    return tuple(runs)


def _run(
    first: int, last: int, how: Literal["said", "between", "denied"], claims: tuple[str, ...], days: dict[int, date],
    unit: Unit,
) -> Run:  # fmt: skip
    until = date.fromordinal(after(days[last], unit).toordinal() - 1)
    return Run(first, last - first + 1, how, claims, days[first], until)
