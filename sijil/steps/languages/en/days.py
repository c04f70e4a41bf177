"""The days that one expression of time stands for, counted from the report's own date.

Each reading takes the match of a pattern of periods.py and the clock; its answer is the first and the last day, or None
where the words give none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from sijil.rules import load
from sijil.steps.languages.en.numerals import value_of
from sijil.steps.reading.calendar import month_span, safe_date, weekday_before, year_of

Days = tuple[date, date]

#: Spans that reach farther back than this are cut: no report's year is meant by them.
_FARTHEST = 20000


@dataclass(frozen=True, slots=True)
class Clock:
    """What dates are counted from: the day of the report, and the year that the text fixes; None where unknown.

    `told` are the days that the text gives in full: "December 2" of a headline has the year of "December 2, 2022".
    """

    base: date | None
    year: int | None = None
    told: tuple[date, ...] = ()


def _twice(day: date | None) -> Days | None:
    return (day, day) if day else None


def _month_number(m: re.Match[str]) -> int:
    word = m["month"].lower().rstrip(".")
    return int(word) if word.isdigit() else int(load("en/dates")["months"][word])


def _year_for(m: re.Match[str], month: int, day: int, clock: Clock) -> int | None:
    if m.groupdict().get("year"):
        return int(m["year"])
    same = next((d.year for d in clock.told if (d.month, d.day) == (month, day)), None)
    return year_of(month, day, clock.base) if clock.base else clock.year or same


def day(m: re.Match[str], clock: Clock) -> Days | None:
    """ "3 March 2018", "March 3", "2018-03-03"."""
    month = _month_number(m)
    year = _year_for(m, month, int(m["day"]), clock) if 1 <= month <= 12 else None
    return _twice(safe_date(year, month, int(m["day"]))) if year else None


def numeric(m: re.Match[str], clock: Clock) -> Days | None:
    """07.03.2017: day first, unless only month first is possible."""
    first, second, year = int(m["day"]), int(m["month"]), int(m["year"])
    return _twice(safe_date(year, second, first) or safe_date(year, first, second))


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
    parts = load("en/dates")["parts"]
    first, last = parts[next(p for p in parts if p in m["part"].lower())]
    month = _month_number(m)
    year = _year_for(m, month, first, clock)
    return month_span(year, month, first, last) if year else None


def month(m: re.Match[str], clock: Clock) -> Days | None:
    """ "in December", "December 2019": its first to its last day (guide)."""
    number = _month_number(m)
    year = _year_for(m, number, 1, clock)
    return month_span(year, number) if year else None


def year(m: re.Match[str], clock: Clock) -> Days:
    """ "in 2017", "since 2011": its first to its last day (guide)."""
    return _whole(int(m["year"]))


def _whole(year: int) -> Days:
    return date(year, 1, 1), date(year, 12, 31)


def weekday(m: re.Match[str], clock: Clock) -> Days | None:
    """ "on Friday": the latest one on or before the report's day (guide); unknown where that is unknown."""
    return _twice(_latest(m["weekday"], clock.base)) if clock.base else None


def weekdays(m: re.Match[str], clock: Clock) -> Days | None:
    """ "on Saturday and Sunday": from the first to the second."""
    if clock.base is None:
        return None
    last = _latest(m["weekday2"], clock.base)
    return _latest(m["weekday"], last), last


def _latest(name: str, base: date) -> date:
    return weekday_before(load("en/dates")["weekdays"][name.lower()], base)


def overnight(m: re.Match[str], clock: Clock) -> Days | None:
    """From the day before the report to its day."""
    return (clock.base - timedelta(days=1), clock.base) if clock.base else None


def relative(m: re.Match[str], clock: Clock) -> Days | None:
    """ "yesterday", "this morning"."""
    back = timedelta(days=load("en/dates")["relative"][m["relative"].lower()])
    return _twice(clock.base - back) if clock.base else None


def _count(m: re.Match[str]) -> int | None:
    """How many days, weeks ...: one where no number stands; None where the word is no number."""
    words = (m["count"] or m.groupdict().get("count2") or "one").lower()
    if words in ("past", "last", "a", "an"):
        return 1
    try:
        return value_of(words)
    except ValueError:
        return None


def span(m: re.Match[str], clock: Clock) -> Days | None:
    """ "in ten days", "over the past 24 hours": that many days up to and with the day of the report."""
    count = _count(m)
    if clock.base is None or count is None:
        return None
    unit = m["unit"].lower()
    if unit.startswith("hour"):
        return clock.base - timedelta(days=max(1, round(count / 24))), clock.base
    past = re.search(r"\b(?:past|last|previous)\b", m.group(), re.I) is not None
    return _back(clock.base, count, unit, past), clock.base


def _back(base: date, count: int, unit: str, past: bool) -> date:
    """The first day of a span: "the past two days" reach two days back, "in two days" holds two days."""
    if unit.startswith("month"):
        months = base.year * 12 + base.month - 1 - min(count, _FARTHEST // 31)
        return month_span(months // 12, months % 12 + 1)[1] if base.day > 28 else base.replace(
            year=months // 12, month=months % 12 + 1
        )  # fmt: skip
    if unit.startswith("year"):
        year = base.year - min(count, _FARTHEST // 365)
        return safe_date(year, base.month, base.day) or date(year, base.month, 28)
    length = count * int(load("en/dates")["units"][unit])
    return base - timedelta(days=min(length, _FARTHEST) - (0 if past else 1))


def ago(m: re.Match[str], clock: Clock) -> Days | None:
    """ "three days ago"; weeks and months ago name no day."""
    count = _count(m)
    if clock.base is None or count is None or not m["unit"].lower().startswith("day"):
        return None
    return _twice(clock.base - timedelta(days=min(count, _FARTHEST)))


def last(m: re.Match[str], clock: Clock) -> Days | None:
    """ "last week", "this month", "last year", "this weekend"."""
    if clock.base is None:
        return None
    unit, this = m["unit"].lower(), m["which"].lower() == "this"
    if m["which"].lower() == "past" and unit in ("week", "month"):
        return _back(clock.base, 1, unit, True), clock.base
    if unit == "year":
        return _whole(clock.base.year - (0 if this else 1))
    if unit == "weekend":
        saturday = weekday_before(5, clock.base)
        return saturday, min(saturday + timedelta(days=1), clock.base)
    first = clock.base.replace(day=1) if unit == "month" else clock.base - timedelta(days=clock.base.weekday())
    if this:
        return first, clock.base
    before = first - timedelta(days=1)
    return (before.replace(day=1) if unit == "month" else first - timedelta(days=7)), before
