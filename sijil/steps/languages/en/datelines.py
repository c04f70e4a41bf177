"""The day of a report: the date printed on it, else its publication date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from sijil.rules import load
from sijil.steps.languages.en.periods import periods
from sijil.steps.languages.en.words import one_of
from sijil.steps.reading.calendar import Days, safe_date
from sijil.steps.reading.clock import Clock
from sijil.steps.reading.scene import When

#: A printed date farther than this from the publication date is that of something else.
_FARTHEST = 1500
#: Characters of a text's head; a date begins its first line in so many, and follows a by-line in so many.
_HEAD, _FIRST, _BY_LINES = 280, 60, 250
#: A report is published at most so many days after the day that it prints.
_FRESH = 3
#: Longest time, in days, that may tell until when a report without a day reaches.
_MONTH = 31

_SOURCE_LINE = re.compile(r"\(\s*source:[^)\n]{0,120}\)", re.I)
# What stands right before a date tells whose it is: a word of publishing makes it the report's own, a weekday or an
# agency too, unless the date is told in a sentence.
_DAY_NAME = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_PUBLISHED = re.compile(rf"\b(?:published|updated|posted|date)\W*(?:at|on|:)?\W*(?:{_DAY_NAME}\W*)?$", re.I)
_BY_LINE = re.compile(rf"(?:\b{_DAY_NAME}|afp|reuters|ap)\W*$", re.I)
_TOLD = re.compile(rf"\b(?:on|of|in|from|since|until|by|between)\s*(?:\b{_DAY_NAME}\W*)?$", re.I)
_NUMERIC = re.compile(r"(?<![\d.,/-])(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d\d)(?!\d)")


def clock_of(content: str, published: date | None, source: str = "") -> Clock:
    """The clock of a report: its printed dateline, else its publication date; else what the dates in its text tell.

    The printed dateline wins over the publication date (annotation guide) unless years lie between them.
    """
    clock = Clock(published, month_first=_month_first(content, published, source))
    dateline = dateline_of(content, clock)
    printed = dateline.period.start if dateline else None
    if printed and (published is None or abs((printed - published).days) < _FARTHEST):
        return replace(clock, base=printed)
    return clock if published else _undated(content, clock)


def _undated(content: str, clock: Clock) -> Clock:
    """The clock of a report of an unknown day: counted from a full date that its head tells, if it does (guide)."""
    clock = replace(clock, listed=_only({d.year for d, _ in _told(content, clock)}))
    told = _told(content, clock)
    days = tuple(first for first, last in told if first == last)
    until = max((t for t in told if (t[1] - t[0]).days <= _MONTH), default=None)
    head = next(_full_days(content, clock), None)
    return replace(
        clock, base=head, guessed=head is not None, told=days, year=_only({d.year for d in days}),
        until=until[1] if until else None,
    )  # fmt: skip


def _full_days(content: str, clock: Clock) -> Iterator[date]:
    """Full dates of the lines that begin in the head of a text; a headline of another article ends with its date."""
    at = 0
    for line in content.splitlines(keepends=True):
        found = periods(line, clock) if at < _HEAD else ()
        yield from (w.period.start for w in found if w.period.start and _full(w) and line[w.end :].strip())
        at += len(line)


def _told(content: str, clock: Clock) -> list[Days]:
    """First and last day of the times of a text, line by line."""
    found = [w.period for line in content.splitlines() for w in periods(line, clock)]
    return [(p.start, p.end) for p in found if p.start and p.end]


def _only(years: set[int]) -> int | None:
    return next(iter(years)) if len(years) == 1 else None


def _month_first(content: str, published: date | None, source: str) -> bool:
    """Whether 07.03.2017 is 3 July: as the text's other dates show, else the day of publication, else the publisher."""
    found = [(int(a), int(b), int(year)) for a, b, year in _NUMERIC.findall(content)]
    if any(b > 12 >= a for a, b, _ in found) != any(a > 12 >= b for a, b, _ in found):
        return any(b > 12 for _, b, _ in found)
    near = {_near(safe_date(year, b, a), published): False for a, b, year in found}
    near |= {_near(safe_date(year, a, b), published): True for a, b, year in found if a != b}
    if any(days is not None for days in near):
        return near[min(days for days in near if days is not None)]
    return source.strip().lower() in load("en/dates")["month_first"]["publishers"]


def _near(day: date | None, published: date | None) -> int | None:
    """How many days before the publication a printed day lies, where these are few."""
    before = (published - day).days if day and published else -1
    return before if 0 <= before <= _FRESH else None


def dateline_of(content: str, clock: Clock) -> When | None:
    """A full date within the first 60 characters, or 250 after a weekday or an agency, or in a source line at the end;
    or a day after the name of a town ("DAMASCUS, Jan. 5 (Xinhua)"), of the year that the clock gives it.

    A date told in a sentence ("On 3 August 2021 ...") is none.
    """
    head = content[:_HEAD]
    for when in periods(head, replace(clock, base=None)):
        if _full(when) and _heads(head[: when.start]):
            return when
    if m := _town().search(head):
        for when in periods(m["date"], clock):
            if when.days == 1:
                return replace(when, start=when.start + m.start("date"), end=when.end + m.start("date"))
    for line in _SOURCE_LINE.finditer(content):
        for when in periods(line.group(), clock):
            if when.days == 1:
                return replace(when, start=when.start + line.start(), end=when.end + line.start())
    return None


@cache
def _town() -> re.Pattern[str]:
    """ "DAMASCUS, Jan. 5 (Xinhua) --", "GAZA CITY, Palestine, 5 January —" at the start of a line."""
    month = f"(?:{one_of(load('en/dates')['months'])})"
    day = rf"(?P<date>(?i:{month}\b\.?\s+\d{{1,2}}|\d{{1,2}}\s+{month}\b\.?))"
    return re.compile(
        rf"(?m)^\W{{0,3}}[A-Z][A-Z’'. -]{{2,30}}(?:[,/]\s*[A-Z][\w’'. -]{{1,30}}){{0,2}},\s*{day}\s*(?:\(|[-–—:])"
    )


def _full(when: When) -> bool:
    return when.days == 1 and not when.since and re.search(r"(?:19|20)\d\d", when.period.words) is not None


def _heads(lead: str) -> bool:
    """Whether what stands before a date lets it be the report's own."""
    if _PUBLISHED.search(lead):
        return len(lead) < _BY_LINES
    near = len(lead) < _FIRST or len(lead) < _BY_LINES and _BY_LINE.search(lead) is not None
    return near and not _TOLD.search(lead)
