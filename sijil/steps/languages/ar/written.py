"""Dates as Arabic texts write them: "28 تشرين الأول/ أكتوبر 2022", "العاشر من الشهر الجاري", "١١-٩-٢٠٢٣".

Two names of one month that disagree ("كانون الثاني/ نوفمبر") are both kept; which one is meant is decided by the
weekday beside them, else by the day of the report; where neither decides, the days stay unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sijil.steps.languages.ar.text import Word
from sijil.steps.languages.ar.timewords import levantine, month_at, senses
from sijil.steps.reading.calendar import Days, cut, month_span, months_before, nearest_year, safe_date
from sijil.steps.reading.calendars import Month, span, year_before
from sijil.steps.reading.clock import Clock

#: Of two months that a date may mean, the one that lies at most so many days before the report.
_NEAR = 62
#: Hijri years as reports print them; Gregorian ones.
_HIJRI, _YEARS = range(1343, 1501), range(1900, 2100)
_NUMERIC = re.compile(
    r"(?<![\d/.-])(\d{1,4})\u200f?\s?([-/.–])\u200f?\s?(\d{1,2})\u200f?\s?\2\u200f?\s?(\d{2,4})(?!\d)"
)
_OF_YEAR = {"past": "last_year", "this": "this_year"}
_TIGHT = frozenset(" \t\u00a0\u200e\u200f،,/()[]{}-–—:*_|#\\.")


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows a month: its year, or which one is meant ("past", "this", "next", "last_year", "this_year")."""

    year: int | None = None
    which: str = ""
    end: int = 0


@dataclass(frozen=True, slots=True)
class Dated:
    """A date up to word `end`: days of a month (none: all of it), the months that its names may mean, and its year.

    `months` is empty where the month is that of the report, moved by `tail.which`. `run`: the days are first and last.
    """

    days: tuple[int, ...]
    months: tuple[Month, ...]
    tail: Tail
    end: int
    run: bool = False


def close(word: Word) -> bool:
    """Whether nothing but white space and marks stands before a word."""
    return _TIGHT.issuperset(word.gap)


def is_(words: Sequence[Word], i: int, *names: str) -> bool:
    """Whether word `i` exists and has one of the meanings."""
    return 0 <= i < len(words) and not senses(words[i]).keys().isdisjoint(names)


def which_at(words: Sequence[Word], i: int) -> str:
    """ "past", "this" or "next", where word `i` says which time is meant; "" where it does not."""
    return str(senses(words[i]).get("which", "")) if i < len(words) else ""


def dated_at(words: Sequence[Word], i: int) -> Dated | None:
    """The day of a month that begins at word `i`, with all days of it that are told together."""
    found = _days(words, i)
    if found is None:
        return None
    days, run, end = found
    end = _over(words, end, "of")
    if end < len(words) and close(words[end]):
        if found_month := months_at(words, end):
            tail = tail_at(words, found_month[1])
            return Dated(days, found_month[0], tail, max(tail.end, found_month[1]), run)
        unit = senses(words[end]).get("unit")
        which = which_at(words, end + 1)
        if unit and unit[0] == "month" and unit[2] and which in ("past", "this"):
            return Dated(days, (), Tail(None, which, end + 2), end + 2, run)
    return None


def months_at(words: Sequence[Word], i: int) -> tuple[tuple[Month, ...], int] | None:
    """The month at word `i`, by both its names where two stand together, and the index behind them."""
    first = month_at(words, i)
    if first is None:
        return None
    month, end = first
    if end < len(words) and close(words[end]) and levantine(words[i]) != levantine(words[end]):
        second = month_at(words, end)
        if second and second[0].calendar == month.calendar and words[end].key[:1] != "و":
            return tuple(dict.fromkeys((month, second[0]))), second[1]
    return (month,), end


def tail_at(words: Sequence[Word], i: int) -> Tail:
    """The year that follows a month, or the words that tell which one is meant; an empty tail where neither does."""
    end = _over(words, i, "of")
    if end < len(words) and close(words[end]):
        year = senses(words[end]).get("number")
        if year in _YEARS or year in _HIJRI:
            end += 1
            while is_(words, end, "hijri", "gregorian") and not words[end].gap.strip():
                end += 1
            return Tail(year, "", end + (which_at(words, end) == "past"))
        which = which_at(words, end)
        if which in ("past", "this", "next"):
            of_year = any(senses(words[at]).get("unit", ("",))[0] == "year" for at in range(i, end))
            named = _OF_YEAR.get(which, which) if of_year else which
            return Tail(None, named, end + 1)
    return Tail()


def _over(words: Sequence[Word], i: int, name: str) -> int:
    """The index behind words like "of", two at most."""
    end = i
    while end < i + 2 and is_(words, end, name) and close(words[end]):
        end += 1
    return end


def _days(words: Sequence[Word], i: int) -> tuple[tuple[int, ...], bool, int] | None:
    """The days told together at word `i`, whether they are first and last, and the index behind them."""
    first = _day(words, i)
    if first is None:
        return None
    days, end = [first[0]], first[1]
    run = False
    while end < len(words) and len(days) < 5:
        at, gap = end, words[end].gap.strip()
        joined, dash = words[end].key.startswith("و"), gap in ("-", "–", "—")
        if is_(words, end, "to"):
            run = run or words[end].key != "و"
            at, joined = end + 1, True
        more = _day(words, at) if at < len(words) and (joined or dash or gap == "،") else None
        if more is None:
            break
        run = run or dash
        days.append(more[0])
        end = more[1]
    between = i > 0 and is_(words, i - 1, "from") and words[i - 1].key.endswith("بين")
    return tuple(days), (run or between) and len(days) == 2 and days[0] < days[1], end


def _day(words: Sequence[Word], i: int) -> tuple[int, int] | None:
    """A day of a month in digits or as an ordinal, and the index behind it."""
    if i >= len(words):
        return None
    number = senses(words[i]).get("number")
    if number is not None:
        return (number, i + 1) if 1 <= number <= 31 and len(words[i].key) <= 2 else None
    unit = senses(words[i]).get("ordinal")
    if unit is None:
        return None
    tens = senses(words[i + 1]).get("tens") if i + 1 < len(words) else None
    if tens and unit < 10:
        return (unit + tens, i + 2) if unit + tens <= 31 else None
    return unit, i + 1


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
        if (tail.year in _HIJRI) == (month.calendar == "hijri"):
            return tail.year
        return None if tail.year in _HIJRI else year_before(month, first, date(tail.year, 12, 31))
    if month.calendar == "hijri":
        return year_before(month, first, clock.base) if clock.base else None
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
    if third in _HIJRI and 1 <= second <= 12:
        days = span(Month("hijri", second), third, first, first)
        return days[0] if days else None
    if third not in _YEARS:
        return None
    return safe_date(third, second, first) or safe_date(third, first, second)


def short_at(words: Sequence[Word], i: int) -> Dated | None:
    """ "4/7" behind a weekday: day and month without year."""
    if i + 1 >= len(words) or words[i + 1].gap.strip() not in ("/", "-"):
        return None
    day, month = (senses(words[at]).get("number") for at in (i, i + 1))
    if day and month and 1 <= day <= 31 and 1 <= month <= 12:
        return Dated((day,), (Month("gregorian", month),), Tail(end=i + 2), i + 2)
    return None


def shifted(told: Days, back: int) -> Days:
    """Days that begin so many days earlier."""
    return told[0] - timedelta(days=back), told[1]


def with_tail(told: Dated, tail: Tail) -> Dated:
    """A date that has its year from the one it is told with."""
    return replace(told, tail=tail) if told.tail == Tail() else told
