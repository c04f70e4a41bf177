"""Months of several calendars by name, for every language pack (rules/calendars.toml), and the days they cover."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from hijridate import Gregorian, Hijri

from sijil.rules import load
from sijil.steps.reading.calendar import Days, month_span, year_of


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a calendar, `number` from 1 to 12."""

    calendar: Literal["gregorian", "hijri"]
    number: int


@cache
def months(script: Literal["arabic", "latin"]) -> Mapping[str, Month]:
    """Month by name, as reports of the region write them; Latin names in lower case, without the English ones."""
    tables = load("calendars")
    return {
        word: Month(kind, number) for kind in ("gregorian", "hijri") for word, number in tables[kind][script].items()
    }


def span(month: Month, year: int, first: int = 1, last: int = 31) -> Days | None:
    """Days `first` to `last` of a month in a year of its own calendar, `last` cut to the month's length.

    None where there is no such day, or the calendar's tables do not reach (hijri: 1343 to 1500, 1924 to 2077).
    """
    try:
        if month.calendar == "gregorian":
            return month_span(year, month.number, first, last) if 1 <= first <= last else None
        last = min(last, Hijri(year, month.number, 1).month_length())
        return (_day(month, year, first), _day(month, year, last)) if 1 <= first <= last else None
    except (ValueError, OverflowError):
        return None


def year_before(month: Month, day: int, base: date) -> int | None:
    """The year, in the month's calendar, that puts a day without a year on or before `base`; None beyond the tables."""
    if month.calendar == "gregorian":
        return year_of(month.number, day, base)
    try:
        latest = Gregorian.fromdate(base).to_hijri().year
    except OverflowError:
        return None
    begun = span(month, latest, min(day, 29))
    return latest if begun and begun[0] <= base else latest - 1


def _day(month: Month, year: int, day: int) -> date:
    return date.fromisoformat(Hijri(year, month.number, day).to_gregorian().isoformat())
