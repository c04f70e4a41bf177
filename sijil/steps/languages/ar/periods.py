"""Words of time in Arabic text, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from sijil.model.period import Period, precision_of
from sijil.rules import load
from sijil.steps.languages.ar import lengths
from sijil.steps.languages.ar.dated import numeric_dates
from sijil.steps.languages.ar.dayterms import Numeric, Terms, days_named, terms_at
from sijil.steps.languages.ar.monthyear import month_read, year_read
from sijil.steps.languages.ar.ranges import Found, ranges, since_event
from sijil.steps.languages.ar.text import Word, keys, words_of
from sijil.steps.languages.ar.timewords import phrase_at, senses
from sijil.steps.languages.ar.written import Tail, dated_at, is_, with_tail
from sijil.steps.reading.calendar import Days
from sijil.steps.reading.clock import Clock
from sijil.steps.reading.scene import When

#: Meanings of words at which a time may begin.
_DAYS = frozenset(("number", "ordinal", "nth", "weekday", "relative", "phrase"))
_PHRASES = ("phrase", "now", "ahead")
_STARTS = _DAYS | {"month_name", "part", "unit", "share", "within", "ago", "since", "ahead", "year", "now"}


def periods(text: str, clock: Clock) -> tuple[When, ...]:
    """Every expression of time of a text, in order; offsets count from its begin."""
    return tuple(times(words_of(text), text, 0, clock))


def times(words: Sequence[Word], text: str, base: int, clock: Clock) -> Iterator[When]:
    """Every expression of time in words, whose text begins at offset `base`."""
    found = _without_own_year(words, list(_found(words, _numeric(words, text, base), clock)))
    for one in ranges(words, found):
        yield from _whens(words, one, text, base, clock)


def _without_own_year(words: Sequence[Word], found: Sequence[Found]) -> list[Found]:
    """The times without a year that only belongs to the date before it: "24 من شهر تموز لهذا العام"."""
    this_year = keys(load("ar/dates")["this_year"]["words"])
    kept: list[Found] = []
    for one in found:
        behind = kept and 0 <= one.first - kept[-1].end <= 1 and not words[one.first].gap.strip()
        if not (behind and all(word.key in this_year for word in words[kept[-1].end : one.end])):
            kept.append(one)
    return kept


def _numeric(words: Sequence[Word], text: str, base: int) -> Numeric:
    if not any(word.key[:1].isdigit() for word in words):
        return {}
    starts = {word.start - base: i for i, word in enumerate(words)}
    ends = {word.end - base: i for i, word in enumerate(words)}
    return {
        starts[start]: (ends[end] + 1, day)
        for start, end, day in numeric_dates(text)
        if start in starts and end in ends
    }


def _found(words: Sequence[Word], numeric: Numeric, clock: Clock) -> Iterator[Found]:
    """The times in order, none over another."""
    i = 0
    while i < len(words):
        known = senses(words[i])
        if i not in numeric and known.keys().isdisjoint(_STARTS):
            i += 1
            continue
        found = _at(words, i, numeric, clock)
        if found is None:
            i += 1
            continue
        yield found
        i = max(found.end, i + 1)


def _at(words: Sequence[Word], i: int, numeric: Numeric, clock: Clock) -> Found | None:
    """The time that begins at word `i`, the most exact reading first."""
    known = senses(words[i])
    day = i in numeric or not known.keys().isdisjoint(_DAYS)
    if day and not _no_day(words, i, numeric):
        terms = terms_at(words, i, numeric)
        if terms is not None:
            first, terms = _begin(words, i), _with_year(words, terms)
            return Found(first, terms.end, tuple(days_named(terms, clock)), is_(words, first - 1, "since"))
    if not known.keys().isdisjoint(_PHRASES) and (found := _phrase(words, i, clock)):
        return found
    for name, reading in _READINGS:
        if name in known and (read := reading(words, i, clock)):
            end, days = read
            return Found(i, end, (days,) if days else (), name == "since" or is_(words, i - 1, "since"))
    if "month_name" in known:
        return month_read(words, i, clock)
    return year_read(words, i, clock) if "number" in known or "year" in known else None


_READINGS = (
    ("since", lengths.lasting_at),
    ("ago", lengths.ago_at),
    ("part", lengths.part_at),
    ("share", lengths.share_at),
    ("within", lengths.within_at),
    ("unit", lengths.unit_at),
    ("number", lengths.past_at),
)


def _with_year(words: Sequence[Word], terms: Terms) -> Terms:
    """A date without year that runs to one with its year: "من 26 نيسان إلى 19 آب 2021"."""
    at = terms.end + is_(words, terms.end, "to")
    if terms.dated is None or at >= len(words) or at == terms.end and words[at].key[:1] != "و":
        return terms
    until = dated_at(words, at)
    return replace(terms, dated=with_tail(terms.dated, Tail(until.tail.year))) if until else terms


def _no_day(words: Sequence[Word], i: int, numeric: Numeric) -> bool:
    """Whether a weekday or a date names something else: a street, a person; a date with its year never does."""
    if not is_(words, i - 1, "not_before") or i in numeric or words[i].gap.strip():
        return False
    dated = dated_at(words, i)
    return dated is None or dated.tail.year is None


def _begin(words: Sequence[Word], i: int) -> int:
    """Where the words of a day begin: with the part of the day before it ("بعد ظهر يوم ...")."""
    first = i
    while first > i - 4 and is_(words, first - 1, "day_part") and not words[first].gap.strip():
        first -= 1
    while first < i and is_(words, first, "leading") and not (first + 1 < i and is_(words, first + 1, "day_part")):
        first += 1
    return first


def _phrase(words: Sequence[Word], i: int, clock: Clock) -> Found | None:
    """ "after midnight", "since the morning": the day of the report; "tomorrow"; "recently"."""
    named = phrase_at(words, i) if is_(words, i, "phrase") else None
    if named is None:
        named = next(((name, senses(words[i])[name], i + 1) for name in ("now", "ahead") if is_(words, i, name)), None)
    if named is None or named[0] not in ("now", "ahead", "unknown"):
        return None
    name, value, end = named
    if name == "now" and (is_(words, i - 1, "not_before_now") or is_(words, end, "weekday", "relative", "number")):
        return None
    if name == "now" and clock.base:
        return Found(i, end, ((clock.base, clock.base),))
    if name == "ahead" and clock.base:
        day = clock.base + timedelta(days=int(value))
        return Found(i, end, ((day, day),))
    return Found(i, end, ())


def _whens(words: Sequence[Word], found: Found, text: str, base: int, clock: Clock) -> Iterator[When]:
    """What one time stands for: itself, or the span since it; since an event of its day it is both."""
    start, end = words[found.first].start, words[found.end - 1].end
    said = " ".join(text[start - base : end - base].split())
    until = clock.end
    if not found.days or found.since and until is None:
        yield When(start, end, Period(None, None, "unresolved", said), found.since)
        return
    event = not found.since and not found.run and since_event(words, found.first)
    if (found.since or event) and until:
        first = found.days[0][0]
        yield _known((start, end), (first, max(first, until)), said, clock, since=True)
    if not found.since:
        row = [found.days[0][0], found.days[-1][1]] if len(found.days) > 1 else []
        if row and (row[1] - row[0]).days == len(found.days) - 1:  # "3 و4 آذار": what is told lasted all of them
            yield _known((start, end), (row[0], row[1]), said, clock, since=False)
        for days in found.days:
            yield _known((start, end), days, said, clock, since=False)


def _known(place: tuple[int, int], days: Days, said: str, clock: Clock, since: bool) -> When:
    age = (clock.base - days[1]).days if clock.base else None
    ahead = clock.limit is not None and days[0] > clock.limit
    return When(*place, Period(*days, precision_of(*days), said), since, age=age, ahead=ahead)
