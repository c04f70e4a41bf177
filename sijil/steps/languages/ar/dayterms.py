"""Words that name one day together: "مساء أمس الأحد", "اليوم الثلاثاء 1 آذار", "ليل السبت-الأحد", "الأربعاء الماضي"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sijil.steps.languages.ar.dated import days_of
from sijil.steps.languages.ar.text import Word
from sijil.steps.languages.ar.timewords import phrase_at, senses
from sijil.steps.languages.ar.written import Dated, close, dated_at, is_, short_at
from sijil.steps.reading.calendar import Days, weekday_after, weekday_before
from sijil.steps.reading.clock import Clock

#: Dates in digits by the index of their first word: (index behind it, day).
Numeric = Mapping[int, tuple[int, date]]


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of one day up to word `end`: counted back from the report, weekdays, a date, and which one is meant."""

    end: int
    back: int | None = None
    weekdays: tuple[int, ...] = ()
    which: str = ""
    dated: Dated | None = None
    day: date | None = None  # a date in digits


def terms_at(words: Sequence[Word], i: int, numeric: Numeric) -> Terms | None:
    """The day that is named from word `i` on; None where none is."""
    back = _back(words, i)
    terms = Terms(i) if back is None else Terms(back[1], back[0])
    while terms.end < len(words) and (terms.end == i or close(words[terms.end])):
        more = _more(words, terms, i, numeric)
        if more is None:
            break
        terms = more
    named = terms.back is not None or terms.weekdays or terms.dated or terms.day
    return terms if named else None


def _more(words: Sequence[Word], terms: Terms, first: int, numeric: Numeric) -> Terms | None:
    """The terms with what stands next, if it belongs to them."""
    at = terms.end
    if terms.dated or terms.day:
        return _other_calendar(words, terms, numeric)
    date_from = at
    while at > first and date_from < at + 2 and is_(words, date_from, "links"):
        date_from += 1
    if date_from in numeric and (at > first or date_from == at):
        end, day = numeric[date_from]
        return replace(terms, end=end, day=day)
    if date_from < len(words) and (dated := dated_at(words, date_from) or _short(words, date_from, first)):
        return replace(terms, end=dated.end, dated=dated)
    weekday = senses(words[at]).get("weekday")
    if weekday is not None and _joins(words, terms, at):
        return replace(terms, end=at + 1, weekdays=(*terms.weekdays, weekday))
    which = senses(words[at]).get("which")
    if terms.weekdays and which in ("past", "next") and not terms.which and not words[at].gap.strip():
        return replace(terms, end=at + 1, which=which)
    if date_from > at and is_(words, date_from, "weekday") and terms.back is not None and not terms.weekdays:
        return replace(terms, end=date_from + 1, weekdays=(senses(words[date_from])["weekday"],))
    return None


def _short(words: Sequence[Word], at: int, first: int) -> Dated | None:
    return short_at(words, at) if at > first or is_(words, at - 1, "dating") else None


def _other_calendar(words: Sequence[Word], terms: Terms, numeric: Numeric) -> Terms | None:
    """ "12 جمادى الأولى 1445هـ الموافق 25 تشرين الثاني 2023": the second date is the same day, and counts."""
    if not is_(words, terms.end, "equals") or terms.end + 1 >= len(words):
        return None
    at = terms.end + 1 + is_(words, terms.end + 1, "links")
    if at in numeric:
        return replace(terms, end=numeric[at][0], day=numeric[at][1], dated=None)
    dated = dated_at(words, at)
    return replace(terms, end=dated.end, dated=dated, day=None) if dated else None


def _joins(words: Sequence[Word], terms: Terms, at: int) -> bool:
    """Whether a weekday belongs to the words before it: after "today", or as the second of two days in a row."""
    if not terms.weekdays:
        return terms.back is None or words[at].key[:1] != "و" and not set("-–") & set(words[at].gap)
    if len(terms.weekdays) > 1 or "،" in words[at].gap or "," in words[at].gap:
        return False
    return bool(terms.weekdays[0] != senses(words[at])["weekday"])


def _back(words: Sequence[Word], i: int) -> tuple[int, int] | None:
    """(days before the report, index behind the words) of "today", "yesterday"."""
    if is_(words, i, "phrase") and (found := phrase_at(words, i)) and found[0] == "relative":
        return int(found[1]), found[2]
    back = senses(words[i]).get("relative")
    if back is None or back == 0 and _no_today(words, i):
        return None
    return int(back), i + 1


def _no_today(words: Sequence[Word], i: int) -> bool:
    """ "the next day", "the first day", "Russia Today"."""
    if is_(words, i + 1, "not_today_after", "ordinal") and not words[i + 1].gap.strip():
        return True
    if words[i].gap.strip(" \u200f#") or is_(words, i + 1, "weekday"):
        return False
    named = is_(words, i - 1, "not_outlets_named") and words[i - 1].key[:1] != "و"
    return named or any(is_(words, at, "not_outlets") for at in (i - 2, i - 1))


def days_named(terms: Terms, clock: Clock) -> list[Days]:
    """First and last day of each time that the words name; [] where nobody knows them."""
    weekday = terms.weekdays[-1] if terms.weekdays else None
    found = _days(terms, clock, weekday)
    if len(terms.weekdays) == 2 and len(found) == 1:
        first, last = found[0]
        return [(weekday_before(terms.weekdays[0], first), last)]
    return found


def _days(terms: Terms, clock: Clock, weekday: int | None) -> list[Days]:
    if terms.day:
        return [(terms.day, terms.day)]
    if terms.dated:
        return days_of(terms.dated, clock, weekday)
    if clock.base is None:
        return []
    if terms.back is not None:
        day = clock.base - timedelta(days=terms.back)
        if weekday is not None and day.weekday() != weekday:
            day = weekday_before(weekday, clock.base)  # a report printed after midnight: its weekday is right
        return [(day, day)]
    assert weekday is not None
    if terms.which == "next":
        day = weekday_after(weekday, clock.base)
        return [(day, day)]
    day = weekday_before(weekday, clock.base)
    if terms.which == "past" and (clock.base - day).days < 2:
        day -= timedelta(days=7)  # "last Friday", said on a Friday or Saturday
    return [(day, day)]
