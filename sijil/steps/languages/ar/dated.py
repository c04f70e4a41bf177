"""The days that a written date names, counted with the day of the report where it leaves the year open.

Two names of one month that disagree ("كانون الثاني/ نوفمبر") are both kept; which one is meant is decided by the
weekday beside them, else by the day of the report; where neither decides, the days stay unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from sijil.steps.languages.ar.written import HIJRI, YEARS, Dated
from sijil.steps.reading.calendar import Days, cut, month_span, months_before, nearest_year, safe_date
from sijil.steps.reading.calendars import Month, span, year_before
from sijil.steps.reading.clock import Clock

#: Of two months that a date may mean, the one that lies at most so many days before the report.
_NEAR = 62
_NUMERIC = re.compile(
    r"(?<![\d/.-])(\d{1,4})\u200f?\s?([-/.–])\u200f?\s?(\d{1,2})\u200f?\s?\2\u200f?\s?(\d{2,4})(?!\d)"
)


def days_of(told: Dated, clock: Clock, weekday: int | None = None) -> list[Days]:
    """First and last day of what a date names; [] where nobody can know its year, or which of two months is meant."""
    if not told.months:
        return _of_report_month(told, clock)
    found = {month: _in_month(told, month, clock) for month in told.months}
    known = {month: days for month, days in found.items() if days}
    if clock.base is None and told.tail.year is None and weekday is not None:  # the year is only a likely one
        known = {month: days for month, days in known.items() if days[0][0].weekday() == weekday}
    if len(told.months) > 1:
        known = {month: days for month, days in known.items() if _likely(days, clock, weekday)}
    return next(iter(known.values())) if len(known) == 1 else []


def _likely(days: Sequence[Days], clock: Clock, weekday: int | None) -> bool:
    """Whether one of two possible months agrees with the weekday beside it, and lies shortly before the report."""
    if weekday is not None and days[0][0] == days[0][1]:
        return days[0][0].weekday() == weekday
    return clock.base is not None and 0 <= (clock.base - days[-1][0]).days <= _NEAR


def _in_month(told: Dated, month: Month, clock: Clock) -> list[Days]:
    year = _year(told, month, clock)
    if year is None:
        return []
    if not told.days:
        whole = span(month, year)
        return [cut(whole, clock.limit)] if whole else []
    if told.run:
        ends = span(month, year, *told.days)
        return [ends] if ends and ends[1] >= ends[0] else []
    single = (span(month, year, day, day) for day in told.days)
    return [days for days in single if days and days[0] <= days[1]]


def _year(told: Dated, month: Month, clock: Clock) -> int | None:
    """The year of a date in its month's calendar: the printed one, else what the report's day makes of it (guide)."""
    tail, first = told.tail, min(told.days, default=1)
    if tail.year is not None:
        if (tail.year in HIJRI) == (month.calendar == "hijri"):
            return tail.year
        return None if tail.year in HIJRI else year_before(month, first, date(tail.year, 12, 31))
    if month.calendar == "hijri":
        return year_before(month, first, clock.base) if clock.base else None
    if tail.which.startswith("same"):
        return None
    if tail.which.endswith("_year"):
        return clock.base.year - (tail.which == "last_year") if clock.base else None
    same = next((d.year for d in clock.told if told.days and (d.month, d.day) == (month.number, first)), None)
    if clock.base is None:
        return None if tail.which else same or clock.year
    if clock.guessed:
        return same or nearest_year(month.number, first, clock.base)
    if tail.which == "next":
        return clock.base.year + (month.number < clock.base.month)
    year = year_before(month, first, clock.base)
    if tail.which == "past" and not told.days and year and (year, month.number) == (clock.base.year, clock.base.month):
        return year - 1
    return year


def _of_report_month(told: Dated, clock: Clock) -> list[Days]:
    """ "the tenth of this month", "of last month"."""
    if clock.base is None:
        return []
    month = months_before(clock.base, 1 if told.tail.which == "past" else 0)
    try:
        if told.run:
            return [month_span(month.year, month.month, *told.days)]
        single = (safe_date(month.year, month.month, day) for day in told.days)
        return [(day, day) for day in single if day]
    except ValueError:
        return []


def numeric_dates(text: str) -> list[tuple[int, int, date]]:
    """(start, end, day) of all dates in digits with their year: day first, unless only the other order is a date.

    Hijri years make hijri dates.
    """
    found = []
    for m in _NUMERIC.finditer(text):
        day = _numeric(int(m[1]), int(m[3]), int(m[4]), len(m[4]))
        if day is not None:
            found.append((m.start(), m.end(), day))
    return found


def _numeric(first: int, second: int, third: int, digits: int) -> date | None:
    if first > 31:
        first, third, digits = third, first, 4
    third += 2000 if digits == 2 else 0
    if third in HIJRI and 1 <= second <= 12:
        days = span(Month("hijri", second), third, first, first)
        return days[0] if days else None
    if third not in YEARS:
        return None
    return safe_date(third, second, first) or safe_date(third, first, second)
