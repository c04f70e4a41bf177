"""Days that a text tells without their year, and weekdays: what undated posts of one event have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from sijil.rules import load
from sijil.steps.languages import languages_in, pack_of
from sijil.steps.languages.pack import Pack
from sijil.steps.reading.calendars import months

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 31  # days of a month


def monthdays(texts: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """(month, day) of the Gregorian dates that texts tell in words, with a year or without, each once, in order."""
    found = {day for text in _cut(texts) for pack in _packs(text) for day in _told(text, pack)}
    return tuple(sorted(found))


def weekdays(texts: Iterable[str]) -> tuple[int, ...]:
    """The weekdays that texts name, Monday 0, each once, in order."""
    return tuple(sorted({day for text in _cut(texts) for pack in _packs(text) for day in _named(text, pack)}))


def _cut(texts: Iterable[str]) -> Iterator[str]:
    return (text[: load("story")["longest"]] for text in texts)


def _packs(text: str) -> Iterator[Pack]:
    return map(pack_of, languages_in(text))


def _told(text: str, pack: Pack) -> Iterator[tuple[int, int]]:
    table = _months(pack)
    for pattern in _patterns(pack) if table else ():
        for m in pattern.finditer(text):
            if 1 <= int(m["day"]) <= _LONGEST and not m["month"][0].islower():
                yield table[m["month"].casefold()], int(m["day"])


def _named(text: str, pack: Pack) -> Iterator[int]:
    table = _weekdays(pack)
    words = pack.words(text) if pack.words else ((word.casefold(),) for word in _WORD.findall(text))
    yield from (table[stem] for stems in words for stem in stems if stem in table)


@cache
def _weekdays(pack: Pack) -> Mapping[str, int]:
    listed = pack.rules("dates").get("weekdays", {})
    return {(next(iter(pack.words(word)))[0] if pack.words else word): day for word, day in listed.items()}


@cache
def _months(pack: Pack) -> Mapping[str, int]:
    own: dict[str, int] = pack.rules("dates").get("months", {})
    region = months("arabic" if pack.script == "ARABIC" else "latin")
    return {word: month.number for word, month in region.items() if month.calendar == "gregorian"} | own


@cache
def _patterns(pack: Pack) -> tuple[re.Pattern[str], ...]:
    """ "6 October", "the 6th of October", "October 6"."""
    month = f"(?P<month>{'|'.join(sorted(map(re.escape, _months(pack)), key=len, reverse=True))})(?!\\w)"
    between = "|".join(sorted(map(re.escape, pack.rules("story").get("days", {}).get("between", ())), key=len))
    before = rf"(?<![\d.:/])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s/-]{{1,3}}(?:(?:{between or 'of'})\s+)*{month}"
    after = rf"(?<!\w){month}\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])"
    return re.compile(before, re.I), re.compile(after, re.I)
