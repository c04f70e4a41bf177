"""A tally ready to be drawn: its rows by measure, parts below their whole, each with its bar and the mix of grades."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from sijil.model.ledger import TallyRow
from sijil.rules import load
from sijil.web.bars import top_of


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the stacked bar of a row's grades: per cent of its width, and the count in it."""

    grade: str
    count: int
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """One row. `top` is the value at the right edge of its bar, one for a measure; `part`: of a whole above it."""

    row: TallyRow
    top: float
    part: bool
    mix: tuple[Share, ...]


def lines(rows: Iterable[TallyRow]) -> tuple[Line, ...]:
    """The rows in their order, but those of parts (children, women ...) right below the measure's civilians."""
    found: list[Line] = []
    parts = load("groups")["part"]
    for _, group in groupby(rows, key=lambda row: row.measure):
        own = list(group)
        top = top_of(row.figure for row in own)
        whole = any(row.group == "civilians" for row in own)
        own.sort(key=lambda row: 0 if row.group == "civilians" else 1 if whole and row.group in parts else 2)
        found += [Line(row, top, whole and row.group in parts, mix(row)) for row in own]
    return tuple(found)


def mix(row: TallyRow) -> tuple[Share, ...]:
    """The grades of a row's incidents as parts of one bar."""
    whole = sum(count for _, count in row.grades)
    shares, x = [], 0.0
    for grade, count in row.grades:
        width = 100 * count / whole
        shares.append(Share(grade, count, round(x, 2), round(width, 2)))
        x += width
    return tuple(shares)
