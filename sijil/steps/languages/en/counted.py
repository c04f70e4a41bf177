"""The days of an expression that is counted from the report's own day: weekdays, "yesterday", "in ten days".

Each reading takes the match of a pattern of timepatterns.py and the clock, as those of days.py. Readings of what is
still to come ("next week") begin after the report's day; all others end on it at the latest.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from sijil.rules import load
from sijil.steps.languages.en.days import twice, whole
from sijil.steps.languages.en.timenumbers import number
from sijil.steps.reading.calendar import Days, cut, month_span, months_before, weekday_after, weekday_before
from sijil.steps.reading.clock import Clock

#: Spans that reach farther back than this are cut: no report's year is meant by them.
_FARTHEST = 20000


def weekday(m: re.Match[str], clock: Clock) -> Days | None:
    """ "on Friday": the latest one on or before the report's day (guide); unknown where that is unknown.

    "last Friday", said on a Friday or Saturday, is the one before.
    """
    if clock.base is None:
        return None
    day = latest(m["weekday"], clock.base)
    if m.groupdict().get("last_named") and (clock.base - day).days < 2:
        day -= timedelta(days=7)
    return day, day


def weekdays(m: re.Match[str], clock: Clock) -> Days | None:
    """ "on Saturday and Sunday", "Wednesday and into Thursday": from the first to the second."""
    if clock.base is None:
        return None
    last = latest(m["weekday2"], clock.base)
    return latest(m["weekday"], last), last


def latest(name: str, base: date) -> date:
    """The latest day of that name on or before `base`."""
    return weekday_before(load("en/dates")["weekdays"][name.lower()], base)


def coming(m: re.Match[str], clock: Clock) -> Days | None:
    """ "next Monday", "tomorrow", "next week", "next month"."""
    if clock.base is None:
        return None
    unit = m["coming"].lower()
    if unit in load("en/dates")["weekdays"]:
        return twice(weekday_after(load("en/dates")["weekdays"][unit], clock.base))
    if unit in load("en/dates")["ahead"]:
        return twice(clock.base + timedelta(days=load("en/dates")["ahead"][unit]))
    if unit == "week":
        monday = weekday_after(0, clock.base)
        return monday, monday + timedelta(days=6)
    if unit == "month":
        first = month_span(clock.base.year, clock.base.month)[1] + timedelta(days=1)
        return month_span(first.year, first.month)
    return whole(clock.base.year + 1)


def overnight(m: re.Match[str], clock: Clock) -> Days | None:
    """From the day before the report to its day."""
    return (clock.base - timedelta(days=1), clock.base) if clock.base else None


def relative(m: re.Match[str], clock: Clock) -> Days | None:
    """ "yesterday", "this morning"."""
    back = timedelta(days=load("en/dates")["relative"][re.sub(r"\s+", " ", m["relative"].lower())])
    return twice(clock.base - back) if clock.base else None


def _count(m: re.Match[str]) -> int | None:
    """How many days, weeks ...: one where no number stands; None where the word is no number."""
    return number(m["count"] or m.groupdict().get("count2") or "one")


def span(m: re.Match[str], clock: Clock) -> Days | None:
    """ "in ten days", "over the past 24 hours": that many days up to and with the day of the report."""
    count = _count(m)
    if clock.base is None or count is None:
        return None
    unit = m["unit"].lower()
    if unit.startswith("hour"):
        return clock.base - timedelta(days=min(_FARTHEST, max(1, round(count / 24)))), clock.base
    past = re.search(r"\b(?:past|last|previous)\b", m.group(), re.I) is not None
    if unit.startswith("day") and count > 2:  # six of nine annotated ones count the report's day in
        past = False
    return back(clock.base, count, unit, past), clock.base


def back(base: date, count: int, unit: str, past: bool) -> date:
    """The first day of a span: "the past two days" reach two days back, "in two days" holds two days."""
    if unit.startswith(("month", "year")):
        return months_before(base, min(count, _FARTHEST) * (12 if unit.startswith("year") else 1))
    length = count * int(load("en/dates")["units"][unit])
    return base - timedelta(days=max(0, min(length, _FARTHEST) - (0 if past else 1)))


def ago(m: re.Match[str], clock: Clock) -> Days | None:
    """ "three days ago" is a day, "two weeks ago" its week, "a month ago" its month, "six years ago" its year."""
    count = _count(m)
    if clock.base is None or count is None:
        return None
    unit = m["unit"].lower().rstrip("s")
    if unit == "day":
        return twice(clock.base - timedelta(days=min(count, _FARTHEST)))
    if unit == "week":
        monday = weekday_before(0, clock.base - timedelta(days=min(7 * count, _FARTHEST)))
        return cut((monday, monday + timedelta(days=6)), clock.limit)
    then = months_before(clock.base, min(count, _FARTHEST) * (12 if unit == "year" else 1))
    return cut(whole(then.year) if unit == "year" else month_span(then.year, then.month), clock.limit)


def last(m: re.Match[str], clock: Clock) -> Days | None:
    """ "last week", "this month", "last year", "this weekend", "earlier this year"."""
    if clock.base is None:
        return None
    unit, this = m["unit"].lower(), m["which"].lower() == "this"
    if m["which"].lower() == "past" and unit in ("week", "month"):
        return back(clock.base, 1, unit, True), clock.base
    if unit == "year":
        return cut(whole(clock.base.year - (0 if this else 1)), clock.limit)
    first = clock.base.replace(day=1) if unit == "month" else clock.base - timedelta(days=clock.base.weekday())
    if this:
        return first, clock.base
    before = first - timedelta(days=1)
    return (before.replace(day=1) if unit == "month" else first - timedelta(days=7)), before


def weekend(m: re.Match[str], clock: Clock) -> Days | None:
    """ "at the weekend", "last weekend": the latest Saturday and Sunday, as far as the report reaches."""
    if clock.base is None:
        return None
    saturday = weekday_before(5, clock.base)
    return cut((saturday, saturday + timedelta(days=1)), clock.limit)


def begun(m: re.Match[str], clock: Clock) -> Days | None:
    """ "the beginning of the year", "the start of this month": the first day of it, up to the report."""
    if clock.base is None:
        return None
    unit = m["unit"].lower()
    if unit == "week":
        return clock.base - timedelta(days=clock.base.weekday()), clock.base
    return (clock.base.replace(day=1) if unit == "month" else date(clock.base.year, 1, 1)), clock.base


def unknown(m: re.Match[str], clock: Clock) -> None:
    """ "in recent days", "several weeks ago": nobody can say which days; the words are kept."""
    return None
