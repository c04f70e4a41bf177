"""What speaks for two events being of one day where one of them has none: weekdays, and days without their year."""

from __future__ import annotations

from itertools import product

from sijil.rules import load
from sijil.steps.link.event import Event

Feature = tuple[float | None, str]
_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)  # of a month's first
_YEAR = 365


def yearless(a: Event, b: Event) -> list[Feature]:
    """Points for days of the year and weekdays that both tell; a report that tells many days tells none."""
    return [*_monthdays(a, b), *_weekdays(a, b)]


def _monthdays(a: Event, b: Event) -> list[Feature]:
    points, most = load("link")["points"], load("link")["story"]["key_told"]
    if not (0 < len(a.monthdays) <= most and 0 < len(b.monthdays) <= most):
        return []
    apart = min(_apart(one, other) for one, other in product(a.monthdays, b.monthdays))
    if apart == 0:
        return [(points["same_monthday"], "they tell of one day of the year")]
    return [(points["next_monthday" if apart == 1 else "other_monthday"], f"days of the year, {apart} days apart")]


def _apart(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Days between two days of the year, the shorter way around."""
    days = abs(_DAYS_BEFORE[one[0] - 1] + one[1] - _DAYS_BEFORE[other[0] - 1] - other[1])
    return min(days, _YEAR - days)


def _weekdays(a: Event, b: Event) -> list[Feature]:
    points = load("link")["points"]
    if not a.weekdays or not b.weekdays:
        return []
    if a.weekdays & b.weekdays:
        return [(points["same_weekday"], "they name one weekday")]
    return [(points["other_weekday"], "they name other weekdays")]
