"""The day of a report: the date printed on it, else its publication date."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from sijil.steps.languages.en.days import Clock
from sijil.steps.languages.en.periods import periods
from sijil.steps.reading.scene import When

#: A printed date farther than this from the publication date is that of something else.
_FARTHEST = 1500

_SOURCE_LINE = re.compile(r"\(\s*source:[^)\n]{0,120}\)", re.I)
# A weekday, an agency or a word of publishing right before a date makes it the report's own.
_BY_LINE = re.compile(
    r"(?:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|afp|reuters|ap|published|updated|posted|date)"
    r"\W*(?:at|on|:)?\s*$",
    re.I,
)
_TOLD = re.compile(r"\b(?:on|of|in|from|since|until|by|between)\s*$", re.I)


def clock_of(content: str, published: date | None) -> Clock:
    """The clock of a report: its printed dateline, else its publication date; else only the year that its dates fix.

    The printed dateline wins over the publication date (annotation guide) unless years lie between them.
    """
    dateline = dateline_of(content)
    printed = dateline.period.start if dateline else None
    if printed and (published is None or abs((printed - published).days) < _FARTHEST):
        return Clock(printed)
    if published:
        return Clock(published)
    told = [w.period for w in periods(content, Clock(None)) if w.period.start]
    years = {p.start.year for p in told if p.start}
    days = tuple(p.start for p in told if p.start and p.start == p.end)
    return Clock(None, years.pop() if len(years) == 1 else None, days)


def dateline_of(content: str) -> When | None:
    """A full date within the first 60 characters, or 250 after a weekday or an agency, or in a source line at the end.

    A date told in a sentence ("On 3 August 2021 ...") is none.
    """
    head = content[:280]
    for when in periods(head, Clock(None)):
        if _full(when) and _heads(head[: when.start]):
            return when
    for line in _SOURCE_LINE.finditer(content):
        for when in periods(line.group(), Clock(None)):
            if when.days == 1:
                return replace(when, start=when.start + line.start(), end=when.end + line.start())
    return None


def _full(when: When) -> bool:
    return when.days == 1 and re.search(r"(19|20)\d\d", when.period.words) is not None


def _heads(lead: str) -> bool:
    """Whether what stands before a date lets it be the report's own."""
    near = len(lead) < 60 or len(lead) < 250 and _BY_LINE.search(lead) is not None
    return near and not _TOLD.search(lead)
