"""Words of time in English text and the days they stand for, counted from the report's own date."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from sijil.model.period import Period, precision_of
from sijil.rules import load
from sijil.steps.languages.en.numbers import value_of
from sijil.steps.reading.calendar import month_span, safe_date, weekday_before, year_of
from sijil.steps.reading.scene import When


@dataclass(frozen=True, slots=True)
class Clock:
    """What dates are counted from: the day of the report (None: unknown), and the year that the text fixes (None: none)."""

    base: date | None
    year: int | None = None


_M = r"(?P<month>january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?"
_W = r"(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?:s|’s|'s)?"
_D = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_Y = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_SINCE = r"(?P<since>\b(?:since|starting|from)\s+(?:the\s+)?(?:late\s+|on\s+)?)?"


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Clock], tuple[date, date] | None]], ...]:
    flags = re.I
    return (
        (re.compile(rf"(?:between|from)?\s*\b{_D}\s*(?:and|to|-|–)\s*(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_M}(?:\s*[,،]?\s*{_Y})?\b", flags), _days),
        (re.compile(rf"\b{_M}\s+{_D}\s*(?:and|to|-|–)\s*(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:\s*[,،]?\s*{_Y})?", flags), _days),
        (re.compile(rf"{_SINCE}\b{_D}\s+(?:of\s+)?{_M}\s*[,،]?\s*{_Y}", flags), _day),
        (re.compile(rf"{_SINCE}\b{_M}\s+{_D}\s*[,،]?\s*{_Y}", flags), _day),
        (re.compile(rf"{_SINCE}\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-{_D}\b", flags), _day),
        (re.compile(rf"{_SINCE}\b(?P<day>\d{{1,2}})[./-](?P<month>\d{{1,2}})[./-]{_Y}", flags), _numeric),
        (re.compile(rf"{_SINCE}\b(?P<part>early|mid|late|the beginning of|the end of|the middle of|end of|beginning of)[\s-]+(?:in\s+)?{_M}(?:\s*[,،]?\s*{_Y})?\b", flags), _part),
        (re.compile(rf"{_SINCE}\b{_D}\s+(?:of\s+)?{_M}", flags), _day),
        (re.compile(rf"{_SINCE}\b{_M}\s+{_D}(?![\d:,]\d)\b", flags), _day),
        (re.compile(rf"(?P<since>\bsince\s+(?:[\w’'-]+\s+){{0,20}}in\s+){_M}\s*[,،]?\s+(?:of\s+)?{_Y}", flags), _month),
        (re.compile(rf"{_SINCE}\b{_M}\s*[,،]?\s+(?:of\s+)?{_Y}", flags), _month),
        (re.compile(rf"\b(?:between\s+|on\s+)?{_W}\s+(?:and|or|to|through)\s+(?P<weekday2>monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b", flags), _weekdays),
        (re.compile(rf"{_SINCE}\b(?:last\s+|this\s+|earlier\s+|on\s+)?{_W}\b", flags), _weekday),
        (re.compile(r"\b(?P<relative>earlier today|this morning|this afternoon|this evening|today|tonight|yesterday|last night)\b", flags), _relative),
        (re.compile(r"\bovernight\b", flags), _overnight),
        (re.compile(r"(?P<since>\bsince\s+)(?:[\w’'-]+\s+){0,10}(?P<which>last|this|past)\s+(?P<unit>week|month|year)\b", flags), _last),
        (re.compile(rf"^\W{{0,4}}{_M}(?=\s*[:–-])", flags), _month),
        (re.compile(r"\b(?:in|over|within|during|for)\s+(?:the\s+)?(?:(?:past|last|previous)\s+(?:(?P<count>\d+|[a-z]+(?:-[a-z]+)?)\s+)?|(?P<count2>\d+|[a-z]+(?:-[a-z]+)?)\s+)(?P<unit>days|hours|weeks|months|week|month)\b(?!\s+(?:ago|later|earlier|before|of))", flags), _span),
        (re.compile(r"\b(?P<count>\d+|[a-z]+)\s+(?P<unit>days?|weeks?|months?)\s+ago\b", flags), _ago),
        (re.compile(r"\b(?P<which>last|this|past)\s+(?P<unit>week|month|year|weekend)\b", flags), _last),
        (re.compile(rf"{_SINCE}(?P<lead>\b(?:in|during|since|last|by|until|of)\s+(?:the\s+month\s+of\s+)?){_M}(?!\s+\d)", flags), _month),
        (re.compile(rf"(?P<since>\bsince\s+(?:(?:[\w’'-]+\s+){{1,20}}in\s+)?){_Y}", flags), _year),
        (re.compile(rf"\b(?:in|during|of|throughout|from|until|early|late)\s+{_Y}(?!-)", flags), _year),
    )  # fmt: skip


def periods(text: str, clock: Clock) -> tuple[When, ...]:
    """Every expression of time in `text`, longest and most exact first taken, in text order."""
    found: list[When] = []
    for pattern, reading in _patterns():
        for m in pattern.finditer(text):
            if all(m.end() <= w.start or m.start() >= w.end for w in found):
                found.append(_when(m, reading(m, clock), clock))
    return tuple(sorted((w for w in found if w.end > w.start), key=lambda w: w.start))


def _when(m: re.Match[str], days: tuple[date, date] | None, clock: Clock) -> When:
    words = m.group().strip()
    since = words.lower().startswith(("since", "starting"))
    if days is None:
        return When(m.start(), m.end(), Period(None, None, "unresolved", words), since)
    start, end = days
    if since and clock.base:
        end = max(start, clock.base)
    age = (clock.base - end).days if clock.base else None
    return When(m.start(), m.end(), Period(start, end, precision_of(start, end), words), since, age=age)


def _month_number(m: re.Match[str]) -> int:
    word = m["month"].lower().rstrip(".")
    return int(word) if word.isdigit() else int(load("en/dates")["months"][word])


def _year_for(m: re.Match[str], month: int, day: int, clock: Clock) -> int | None:
    if m.groupdict().get("year"):
        return int(m["year"])
    if clock.base:
        return year_of(month, day, clock.base)
    return clock.year


def _day(m: re.Match[str], clock: Clock) -> tuple[date, date] | None:
    month, day = _month_number(m), int(m["day"])
    year = _year_for(m, month, day, clock) if 1 <= month <= 12 else None
    found = safe_date(year, month, day) if year else None
    return (found, found) if found else None


def _numeric(m: re.Match[str], clock: Clock) -> tuple[date, date] | None:
    """07.03.2017: day first, unless only month first is possible."""
    first, second, year = int(m["day"]), int(m["month"]), int(m["year"])
    found = safe_date(year, second, first) or safe_date(year, first, second)
    return (found, found) if found else None


def _days(m: re.Match[str], clock: Clock) -> tuple[date, date] | None:
    month = _month_number(m)
    year = _year_for(m, month, int(m["day"]), clock)
    if not year:
        return None
    first, last = safe_date(year, month, int(m["day"])), safe_date(year, month, int(m["day2"]))
    return (first, last) if first and last and first <= last else None


def _part(m: re.Match[str], clock: Clock) -> tuple[date, date] | None:
    part = next(p for p in load("en/dates")["parts"] if p in m["part"].lower())
    first, last = load("en/dates")["parts"][part]
    month = _month_number(m)
    year = _year_for(m, month, first, clock)
    return month_span(year, month, first, last) if year else None


def _month(m: re.Match[str], clock: Clock) -> tuple[date, date] | None:
    month = _month_number(m)
    year = _year_for(m, month, 1, clock)
    return month_span(year, month) if year else None


def _year(m: re.Match[str], clock: Clock) -> tuple[date, date] | None:
    year = int(m["year"])
    return date(year, 1, 1), date(year, 12, 31)


def _weekday(m: re.Match[str], clock: Clock) -> tuple[date, date] | None:
    if clock.base is None:
        return None
    found = weekday_before(load("en/dates")["weekdays"][m["weekday"].lower()], clock.base)
    return found, found


def _weekdays(m: re.Match[str], clock: Clock) -> tuple[date, date] | None:
    """"on Saturday and Sunday": from the first to the second."""
    if clock.base is None:
        return None
    last = weekday_before(load("en/dates")["weekdays"][m["weekday2"].lower()], clock.base)
    return weekday_before(load("en/dates")["weekdays"][m["weekday"].lower()], last), last


def _overnight(m: re.Match[str], clock: Clock) -> tuple[date, date] | None:
    return (clock.base - timedelta(days=1), clock.base) if clock.base else None


def _relative(m: re.Match[str], clock: Clock) -> tuple[date, date] | None:
    if clock.base is None:
        return None
    found = clock.base - timedelta(days=load("en/dates")["relative"][m["relative"].lower()])
    return found, found


def _count(m: re.Match[str]) -> int | None:
    words = m["count"] or m.groupdict().get("count2")
    if not words or words.lower() in ("past", "last"):
        return 1
    if words.lower() in ("a", "an", "one"):
        return 1
    try:
        return value_of(words)
    except ValueError:
        return None


def _span(m: re.Match[str], clock: Clock) -> tuple[date, date] | None:
    """"in ten days", "over the past 24 hours": that many days up to and with the day of the report."""
    count = _count(m)
    if clock.base is None or count is None:
        return None
    unit = m["unit"].lower()
    if unit.startswith("hour"):
        return clock.base - timedelta(days=max(1, round(count / 24))), clock.base
    days = count * int(load("en/dates")["units"][unit])
    return clock.base - timedelta(days=min(days, 20000) - 1), clock.base


def _ago(m: re.Match[str], clock: Clock) -> tuple[date, date] | None:
    count = _count(m)
    if clock.base is None or count is None or not m["unit"].lower().startswith("day"):
        return None
    found = clock.base - timedelta(days=min(count, 20000))
    return found, found


def _last(m: re.Match[str], clock: Clock) -> tuple[date, date] | None:
    if clock.base is None:
        return None
    unit, this = m["unit"].lower(), m["which"].lower() == "this"
    monday = clock.base - timedelta(days=clock.base.weekday())
    if unit == "week":
        return (monday, clock.base) if this else (monday - timedelta(days=7), monday - timedelta(days=1))
    if unit == "year":
        year = clock.base.year - (0 if this else 1)
        return date(year, 1, 1), date(year, 12, 31)
    if unit == "month":
        first = clock.base.replace(day=1)
        return (first, clock.base) if this else month_span(*_before(first))
    saturday = weekday_before(5, clock.base)
    return saturday, min(saturday + timedelta(days=1), clock.base)


def _before(first: date) -> tuple[int, int]:
    last = first - timedelta(days=1)
    return last.year, last.month


def clock_of(content: str, published: date | None) -> Clock:
    """The clock of a report: its printed dateline, else its publication date; else only the year that its dates fix.

    The printed dateline wins over the publication date (annotation guide) unless years lie between them.
    """
    dateline = dateline_of(content)
    printed = dateline.period.start if dateline else None
    if printed and (published is None or abs((printed - published).days) < 1500):
        return Clock(printed)
    if published:
        return Clock(published)
    years = {w.period.start.year for w in periods(content, Clock(None)) if w.period.start}
    return Clock(None, years.pop() if len(years) == 1 else None)


_SOURCE_LINE = re.compile(r"\(\s*source:[^)\n]{0,120}\)", re.I)
_BY_LINE = re.compile(r"(?:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|afp|reuters|ap|published|updated|posted|date)\W*(?:at|on|:)?\s*$", re.I)
_TOLD = re.compile(r"\b(?:on|of|in|from|since|until|by|between)\s*$", re.I)


def dateline_of(content: str) -> When | None:
    """A full date within the first 60 characters, or 250 after a weekday or an agency, or in a source line at the end.

    A date told in a sentence ("On 3 August 2021 ...") is none.
    """
    head = content[:280]
    for when in periods(head, Clock(None)):
        if when.days == 1 and re.search(r"(19|20)\d\d", when.period.words) and not _TOLD.search(head[: when.start]):
            if when.start < 60 or when.start < 250 and _BY_LINE.search(head[: when.start]):
                return when
    for line in _SOURCE_LINE.finditer(content):
        for when in periods(line.group(), Clock(None)):
            if when.days == 1:
                return replace(when, start=when.start + line.start(), end=when.end + line.start())
    return None


_SAID_ON = re.compile(r"\b(?:said|says|told\s+\S+(?:\s+\S+)?|reported|announced|added|statement|confirmed|stated)\s+(?:late\s+)?(?:on\s+|in a statement\s+(?:on\s+)?)?$", re.I)


_IN_FORCE = re.compile(r"\b(?:into force|into effect|took effect|takes effect|effective|signed|(?:truce|ceasefire|cease-fire|agreement|deal|accord)(?: of| from| since)?)\s+(?:on\s+|from\s+|since\s+)?$", re.I)


def in_sentence(text: str, clock: Clock, offset: int, dateline: When | None = None) -> tuple[When, ...]:
    """Expressions of time of a sentence with offsets of the whole main text.

    Days that date the saying ("said on Friday") or the report (its dateline) are marked as of the report.
    """
    return tuple(
        replace(w, start=w.start + offset, end=w.end + offset, of_pact=_IN_FORCE.search(text[: w.start]) is not None, of_report=_SAID_ON.search(text[: w.start]) is not None or _is(dateline, w, offset))
        for w in periods(text, clock)
    )


def _is(dateline: When | None, when: When, offset: int) -> bool:
    return dateline is not None and when.start + offset < dateline.end and when.end + offset > dateline.start
