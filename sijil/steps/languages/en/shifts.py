"""Phrases of time that are counted from another time ("a day earlier", "the following month"), and how far."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from sijil.rules import load
from sijil.steps.languages.en.days import whole
from sijil.steps.languages.en.timenumbers import number, ordinal
from sijil.steps.languages.en.words import one_of
from sijil.steps.reading.calendar import Days, month_span, months_before, weekday_before

Shift = Callable[[re.Match[str], Days], Days | None]

#: Counts beyond this are no time of a report.
_MOST = 5000


@dataclass(frozen=True, slots=True)
class Rule:
    """A phrase and the days that it gives, from those of its anchor.

    `from_report`: without another anchor it is counted from the report's day. `lasting`: the anchor may be longer than
    a day or two. `of_event`: what follows may name the event that is the anchor ("shortly before the meeting").
    """

    pattern: re.Pattern[str]
    shift: Shift
    from_report: bool = False
    lasting: bool = False
    of_event: bool = False


@cache
def rules() -> tuple[Rule, ...]:
    """All phrases, in the order in which they are tried: what one has taken, none after it takes."""
    unit = r"(?P<unit>day|week|month|year)"
    counted = rf"\b(?P<count>\d+|(?!the\b)[a-z]+(?:-[a-z]+)?)\s+{unit}s?"
    some = r"(?:a\s+few\s+|several\s+|many\s+|some\s+)?"
    soon = rf"(?:shortly|soon|just|immediately|moments|{some}(?:minutes|hours))"
    return (
        _rule(
            rf"\bfor\s+(?:the\s+|a\s+)?{_nth()}\s+(?:(?:consecutive|straight|successive)\s+)?(?:day|night)\b", row, True
        ),
        _rule(
            rf"\b(?:on\s+)?(?:the|its)\s+{_nth()}\s+(?:consecutive|straight|successive)\s+(?:day|night)\b", row, True
        ),
        _rule(rf"\b(?:on|in|into|enters|entered|was|is)\s+(?:the|its|their)\s+{_nth()}\s+day\b", row, True),
        _rule(rf"{counted}\s+(?:earlier|before|previously|prior|after)\b(?!\s+(?:day|yesterday)\b)", earlier, True),
        _rule(rf"\bthe\s+(?:previous|preceding)\s+{unit}\b", previous, True, lasting=True),
        _rule(rf"\bthe\s+{unit}\s+before\b(?!\s+yesterday)", previous, True, lasting=True),
        _rule(rf"{counted}\s+(?:later|afterwards?)\b", later),
        _rule(rf"\bthe\s+(?:next|following)\s+{unit}\b", following, lasting=True),
        _rule(
            r"\b(?:on\s+|in\s+)?(?:the\s+(?:very\s+)?same|that)\s+(?:day|night|morning|afternoon|evening|week|month|year)\b",
            same,
            lasting=True,
        ),
        _rule(r"\b(?:earlier|later)\s+(?:in|on|that|the\s+same)\s+(?:the\s+)?(?:day|night)\b", same, True),
        _rule(r"\bsince\s+then\b", since, lasting=True),
        _rule(rf"\b{soon}\s+(?:before|after|later|earlier|afterwards?|following)\b", same, lasting=True, of_event=True),
        _rule(
            rf"\b(?:in\s+the\s+)?{some}(?:days|weeks|months|years)\s+(?:before|after|later|earlier|following)\b",
            unknown,
        ),
    )


def _rule(pattern: str, shift: Shift, from_report: bool = False, lasting: bool = False, of_event: bool = False) -> Rule:
    return Rule(re.compile(pattern, re.I), shift, from_report, lasting, of_event)


def _nth() -> str:
    tens, places = one_of(load("en/numbers")["tens"]), one_of(load("en/dates")["ordinals"])
    return rf"(?P<nth>\d+(?:st|nd|rd|th)|(?:(?:{tens})-)?(?:{places}))"


def row(m: re.Match[str], anchor: Days) -> Days | None:
    """ "for the third day in a row": three days, the last one the anchor."""
    nth = ordinal(m["nth"])
    return (anchor[1] - timedelta(days=nth - 1), anchor[1]) if nth and nth < _MOST else None


def earlier(m: re.Match[str], anchor: Days) -> Days | None:
    """ "a day earlier"; also "two days after the raid", where the raid is that long before what is told."""
    return _counted(m, anchor[0], -1)


def later(m: re.Match[str], anchor: Days) -> Days | None:
    """ "three days later"."""
    return _counted(m, anchor[1], 1)


def _counted(m: re.Match[str], day: date, sign: int) -> Days | None:
    count = number(m["count"])
    return _moved(day, sign * count, m["unit"].lower()) if count and count < _MOST else None


def _moved(day: date, count: int, unit: str) -> Days:
    """Days and weeks give a day, months and years the month and the year that they lead to."""
    if unit in ("day", "week"):
        day += timedelta(days=count * (7 if unit == "week" else 1))
        return day, day
    then = months_before(day, -count * (12 if unit == "year" else 1))
    return whole(then.year) if unit == "year" else month_span(then.year, then.month)


def previous(m: re.Match[str], anchor: Days) -> Days:
    """ "the previous day", "the month before"."""
    return _beside(anchor[0], m["unit"].lower(), -1)


def following(m: re.Match[str], anchor: Days) -> Days:
    """ "the next day", "the following month"."""
    return _beside(anchor[1], m["unit"].lower(), 1)


def _beside(day: date, unit: str, step: int) -> Days:
    """The day, week, month or year before or after that of `day`."""
    if unit == "week":
        monday = weekday_before(0, day) + timedelta(days=7 * step)
        return monday, monday + timedelta(days=6)
    return _moved(day, step, unit)


def same(m: re.Match[str], anchor: Days) -> Days:
    """ "the same day" is the anchor; "that month" the anchor's."""
    unit = m.group().lower().split()[-1]
    if unit == "month":
        return month_span(anchor[0].year, anchor[0].month)
    return whole(anchor[0].year) if unit == "year" else anchor


def since(m: re.Match[str], anchor: Days) -> Days:
    """ "since then" begins with the anchor; whoever reads it adds that it lasts until the report."""
    return anchor


def unknown(m: re.Match[str], anchor: Days) -> None:
    """ "in the days after the fall": nobody can say which; the words are kept."""
    return None
