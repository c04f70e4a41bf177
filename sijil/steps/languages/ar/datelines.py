"""The day of an Arabic report: the date printed on it, else its publication date, else what its text tells."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache

from sijil.model.period import Period
from sijil.rules import load
from sijil.steps.languages.ar.heads import Line, full, lines_of, today_with_date, undated, written_on
from sijil.steps.languages.ar.periods import periods
from sijil.steps.languages.ar.text import keys, words_of
from sijil.steps.languages.ar.timewords import senses
from sijil.steps.reading.calendar import safe_date
from sijil.steps.reading.clock import Clock
from sijil.steps.reading.scene import When

#: A printed date farther than this from the publication date is that of something else.
_FARTHEST = 1500
#: Characters of a line that may print a report's date; words in it beside the date and the time.
_LINE, _OTHERS = 120, 4
#: Words of a town before the date of a dateline, and what stands behind the date.
_TOWN, _AGENCY = 3, ("(", ")", "/", "-", "–", "—", ":")

_MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?P<year>20\d\d)"
_CLOCK = r"\d{1,2}:\d\d\s*[AP]M"
# "12:52 PM · Nov 28, 2024", glued to what stands before and behind: the first on a page is its own post's.
_STAMP = re.compile(rf"{_CLOCK}\s*·\s*{_MONTH}\s+(?P<day>\d{{1,2}}),\s*{_YEAR}", re.I)
# "October 31, 2024 at 9:02 AM", "June 9, 2022, 11:36 am"; "Nov 28, 2024" right behind a handle, which is weaker.
_PAGE = re.compile(rf"{_MONTH}\s+(?P<day>\d{{1,2}}),?\s+{_YEAR}(?:,|\s+at)\s+{_CLOCK}", re.I)
_HANDLE = re.compile(rf"@\w{{3,}}?{_MONTH}\s+(?P<day>\d{{1,2}}),\s*{_YEAR}", re.I)
_LATIN = (
    re.compile(rf"{_MONTH}\s+(?P<day>\d{{1,2}}),?\s+{_YEAR}", re.I),
    re.compile(rf"(?P<day>\d{{1,2}})\s+{_MONTH},?\s+{_YEAR}", re.I),
)
_IN = "في"
_TIME = re.compile(r"\d{1,2}:\d\d(?::\d\d)?\s*(?:am|pm|ص|م)?", re.I)


def clock_of(content: str, published: date | None, source: str = "") -> Clock:
    """The clock of a report: its printed date, else "today" with a date, else its publication date; else what its text
    tells of its day.

    The printed date wins over the publication date (annotation guide) unless years lie between them. `source` is taken
    as the packs of all languages take it; Arabic publishers write the day first.
    """
    dateline = dateline_of(content, Clock(None))
    if dateline is not None and dateline.period.start is not None:
        printed: date | None = written_on(content, dateline.period.start)
    else:
        printed = today_with_date(content)
    if printed and (published is None or abs((printed - published).days) < _FARTHEST):
        return Clock(printed)
    return Clock(published) if published else undated(content)


def dateline_of(content: str, clock: Clock) -> When | None:
    """The date that a report prints: a post's own stamp, or the first line near its head that is a date and little
    else, whichever comes first; else that of the last line. Dates told in sentences are none."""
    return _dateline(content)


@lru_cache(maxsize=8)  # the clock asks for it, and then who marks it in the sentences
def _dateline(content: str) -> When | None:
    stamp = _latin(_STAMP, content) or _latin(_PAGE, content)
    for line in lines_of(content):
        if stamp is not None and stamp.start < line.start:
            break
        if found := _date_line(line) or _town(line):
            return found
    return stamp or _latin(_HANDLE, content) or _last_line(content)


def _latin(pattern: re.Pattern[str], content: str) -> When | None:
    """The first date of an English pattern that exists."""
    for m in pattern.finditer(content):
        month = load("ar/dates")["stamp_months"][m["month"][:3].lower()]
        if day := safe_date(int(m["year"]), month, int(m["day"])):
            return _printed(m.start(), m.end(), day, m.group())
    return None


def _printed(start: int, end: int, day: date, words: str) -> When:
    return When(start, end, Period(day, day, "day", words), printed=True)


def _date_line(line: Line) -> When | None:
    """The date of a line that holds one and little else: a weekday, a time, "last update", an agency's town.

    A line that names a handle in brackets signs a post that the page shows; "ليوم الجمعة 19-11-2021" is the day that a
    heading tells of.
    """
    if len(line.text) > _LINE or "(@" in line.text or not any(map(str.isdigit, line.text)):
        return None
    told = [found for pattern in _LATIN if (found := _latin(pattern, line.text))]
    told += [when for when in periods(line.text, Clock(None)) if full(when) and not _of_day(when.period.words)]
    for when in told:
        if when.period.start and _bare(f"{line.text[: when.start]} {line.text[when.end :]}"):
            printed = _printed(when.start, when.end, when.period.start, when.period.words)
            return replace(printed, start=printed.start + line.start, end=printed.end + line.start)
    return None


def _town(line: Line) -> When | None:
    """ "دمشق 5 يناير 2017 (وكالة) --", "(بيروت، 20 كانون الثاني/يناير 2022) – قالت": a date behind the town at the head
    of a paragraph. A short line of that form is the caption of a picture."""
    if len(line.text) <= _LINE:
        return None
    for when in periods(line.text[:_LINE], Clock(None))[:1]:
        behind, before = line.text[when.end : when.end + 3].strip(), words_of(line.text[: when.start])
        plain = len(before) <= _TOWN and not any("said" in senses(word) or word.key == _IN for word in before)
        if full(when) and when.period.start and plain and before and behind[:1] in _AGENCY:
            return _printed(line.start + when.start, line.start + when.end, when.period.start, when.period.words)
    return None


def _of_day(words: str) -> bool:
    first = words_of(words)[0]
    return first.key.startswith("ل") and len(first.stems) > 1


def _bare(rest: str) -> bool:
    """Whether what a line holds beside its date lets the date be the report's own."""
    words = words_of(_TIME.sub(" ", rest))
    published = any(word.key in _listed("publishing") for word in words)
    if not published and any("said" in senses(word) or word.key == _IN for word in words):
        return False
    return len([word for word in words if word.key not in _listed("words") and not word.key.isdigit()]) <= _OTHERS


@cache
def _listed(name: str) -> frozenset[str]:
    return keys(load("ar/dates")["dateline"][name])


def _last_line(content: str) -> When | None:
    """The date at the end of a post, on a line of its own."""
    text = content.rstrip()
    at = max(text.rfind("\n"), text.rfind("\r")) + 1
    return _date_line(Line(text[at:], at)) if at and len(text) - at <= _LINE else None
