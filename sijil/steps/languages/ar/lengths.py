"""Times told by their length or by a unit of the calendar: "خلال الـ 24 ساعة الماضية", "الشهر الماضي", "قبل يومين".

Each reading takes words from index `i` and the clock; its answer is (index behind the words, first and last day or
None), or None where the words are no such time.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijil.rules import load
from sijil.steps.languages.ar.dated import days_of
from sijil.steps.languages.ar.numbers import number_at
from sijil.steps.languages.ar.reckoned import FARTHEST, ago, back, coming, last, this, whole
from sijil.steps.languages.ar.text import Word
from sijil.steps.languages.ar.timewords import senses
from sijil.steps.languages.ar.written import Dated, Tail, close, is_, months_at, tail_at, which_at
from sijil.steps.reading.calendar import Days, cut, month_span, months_span
from sijil.steps.reading.calendars import Month
from sijil.steps.reading.clock import Clock

Read = tuple[int, Days | None] | None

_YEARS = range(1900, 2100)


def unit_at(words: Sequence[Word], i: int, clock: Clock) -> Read:
    """ "the last week", "this month", "the last three days": a unit with the article and which one is meant."""
    unit, count, known = senses(words[i])["unit"]
    if not known or (unit, count) == ("day", 1):
        return None
    these = is_(words, i - 1, "which") and senses(words[i - 1])["which"] == "these"
    end, number = _number(words, i + 1)
    end += not number and is_(words, end, "few")
    which = which_at(words, end) if end < len(words) and close(words[end]) else ""
    if which not in ("past", "this", "next") and not these:
        return None
    if count != 1 and end + 2 < len(words) and words[end + 1].key == "من" and months_at(words, end + 2):
        return None  # "the last three days of October"
    end = end + 1 if which else i + 1
    if which == "next":
        return end, coming(unit, clock) if count == 1 else None
    if unit == "year" and count == 1 and (year := year_at(words, end)):
        return year[1], cut(whole(year[0]), clock.limit)
    if count == 1 and not number:
        return end, (this(unit, clock) if these or which == "this" else last(unit, clock))
    count = number or count
    return end, back(count, unit, clock, past=True) if count else None


def within_at(words: Sequence[Word], i: int, clock: Clock) -> Read:
    """ "خلال ثلاثة أيام", "على مدى أسبوع", "خلال أقل من 24 ساعة", "في يومين": a length up to the report."""
    at = i
    while at < i + 4 and at < len(words) and (is_(words, at, "within") or is_(words, at, "about")):
        at += 1
    found = length_at(words, at)
    if found is None or at == i:
        return None
    unit, count, end = found
    bare = words[i].stems[-1] == "في"
    if count == 1 and (bare or unit == "day" or is_(words, end, "number", "month_name", "weekday")):
        return None
    past = which_at(words, end) == "past"
    return end + past, back(count, unit, clock, past) if count else None


def past_at(words: Sequence[Word], i: int, clock: Clock) -> Read:
    """ "24 ساعة الماضية", "يومين ماضيين": a number with its unit and "past" behind it."""
    found = length_at(words, i)
    if found is None or which_at(words, found[2]) != "past":
        return None
    unit, count, end = found
    return end + 1, back(count, unit, clock, past=True) if count else None


def ago_at(words: Sequence[Word], i: int, clock: Clock) -> Read:
    """ "قبل ثلاثة أيام" is a day, "قبل أسبوعين" its week, "قبل شهر" its month; "قبل يومين من ..." is another's time."""
    found = length_at(words, i + 1)
    if found is None or found[0] == "hour":
        return None
    unit, count, end = found
    if end < len(words) and words[end].key == "من" and not words[end].gap.strip():
        return None
    return end, ago(count, unit, clock) if count else None


def lasting_at(words: Sequence[Word], i: int, clock: Clock) -> Read:
    """ "منذ ثلاثة أيام", "منذ أكثر من شهر": up to the report."""
    found = length_at(words, i + 1)
    if found is None or found[0] == "hour" and not found[1]:
        return None
    unit, count, end = found
    if is_(words, end, "number", "month_name", "weekday"):
        return None  # "منذ عام 2016", "منذ شهر أيار", "منذ يوم الجمعة"
    return end, back(count, unit, clock, past=True) if count else None


