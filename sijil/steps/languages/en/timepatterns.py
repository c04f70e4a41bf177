"""Patterns of time in English text, most exact first, each with the reading of its days (days.py, counted.py)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from sijil.rules import load
from sijil.steps.languages.en import counted, days
from sijil.steps.languages.en.words import one_of
from sijil.steps.reading.calendar import Days
from sijil.steps.reading.calendars import months
from sijil.steps.reading.clock import Clock

Reading = Callable[[re.Match[str], Clock], Days | None]

_D = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_D2 = r"(?P<day2>\d{1,2})(?:st|nd|rd|th)?"
_Y = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_TO = r"\s*(?:and|to|-|–)\s*"
_COMMA = r"\s*[,،]?\s*"
_SINCE = r"(?P<since>\b(?:since|starting|from)\s+(?:the\s+)?(?:late\s+|on\s+)?)?"
_WORDS = r"(?:[\w’'-]+\s+)"
_WHICH_YEAR = r"(?P<which>last|this|the\s+previous)\s+year\b"
_BEGUN = "began|begun|begins|started|erupted|broke out|beginning|starting"


@cache
def patterns() -> tuple[tuple[re.Pattern[str], Reading, frozenset[str]], ...]:
    """In the order in which they are tried: what one has taken, none after it takes; and the signs that each needs."""
    listed = (*_dated(), *_years(), *_other_calendars(), *_counted_back(), *_spans(), *_vague())
    return tuple((re.compile(pattern, re.I), reading, frozenset(needs.split())) for needs, pattern, reading in listed)


@cache
def signs() -> dict[str, re.Pattern[str]]:
    """What a text must have for a pattern to be tried on it: most sentences have none of it."""
    dates = load("en/dates")
    words = {
        "month": one_of(dates["months"]),
        "weekday": one_of(dates["weekdays"]),
        "relative": one_of(dates["relative"]),
        "other": one_of(months("latin")),
        "coming": one_of(("next", "coming", *dates["ahead"])),
        "unit": "(?:hour|day|week|month|year)s?",
        "night": "overnight|all night",
        "weekend": "weekend",
    }
    # "Nov 272017": texts lose the space before a year.
    digits = {"digit": re.compile(r"\d"), "year": re.compile(r"(?:19|20)\d\d")}
    return digits | {name: re.compile(rf"\b(?:{w})", re.I) for name, w in words.items()}


def _count() -> str:
    """A number in digits or words, up to ninety-nine; "a" and "an" count one."""
    numbers = load("en/numbers")
    tens, units = one_of(numbers["tens"]), one_of(numbers["units"])
    return rf"(?:\d+|(?:{tens})(?:[\s-](?:{units}))?|{units}|an?|a\s+hundred)"


def _month() -> str:
    return rf"(?P<month>{one_of(load('en/dates')['months'])})\b\.?"


def _parts(table: str) -> str:
    """ "early", "the end of": words of a part of a month or year."""
    before = rf"(?:the\s+)?(?:{one_of(load('en/dates')[table])})(?:\s+of|\s+part\s+of)?"
    return rf"(?P<part>{before})(?:\s+|\s*-\s*)(?:in\s+)?"


def _dated() -> tuple[tuple[str, str, Reading], ...]:
    """Days of a month, parts of a month, months with their year."""
    month, which = _month(), _WHICH_YEAR
    weekday = f"(?:{one_of(load('en/dates')['weekdays'])})"
    nth = r"(?:(?P<nth>first|second|third|fourth)\s+week|last\s+(?P<last_days>\d+|[a-z]+)\s+days)"
    return (
        (
            "month digit",
            rf"(?:between|from)?\s*\b{_D}{_TO}(?:{weekday}\s+)?{_D2}\s+(?:of\s+)?{month}(?:{_COMMA}{_Y})?\b",
            days.days,
        ),
        ("month digit", rf"\b{month}\s+{_D}{_TO}{_D2}\b(?:{_COMMA}{_Y})?", days.days),
        ("month year", rf"{_SINCE}\b{_D}\s+(?:of\s+)?{month}{_COMMA}{_Y}", days.day),
        ("month year", rf"{_SINCE}\b{month}\s+{_D}{_COMMA}{_Y}", days.day),
        ("year", rf"{_SINCE}\b(?P<year>(?:19|20)\d\d)[./-](?P<month>\d\d)[./-]{_D}\b", days.day),
        ("year", rf"{_SINCE}\b(?P<day>\d{{1,2}})[./-](?P<month>\d{{1,2}})[./-]{_Y}", days.numeric),
        ("digit", rf"{_SINCE}\b(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})/(?P<year>\d\d)(?![\d/])", days.numeric),
        ("month digit unit", rf"{_SINCE}\b{_D}\s+(?:of\s+)?{month}\s+(?:of\s+)?{which}", days.month_of_year),
        ("month unit", rf"(?P<since>\bsince\s+{_WORDS}{{0,12}}in\s+){month}\s+(?:of\s+)?{which}", days.month_of_year),
        ("month unit", rf"{_SINCE}\b{month}\s+(?:of\s+)?{which}", days.month_of_year),
        (
            "month unit",
            rf"\b(?:the\s+)?{nth}\s+(?:of|in)\s+(?:the\s+month\s+of\s+)?{month}(?:{_COMMA}{_Y})?\b",
            days.week,
        ),
        ("month", rf"{_SINCE}\b{_parts('parts')}{month}(?:{_COMMA}{_Y})?\b", days.part),
        ("month digit", rf"{_SINCE}\b{_D}\s+(?:of\s+)?{month}", days.day),
        ("month digit", rf"{_SINCE}\b{month}\s+{_D}(?![\d:,]\d)\b", days.day),
        (
            "month year",
            rf"(?P<since>\b(?:{_BEGUN})\s+(?:back\s+)?in\s+(?:early\s+|mid-?\s*|late\s+)?){month}\s*[,،]?\s+(?:of\s+)?{_Y}",
            days.month,
        ),
        ("month year", rf"(?P<since>\bsince\s+{_WORDS}{{0,20}}in\s+){month}\s*[,،]?\s+(?:of\s+)?{_Y}", days.month),
        ("month year", rf"{_SINCE}\b{month}\s*[,،]?\s+(?:of\s+)?{_Y}", days.month),
    )


def _years() -> tuple[tuple[str, str, Reading], ...]:
    """Years from one to another, parts of a year, seasons."""
    return (
        (
            "year",
            rf"(?:\(|\b(?:from|between)\s+){_Y}\s*(?:-|–|to|and|until)\s*(?P<year2>(?:19|20)\d\d)(?![\d-])",
            days.years,
        ),
        ("year", rf"{_SINCE}\b{_parts('year_parts')}{_Y}", days.year_part),
        ("year", rf"{_SINCE}\b(?:the\s+)?(?P<part>spring|summer|autumn|fall)(?:\s+of)?\s+{_Y}", days.year_part),
        ("unit", rf"{_SINCE}\b{_parts('year_parts')}{_WHICH_YEAR}", days.year_part),
    )


def _other_calendars() -> tuple[tuple[str, str, Reading], ...]:
    """Levantine and hijri months by their Latin names, beside a day or a year; Ramadan also alone."""
    named = rf"(?P<other>{one_of(months('latin'))})\b"
    year = r"(?P<year>1[34]\d\d|(?:19|20)\d\d)(?!\d)(?:\s*A?H\b)?"
    return (
        ("other digit", rf"{_SINCE}\b{_D}\s+(?:of\s+)?{named}(?:{_COMMA}{year})?", days.other),
        ("other digit", rf"{_SINCE}\b{named}\s+{_D}(?!\d)(?:{_COMMA}{year})?", days.other),
        ("other digit", rf"{_SINCE}\b{named}{_COMMA}{year}", days.other),
        (
            "other",
            rf"{_SINCE}\b(?:in|during|throughout|of|since)\s+(?:the\s+)?(?:holy\s+)?(?:(?:muslim\s+)?month\s+of\s+)?"
            r"(?P<other>ramadh?an)\b",
            days.other,
        ),
    )


def _counted_back() -> tuple[tuple[str, str, Reading], ...]:
    """Weekdays, and days counted from that of the report."""
    dates = load("en/dates")
    name, listed = one_of(dates["weekdays"]), one_of(dates["months"])
    weekday = rf"(?P<weekday>{name})(?:s|’s|'s)?"
    dated = rf"(?!\W+(?:(?:{listed})\b\W*\d|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{listed})\b))"  # "Friday March 15"
    to = r"\s+(?:and(?:\s+into)?|or|to|into|through|until)\s+"
    ahead = one_of(dates["ahead"])
    return (
        ("weekday", rf"\b(?:overnight\s+)?(?:between\s+|on\s+)?{weekday}{to}(?P<weekday2>{name})\b", counted.weekdays),
        (
            "coming",
            rf"\b(?:(?:on|by)\s+)?(?:next|the\s+coming)\s+(?P<coming>week|month|year|{name})\b{dated}",
            counted.coming,
        ),
        ("coming", rf"\b(?P<coming>{ahead})\b", counted.coming),
        (
            "weekday",
            rf"{_SINCE}\b(?:(?P<last_named>last\s+)|this\s+|earlier\s+|late\s+|on\s+)?{weekday}\b{dated}",
            counted.weekday,
        ),
        ("relative", rf"{_SINCE}\b(?P<relative>{one_of(dates['relative'])})\b", counted.relative),
        ("night", r"\b(?:overnight|all\s+night)\b", counted.overnight),
    )


def _spans() -> tuple[tuple[str, str, Reading], ...]:
    """Spans up to the report, by their length or by where they begin."""
    count = _count()
    past = rf"(?:past|last|previous)\s+(?:(?P<count>{count})\s+)?"
    units = r"(?P<unit>days|hours|weeks|months|years|day|week|month|year)\b(?!\s+(?:ago|later|earlier|before|of))"
    units_of = r"(?P<unit>days|weeks)\s+of\b"
    some = r"(?:recent|several|few|some|many|a\s+few|(?:past|last)\s+(?:few|several|some))"
    start = r"(?:start|beginning)\s+of\s+(?:the|this)\s+(?P<unit>week|month|year)\b"
    return (
        (
            "unit",
            rf"(?P<since>\bsince\s+){_WORDS}{{0,10}}(?P<which>last|this|past)\s+(?P<unit>week|month|year)\b",
            counted.last,
        ),
        ("unit", rf"(?P<since>\b(?:since|from)\s+the\s+){start}", counted.begun),
        ("month", rf"^\W{{0,4}}{_month()}(?=\s*[:–-])", days.listed_month),
        (
            "unit",
            rf"\b(?:in|over|within|during|for)\s+(?:the\s+)?{some}\s+(?P<unit>hours|days|weeks|months|years)\b",
            counted.unknown,
        ),
        (
            "unit",
            rf"\b(?:in|over|within|during|for)\s+(?:the\s+)?(?:{past}|(?P<count2>{count})\s+){units}",
            counted.span,
        ),
        ("unit", rf"\b(?P<count>{count})\s+{units_of}", counted.span),
        ("unit", rf"\b(?P<count>{count})\s+(?P<unit>days?|weeks?|months?|years?)\s+ago\b", counted.ago),
        ("unit", r"\b(?:(?:several|a\s+few|some|many)\s+)?(?P<unit>days|weeks|months|years)\s+ago\b", counted.unknown),
        ("unit", rf"{_SINCE}\b(?P<which>last|this|past)\s+(?P<unit>week|month|year)\b", counted.last),
        ("weekend", r"\b(?:(?:at|over|on|during|by)\s+)?(?:(?:the|last|this|past)\s+)?weekend\b", counted.weekend),
    )


def _vague() -> tuple[tuple[str, str, Reading], ...]:
    """Months without year, years."""
    month = _month()
    lead = r"(?P<lead>\b(?:in|during|(?P<last_named>last)|by|until|of)\s+(?:the\s+month\s+of\s+)?)"
    # A capital tells a month from a verb; "a February ceasefire", "September was the deadliest".
    capital = r"(?-i:(?P<month>January|February|March|April|May|June|July|August|September|October|November|December))"
    return (
        ("month", rf"{_SINCE}{lead}{month}(?!\s+\d)", days.month),
        (
            "month",
            rf"(?P<since>\bsince\s+(?:{_WORDS}{{1,12}}in\s+)?(?P<last_named>last\s+)?){month}(?!\s+\d)",
            days.month,
        ),
        (
            "digit",
            r"\bon\s+the\s+(?P<day>\d{1,2})(?:st|nd|rd|th)\b(?!\s+[a-z]*\s*(?:day|floor|anniversary))",
            days.day_alone,
        ),
        ("year", rf"(?P<since>\bsince\s+(?:{_WORDS}{{1,20}}in\s+)?){_Y}", days.year),
        (
            "year",
            rf"(?P<since>\b(?:began|begun|started|erupted|broke out)\s+in\s+(?:early\s+|mid-?\s*|late\s+)?){_Y}",
            days.year,
        ),
        ("year", rf"\b(?:in|during|of|throughout|from|until|early|late)\s+{_Y}(?!-)", days.year),
        ("month", rf"\b(?:a|an|the|at|this|their|its)\s+{capital}\s+(?=[a-z])", days.month),
        ("year", rf"\b(?:a|an|the|this|their|its|that)\s+(?:[a-z]+\s+)?{_Y}\s+(?=[a-z])", days.year),
    )
