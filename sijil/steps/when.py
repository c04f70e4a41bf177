"""Periods compared."""

from __future__ import annotations

from datetime import date

from sijil.model.period import Period, precision_of


def days(period: Period | None) -> tuple[date, date] | None:
    """First and last day where both are known."""
    if period is None or period.start is None or period.end is None:
        return None
    return period.start, period.end


def length(period: Period | None) -> int | None:
    """How many days the period covers; None where it is unknown."""
    known = days(period)
    return (known[1] - known[0]).days + 1 if known else None


def apart(a: Period | None, b: Period | None) -> int | None:
    """Days between two periods: 0 where they overlap; None where one is unknown."""
    one, other = days(a), days(b)
    if one is None or other is None:
        return None
    return max(0, (other[0] - one[1]).days, (one[0] - other[1]).days)


def within(a: Period | None, b: Period | None) -> bool:
    """Whether every day of `a` lies in `b`; False where one is unknown."""
    one, other = days(a), days(b)
    return one is not None and other is not None and other[0] <= one[0] and one[1] <= other[1]


def hull(periods: list[Period | None]) -> Period | None:
    """The narrowest known period that touches all: the overlap where there is one, else first to last day."""
    known = sorted(d for d in map(days, periods) if d)
    if not known:
        return next((p for p in periods if p is not None), None)
    start, end = max(d[0] for d in known), min(d[1] for d in known)
    if start > end:
        start, end = min(d[0] for d in known), max(d[1] for d in known)
    return Period(start, end, precision_of(start, end))
