"""Words of time in English text, and where each stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from sijil.model.period import Period, precision_of
from sijil.rules import load
from sijil.steps.languages.en.timepatterns import patterns, signs
from sijil.steps.languages.en.words import one_of
from sijil.steps.reading.calendar import Days, safe_date
from sijil.steps.reading.clock import Clock
from sijil.steps.reading.scene import When


def periods(text: str, clock: Clock) -> tuple[When, ...]:
    """Every expression of time in `text`, longest and most exact first taken, in text order."""
    found: list[When] = []
    missing = {name for name, sign in signs().items() if sign.search(text) is None}  # most patterns need not be tried
    for pattern, reading, needs in patterns():
        if needs & missing:
            continue
        for m in pattern.finditer(text):
            if all(m.end() <= w.start or m.start() >= w.end for w in found):
                found += _readings(m, reading(m, clock), clock)
    single = _ranges(text, sorted((w for w in found if w.end > w.start), key=lambda w: w.start))
    return tuple(reading for when in single for reading in _others(text, when, clock))


@cache
def _cue(name: str) -> re.Pattern[str]:
    """Words of rules/en/dates.toml before a time in its clause."""
    return re.compile(rf"\b(?:{one_of(load('en/dates')[name]['words'])})\b[^.;:!?]{{0,120}}$", re.I)


def _others(text: str, when: When, clock: Clock) -> Iterator[When]:
    """The time; the span from it to the report where its event may go on ("the siege began on Friday"); and the day to
    come where it is foretold ("will begin on Friday")."""
    start, base, limit = when.period.start, clock.end, clock.limit
    yield replace(when, ahead=start is not None and limit is not None and start > limit)
    if start is None or base is None or when.since or start >= base:
        return
    lead = text[: when.start]
    if _cue("lasting").search(lead):
        period = Period(start, base, precision_of(start, base), when.period.words)
        yield replace(when, period=period, since=True, age=0)
    if when.days == 1 and _cue("foretold").search(lead) and (coming := _coming(start, when.period.words, base)):
        period = Period(coming, coming, "day", when.period.words)
        yield replace(when, period=period, age=(base - coming).days, ahead=True)


def _coming(day: date, words: str, base: date) -> date | None:
    """The next weekday of that name, or the next such day of the year where that is nearer than the last one."""
    if re.search(r"(?:19|20)\d\d|\b(?:ago|last|yesterday)\b", words, re.I):
        return None
    if re.search(r"day\b", words, re.I):
        return day + timedelta(days=7)
    coming = safe_date(day.year + 1, day.month, day.day)
    return coming if coming and (coming - base) < (base - day) and re.search(r"\d", words) else None


# What stands before and between the two days of a range: "from 27 March 2015 to 10 April 2015".
_FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?(?:\w+day\s+)?$", re.I)
_UNTIL = re.compile(r"\s*(?:to|until|till|through|and|-|–)\s+(?:the\s+)?(?:\w+day\s+)?", re.I)


def _ranges(text: str, found: list[When]) -> Iterator[When]:
    """The times with "from A to B" made one; A's own pattern may hold the "from"."""
    i = 0
    while i < len(found):
        first, last = found[i], found[i + 1] if i + 1 < len(found) else None
        if last and _joined(text, first, last):
            start, end = first.period.start, last.period.end
            words = text[first.start : last.end].strip()
            period = Period(start, end, precision_of(start, end), words)  # type: ignore[arg-type]
            yield replace(last, start=first.start, period=period, since=False)
            i += 2
            continue
        yield first
        i += 1


def _joined(text: str, first: When, last: When) -> bool:
    if not (first.period.start and last.period.end and first.period.start < last.period.end):
        return False
    begun = text[first.start : first.end].lower().startswith(("from", "between")) or _FROM.search(text[: first.start])
    return bool(begun) and _UNTIL.fullmatch(text[first.end : last.start]) is not None


def _readings(m: re.Match[str], found: Days | None, clock: Clock) -> Iterator[When]:
    """What one match stands for: a time, or the span since it. "Since rebels took the town in 2012" is both."""
    words = m.group().strip()
    since = bool(m.groupdict().get("since")) and not words.lower().startswith("from")
    if found is None:
        yield When(m.start(), m.end(), Period(None, None, "unresolved", words), since)
        return
    start, end = found
    until = clock.end
    if since and until:
        yield _known(m, (start, max(start, until)), clock, since)
    if not since or not until or len(m["since"].split()) > _EVENT:
        yield _known(m, (start, end), clock, since and not until)


#: "since early", "starting from the" name no event; more words do.
_EVENT = 3


def _known(m: re.Match[str], days: Days, clock: Clock, since: bool) -> When:
    age = (clock.base - days[1]).days if clock.base else None
    return When(m.start(), m.end(), Period(*days, precision_of(*days), m.group().strip()), since, age=age)
