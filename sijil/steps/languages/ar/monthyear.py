"""Months and years that stand without a day: "في فبراير/شباط 2016", "خلال شهر أيار", "بين 2012 و2014"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sijil.steps.languages.ar.dated import days_of
from sijil.steps.languages.ar.lengths import year_at
from sijil.steps.languages.ar.ranges import Found
from sijil.steps.languages.ar.reckoned import whole
from sijil.steps.languages.ar.text import Word
from sijil.steps.languages.ar.timewords import senses
from sijil.steps.languages.ar.written import Dated, Tail, is_, months_at, tail_at
from sijil.steps.reading.calendar import cut
from sijil.steps.reading.calendars import Month
from sijil.steps.reading.clock import Clock

_RAMADAN = 9


def month_read(words: Sequence[Word], i: int, clock: Clock) -> Found | None:
    """ "في فبراير/شباط 2016", "خلال شهر أيار", "شباط الماضي": its first to its last day (guide)."""
    named = months_at(words, i)
    if named is None:
        return None
    months, end = named
    if dated := _day_behind(words, months, end):
        return Found(i, dated.end, tuple(days_of(dated, clock)), is_(words, i - 1, "since"))
    tail = tail_at(words, end)
    if tail.year is None and not tail.which and len(months) == 1 and not _is_month(words, i, months[0]):
        return None
    if tail == Tail() and end < len(words) and words[end].key[:1] == "و" and (more := months_at(words, end)):
        tail = replace(tail_at(words, more[1]), end=0)  # "شباط وآذار 2016"
    days = days_of(Dated((), months, tail, max(end, tail.end)), clock)
    return Found(i, max(end, tail.end), tuple(days), is_(words, i - 1 - is_(words, i - 1, "month"), "since"))


def _day_behind(words: Sequence[Word], months: tuple[Month, ...], at: int) -> Dated | None:
    """ "سبتمبر 19, 2021": the day behind the month, and its year behind that."""
    day = senses(words[at]).get("number", 0) if at < len(words) else 0
    tail = tail_at(words, at + 1)
    return Dated((day,), months, tail, tail.end) if 1 <= day <= 31 and tail.year is not None else None


def _is_month(words: Sequence[Word], i: int, month: Month) -> bool:
    """Whether a name that stands without day, year or second name is that of a month."""
    if is_(words, i - 1, "month"):
        return True
    if month.calendar == "hijri" and month.number != _RAMADAN:
        return False
    if is_(words, i, "also_word"):
        return is_(words, i - 1, "month_before_any")
    lead = words[i].key[:1] in "بلو" and words[i].stems[-1] != words[i].key
    return is_(words, i - 1, "month_before", "month_name") or lead


def year_read(words: Sequence[Word], i: int, clock: Clock) -> Found | None:
    """ "عام 2016", "في 2019", "بين 2012 و2014": its first to its last day (guide), as far as the report reaches."""
    named = year_at(words, i)
    beside = is_(words, i, "year") or is_(words, i - 1, "within", "since", "from", "to", "year")
    if named is None or not beside and not _more_years(words, named[1]):
        return None
    year, end = named
    last = year_at(words, end + (words[end].key == "و")) if _more_years(words, end) else None
    if last and last[0] > year:
        run = words[end].key != "و" or last[0] == year + 1 or is_(words, i - 1, "from")
        spans = ((whole(year)[0], whole(last[0])[1]),) if run else (whole(year), whole(last[0]))
        return Found(i, last[1], tuple(cut(days, clock.limit) for days in spans))
    return Found(i, end, (cut(whole(year), clock.limit),), is_(words, i - 1, "since"))


def _more_years(words: Sequence[Word], at: int) -> bool:
    """Whether a year goes on with another: "2011-2014", "2012 و2014"."""
    dash = 0 < at < len(words) and words[at].gap.strip() in ("-", "–")
    return 0 < at < len(words) and (dash or words[at].key == "و") and year_at(words, at + (not dash)) is not None
