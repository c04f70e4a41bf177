"""The days that one dated expression of time stands for: a day of a month, a month, a season, a year, or part of one.

Each reading takes the match of a pattern of timepatterns.py and the clock; its answer is the first and the last day, or
None where the words give none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from sijil.rules import load
from sijil.steps.languages.en.timenumbers import number, ordinal
from sijil.steps.reading.calendar import (
    Days,
    cut,
    month_span,
    months_before,
    months_span,
    nearest_year,
    safe_date,
    year_of,
)
from sijil.steps.reading.calendars import Month, months, span, year_before
from sijil.steps.reading.clock import Clock


def twice(day: date | None) -> Days | None:
    """One day as a period."""
    return (day, day) if day else None


def _month_number(m: re.Match[str]) -> int:
    word = m["month"].lower().rstrip(".")
    return int(word) if word.isdigit() else int(load("en/dates")["months"][word])


def _year_for(m: re.Match[str], month: int, day: int, clock: Clock) -> int | None:
    if m.groupdict().get("year"):
        return int(m["year"])
    same = next((d.year for d in clock.told if (d.month, d.day) == (month, day)), None)
    if clock.guessed and clock.base:
        return same or nearest_year(month, day, clock.base)
    return year_of(month, day, clock.base) if clock.base else clock.year or same


def day(m: re.Match[str], clock: Clock) -> Days | None:
    """ "3 March 2018", "March 3", "2018-03-03"."""
    month = _month_number(m)
    year = _year_for(m, month, int(m["day"]), clock) if 1 <= month <= 12 else None
    return twice(safe_date(year, month, int(m["day"]))) if year else None


def day_alone(m: re.Match[str], clock: Clock) -> Days | None:
    """ "on the 15th": the latest one on or before the report's day."""
    if clock.base is None:
        return None
    months = (clock.base, months_before(clock.base, 1))
    found = (safe_date(then.year, then.month, int(m["day"])) for then in months)
    return twice(next((d for d in found if d and d <= clock.base), None))


def numeric(m: re.Match[str], clock: Clock) -> Days | None:
    """07.03.2017: what is possible and not after the report; where both are, the order that its publisher writes."""
    first, second, year = int(m["day"]), int(m["month"]), int(m["year"])
    year += 2000 if year < 100 else 0
    orders = (safe_date(year, second, first), safe_date(year, first, second))
    possible = [d for d in (reversed(orders) if clock.month_first else orders) if d]
    past = [d for d in possible if clock.limit is None or d <= clock.limit]
    return twice(next(iter(past or possible), None))


def days(m: re.Match[str], clock: Clock) -> Days | None:
    """ "between 3 and 9 March", "March 3-9"."""
    month = _month_number(m)
    year = _year_for(m, month, int(m["day"]), clock)
    if not year:
        return None
    first, last = safe_date(year, month, int(m["day"])), safe_date(year, month, int(m["day2"]))
    return (first, last) if first and last and first <= last else None


def part(m: re.Match[str], clock: Clock) -> Days | None:
    """ "early February" is the 1st to the 10th, "mid" the 11th to the 20th, "late" the rest (guide)."""
    first, last = _part(m, "parts")
    month = _month_number(m)
    year = _year_for(m, month, first, clock)
    return cut(month_span(year, month, first, last), clock.limit) if year else None


def week(m: re.Match[str], clock: Clock) -> Days | None:
    """ "the first week of July" is its first seven days, "the last 12 days of September" its last twelve."""
    month = _month_number(m)
    year = _year_for(m, month, 1, clock)
    if not year:
        return None
    if m.groupdict().get("last_days"):
        length, count = month_span(year, month)[1].day, number(m["last_days"])
        return month_span(year, month, length - count + 1) if count and count <= length else None
    nth = ordinal(m["nth"]) or 0
    return cut(month_span(year, month, 7 * nth - 6, 7 * nth), clock.limit) if 1 <= nth <= 4 else None


def month(m: re.Match[str], clock: Clock) -> Days | None:
    """ "in December", "December 2019": its first to its last day (guide), as far as the report reaches."""
    nth = _month_number(m)
    year = _year_for(m, nth, 1, clock)
    if year and m.groupdict().get("last_named") and clock.base and (year, nth) == (clock.base.year, clock.base.month):
        year -= 1  # "last June" in June
    return cut(month_span(year, nth), clock.limit) if year else None


def listed_month(m: re.Match[str], clock: Clock) -> Days | None:
    """ "January: three attacks", in a list by months."""
    return month(m, clock if clock.base or clock.year else replace(clock, year=clock.listed))


def month_of_year(m: re.Match[str], clock: Clock) -> Days | None:
    """ "June last year", "March this year"."""
    if clock.base is None:
        return None
    year = clock.base.year - (1 if m["which"].lower() != "this" else 0)
    nth = _month_number(m)
    if m.groupdict().get("day"):
        return twice(safe_date(year, nth, int(m["day"])))
    return cut(month_span(year, nth), clock.limit)


def year(m: re.Match[str], clock: Clock) -> Days:
    """ "in 2017", "since 2011": its first to its last day (guide), as far as the report reaches."""
    return cut(whole(int(m["year"])), clock.limit)


def years(m: re.Match[str], clock: Clock) -> Days | None:
    """ "(1989-2019)", "between 2012 and 2014"."""
    first, last = int(m["year"]), int(m["year2"])
    return cut((date(first, 1, 1), date(last, 12, 31)), clock.limit) if first < last else None


def year_part(m: re.Match[str], clock: Clock) -> Days | None:
    """ "early 2016", "summer of 2012", "late last year" (rules/en/dates.toml)."""
    first, last = _part(m, "year_parts")
    if m.groupdict().get("year"):
        return cut(months_span(int(m["year"]), first, last), clock.limit)
    if clock.base is None:
        return None
    this = (m.groupdict().get("which") or "this").lower() == "this"
    return cut(months_span(clock.base.year - (0 if this else 1), first, last), clock.limit)


def _part(m: re.Match[str], table: str) -> tuple[int, int]:
    parts = load("en/dates")[table]
    first, last = parts[next(p for p in parts if p in m["part"].lower())]
    return int(first), int(last)


def whole(year: int) -> Days:
    """A year from its first to its last day."""
    return date(year, 1, 1), date(year, 12, 31)


def other(m: re.Match[str], clock: Clock) -> Days | None:
    """ "3 Shubat 2016", "15 Rajab 1437", "during Ramadan": months of rules/calendars.toml by their Latin names."""
    named = months("latin")[m["other"].lower().replace("’", "'")]
    first = int(m["day"]) if m.groupdict().get("day") else None
    year = _year_in(named, m, first or 1, clock)
    found = span(named, year, first or 1, first or 31) if year else None
    return cut(found, clock.limit) if found else None


def _year_in(named: Month, m: re.Match[str], day: int, clock: Clock) -> int | None:
    """The printed year, where it is one of the month's calendar (hijri years are 1343 to 1500), else the latest."""
    printed = int(m["year"]) if m.groupdict().get("year") else None
    if printed is None:
        return year_before(named, day, clock.base) if clock.base else None
    hijri = printed <= 1500
    if hijri == (named.calendar == "hijri"):
        return printed
    return None if hijri else year_before(named, day, date(printed, 12, 31))
