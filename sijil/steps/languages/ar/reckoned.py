"""Weeks, months and years counted from the day of a report, and lengths of time that end on it."""

from __future__ import annotations

from datetime import date, timedelta

from sijil.steps.reading.calendar import Days, cut, month_span, months_before, weekday_before
from sijil.steps.reading.clock import Clock

#: Spans that reach farther back than this many days are cut: no report's year is meant by them.
FARTHEST = 20000


def last(unit: str, clock: Clock) -> Days | None:
    """The last whole week (Monday to Sunday), month or year before that of the report; the last day, the last hours."""
    base = clock.base
    if base is None or unit == "hour":
        return (base, base) if base else None
    if unit == "day":
        return base - timedelta(days=1), base - timedelta(days=1)
    if unit == "week":
        monday = base - timedelta(days=base.weekday() + 7)
        return monday, monday + timedelta(days=6)
    before = months_before(base, 12 if unit == "year" else 1)
    return whole(before.year) if unit == "year" else month_span(before.year, before.month)


def this(unit: str, clock: Clock) -> Days | None:
    """The week, month or year of the report, up to its day."""
    base = clock.base
    if base is None:
        return None
    first = {"week": weekday_before(0, base), "month": base.replace(day=1), "year": date(base.year, 1, 1)}
    return first.get(unit, base), base


def coming(unit: str, clock: Clock) -> Days | None:
    """The week, month or year after that of the report."""
    base = clock.base
    if base is None or unit in ("day", "hour"):
        return None
    if unit == "week":
        monday = weekday_before(0, base) + timedelta(days=7)
        return monday, monday + timedelta(days=6)
    after = month_span(base.year, base.month)[1] + timedelta(days=1)
    return whole(base.year + 1) if unit == "year" else month_span(after.year, after.month)


def back(count: int, unit: str, clock: Clock, past: bool) -> Days | None:
    """So many units up to the report; "the past two days" reach two days back, "in two days" holds two days.

    Of more than two days the report's own is one, as in English.
    """
    base = clock.base
    if base is None:
        return None
    if unit == "hour":
        return base - timedelta(days=min(FARTHEST, max(1, round(count / 24)))), base
    if unit in ("month", "year"):
        return months_before(base, min(count, FARTHEST // 30) * (12 if unit == "year" else 1)), base
    past = past and not (unit == "day" and count > 2)
    length = min(count, FARTHEST) * (7 if unit == "week" else 1)
    return base - timedelta(days=max(0, min(length, FARTHEST) - (not past))), base


def ago(count: int, unit: str, clock: Clock) -> Days | None:
    """So many units before the report: a day, or a whole week, month or year."""
    base = clock.base
    if base is None:
        return None
    if unit == "day":
        day = base - timedelta(days=min(count, FARTHEST))
        return day, day
    if unit == "week":
        monday = weekday_before(0, base - timedelta(days=min(7 * count, FARTHEST)))
        return cut((monday, monday + timedelta(days=6)), clock.limit)
    then = months_before(base, min(count, FARTHEST // 30) * (12 if unit == "year" else 1))
    return cut(whole(then.year) if unit == "year" else month_span(then.year, then.month), clock.limit)


def whole(year: int) -> Days:
    """A year from its first to its last day."""
    return date(year, 1, 1), date(year, 12, 31)
