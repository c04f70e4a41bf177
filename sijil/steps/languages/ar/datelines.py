"""The day of an Arabic report: the date printed on it, else its publication date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache

from sijil.model.period import Period
from sijil.rules import load
from sijil.steps.languages.ar.days import of_pact
from sijil.steps.languages.ar.dayterms import terms_at
from sijil.steps.languages.ar.periods import periods, times
from sijil.steps.languages.ar.text import Word, fold, keys, words_of
from sijil.steps.languages.ar.timewords import senses
from sijil.steps.reading.calendar import safe_date, weekday_before
from sijil.steps.reading.clock import Clock
from sijil.steps.reading.scene import When

#: A printed date farther than this from the publication date is that of something else.
_FARTHEST = 1500
#: Characters within which a report prints its date; of a line that can be one; words in it beside date and time.
_HEAD, _LINE, _OTHERS = 700, 120, 4
#: A page is updated at most so many days after it was written.
_UPDATED = 3
#: Characters in which a full date told in a sentence lends its day to a report that prints none.
_TOLD = 280

_MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?P<year>20\d\d)"
_CLOCK = r"\d{1,2}:\d\d\s*[AP]M"
# "12:52 PM · Nov 28, 2024", glued to what stands before and behind; the day of the page's own post.
_STAMP = re.compile(rf"{_CLOCK}\s*·\s*{_MONTH}\s+(?P<day>\d{{1,2}}),\s*{_YEAR}", re.I)
# "October 31, 2024 at 9:02 AM", "June 9, 2022, 11:36 am"; "Nov 28, 2024" right behind a handle, which is weaker.
_PAGE = re.compile(rf"{_MONTH}\s+(?P<day>\d{{1,2}}),?\s+{_YEAR}(?:,|\s+at)\s+{_CLOCK}", re.I)
_HANDLE = re.compile(rf"@\w{{3,}}?{_MONTH}\s+(?P<day>\d{{1,2}}),\s*{_YEAR}", re.I)
_LATIN = (
    re.compile(rf"{_MONTH}\s+(?P<day>\d{{1,2}}),?\s+{_YEAR}", re.I),
    re.compile(rf"(?P<day>\d{{1,2}})\s+{_MONTH},?\s+{_YEAR}", re.I),
)
_ANY_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEAR_LONG = re.compile(r"\d{4}")  # most lines need not be read: they print no year
_TIME = re.compile(r"\d{1,2}:\d\d(?::\d\d)?\s*(?:am|pm|ص|م)?", re.I)


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    start: int


def clock_of(content: str, published: date | None, source: str = "") -> Clock:
    """The clock of a report: its printed date, else "today" with a date, else its publication date; else a full date of
    its head.

    The printed date wins over the publication date (annotation guide) unless years lie between them. `source` is taken
    as the packs of all languages take it; Arabic publishers write the day first.
    """
    dateline = dateline_of(content, Clock(None))
    printed = _moved(content, dateline.period.start) if dateline and dateline.period.start else _today(content)
    if printed and (published is None or abs((printed - published).days) < _FARTHEST):
        return Clock(printed)
    return Clock(published) if published else _undated(content)


def _moved(content: str, printed: date) -> date:
    """The printed day, or the one shortly before it on which the text was written: a page is updated later ("today,
    Monday" on a page of Wednesday)."""
    for line in _lines(content, _HEAD):
        words = words_of(line.text)
        for i, word in enumerate(words):
            if senses(word).get("relative") == 0 and (terms := terms_at(words, i, {})) and terms.weekdays:
                day = weekday_before(terms.weekdays[-1], printed)
                return day if (printed - day).days <= _UPDATED else printed
    return printed


def dateline_of(content: str, clock: Clock) -> When | None:
    """The date that a report prints: a post's own stamp, else the first line near its head, or the last of a post, that
    is a date and little else. Dates told in sentences are none."""
    return _dateline(content)


@lru_cache(maxsize=8)  # the clock asks for it, and then who marks it in the sentences
def _dateline(content: str) -> When | None:
    for pattern in (_STAMP, _PAGE):
        if found := _latin(pattern, content):
            return found
    for line in _lines(content, _HEAD):
        if found := _date_line(line):
            return found
    return _latin(_HANDLE, content[:_HEAD]) or _last_line(content)


def _latin(pattern: re.Pattern[str], content: str, base: int = 0) -> When | None:
    for m in pattern.finditer(content):
        month = load("ar/dates")["stamp_months"][m["month"][:3].lower()]
        if day := safe_date(int(m["year"]), month, int(m["day"])):
            return _printed(base + m.start(), base + m.end(), day, m.group())
    return None


def _printed(start: int, end: int, day: date, words: str) -> When:
    return When(start, end, Period(day, day, "day", words), printed=True)


def _lines(content: str, limit: int) -> Iterator[_Line]:
    at = 0
    for line in content[: limit + _LINE].splitlines(keepends=True):
        if at > limit:
            return
        yield _Line(line.strip(), at + len(line) - len(line.lstrip()))
        at += len(line)


def _date_line(line: _Line) -> When | None:
    """The date of a line that holds one and little else: a weekday, a time, "last update", an agency's town."""
    if len(line.text) > _LINE or "(@" in line.text or not any(map(str.isdigit, line.text)):
        return None
    for pattern in _LATIN:
        found = _latin(pattern, line.text)
        if found and _bare(line.text[: found.start] + " " + line.text[found.end :]):
            return replace(found, start=found.start + line.start, end=found.end + line.start)
    for when in periods(line.text, Clock(None)):
        if (
            _full(when)
            and when.period.start
            and not _of_day(when)
            and _bare(line.text[: when.start] + " " + line.text[when.end :])
        ):
            return _printed(line.start + when.start, line.start + when.end, when.period.start, when.period.words)
    return None


def _bare(rest: str) -> bool:
    """Whether what a line holds beside its date lets the date be the report's own."""
    words = [word for word in words_of(_TIME.sub(" ", rest)) if word.key not in _beside()]
    if any("said" in senses(word) or word.key == "في" for word in words):
        return False
    return len([word for word in words if not word.key.isdigit()]) <= _OTHERS


def _of_day(when: When) -> bool:
    """ "ليوم الجمعة 19-11-2021": the day that a heading tells of."""
    return words_of(when.period.words)[0].key.startswith("لي")


@cache
def _beside() -> frozenset[str]:
    return keys(load("ar/dates")["dateline"]["words"])


def _full(when: When) -> bool:
    """Whether a time is one day that is told with its year."""
    words = fold(when.period.words) if when.period.words else ""
    return when.days == 1 and not when.since and re.search(r"(?:1[34]|19|20)\d\d", _digits(words)) is not None


def _digits(words: str) -> str:
    return "".join(str(int(c)) if c.isdecimal() else c for c in words)


def _today(content: str) -> date | None:
    """The day of "today" or "yesterday" with a full date, in a sentence of the head."""
    for when in _head_times(content):
        back = next((senses(w)["relative"] for w in words_of(when.period.words)[:4] if "relative" in senses(w)), None)
        if back is not None and _full(when) and when.period.start:
            return when.period.start + timedelta(days=int(back))
    return None


def _head_times(content: str) -> Iterator[When]:
    for line in _lines(content, _HEAD):
        for when in periods(line.text, Clock(None)) if _YEAR_LONG.search(line.text) else ():
            yield replace(when, start=when.start + line.start, end=when.end + line.start)


def _last_line(content: str) -> When | None:
    """The date at the end of a short post, on a line of its own."""
    text = content.rstrip()
    at = text.rfind("\n") + 1
    return _date_line(_Line(text[at:], at)) if len(text) - at <= _LINE and at else None


def _undated(content: str) -> Clock:
    """The clock of a report of an unknown day: counted from a full date that its head tells, if it does (guide)."""
    if base := _this_day(content):
        return Clock(base)
    told = tuple(day for line in content.splitlines() if _YEAR_LONG.search(line) for day in _told(line))
    years = _this_years(content) or {day.year for day in told}
    head = next((w.period.start for w in _head_times(content[:_TOLD]) if _full(w)), None)
    return Clock(head, next(iter(years)) if len(years) == 1 else None, told, guessed=head is not None)


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
    lines = content.splitlines() if _YEAR_LONG.search(content) else []
    found = next((one for line in lines for one in _reckoned(words_of(line))), None)
    if found is None:
        return None
    back, weekday, months, day = found
    sure = _this_years(content)
    years = sure if len(sure) == 1 else {int(year) for year in _ANY_YEAR.findall(content)}
    possible = [safe_date(year, month, day) for year in years for month in months]
    fits = [one for one in possible if one and (one.weekday() == weekday or weekday is None and len(sure) == 1)]
    return fits[0] + timedelta(days=back) if len(fits) == 1 else None


def _reckoned(words: Sequence[Word]) -> Iterator[tuple[int, int | None, set[int], int]]:
    """(days back from the report, weekday, months, day of the month) of "today" and "yesterday" with a date."""
    for i, word in enumerate(words):
        if "relative" not in senses(word):
            continue
        terms = terms_at(words, i, {})
        if terms and terms.back is not None and terms.dated and terms.dated.tail.year is None:
            months = {month.number for month in terms.dated.months if month.calendar == "gregorian"}
            if len(terms.dated.days) == 1 and months:
                yield terms.back, terms.weekdays[-1] if terms.weekdays else None, months, terms.dated.days[0]


def _this_years(content: str) -> set[int]:
    """The years that a text calls this one ("العام الحالي 2022"), or the one after the last ("العام الماضي 2021")."""
    found = {int(m[1]) for m in _year_called("this").finditer(content)}
    return found or {int(m[1]) + 1 for m in _year_called("past").finditer(content)}


@cache
def _year_called(which: str) -> re.Pattern[str]:
    said = "|".join(map(re.escape, load("ar/dates")["which"][which]))
    return re.compile(rf"(?:العام|السنة)\s+(?:{said})\W{{1,3}}((?:19|20)\d\d)(?!\d)")
