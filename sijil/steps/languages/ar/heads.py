"""What an Arabic text tells of the day on which it was written: "today" with a date or a weekday, "this year, 2022"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from sijil.rules import load
from sijil.steps.languages.ar.days import of_pact
from sijil.steps.languages.ar.dayterms import Terms, terms_at
from sijil.steps.languages.ar.periods import periods, times
from sijil.steps.languages.ar.text import Word, words_of
from sijil.steps.languages.ar.timewords import senses
from sijil.steps.reading.calendar import safe_date, weekday_before
from sijil.steps.reading.clock import Clock
from sijil.steps.reading.scene import When

#: Characters of a text's head, and of the part of it in which a full date lends its day to a report that prints none.
HEAD, _TOLD = 700, 280
#: A page is updated at most so many days after it was written.
_UPDATED = 3
_YEARS = range(1990, 2100)
#: A year as it is printed, in any digits. Most lines print none and need not be read.
_YEAR = re.compile(r"\d{4}")
_ALONE = re.compile(r"(?<!\d)\d{4}(?!\d)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without white space around it, and its offset in the text."""

    text: str
    start: int


def lines_of(content: str, limit: int = HEAD) -> Iterator[Line]:
    """The lines that begin in the first `limit` characters of a text."""
    at = 0
    for line in content[: 2 * limit].splitlines(keepends=True):
        if at > limit:
            return
        yield Line(line.strip(), at + len(line) - len(line.lstrip()))
        at += len(line)


def full(when: When) -> bool:
    """Whether a time is one day that is told with its year."""
    return when.days == 1 and not when.since and _YEAR.search(when.period.words) is not None


def written_on(content: str, printed: date) -> date:
    """The printed day, or the one shortly before it on which the text was written: pages are updated later ("today,
    Monday" on a page of Wednesday)."""
    for line in lines_of(content):
        for terms in _reckoned(words_of(line.text)):
            if terms.back == 0 and terms.weekdays:
                day = weekday_before(terms.weekdays[-1], printed)
                return day if (printed - day).days <= _UPDATED else printed
    return printed


def today_with_date(content: str) -> date | None:
    """The day of a report that says "today" or "yesterday" with a full date in a sentence of its head."""
    for when in _head_times(content, HEAD):
        back = next((senses(w)["relative"] for w in words_of(when.period.words)[:4] if "relative" in senses(w)), None)
        if back is not None and full(when) and when.period.start:
            return when.period.start + timedelta(days=int(back))
    return None


def undated(content: str) -> Clock:
    """The clock of a report of an unknown day: that of "today" without a year, where the text tells the year; else its
    times are counted from a full date that its head tells, if it does (guide)."""
    if base := _this_day(content):
        return Clock(base)
    told = tuple(day for line in content.splitlines() if _YEAR.search(line) for day in _told(line))
    years = _this_years(content) or {day.year for day in told}
    head = next((w.period.start for w in _head_times(content, _TOLD) if full(w)), None)
    return Clock(head, next(iter(years)) if len(years) == 1 else None, told, guessed=head is not None)


def _head_times(content: str, limit: int) -> Iterator[When]:
    for line in lines_of(content[: 2 * limit], limit):
        if _YEAR.search(line.text):
            for when in periods(line.text, Clock(None)):
                yield replace(when, start=when.start + line.start, end=when.end + line.start)


def _told(line: str) -> Iterator[date]:
    """The days that a line tells in full, but those of agreements."""
    words = words_of(line)
    for when in times(words, line, 0, Clock(None)):
        if when.period.start and when.days == 1:
            first = next(i for i, word in enumerate(words) if word.start >= when.start)
            if not of_pact(words, first):
                yield when.period.start


def _this_day(content: str) -> date | None:
    """The day of a report that tells it without its year ("today, Friday 19 August"), and the year elsewhere.

    "This year, 2022" tells the year; any other year that the text prints does, if the weekday agrees with it alone.
    """
    lines = content.splitlines() if _YEAR.search(content) else []
    told = (terms for line in lines for terms in _reckoned(words_of(line)))
    found = next((terms for terms in told if _single(terms)), None)
    if found is None or found.dated is None:
        return None
    sure, weekday = _this_years(content), found.weekdays[-1] if found.weekdays else None
    years = sure if len(sure) == 1 else {int(year) for year in _ALONE.findall(content)} & set(_YEARS)
    months = {month.number for month in found.dated.months}
    possible = [safe_date(year, month, found.dated.days[0]) for year in years for month in months]
    fits = [one for one in possible if one and (one.weekday() == weekday or weekday is None and len(sure) == 1)]
    return fits[0] + timedelta(days=found.back or 0) if len(fits) == 1 else None


def _single(terms: Terms) -> bool:
    """Whether the words name one day of a Gregorian month without its year."""
    told = terms.dated
    if told is None or told.tail.year is not None or len(told.days) != 1 or not told.months:
        return False
    return all(month.calendar == "gregorian" for month in told.months)


def _reckoned(words: Sequence[Word]) -> Iterator[Terms]:
    """The expressions of a line that begin with "today" or "yesterday"."""
    for i, word in enumerate(words):
        if "relative" in senses(word) and (terms := terms_at(words, i, {})) and terms.back is not None:
            yield terms


def _this_years(content: str) -> set[int]:
    """The years that a text calls this one ("العام الحالي 2022"), or the one after the last ("العام الماضي 2021")."""
    found = {int(m[1]) for m in _year_called("this").finditer(content)}
    return found or {int(m[1]) + 1 for m in _year_called("past").finditer(content)}


@cache
def _year_called(which: str) -> re.Pattern[str]:
    said = "|".join(map(re.escape, load("ar/dates")["which"][which]))
    return re.compile(rf"(?:العام|السنة)\s+(?:{said})\W{{1,3}}(\d{{4}})(?!\d)")
