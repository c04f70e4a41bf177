"""Words of time in English text: the patterns, most exact first, and where each stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from sijil.model.period import Period, precision_of
from sijil.rules import load
from sijil.steps.languages.en import days
from sijil.steps.languages.en.days import Clock, Days
from sijil.steps.languages.en.words import one_of
from sijil.steps.reading.scene import When

Reading = Callable[[re.Match[str], Clock], Days | None]

_D = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_D2 = r"(?P<day2>\d{1,2})(?:st|nd|rd|th)?"
_Y = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_TO = r"\s*(?:and|to|-|–)\s*"
_COMMA = r"\s*[,،]?\s*"
_SINCE = r"(?P<since>\b(?:since|starting|from)\s+(?:the\s+)?(?:late\s+|on\s+)?)?"
_WORDS = r"(?:[\w’'-]+\s+)"


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Reading, frozenset[str]], ...]:
    """In the order in which they are tried: what one has taken, none after it takes; and what each needs in a text."""
    listed = (*_dated(), *_counted_back(), *_vague())
    return tuple((re.compile(pattern, re.I), reading, _needs(pattern)) for pattern, reading in listed)


@cache
def _signs() -> dict[str, re.Pattern[str]]:
    """Words without which no pattern with a group of that name matches."""
    dates = load("en/dates")
    words = {"month": dates["months"], "weekday": dates["weekdays"], "relative": dates["relative"]}
    units = {"unit": ("day", "hour", "week", "month", "year"), "overnight": ("overnight",)}
    return {"day": re.compile(r"\d")} | {n: re.compile(one_of(w), re.I) for n, w in {**words, **units}.items()}


def _needs(pattern: str) -> frozenset[str]:
    """Names of signs; a month may also be a number, beside a day."""
    named = {name for name in ("day", "month", "weekday", "relative", "unit") if f"(?P<{name}>" in pattern}
    if r"(?P<month>\d" in pattern:
        named.discard("month")
    return frozenset(named or ({"overnight"} if "overnight" in pattern else {"day"}))


def _month() -> str:
    return rf"(?P<month>{one_of(load('en/dates')['months'])})\b\.?"


def _dated() -> tuple[tuple[str, Reading], ...]:
    """Days of a month, parts of a month, months with their year."""
    month = _month()
    begun = "began|begun|begins|started|erupted|broke out|beginning|starting"
    parts = r"(?P<part>early|mid|late|the beginning of|the end of|the middle of|end of|beginning of)[\s-]+"
    return (
        (rf"(?:between|from)?\s*\b{_D}{_TO}{_D2}\s+(?:of\s+)?{month}(?:{_COMMA}{_Y})?\b", days.days),
        (rf"\b{month}\s+{_D}{_TO}{_D2}\b(?:{_COMMA}{_Y})?", days.days),
        (rf"{_SINCE}\b{_D}\s+(?:of\s+)?{month}{_COMMA}{_Y}", days.day),
        (rf"{_SINCE}\b{month}\s+{_D}{_COMMA}{_Y}", days.day),
        (rf"{_SINCE}\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-{_D}\b", days.day),
        (rf"{_SINCE}\b(?P<day>\d{{1,2}})[./-](?P<month>\d{{1,2}})[./-]{_Y}", days.numeric),
        (rf"{_SINCE}\b{parts}(?:in\s+)?{month}(?:{_COMMA}{_Y})?\b", days.part),
        (rf"{_SINCE}\b{_D}\s+(?:of\s+)?{month}", days.day),
        (rf"{_SINCE}\b{month}\s+{_D}(?![\d:,]\d)\b", days.day),
        (
            rf"(?P<since>\b(?:{begun})\s+(?:back\s+)?in\s+(?:early\s+|mid-?\s*|late\s+)?){month}\s*[,،]?\s+(?:of\s+)?{_Y}",
            days.month,
        ),
        (rf"(?P<since>\bsince\s+{_WORDS}{{0,20}}in\s+){month}\s*[,،]?\s+(?:of\s+)?{_Y}", days.month),
        (rf"{_SINCE}\b{month}\s*[,،]?\s+(?:of\s+)?{_Y}", days.month),
    )


def _counted_back() -> tuple[tuple[str, Reading], ...]:
    """Weekdays, and days counted from that of the report."""
    name = one_of(load("en/dates")["weekdays"])
    weekday = rf"(?P<weekday>{name})(?:s|’s|'s)?"
    today = one_of(load("en/dates")["relative"])
    months = one_of(load("en/dates")["months"])
    dated = rf"(?!\W+(?:(?:{months})\b\W*\d|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{months})\b))"  # "Friday March 15"
    return (
        (rf"\b(?:between\s+|on\s+)?{weekday}\s+(?:and|or|to|through)\s+(?P<weekday2>{name})\b", days.weekdays),
        (rf"{_SINCE}\b(?:last\s+|this\s+|earlier\s+|on\s+)?{weekday}\b{dated}", days.weekday),
        (rf"\b(?P<relative>{today})\b", days.relative),
        (r"\bovernight\b", days.overnight),
    )


def _vague() -> tuple[tuple[str, Reading], ...]:
    """Spans up to the report, weeks, months without year, years."""
    month = _month()
    past = r"(?:past|last|previous)\s+(?:(?P<count>\d+|[a-z]+(?:-[a-z]+)?)\s+)?"
    counted = r"(?P<count2>\d+|[a-z]+(?:-[a-z]+)?)\s+"
    units = r"(?P<unit>days|hours|weeks|months|years|week|month|year)\b(?!\s+(?:ago|later|earlier|before|of))"
    lead = r"(?P<lead>\b(?:in|during|since|last|by|until|of)\s+(?:the\s+month\s+of\s+)?)"
    return (
        (rf"(?P<since>\bsince\s+){_WORDS}{{0,10}}(?P<which>last|this|past)\s+(?P<unit>week|month|year)\b", days.last),
        (rf"^\W{{0,4}}{month}(?=\s*[:–-])", days.month),
        (rf"\b(?:in|over|within|during|for)\s+(?:the\s+)?(?:{past}|{counted}){units}", days.span),
        (r"\b(?P<count>\d+|[a-z]+)\s+(?P<unit>days?|weeks?|months?)\s+ago\b", days.ago),
        (r"\b(?P<which>last|this|past)\s+(?P<unit>week|month|year|weekend)\b", days.last),
        (rf"{_SINCE}{lead}{month}(?!\s+\d)", days.month),
        (rf"(?P<since>\bsince\s+(?:{_WORDS}{{1,20}}in\s+)?){_Y}", days.year),
        (
            rf"(?P<since>\b(?:began|begun|started|erupted|broke out)\s+in\s+(?:early\s+|mid-?\s*|late\s+)?){_Y}",
            days.year,
        ),
        (rf"\b(?:in|during|of|throughout|from|until|early|late)\s+{_Y}(?!-)", days.year),
    )


def periods(text: str, clock: Clock) -> tuple[When, ...]:
    """Every expression of time in `text`, longest and most exact first taken, in text order."""
    found: list[When] = []
    missing = {name for name, sign in _signs().items() if sign.search(text) is None}  # most patterns need not be tried
    for pattern, reading, needs in _patterns():
        if needs & missing:
            continue
        for m in pattern.finditer(text):
            if all(m.end() <= w.start or m.start() >= w.end for w in found):
                found.append(_when(m, reading(m, clock), clock))
    return tuple(_ranges(text, sorted((w for w in found if w.end > w.start), key=lambda w: w.start)))


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


def _when(m: re.Match[str], found: Days | None, clock: Clock) -> When:
    words = m.group().strip()
    since = bool(m.groupdict().get("since")) and not words.lower().startswith("from")
    if found is None:
        return When(m.start(), m.end(), Period(None, None, "unresolved", words), since)
    start, end = found
    if since and clock.base:
        end = max(start, clock.base)
    age = (clock.base - end).days if clock.base else None
    return When(m.start(), m.end(), Period(start, end, precision_of(start, end), words), since, age=age)


# "said late on ", "told the agency " before a day: it dates the saying.
_SAID_ON = re.compile(
    r"\b(?:said|says|told\s+\S+(?:\s+\S+)?|reported|announced|added|statement|confirmed|stated)"
    r"\s+(?:late\s+)?(?:on\s+|in a statement\s+(?:on\s+)?)?$",
    re.I,
)
# "the truce took effect on " before a day: it dates the agreement.
_IN_FORCE = re.compile(
    r"\b(?:in(?:to)? force|in(?:to)? effect|took effect|takes effect|effective|signed"
    r"|(?:truce|ceasefire|cease-fire|agreement|deal|accord)(?: of| from| since)?)\s+(?:on\s+|from\s+|since\s+)?$",
    re.I,
)


def in_sentence(text: str, clock: Clock, offset: int, dateline: When | None = None) -> tuple[When, ...]:
    """Expressions of time of a sentence with offsets of the whole main text.

    Days that date the saying ("said on Friday") or the report (its dateline) are marked as of the report.
    """
    found = []
    for when in periods(text, clock):
        lead = text[: when.start]
        moved = replace(when, start=when.start + offset, end=when.end + offset)
        printed = dateline is not None and moved.start < dateline.end and moved.end > dateline.start
        told = _SAID_ON.search(lead) is not None
        found.append(replace(moved, of_pact=_IN_FORCE.search(lead) is not None, of_report=told or printed))
    return tuple(found)
