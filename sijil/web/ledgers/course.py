"""The course of an agreement as a drawing: one lane for the agreement itself and one for each party that is blamed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sijil.model.ledger import CourseMark
from sijil.web.ledgers.calendar import unit_for
from sijil.web.timeline import Tick, Unit, after, floor, grid, scale, ticks_of

PITCH, TOP = 44, 18  # pixels: a lane, and the words above its marks
FEWEST = 14  # columns: two days that are the width of the page apart would mislead


@dataclass(frozen=True, slots=True)
class Spot:
    """The marks of one kind in one column of a lane. `x` is its middle in per cent of the width."""

    x: float
    kind: str
    events: int
    claims: tuple[str, ...]
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Lane:
    """A line of the drawing; `party` is "" for the agreement's own, and for breaches by nobody named."""

    party: str
    own: bool
    spots: tuple[Spot, ...]
    events: int


@dataclass(frozen=True, slots=True)
class Course:
    """All that is drawn. The agreement's line runs from `began` (per cent) to `ended`, None where nobody says so."""

    unit: Unit
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    began: float | None
    ended: float | None

    @property
    def height(self) -> int:
        """Pixels, with the axis."""
        return len(self.lanes) * PITCH + 22


def course(marks: Sequence[CourseMark]) -> Course | None:
    """The drawing; None where there is nothing but the day since when it is in force."""
    if all(mark.kind == "began" for mark in marks):
        return None
    first, last = min(mark.first for mark in marks), max(mark.first for mark in marks)
    unit = unit_for(first, last)
    starts = grid(first, last, unit)
    while len(starts) < FEWEST:
        starts.append(after(starts[-1], unit))
    wide = scale(starts[0], after(starts[-1], unit))
    middle = {start: round((wide(start) + wide(after(start, unit))) / 2, 2) for start in starts}
    own = _lane("", True, [mark for mark in marks if mark.kind != "breach"], middle, unit)
    accused = Counter(mark.party for mark in marks if mark.kind == "breach")
    lanes = [_lane(name, False, _against(marks, name), middle, unit) for name, _ in accused.most_common()]
    at = {spot.kind: spot.x for spot in reversed(own.spots)}
    return Course(unit, (own, *lanes), ticks_of(starts, unit, wide), at.get("began"), at.get("ended"))


def _against(marks: Sequence[CourseMark], name: str) -> list[CourseMark]:
    return [mark for mark in marks if mark.kind == "breach" and mark.party == name]


def _lane(name: str, own: bool, marks: Sequence[CourseMark], middle: dict[date, float], unit: Unit) -> Lane:
    found: dict[tuple[date, str], list[CourseMark]] = {}
    for mark in marks:
        found.setdefault((floor(mark.first, unit), mark.kind), []).append(mark)
    spots = [
        Spot(middle[start], kind, len(several), tuple(dict.fromkeys(id_ for one in several for id_ in one.claims)),
             start, after(start, unit) - timedelta(1))
        for (start, kind), several in found.items()
    ]  # fmt: skip
    return Lane(name, own, tuple(spots), len(marks))
