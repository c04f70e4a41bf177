"""Patterns of time in English text, most exact first, each with the reading of its days (days.py, counted.py)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from sijil.rules import load
from sijil.steps.languages.en import counted, days
from sijil.steps.languages.en.clock import Clock
from sijil.steps.languages.en.words import one_of
from sijil.steps.reading.calendar import Days
from sijil.steps.reading.calendars import months

Reading = Callable[[re.Match[str], Clock], Days | None]

_D = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_D2 = r"(?P<day2>\d{1,2})(?:st|nd|rd|th)?"
_Y = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_TO = r"\s*(?:and|to|-|–)\s*"
_COMMA = r"\s*[,،]?\s*"
_SINCE = r"(?P<since>\b(?:since|starting|from)\s+(?:the\s+)?(?:late\s+|on\s+)?)?"
_WORDS = r"(?:[\w’'-]+\s+)"
_BEGUN = "began|begun|begins|started|erupted|broke out|beginning|starting"
_NUMBER = r"\d+|(?!the\b)[a-z]+(?:-[a-z]+)?"


@cache
def patterns() -> tuple[tuple[re.Pattern[str], Reading, frozenset[str]], ...]:
    """In the order in which they are tried: what one has taken, none after it takes; and what each needs in a text."""
    listed = (*_dated(), *_other_calendars(), *_counted_back(), *_spans(), *_vague())
    return tuple((re.compile(pattern, re.I), reading, _needs(pattern)) for pattern, reading in listed)


@cache
def signs() -> dict[str, re.Pattern[str]]:
    """Words without which no pattern with a group of that name matches."""
    dates = load("en/dates")
    words = {"month": dates["months"], "weekday": dates["weekdays"], "relative": dates["relative"]}
    words |= {"other": months("latin"), "coming": ("next", "coming", *dates["ahead"])}
    units = {"unit": ("day", "hour", "week", "month", "year"), "overnight": ("overnight", "all night")}
    return {"day": re.compile(r"\d")} | {n: re.compile(one_of(w), re.I) for n, w in {**words, **units}.items()}


def _needs(pattern: str) -> frozenset[str]:
    """Names of signs; a month may also be a number, beside a day."""
    named = {name for name in signs() if f"(?P<{name}>" in pattern}
    if r"(?P<month>\d" in pattern:
        named.discard("month")
    if r"(?P<other>" in pattern:
        named.discard("day")
    if "weekend" in pattern:
        return frozenset(("unit",))
    return frozenset(named or ({"overnight"} if "overnight" in pattern else {"day"}))


def _month() -> str:
    return rf"(?P<month>{one_of(load('en/dates')['months'])})\b\.?"


def _parts(table: str) -> str:
    """ "early", "the end of": words of a part of a month or year."""
    before = rf"(?:the\s+)?(?:{one_of(load('en/dates')[table])})(?:\s+of|\s+part\s+of)?"
    return rf"(?P<part>{before})(?:\s+|\s*-\s*)(?:in\s+)?"


def _dated() -> tuple[tuple[str, Reading], ...]:
    """Days of a month, parts of a month or year, months with their year."""
    month, which = _month(), r"(?P<which>last|this|the\s+previous)\s+year\b"
    weekday = f"(?:{one_of(load('en/dates')['weekdays'])})"
    nth = r"(?:(?P<nth>first|second|third|fourth)\s+week|last\s+(?P<last_days>\d+|[a-z]+)\s+days)"
    return (
        (rf"(?:between|from)?\s*\b{_D}{_TO}(?:{weekday}\s+)?{_D2}\s+(?:of\s+)?{month}(?:{_COMMA}{_Y})?\b", days.days),
        (rf"\b{month}\s+{_D}{_TO}{_D2}\b(?:{_COMMA}{_Y})?", days.days),
        (rf"{_SINCE}\b{_D}\s+(?:of\s+)?{month}{_COMMA}{_Y}", days.day),
        (rf"{_SINCE}\b{month}\s+{_D}{_COMMA}{_Y}", days.day),
        (rf"{_SINCE}\b(?P<year>(?:19|20)\d\d)[./-](?P<month>\d\d)[./-]{_D}\b", days.day),
        (rf"{_SINCE}\b(?P<day>\d{{1,2}})[./-](?P<month>\d{{1,2}})[./-]{_Y}", days.numeric),
        (rf"{_SINCE}\b(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})/(?P<year>\d\d)(?![\d/])", days.numeric),
        (rf"{_SINCE}\b{_D}\s+(?:of\s+)?{month}\s+(?:of\s+)?{which}", days.month_of_year),
        (rf"(?P<since>\bsince\s+{_WORDS}{{0,12}}in\s+){month}\s+(?:of\s+)?{which}", days.month_of_year),
        (rf"{_SINCE}\b{month}\s+(?:of\s+)?{which}", days.month_of_year),
        (rf"\b(?:the\s+)?{nth}\s+(?:of|in)\s+(?:the\s+month\s+of\s+)?{month}(?:{_COMMA}{_Y})?\b", days.week),
        (rf"{_SINCE}\b{_parts('parts')}{month}(?:{_COMMA}{_Y})?\b", days.part),
        (rf"{_SINCE}\b{_D}\s+(?:of\s+)?{month}", days.day),
        (rf"{_SINCE}\b{month}\s+{_D}(?![\d:,]\d)\b", days.day),
        (
            rf"(?P<since>\b(?:{_BEGUN})\s+(?:back\s+)?in\s+(?:early\s+|mid-?\s*|late\s+)?){month}\s*[,،]?\s+(?:of\s+)?{_Y}",
            days.month,
        ),
        (rf"(?P<since>\bsince\s+{_WORDS}{{0,20}}in\s+){month}\s*[,،]?\s+(?:of\s+)?{_Y}", days.month),
        (rf"{_SINCE}\b{month}\s*[,،]?\s+(?:of\s+)?{_Y}", days.month),
        (rf"(?:\(|\b(?:from|between)\s+){_Y}\s*(?:-|–|to|and|until)\s*(?P<year2>(?:19|20)\d\d)(?![\d-])", days.years),
        (rf"{_SINCE}\b{_parts('year_parts')}{_Y}", days.year_part),
        (rf"{_SINCE}\b(?:the\s+)?(?P<part>spring|summer|autumn|fall)(?:\s+of)?\s+{_Y}", days.year_part),
        (rf"{_SINCE}\b{_parts('year_parts')}{which}", days.year_part),
    )


def _other_calendars() -> tuple[tuple[str, Reading], ...]:
    """Levantine and hijri months by their Latin names, beside a day or a year; Ramadan also alone."""
    named = rf"(?P<other>{one_of(months('latin'))})\b"
    year = r"(?P<year>1[34]\d\d|(?:19|20)\d\d)(?!\d)(?:\s*A?H\b)?"
    return (
        (rf"{_SINCE}\b{_D}\s+(?:of\s+)?{named}(?:{_COMMA}{year})?", days.other),
        (rf"{_SINCE}\b{named}\s+{_D}(?!\d)(?:{_COMMA}{year})?", days.other),
        (rf"{_SINCE}\b{named}{_COMMA}{year}", days.other),
        (
            rf"{_SINCE}\b(?:in|during|throughout|of|since)\s+(?:the\s+)?(?:holy\s+)?(?:(?:muslim\s+)?month\s+of\s+)?"
            r"(?P<other>ramadh?an)\b",
            days.other,
        ),
    )


def _counted_back() -> tuple[tuple[str, Reading], ...]:
    """Weekdays, and days counted from that of the report."""
    dates = load("en/dates")
    name, listed = one_of(dates["weekdays"]), one_of(dates["months"])
    weekday = rf"(?P<weekday>{name})(?:s|’s|'s)?"
    dated = rf"(?!\W+(?:(?:{listed})\b\W*\d|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{listed})\b))"  # "Friday March 15"
    to = r"\s+(?:and(?:\s+into)?|or|to|into|through|until)\s+"
    ahead = one_of(dates["ahead"])
    return (
        (rf"\b(?:overnight\s+)?(?:between\s+|on\s+)?{weekday}{to}(?P<weekday2>{name})\b", counted.weekdays),
        (rf"\b(?:(?:on|by)\s+)?(?:next|the\s+coming)\s+(?P<coming>week|month|year|{name})\b{dated}", counted.coming),
        (rf"\b(?P<coming>{ahead})\b", counted.coming),
        (
            rf"{_SINCE}\b(?:(?P<last_named>last\s+)|this\s+|earlier\s+|late\s+|on\s+)?{weekday}\b{dated}",
            counted.weekday,
        ),
        (rf"{_SINCE}\b(?P<relative>{one_of(dates['relative'])})\b", counted.relative),
        (r"\b(?:overnight|all\s+night)\b", counted.overnight),
    )


def _spans() -> tuple[tuple[str, Reading], ...]:
    """Spans up to the report, by their length or by where they begin."""
    past = rf"(?:past|last|previous)\s+(?:(?P<count>{_NUMBER})\s+)?"
    units = r"(?P<unit>days|hours|weeks|months|years|day|week|month|year)\b(?!\s+(?:ago|later|earlier|before|of))"
    units_of = r"(?P<unit>days|weeks)\s+of\b"
    some = r"(?:recent|several|few|some|many|a\s+few|(?:past|last)\s+(?:few|several|some))"
    start = r"(?:start|beginning)\s+of\s+(?:the|this)\s+(?P<unit>week|month|year)\b"
    return (
        (
            rf"(?P<since>\bsince\s+){_WORDS}{{0,10}}(?P<which>last|this|past)\s+(?P<unit>week|month|year)\b",
            counted.last,
        ),
        (rf"(?P<since>\b(?:since|from)\s+the\s+){start}", counted.begun),
        (rf"^\W{{0,4}}{_month()}(?=\s*[:–-])", days.listed_month),
        (
            rf"\b(?:in|over|within|during|for)\s+(?:the\s+)?{some}\s+(?P<unit>hours|days|weeks|months|years)\b",
            counted.unknown,
        ),
        (
            rf"\b(?:in|over|within|during|for)\s+(?:the\s+)?(?:{past}|(?P<count2>{_NUMBER})\s+){units}",
            counted.span,
        ),
        (rf"\b(?P<count>{_NUMBER})\s+{units_of}", counted.span),
        (rf"\b(?P<count>{_NUMBER})\s+(?P<unit>days?|weeks?|months?|years?)\s+ago\b", counted.ago),
        (rf"{_SINCE}\b(?P<which>last|this|past)\s+(?P<unit>week|month|year)\b", counted.last),
        (r"\b(?:(?:at|over|on|during|by)\s+)?(?:(?:the|last|this|past)\s+)?weekend\b", counted.weekend),
    )


def _vague() -> tuple[tuple[str, Reading], ...]:
    """Months without year, years."""
    month = _month()
    lead = r"(?P<lead>\b(?:in|during|(?P<last_named>last)|by|until|of)\s+(?:the\s+month\s+of\s+)?)"
    # A capital tells a month from a verb; "a February ceasefire", "September was the deadliest".
    capital = r"(?-i:(?P<month>January|February|March|April|May|June|July|August|September|October|November|December))"
    return (
        (rf"{_SINCE}{lead}{month}(?!\s+\d)", days.month),
        (rf"(?P<since>\bsince\s+(?:{_WORDS}{{1,12}}in\s+)?(?P<last_named>last\s+)?){month}(?!\s+\d)", days.month),
        (r"\bon\s+the\s+(?P<day>\d{1,2})(?:st|nd|rd|th)\b(?!\s+[a-z]*\s*(?:day|floor|anniversary))", days.day_alone),
        (rf"(?P<since>\bsince\s+(?:{_WORDS}{{1,20}}in\s+)?){_Y}", days.year),
        (
            rf"(?P<since>\b(?:began|begun|started|erupted|broke out)\s+in\s+(?:early\s+|mid-?\s*|late\s+)?){_Y}",
            days.year,
        ),
        (rf"\b(?:in|during|of|throughout|from|until|early|late)\s+{_Y}(?!-)", days.year),
        (rf"\b(?:a|an|the|at|this|their|its)\s+{capital}\s+(?=[a-z])", days.month),
        (rf"\b(?:a|an|the|this|their|its|that)\s+(?:[a-z]+\s+)?{_Y}\s+(?=[a-z])", days.year),
    )
