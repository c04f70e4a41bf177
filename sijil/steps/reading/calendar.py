"""Arithmetic of days that no language owns: weekdays before a date, parts of months, months and years."""

from __future__ import annotations

import calendar
from datetime import date, timedelta


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def weekday_before(weekday: int, base: date) -> date:
    """The latest such weekday (Monday is 0) on or before `base` (annotation guide: weekday names)."""
    return base - timedelta(days=(base.weekday() - weekday) % 7)


def month_span(year: int, month: int, first: int = 1, last: int = 31) -> tuple[date, date]:
    """Days `first` to `last` of a month, `last` cut to its length."""
    length = calendar.monthrange(year, month)[1]
    return date(year, month, first), date(year, month, min(last, length))


def year_of(month: int, day: int, base: date) -> int:
    """The year that puts a day and month without year on or before `base`."""
    candidate = safe_date(base.year, month, min(day, 28))
    return base.year if candidate is not None and candidate <= base else base.year - 1
