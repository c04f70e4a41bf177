"""Arithmetic of days that no language owns: weekdays before a date, parts of months, months and years."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

#: First and last day, inclusive.
Days = tuple[date, date]


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def weekday_before(weekday: int, base: date) -> date:
    """The latest such weekday (Monday is 0) on or before `base` (annotation guide: weekday names)."""
    return base - timedelta(days=(base.weekday() - weekday) % 7)


def weekday_after(weekday: int, base: date) -> date:
    """The first such weekday after `base`: the day of a forecast."""
    return base + timedelta(days=(weekday - base.weekday() - 1) % 7 + 1)


def months_before(base: date, count: int) -> date:
    """The same day `count` months before, or the last one of a shorter month; never before the year 1."""
    months = max(base.year * 12 + base.month - 1 - count, 12)
    return month_span(months // 12, months % 12 + 1, 1, base.day)[1]


def month_span(year: int, month: int, first: int = 1, last: int = 31) -> Days:
    """Days `first` to `last` of a month, `last` cut to its length."""
    length = calendar.monthrange(year, month)[1]
    return date(year, month, first), date(year, month, min(last, length))


def year_of(month: int, day: int, base: date) -> int:
    """The year that puts a day and month without year on or before `base`."""
    return base.year if month_span(base.year, month, 1, max(1, day))[1] <= base else base.year - 1


def nearest_year(month: int, day: int, base: date) -> int:
    """The year that puts a day and month without year nearest to `base`, before or after it."""
    years = (base.year - 1, base.year, base.year + 1)
    return min(years, key=lambda year: abs((month_span(year, month, 1, max(1, day))[1] - base).days))


def months_span(year: int, first: int, last: int) -> Days:
    """From the first day of one month to the last day of another of a year: a season, a part of a year."""
    return date(year, first, 1), month_span(year, last)[1]


def cut(days: Days, base: date | None) -> Days:
    """The days up to that of the report, where they begin on or before it: what is told has happened by then."""
    first, last = days
    return (first, min(last, base)) if base is not None and first <= base else days