def length_at(words: Sequence[Word], i: int) -> tuple[str, int, int] | None:
    """(unit, how many of it, index behind it) of a length; 0 where the words do not say how many."""
    end, number = _number(words, i)
    while not number and end < min(i + 3, len(words)) and is_(words, end, "about"):
        end, number = _number(words, end + 1)
    if end >= len(words):
        return None
    unit = senses(words[end]).get("unit")
    if unit is None or unit[2] or not close(words[end]):
        return None
    if number is None and unit[0] == "hour" and is_(words, end + 1, "of_day"):
        return None  # "ساعات الليل"
    if number is None and unit[1] == 0 or number is not None and unit[1] == 2:
        return (unit[0], 0, end + 1) if number is None else None
    return unit[0], number or unit[1], end + 1


def _number(words: Sequence[Word], i: int) -> tuple[int, int | None]:
    """(index behind it, value) of an exact number at word `i`; (i, None) where there is none."""
    i += i < len(words) and words[i].key == "ال"
    if i >= len(words) or is_(words, i, "unit", "which"):
        return i, None
    number = number_at(words, i)
    if number is None or number.vague or number.figure.unit == "percent":
        return i, None
    value = number.figure.low if number.figure.low is not None else number.figure.high
    return number.end, value if value and value <= FARTHEST else None


def part_at(words: Sequence[Word], i: int, clock: Clock) -> Read:
    """ "مطلع أيار", "منتصف الشهر الماضي", "نهاية 2019", "أواخر العام الفائت" (guide: 1-10, 11-20, 21 to the end)."""
    part = senses(words[i])["part"]
    at = i + 1
    while at < i + 3 and is_(words, at, "of_month") and close(words[at]):
        at += 1
    if at >= len(words) or not close(words[at]):
        return None
    if months := months_at(words, at):
        tail = tail_at(words, months[1])
        return max(tail.end, months[1]), _part_of_month(part, months[0], tail, clock)
    if (year := year_at(words, at)) is not None:
        first, until = load("ar/dates")["part_months"][part]
        return year[1], cut(months_span(year[0], first, until), clock.limit)
    unit = senses(words[at]).get("unit")
    if unit is None or not unit[2] or unit[1] != 1 or unit[0] not in ("week", "month", "year"):
        return None
    which = senses(words[at + 1]).get("which", "this") if at + 1 < len(words) and close(words[at + 1]) else "this"
    end = at + 1 + (which_at(words, at + 1) in ("past", "this"))
    if unit[0] == "year" and (year := year_at(words, end)):  # "this year, 2024"
        first, until = load("ar/dates")["part_months"][part]
        return year[1], cut(months_span(year[0], first, until), clock.limit)
    return end, _part_of_unit(part, unit[0], which, clock)


def share_at(words: Sequence[Word], i: int, clock: Clock) -> Read:
    """ "الربع الأول من عام 2022", "النصف الثاني من العام الماضي": whole months of a year."""
    length, nth = senses(words[i])["share"], senses(words[i + 1]).get("ordinal", 0) if i + 1 < len(words) else 0
    at = i + 2 + is_(words, i + 2, "of_month")
    if not 1 <= nth * length <= 12 or at >= len(words):
        return None
    year, end = year_at(words, at) or (None, at + 2)
    if year is None:
        unit, which = senses(words[at]).get("unit", ("",)), which_at(words, at + 1)
        if unit[0] != "year" or which not in ("past", "this"):
            return None
        year = clock.base.year - (which == "past") if clock.base else None
    return end, cut(months_span(year, length * (nth - 1) + 1, length * nth), clock.limit) if year else None


def year_at(words: Sequence[Word], i: int) -> tuple[int, int] | None:
    """(year, index behind it) at word `i`, with "year" before it or not, and "past" behind it."""
    at = i
    while at < i + 2 and is_(words, at, "year"):
        at += 1
    if at >= len(words) or not close(words[at]):
        return None
    year = int(senses(words[at]).get("number", 0))
    if year not in _YEARS or len(words[at].key) != 4:
        return None
    end = at + 1
    end += is_(words, end, "gregorian") and not words[end].gap.strip()
    return year, end + (which_at(words, end) in ("past", "this"))


def _part_of_month(part: str, months: tuple[Month, ...], tail: Tail, clock: Clock) -> Days | None:
    first, until = load("ar/dates")["part_days"][part]
    found = days_of(Dated((first, until), months, tail, 0, run=True), clock)
    return cut(found[0], clock.limit) if found else None


def _part_of_unit(part: str, unit: str, which: str, clock: Clock) -> Days | None:
    if clock.base is None:
        return None
    whole = last(unit, clock) if which == "past" else this(unit, clock)
    if whole is None or unit == "week":
        return whole
    if unit == "month":
        first, until = load("ar/dates")["part_days"][part]
        return cut(month_span(whole[0].year, whole[0].month, first, until), clock.limit)
    first, until = load("ar/dates")["part_months"][part]
    return cut(months_span(whole[0].year, first, until), clock.limit)
